package chat.snug.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What the line decoder would hand on: valid UTF-8 without line ends and NUL. */
final class Lines {
    private Lines() {}

    static String text(byte[] input) {
        StringBuilder line = new StringBuilder();
        new String(input, UTF_8)
                .chars()
                .filter(c -> c != 0 && c != '\r' && c != '\n')
                .forEach(c -> line.append((char) c));
        return line.toString();
    }

    static byte[] first(byte[] input) {
        return text(input).getBytes(UTF_8);
    }
}
