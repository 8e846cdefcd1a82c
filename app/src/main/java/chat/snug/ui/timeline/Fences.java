package chat.snug.ui.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * The blocks of code in a text: three backticks alone on their line, or in front of or behind the
 * code. Looks at each character a bounded number of times, whatever somebody writes.
 */
final class Fences {
    private static final String FENCE = "```";

    private final String text;

    /** Where the next fence that can end a block was found; behind the text if there is none. */
    private int closing;

    private Fences(String text) {
        this.text = text;
        this.closing = closingFrom(0);
    }

    /**
     * A block, with its fences from {@code start} to {@code end}.
     *
     * @param codeStart where the code begins
     * @param codeEnd where it ends
     */
    record Found(int start, int codeStart, int codeEnd, int end) {}

    /** The blocks that are not blank, in order. */
    static List<Found> in(String text) {
        return new Fences(text).all();
    }

    private List<Found> all() {
        List<Found> all = new ArrayList<>();
        int from = 0;
        while (true) {
            int start = opening(from);
            if (start < 0) {
                return all;
            }
            int codeStart = codeStart(start + FENCE.length());
            if (closing < codeStart) {
                closing = closingFrom(codeStart);
            }
            if (closing == text.length()) {
                return all;
            }
            int end = closing + FENCE.length();
            boolean alone = closing > codeStart && text.charAt(closing - 1) == '\n';
            int codeEnd = alone ? closing - 1 : closing;
            from = Math.min(end + 1, text.length());
            if (!text.substring(codeStart, codeEnd).isBlank()) {
                all.add(new Found(start, codeStart, codeEnd, from));
            }
        }
    }

    /** The next fence at the beginning of a line, below 0 if there is none. */
    private int opening(int from) {
        int at = text.indexOf(FENCE, from);
        while (at > 0 && text.charAt(at - 1) != '\n') {
            at = text.indexOf(FENCE, at + 1);
        }
        return at;
    }

    /** Behind the name of the language, if one stands behind the fence, and its line end. */
    private int codeStart(int behindFence) {
        int i = behindFence;
        while (i < text.length() && isOfLanguage(text.charAt(i))) {
            i++;
        }
        return i < text.length() && text.charAt(i) == '\n' ? i + 1 : behindFence;
    }

    private static boolean isOfLanguage(char c) {
        return (c < 0x80 && Character.isLetterOrDigit(c)) || "_.+#-".indexOf(c) >= 0;
    }

    /** The next fence at the end of a line. */
    private int closingFrom(int from) {
        int at = text.indexOf(FENCE, from);
        while (at >= 0) {
            int end = at + FENCE.length();
            if (end == text.length() || text.charAt(end) == '\n') {
                return at;
            }
            at = text.indexOf(FENCE, at + 1);
        }
        return text.length();
    }
}
