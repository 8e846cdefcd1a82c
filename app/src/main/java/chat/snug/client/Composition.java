package chat.snug.client;

import chat.snug.protocol.TextSplitter;
import java.util.ArrayList;
import java.util.List;

/**
 * How a text goes onto the wire: as lines that fit, and where the host takes it, several of them as
 * one message (<a href="https://ircv3.net/specs/extensions/multiline">IRCv3 multiline</a>).
 *
 * @param lines what is sent, in order
 */
record Composition(List<Line> lines) {
    /** Without a limit of the host's own. */
    private static final int USUAL_LINES = 100;

    /**
     * One line.
     *
     * @param goesOn whether it continues the line before it without a break
     */
    record Line(String text, boolean goesOn) {}

    /**
     * What a host takes as one message.
     *
     * @param bytes of the joined text; 0 if it takes one line only
     */
    record Limit(int bytes, int lines) {
        static final Limit ONE_LINE = new Limit(0, 1);

        /** From the value of draft/multiline: {@code max-bytes=40000,max-lines=10}. */
        static Limit of(String value) {
            int bytes = 0;
            int lines = USUAL_LINES;
            for (String token : value.split(",", -1)) {
                int equals = token.indexOf('=');
                String number = token.substring(equals + 1);
                if (equals < 0 || !number.matches("[0-9]{1,9}")) {
                    continue;
                }
                switch (token.substring(0, equals)) {
                    case "max-bytes" -> bytes = Integer.parseInt(number);
                    case "max-lines" -> lines = Integer.parseInt(number);
                    default -> {
                        // Keys of later versions are to be ignored.
                    }
                }
            }
            return bytes == 0 || lines < 2 ? ONE_LINE : new Limit(bytes, lines);
        }
    }

    Composition {
        lines = List.copyOf(lines);
    }

    /** The messages that {@code text} becomes; none if it is blank. */
    static List<Composition> of(String text, int bytesPerLine, Limit limit) {
        List<Composition> messages = new ArrayList<>();
        List<Line> open = new ArrayList<>();
        int bytes = 0;
        for (String typed : text.split("\\R", -1)) {
            String plain = SpokenText.formatted(typed);
            boolean goesOn = false;
            for (String part : TextSplitter.split(plain, bytesPerLine)) {
                int size = Dialogue.bytes(part) + 1;
                if (open.size() >= limit.lines() || bytes + size > limit.bytes()) {
                    add(messages, open);
                    bytes = 0;
                }
                if (!open.isEmpty() || !part.isBlank()) {
                    open.add(new Line(part, goesOn && !open.isEmpty()));
                    bytes += size;
                }
                goesOn = true;
            }
        }
        add(messages, open);
        return messages;
    }

    private static void add(List<Composition> messages, List<Line> open) {
        while (!open.isEmpty() && open.getLast().text().isBlank()) {
            open.removeLast();
        }
        if (!open.isEmpty()) {
            messages.add(new Composition(open));
            open.clear();
        }
    }

    /** What everybody reads. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            if (!text.isEmpty() && !line.goesOn()) {
                text.append('\n');
            }
            text.append(line.text());
        }
        return text.toString();
    }
}
