package chat.snug.room;

import java.util.Arrays;

/**
 * A mask as a machine with a state for each place in it, all of which are followed at once, 64 of
 * them in one step: so the time depends on the lengths alone, whatever the mask is made of (R.
 * Baeza-Yates, G. H. Gonnet: A new approach to text searching, 1992).
 */
final class MaskStates {
    private static final int ASCII = 128;

    /** So many numbers have a place for each state of a short mask. */
    private static final int SHORT = 2;

    /** Stands for a character that is not in the mask. */
    private static final byte OTHER = -1;

    /** The characters in the mask that are no wildcard, each once, in order. */
    private final int[] characters;

    /** For each of them, and last for any other: the states from which it leads to the next. */
    private final long[][] steps;

    /** The states in which any text may follow. */
    private final long[] stays;

    private final int last;

    /** For each character of ASCII which of them it is. */
    private final byte[] ascii = new byte[ASCII];

    MaskStates(String mask) {
        int[] places = mask.codePoints().filter(c -> c != '*').toArray();
        last = places.length;
        characters = Arrays.stream(places).filter(c -> c != '?').sorted().distinct().toArray();
        Arrays.fill(ascii, OTHER);
        for (int i = 0; i < characters.length && characters[i] < ASCII; i++) {
            ascii[characters[i]] = (byte) i;
        }
        int words = Math.max(SHORT, (last >> 6) + 1);
        steps = new long[characters.length + 1][words];
        stays = new long[words];
        for (int i = 0; i < last; i++) {
            if (places[i] == '?') {
                for (long[] step : steps) {
                    set(step, i);
                }
            } else {
                set(steps[Arrays.binarySearch(characters, places[i])], i);
            }
        }
        int place = 0;
        for (int i = 0; i < mask.length(); i += Character.charCount(mask.codePointAt(i))) {
            if (mask.charAt(i) == '*') {
                set(stays, place);
            } else {
                place++;
            }
        }
    }

    boolean match(String text) {
        return stays.length == SHORT ? matchShort(text) : matchLong(text);
    }

    /** As below, with nothing but two numbers: the masks of rooms are no longer. */
    private boolean matchShort(String text) {
        long low = 1;
        long high = 0;
        long lowStays = stays[0];
        long highStays = stays[1];
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            long[] step = steps[index(c)];
            long moved = low & step[0];
            high = ((high & step[1]) << 1) | (moved >>> 63) | (high & highStays);
            low = (moved << 1) | (low & lowStays);
            if ((low | high) == 0) {
                return false;
            }
        }
        return ((last < 64 ? low : high) & 1L << last) != 0;
    }

    /** Which of the steps a character leads to. */
    private int index(int c) {
        int index = c < ASCII ? ascii[c] : Arrays.binarySearch(characters, c);
        return index < 0 ? characters.length : index;
    }

    private boolean matchLong(String text) {
        long[] states = new long[stays.length];
        set(states, 0);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            long[] step = steps[index(c)];
            long carry = 0;
            long any = 0;
            for (int w = 0; w < states.length; w++) {
                long moved = states[w] & step[w];
                states[w] = (moved << 1) | carry | (states[w] & stays[w]);
                carry = moved >>> 63;
                any |= states[w];
            }
            if (any == 0) {
                return false;
            }
        }
        return (states[last >> 6] & 1L << last) != 0;
    }

    private static void set(long[] bits, int index) {
        bits[index >> 6] |= 1L << index;
    }
}
