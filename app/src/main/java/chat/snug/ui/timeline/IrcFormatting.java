package chat.snug.ui.timeline;

import java.util.regex.Pattern;

/** The control characters that IRC clients write bold, colour and the like with. */
final class IrcFormatting {
    /** Colour (03, 04 with digits) and the toggles, as modern.ircdocs.horse/formatting has them. */
    private static final Pattern CODES =
            Pattern.compile(
                    "\\x03(?:\\d{1,2}(?:,\\d{1,2})?)?"
                            + "|\\x04(?:[0-9a-fA-F]{6}(?:,[0-9a-fA-F]{6})?)?"
                            + "|[\\x00-\\x08\\x0b-\\x1f\\x7f]");

    private IrcFormatting() {}

    /** The text without them, and without any other control character that would show as a box. */
    static String strip(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '\u007f') {
                return CODES.matcher(text).replaceAll("");
            }
        }
        return text;
    }
}
