package chat.snug.fuzz;

import chat.snug.room.Mask;

/** A mask matches what a plain table of all prefixes says that it matches. */
public final class MaskTarget {
    private static final int LONGEST = 200;

    private MaskTarget() {}

    /** The mask ends at the first space; the text follows. */
    public static void fuzzerTestOneInput(byte[] input) {
        String both = Lines.text(input);
        int space = both.indexOf(' ');
        if (space < 0 || both.length() > LONGEST) {
            return;
        }
        String mask = both.substring(0, space);
        String text = both.substring(space + 1);
        boolean expected = table(mask.codePoints().toArray(), text.codePoints().toArray());
        Claim.that(Mask.matches(mask, text) == expected, mask + " on " + text);
    }

    private static boolean table(int[] mask, int[] text) {
        boolean[] matched = new boolean[text.length + 1];
        matched[0] = true;
        for (int wanted : mask) {
            boolean[] next = new boolean[text.length + 1];
            next[0] = wanted == '*' && matched[0];
            for (int t = 1; t <= text.length; t++) {
                next[t] =
                        wanted == '*'
                                ? matched[t] || next[t - 1]
                                : matched[t - 1] && (wanted == '?' || wanted == text[t - 1]);
            }
            matched = next;
        }
        return matched[text.length];
    }
}
