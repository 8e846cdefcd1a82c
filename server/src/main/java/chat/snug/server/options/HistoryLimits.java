package chat.snug.server.options;

import java.time.Duration;

/**
 * The limits of what is kept and asked for afterwards, a part of {@link ServerLimits}.
 *
 * @param messages how many messages one CHATHISTORY or SEARCH may ask for; told in ISUPPORT
 * @param replayed how many messages of a room somebody is shown on arrival who cannot ask for them;
 *     0 to show nothing
 * @param earlier whether those who come in see what was said before they came
 * @param conversations how many private conversations with people who have no account are kept
 * @param markers how many read markers one person may have
 * @param redaction how long after it was said something may be taken back; zero for ever
 * @param multilineBytes what a message of several lines may hold; told in CAP
 * @param multilineLines how many lines it may have; told in CAP
 * @param batch how long a client's batch may be left open
 * @param search the limits of searching
 */
public record HistoryLimits(
        int messages,
        int replayed,
        boolean earlier,
        int conversations,
        int markers,
        Duration redaction,
        int multilineBytes,
        int multilineLines,
        Duration batch,
        SearchLimits search) {
    private static final HistoryLimits DEFAULTS =
            new HistoryLimits(
                    100,
                    50,
                    true,
                    1_000,
                    1_000,
                    Duration.ZERO,
                    16_384,
                    200,
                    Duration.ofSeconds(60),
                    SearchLimits.defaults());

    /** What holds unless the host says otherwise. */
    public static HistoryLimits defaults() {
        return DEFAULTS;
    }

    /** These limits with another number of messages for one question. */
    public HistoryLimits withMessages(int most) {
        return new HistoryLimits(
                most,
                replayed,
                earlier,
                conversations,
                markers,
                redaction,
                multilineBytes,
                multilineLines,
                batch,
                search);
    }

    /** These limits with another number of messages that are shown on arrival, 0 for none. */
    public HistoryLimits withReplayed(int most) {
        return new HistoryLimits(
                messages,
                most,
                earlier,
                conversations,
                markers,
                redaction,
                multilineBytes,
                multilineLines,
                batch,
                search);
    }

    /** These limits, with or without what was said before somebody came in. */
    public HistoryLimits withEarlier(boolean shown) {
        return new HistoryLimits(
                messages,
                replayed,
                shown,
                conversations,
                markers,
                redaction,
                multilineBytes,
                multilineLines,
                batch,
                search);
    }

    /** These limits with another time in which something may be taken back, zero for ever. */
    public HistoryLimits withRedaction(Duration window) {
        return new HistoryLimits(
                messages,
                replayed,
                earlier,
                conversations,
                markers,
                window,
                multilineBytes,
                multilineLines,
                batch,
                search);
    }

    /** These limits with others for a message of several lines. */
    public HistoryLimits withMultiline(int bytes, int lines) {
        return new HistoryLimits(
                messages,
                replayed,
                earlier,
                conversations,
                markers,
                redaction,
                bytes,
                lines,
                batch,
                search);
    }

    /** These limits with another number of read markers. */
    public HistoryLimits withMarkers(int most) {
        return new HistoryLimits(
                messages,
                replayed,
                earlier,
                conversations,
                most,
                redaction,
                multilineBytes,
                multilineLines,
                batch,
                search);
    }

    /** These limits with others for searching. */
    public HistoryLimits withSearch(SearchLimits limits) {
        return new HistoryLimits(
                messages,
                replayed,
                earlier,
                conversations,
                markers,
                redaction,
                multilineBytes,
                multilineLines,
                batch,
                limits);
    }

    /** What stands behind the capability of messages of several lines (IRCv3 multiline). */
    public String multilineValue() {
        return "max-bytes=" + multilineBytes + ",max-lines=" + multilineLines;
    }
}
