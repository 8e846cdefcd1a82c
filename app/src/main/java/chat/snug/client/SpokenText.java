package chat.snug.client;

import chat.snug.client.ClientEvent.Said.Kind;
import java.util.Locale;

/**
 * What a PRIVMSG or NOTICE says to a person: CTCP taken apart (<a
 * href="https://modern.ircdocs.horse/ctcp">Client-to-Client Protocol</a>), control characters left
 * out except those of <a href="https://modern.ircdocs.horse/formatting">IRC formatting</a>.
 *
 * @param kind what sort of saying it is
 * @param text what is left to read; of a CTCP request its parameters
 * @param request the CTCP command in upper case if it is one other than ACTION, else empty
 */
record SpokenText(Kind kind, String text, String request) {
    private static final char CTCP = '\u0001';
    private static final char COLOR = '\u0003';
    private static final char HEX_COLOR = '\u0004';
    private static final String ACTION = "ACTION";

    /** Bold, both colours, reset, monospace, reverse, italic, strikethrough, underline. */
    private static final String FORMATTING =
            "\u0002\u0003\u0004\u000f\u0011\u0016\u001d\u001e\u001f";

    static SpokenText of(boolean notice, String raw) {
        Kind kind = notice ? Kind.NOTICE : Kind.TEXT;
        if (raw.isEmpty() || raw.charAt(0) != CTCP) {
            return new SpokenText(kind, formatted(raw), "");
        }
        int end = raw.indexOf(CTCP, 1); // the closing delimiter may be missing
        String body = raw.substring(1, end < 0 ? raw.length() : end);
        int space = body.indexOf(' ');
        String command = space < 0 ? body : body.substring(0, space);
        String rest = space < 0 ? "" : body.substring(space + 1);
        if (command.equalsIgnoreCase(ACTION)) {
            return new SpokenText(notice ? Kind.NOTICE : Kind.ACTION, formatted(rest), "");
        }
        return new SpokenText(kind, plain(rest), command.toUpperCase(Locale.ROOT));
    }

    /** The text without its formatting. */
    String words() {
        return plain(text);
    }

    /** Whether nothing is said. */
    boolean isBlank() {
        return words().isBlank();
    }

    /** The parameter of PRIVMSG that says {@code text} as {@code kind}. */
    static String onWire(Kind kind, String text) {
        return kind == Kind.ACTION ? CTCP + ACTION + ' ' + text + CTCP : text;
    }

    /** How many bytes {@link #onWire} adds. */
    static int frameBytes(Kind kind) {
        return kind == Kind.ACTION ? ACTION.length() + 3 : 0;
    }

    /** Without control characters other than those that format; tabs and line feeds stay. */
    static String formatted(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (FORMATTING.indexOf(c) >= 0
                    || c == '\t'
                    || c == '\n'
                    || !Character.isISOControl(c)) {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** Without formatting codes and control characters; tabs and line feeds stay. */
    static String plain(String raw) {
        int first = 0;
        while (first < raw.length() && !Character.isISOControl(raw.charAt(first))) {
            first++;
        }
        if (first == raw.length()) {
            return raw;
        }
        StringBuilder text = new StringBuilder(raw.length()).append(raw, 0, first);
        for (int i = first; i < raw.length(); ) {
            char c = raw.charAt(i++);
            if (c == COLOR) {
                i = afterColor(raw, i, 2, 10);
            } else if (c == HEX_COLOR) {
                i = afterColor(raw, i, 6, 16);
            } else if (c == '\t' || c == '\n' || !Character.isISOControl(c)) {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** Behind {@code 4}, {@code 04,12} or {@code FF0000,00FF00}. */
    private static int afterColor(String raw, int start, int digits, int radix) {
        int foreground = afterDigits(raw, start, digits, radix);
        if (foreground == start || foreground == raw.length() || raw.charAt(foreground) != ',') {
            return foreground;
        }
        int background = afterDigits(raw, foreground + 1, digits, radix);
        return background == foreground + 1 ? foreground : background;
    }

    private static int afterDigits(String raw, int start, int most, int radix) {
        int i = start;
        while (i < raw.length() && i < start + most && isDigit(raw.charAt(i), radix)) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(char c, int radix) {
        return c < 0x80 && Character.digit(c, radix) >= 0;
    }
}
