package chat.snug.room;

/**
 * A text that is looked for in others, in time that grows with the sum of the lengths, whatever the
 * texts are made of (D. E. Knuth, J. H. Morris, V. R. Pratt: Fast pattern matching in strings,
 * 1977).
 */
final class Word {
    /** Up to so many characters the plain way cannot be slow. */
    private static final int SHORT = 8;

    private final String word;

    /** Of each beginning of the word, how much of its end is a beginning of the word as well. */
    private final int[] borders;

    /**
     * @param word not empty
     */
    Word(String word) {
        this.word = word;
        this.borders = new int[word.length()];
        int matched = 0;
        for (int i = 1; i < borders.length; i++) {
            matched = next(matched, word.charAt(i));
            borders[i] = matched;
        }
    }

    boolean isIn(String text) {
        if (word.length() <= SHORT) {
            return text.contains(word);
        }
        int matched = 0;
        for (int i = 0; i < text.length(); i++) {
            matched = next(matched, text.charAt(i));
            if (matched == word.length()) {
                return true;
            }
        }
        return false;
    }

    /** How much of the word has come when one more character comes. */
    private int next(int before, char c) {
        int matched = before;
        while (matched > 0 && word.charAt(matched) != c) {
            matched = borders[matched - 1];
        }
        return word.charAt(matched) == c ? matched + 1 : 0;
    }
}
