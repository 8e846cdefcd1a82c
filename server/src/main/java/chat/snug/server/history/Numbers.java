package chat.snug.server.history;

/** Reads the numbers that clients send. */
final class Numbers {
    /** More digits may be more than an int holds. */
    private static final int DIGITS = 9;

    private Numbers() {}

    /** A number above 0; 0 if it is none. What is very large becomes the largest there is. */
    static int positive(String text) {
        boolean digits = !text.isEmpty();
        for (int i = 0; i < text.length() && digits; i++) {
            digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        if (!digits) {
            return 0;
        }
        return text.length() > DIGITS ? Integer.MAX_VALUE : Integer.parseInt(text);
    }
}
