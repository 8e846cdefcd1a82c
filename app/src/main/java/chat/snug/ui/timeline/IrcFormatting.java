package chat.snug.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The control characters that IRC clients write bold, colour and the like with (<a
 * href="https://modern.ircdocs.horse/formatting">Modern IRC, formatting</a>).
 */
final class IrcFormatting {
    /** Colour (03, 04 with digits) and the toggles. */
    private static final Pattern CODES =
            Pattern.compile(
                    "\\x03(?:(\\d{1,2})(?:,(\\d{1,2}))?)?"
                            + "|\\x04(?:([0-9a-fA-F]{6})(?:,([0-9a-fA-F]{6}))?)?"
                            + "|[\\x00-\\x08\\x0b-\\x1f\\x7f]");

    /** More changes than this in one message are somebody's joke, and cost the reader's time. */
    private static final int MOST_STRETCHES = 500;

    /** Which of the sixteen each column of the table of colours 16 to 87 comes next to. */
    private static final int[] HUES = {4, 7, 8, 9, 3, 10, 11, 12, 2, 6, 13, 5};

    /** The sixteen, as they look where nothing is done for readability. */
    private static final int[] COLOURS = {
        0xffffff, 0x000000, 0x00007f, 0x009300, 0xff0000, 0x7f0000, 0x9c009c, 0xfc7f00,
        0xffff00, 0x00fc00, 0x009393, 0x00ffff, 0x0000fc, 0xff00ff, 0x7f7f7f, 0xd2d2d2
    };

    private IrcFormatting() {}

    /**
     * A text without its control characters.
     *
     * @param stretches how it looks, without gaps
     */
    record Formatted(String text, List<Stretch> stretches) {}

    /** From {@code start} to {@code end} it looks like this. */
    record Stretch(int start, int end, TextStyle style) {}

    /** The text without them, and without any other control character that would show as a box. */
    static String strip(String text) {
        return hasCodes(text) ? CODES.matcher(text).replaceAll("") : text;
    }

    private static boolean hasCodes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\n' && c != '\t') || c == '\u007f') {
                return true;
            }
        }
        return false;
    }

    /** Reads them. Each line begins plain. */
    static Formatted read(String text) {
        if (!hasCodes(text)) {
            return new Formatted(
                    text,
                    text.isEmpty()
                            ? List.of()
                            : List.of(new Stretch(0, text.length(), TextStyle.PLAIN)));
        }
        StringBuilder plain = new StringBuilder(text.length());
        List<Stretch> stretches = new ArrayList<>();
        TextStyle style = TextStyle.PLAIN;
        Matcher code = CODES.matcher(text);
        int from = 0;
        while (code.find()) {
            style = append(plain, stretches, style, text.substring(from, code.start()));
            style = changed(style, code);
            from = code.end();
        }
        append(plain, stretches, style, text.substring(from));
        return new Formatted(plain.toString(), List.copyOf(stretches));
    }

    /** Adds words in that style; returns the style that the last line goes on in. */
    private static TextStyle append(
            StringBuilder plain, List<Stretch> stretches, TextStyle style, String words) {
        TextStyle now = style;
        int from = 0;
        while (from < words.length()) {
            int lineEnd = words.indexOf('\n', from);
            int to = lineEnd < 0 ? words.length() : lineEnd + 1;
            add(stretches, plain.length(), plain.length() + to - from, now);
            plain.append(words, from, to);
            from = to;
            if (lineEnd >= 0) {
                now = TextStyle.PLAIN;
            }
        }
        return now;
    }

    private static void add(List<Stretch> stretches, int start, int end, TextStyle style) {
        Stretch last = stretches.isEmpty() ? null : stretches.getLast();
        boolean goesOn = last != null && last.style().equals(style);
        if (last != null && (goesOn || stretches.size() >= MOST_STRETCHES)) {
            stretches.set(stretches.size() - 1, new Stretch(last.start(), end, last.style()));
        } else {
            stretches.add(new Stretch(start, end, style));
        }
    }

    private static TextStyle changed(TextStyle style, Matcher code) {
        return switch (code.group().charAt(0)) {
            case 0x02 -> style.withBold(!style.bold());
            case 0x1d -> style.withItalic(!style.italic());
            case 0x1f -> style.withUnderline(!style.underline());
            case 0x1e -> style.withStrike(!style.strike());
            case 0x11 -> style.withMono(!style.mono());
            case 0x16 -> style.withReverse(!style.reverse());
            case 0x0f -> TextStyle.PLAIN;
            case 0x03 -> numbered(style, code);
            case 0x04 -> hexadecimal(style, code);
            default -> style;
        };
    }

    private static TextStyle numbered(TextStyle style, Matcher code) {
        String fore = code.group(1);
        String back = code.group(2);
        if (fore == null) {
            return style.withColours(-1, -1);
        }
        return style.withColours(
                nearest(Integer.parseInt(fore)),
                back == null ? style.back() : nearest(Integer.parseInt(back)));
    }

    /** One of the sixteen for any number of the table; −1 for 99, the usual colour. */
    private static int nearest(int number) {
        if (number < 16) {
            return number;
        }
        if (number < 88) {
            return HUES[(number - 16) % HUES.length];
        }
        return number == 99 ? -1 : number < 93 ? 1 : number < 96 ? 14 : 0;
    }

    private static TextStyle hexadecimal(TextStyle style, Matcher code) {
        String fore = code.group(3);
        String back = code.group(4);
        if (fore == null) {
            return style.withColours(-1, -1);
        }
        return style.withColours(
                closest(Integer.parseInt(fore, 16)),
                back == null ? style.back() : closest(Integer.parseInt(back, 16)));
    }

    private static int closest(int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < COLOURS.length; i++) {
            int distance = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                int difference = (colour >> shift & 0xff) - (COLOURS[i] >> shift & 0xff);
                distance += difference * difference;
            }
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
