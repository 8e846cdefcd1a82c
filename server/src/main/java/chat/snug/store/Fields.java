package chat.snug.store;

import java.util.ArrayList;
import java.util.List;

/**
 * Several texts in one: a line feed ends each of them, and a backslash protects what is neither.
 */
public final class Fields {
    private static final char END = '\n';
    private static final char ESCAPE = '\\';

    private Fields() {}

    /** One text that {@link #split} takes apart again, whatever is in the texts. */
    public static String join(List<String> texts) {
        StringBuilder all = new StringBuilder();
        for (String text : texts) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                switch (c) {
                    case END -> all.append(ESCAPE).append('n');
                    case ESCAPE -> all.append(ESCAPE).append(ESCAPE);
                    default -> all.append(c);
                }
            }
            all.append(END);
        }
        return all.toString();
    }

    /** The texts that were joined. */
    public static List<String> split(String all) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all.length(); i++) {
            char c = all.charAt(i);
            if (c == END) {
                texts.add(text.toString());
                text.setLength(0);
            } else if (c == ESCAPE && i + 1 < all.length()) {
                char escaped = all.charAt(++i);
                text.append(escaped == 'n' ? END : escaped);
            } else {
                text.append(c);
            }
        }
        return texts;
    }
}
