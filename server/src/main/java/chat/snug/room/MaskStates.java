package chat.snug.room;

import java.util.Arrays;

/**
 * A mask as a machine with a state for each place in it, all of which are followed at once, 64 of
 * them in one step: so the time depends on the lengths alone, whatever the mask is made of (R.
 * Baeza-Yates, G. H. Gonnet: A new approach to text searching, 1992).
 */
final class MaskStates {
    /** The characters in the mask that are no wildcard, each once, in order. */
    private final int[] characters;

    /** For each of them, and last for any other: the states from which it leads to the next. */
    private final long[][] steps;

    /** The states in which any text may follow. */
    private final long[] stays;

    private final int last;

    MaskStates(String mask) {
        int[] places = mask.codePoints().filter(c -> c != '*').toArray();
        last = places.length;
        characters = Arrays.stream(places).filter(c -> c != '?').sorted().distinct().toArray();
        int words = (last >> 6) + 1;
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
        long[] states = new long[stays.length];
        set(states, 0);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            int index = Arrays.binarySearch(characters, c);
            long[] step = steps[index < 0 ? characters.length : index];
            long carry = 0;
            for (int w = 0; w < states.length; w++) {
                long moved = states[w] & step[w];
                states[w] = (moved << 1) | carry | (states[w] & stays[w]);
                carry = moved >>> 63;
            }
        }
        return (states[last >> 6] & 1L << last) != 0;
    }

    private static void set(long[] bits, int index) {
        bits[index >> 6] |= 1L << index;
    }
}
