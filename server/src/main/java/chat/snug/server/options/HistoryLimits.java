package chat.snug.server.options;

import java.time.Duration;
import java.util.function.Consumer;

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
        return with(draft -> draft.messages = most);
    }

    /** These limits with another number of messages that are shown on arrival, 0 for none. */
    public HistoryLimits withReplayed(int most) {
        return with(draft -> draft.replayed = most);
    }

    /** These limits, with or without what was said before somebody came in. */
    public HistoryLimits withEarlier(boolean shown) {
        return with(draft -> draft.earlier = shown);
    }

    /** These limits with another time in which something may be taken back, zero for ever. */
    public HistoryLimits withRedaction(Duration window) {
        return with(draft -> draft.redaction = window);
    }

    /** These limits with others for a message of several lines. */
    public HistoryLimits withMultiline(int bytes, int lines) {
        return with(
                draft -> {
                    draft.multilineBytes = bytes;
                    draft.multilineLines = lines;
                });
    }

    /** These limits with another number of read markers. */
    public HistoryLimits withMarkers(int most) {
        return with(draft -> draft.markers = most);
    }

    /** These limits with others for searching. */
    public HistoryLimits withSearch(SearchLimits limits) {
        return with(draft -> draft.search = limits);
    }

    /** What stands behind the capability of messages of several lines (IRCv3 multiline). */
    public String multilineValue() {
        return "max-bytes=" + multilineBytes + ",max-lines=" + multilineLines;
    }

    private HistoryLimits with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.limits();
    }

    /** The same limits, while one of them is changed. */
    private static final class Draft {
        int messages;
        int replayed;
        boolean earlier;
        int conversations;
        int markers;
        Duration redaction;
        int multilineBytes;
        int multilineLines;
        Duration batch;
        SearchLimits search;

        Draft(HistoryLimits of) {
            messages = of.messages;
            replayed = of.replayed;
            earlier = of.earlier;
            conversations = of.conversations;
            markers = of.markers;
            redaction = of.redaction;
            multilineBytes = of.multilineBytes;
            multilineLines = of.multilineLines;
            batch = of.batch;
            search = of.search;
        }

        HistoryLimits limits() {
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
                    search);
        }
    }
}
