package chat.snug.ui.composer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text, and which of its characters are bold, italic or monospaced. On the wire that is written
 * with control characters (<a href="https://modern.ircdocs.horse/formatting">IRC formatting</a>),
 * anew on each line, because each line may be a message of its own; a person never meets them.
 * Immutable.
 */
final class StyledText {
    /** Nothing written. */
    static final StyledText EMPTY = plain("");

    /** A character that ends all of it. */
    private static final char RESET = '\u000f';

    private final String text;
    private final byte[] styles;

    /** What can be seen of a character's style. */
    enum Style {
        BOLD('\u0002', 1),
        ITALIC('\u001d', 2),
        MONOSPACE('\u0011', 4);

        private final char code;
        private final int bit;

        Style(char code, int bit) {
            this.code = code;
            this.bit = bit;
        }

        private byte bit() {
            return (byte) bit;
        }
    }

    /**
     * Characters of one style that stand together.
     *
     * @param styles as bits; see {@link #has}
     */
    record Run(int start, int end, byte styles) {
        boolean has(Style style) {
            return (styles & style.bit()) != 0;
        }

        boolean isPlain() {
            return styles == 0;
        }
    }

    private StyledText(String text, byte[] styles) {
        this.text = text;
        this.styles = styles;
    }

    /** A text without any style. */
    static StyledText plain(String text) {
        return new StyledText(text, new byte[text.length()]);
    }

    /** Reads a text as {@link #encoded()} writes it; other control characters are left out. */
    static StyledText parse(String encoded) {
        StringBuilder text = new StringBuilder(encoded.length());
        byte[] styles = new byte[encoded.length()];
        byte now = 0;
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            byte toggled = bitOf(c);
            if (toggled != 0) {
                now ^= toggled;
            } else if (c == RESET) {
                now = 0;
            } else if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
                styles[text.length()] = c == '\n' ? 0 : now;
                text.append(c);
                now = c == '\n' ? 0 : now;
            }
        }
        return new StyledText(text.toString(), Arrays.copyOf(styles, text.length()));
    }

    private static byte bitOf(char c) {
        for (Style style : Style.values()) {
            if (style.code == c) {
                return style.bit();
            }
        }
        return 0;
    }

    String text() {
        return text;
    }

    boolean isPlain() {
        for (byte style : styles) {
            if (style != 0) {
                return false;
            }
        }
        return true;
    }

    /** With control characters where a style begins and ends, and each line for itself. */
    String encoded() {
        if (isPlain()) {
            return text;
        }
        StringBuilder all = new StringBuilder(text.length() + 16);
        byte now = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean lineEnd = text.charAt(i) == '\n';
            byte next = lineEnd ? 0 : styles[i];
            toggle(all, (byte) (now ^ next));
            all.append(text.charAt(i));
            now = next;
        }
        toggle(all, now);
        return all.toString();
    }

    private static void toggle(StringBuilder text, byte changed) {
        for (Style style : Style.values()) {
            if ((changed & style.bit()) != 0) {
                text.append(style.code);
            }
        }
    }

    /** How many bytes of UTF-8 {@link #encoded()} has. */
    int bytes() {
        return encoded().getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * The same after somebody edited the text: what stayed keeps its style, and what is new is
     * written as what stands before it.
     */
    StyledText edited(String now) {
        return edited(now, -1, (byte) 0);
    }

    /**
     * As {@link #edited(String)}, but what is new at {@code place} has the style {@code chosen}.
     *
     * @param place −1 for nowhere
     */
    StyledText edited(String now, int place, byte chosen) {
        int start = commonStart(now);
        int end = commonEnd(now, start);
        byte[] fresh = new byte[now.length()];
        System.arraycopy(styles, 0, fresh, 0, start);
        System.arraycopy(styles, text.length() - end, fresh, now.length() - end, end);
        byte before = start == 0 || text.charAt(start - 1) == '\n' ? 0 : styles[start - 1];
        Arrays.fill(fresh, start, now.length() - end, start == place ? chosen : before);
        return new StyledText(now, fresh);
    }

    /** Where the caret is after {@link #edited}: behind what is new. */
    int caretAfter(String now) {
        return now.length() - commonEnd(now, commonStart(now));
    }

    private int commonStart(String now) {
        int most = Math.min(text.length(), now.length());
        int start = 0;
        while (start < most && text.charAt(start) == now.charAt(start)) {
            start++;
        }
        return start;
    }

    private int commonEnd(String now, int start) {
        int most = Math.min(text.length(), now.length()) - start;
        int end = 0;
        while (end < most
                && text.charAt(text.length() - 1 - end) == now.charAt(now.length() - 1 - end)) {
            end++;
        }
        return end;
    }

    /** The style that something typed at {@code caret} has. */
    byte styleAt(int caret) {
        boolean lineStart = caret == 0 || text.charAt(caret - 1) == '\n';
        return lineStart ? 0 : styles[caret - 1];
    }

    static byte toggled(byte styles, Style style) {
        return (byte) (styles ^ style.bit());
    }

    /** With {@code style} from {@code start} to {@code end}, or without if all of that has it. */
    StyledText toggled(Style style, int start, int end) {
        boolean all = true;
        for (int i = start; i < end; i++) {
            all &= (styles[i] & style.bit()) != 0 || Character.isWhitespace(text.charAt(i));
        }
        byte[] fresh = styles.clone();
        for (int i = start; i < end; i++) {
            fresh[i] = (byte) (all ? fresh[i] & ~style.bit() : fresh[i] | style.bit());
        }
        return new StyledText(text, fresh);
    }

    /** Without white space around it. */
    StyledText strip() {
        int start = 0;
        int end = text.length();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return part(start, end);
    }

    /** From {@code start} to {@code end}. */
    StyledText part(int start, int end) {
        return new StyledText(text.substring(start, end), Arrays.copyOfRange(styles, start, end));
    }

    /** All of it, in runs of one style. */
    List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= styles.length; i++) {
            if (i == styles.length || styles[i] != styles[start]) {
                runs.add(new Run(start, i, styles[start]));
                start = i;
            }
        }
        return runs;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StyledText same
                && text.equals(same.text)
                && Arrays.equals(styles, same.styles);
    }

    @Override
    public int hashCode() {
        return 31 * text.hashCode() + Arrays.hashCode(styles);
    }

    @Override
    public String toString() {
        return text;
    }
}
