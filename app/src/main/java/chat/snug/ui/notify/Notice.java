package chat.snug.ui.notify;

/**
 * A call for the person because of one message. Title and text are plain and short, whoever wrote
 * them.
 *
 * @param where the conversation it comes from; told apart by identity
 * @param go shows the message; on the JavaFX thread
 */
public record Notice(Object where, String title, String text, Runnable go) {
    private static final int COLOUR = 0x03;
    private static final int TITLE = 60;
    private static final int TEXT = 200;

    public Notice {
        title = plain(title, TITLE);
        text = plain(text, TEXT);
    }

    /**
     * The same in one line without anything that a screen would not show as it stands: IRC's
     * formatting, other control characters, and those that turn the direction of what follows.
     */
    public static String plain(String text, int most) {
        StringBuilder plain = new StringBuilder();
        int length = 0;
        boolean gap = false;
        for (int i = 0; i < text.length() && length < most; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == COLOUR) {
                i = afterColour(text, i);
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = length > 0;
            } else if (!isHidden(c)) {
                if (gap) {
                    plain.append(' ');
                    length++;
                    gap = false;
                }
                plain.appendCodePoint(c);
                length++;
                if (length >= most && i < text.length()) {
                    plain.append('…');
                }
            }
        }
        return plain.toString();
    }

    private static boolean isHidden(int c) {
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return Character.isISOControl(c) || turns || Character.getType(c) == Character.SURROGATE;
    }

    /** Behind "4", "12", "4,12", as clients write colours (modern.ircdocs.horse/formatting). */
    private static int afterColour(String text, int from) {
        int i = digits(text, from);
        if (i > from && i < text.length() && text.charAt(i) == ',') {
            int second = digits(text, i + 1);
            return second > i + 1 ? second : i;
        }
        return i;
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && i < from + 2 && Character.digit(text.charAt(i), 10) >= 0) {
            i++;
        }
        return i;
    }
}
