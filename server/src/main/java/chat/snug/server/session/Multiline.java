package chat.snug.server.session;

import chat.snug.protocol.Message;
import chat.snug.protocol.Source;
import chat.snug.protocol.Tags;
import chat.snug.room.Author;
import chat.snug.room.RoomEvent.Said;
import chat.snug.room.RoomEvent.Speech;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages of several lines (<a href="https://ircv3.net/specs/extensions/multiline">IRCv3
 * multiline</a>), as one text and as the lines of a batch.
 *
 * <p>In the text a line feed stands before a line, and a carriage return before one that goes on
 * with the line before it; no line can hold them. A batch of a single line begins with a carriage
 * return.
 */
public final class Multiline {
    public static final String CONCAT = "draft/multiline-concat";
    public static final String TYPE = "draft/multiline";

    /** A line of a batch, and whether it goes on with the one before. */
    public record Line(String text, boolean concat) {}

    private Multiline() {}

    /** Whether a text came as a batch. */
    public static boolean is(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }

    public static boolean is(Said said) {
        return said.speech() != Speech.TAGS && is(said.text());
    }

    /** The text of lines, of which there is one at least. */
    public static String text(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (i > 0) {
                text.append(line.concat ? '\r' : '\n');
            }
            text.append(line.text);
        }
        return lines.size() == 1 ? "\r" + text : text.toString();
    }

    /** The lines of a text. */
    static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        boolean concat = false;
        int start = !text.isEmpty() && text.charAt(0) == '\r' ? 1 : 0;
        for (int i = start; i <= text.length(); i++) {
            char c = i == text.length() ? '\n' : text.charAt(i);
            if (c == '\n' || c == '\r') {
                lines.add(new Line(text.substring(start, i), concat));
                concat = c == '\r';
                start = i + 1;
            }
        }
        return lines;
    }

    /** The batch for those who know such batches, with all that belongs to the message in front. */
    public static Batch batch(ServerState server, Said said, String target) {
        String reference = server.nextBatch();
        Message opening = message(said, "BATCH", "+" + reference, TYPE, target);
        Message closing = message(said, "BATCH", "-" + reference);
        Batch batch =
                new Batch(
                        server,
                        reference,
                        EventRenderer.outgoing(said, opening),
                        Outgoing.bare(closing));
        for (Line line : lines(said.text())) {
            batch.add(Outgoing.bare(line(said, target, line)));
        }
        return batch;
    }

    /** The messages for those who do not: no blank ones, and the id on the first one only. */
    public static List<Outgoing> fallback(Said said, String target) {
        List<Outgoing> messages = new ArrayList<>();
        for (Line line : lines(said.text())) {
            if (line.text.isEmpty()) {
                continue;
            }
            Message message = message(said, verb(said), target, line.text);
            messages.add(
                    messages.isEmpty()
                            ? EventRenderer.outgoing(said, message)
                            : new Outgoing(message, said.time(), "", Tags.NONE, said.author()));
        }
        return messages;
    }

    private static Message line(Said said, String target, Line line) {
        Message message = message(said, verb(said), target, line.text);
        return line.concat ? message.withTags(Tags.NONE.with(CONCAT, "")) : message;
    }

    private static String verb(Said said) {
        return said.speech() == Speech.NOTICE ? "NOTICE" : "PRIVMSG";
    }

    private static Message message(Said said, String verb, String... params) {
        Author author = said.author();
        return new Message(
                Tags.NONE,
                new Source(author.nick(), author.user(), author.host()),
                verb,
                List.of(params));
    }
}
