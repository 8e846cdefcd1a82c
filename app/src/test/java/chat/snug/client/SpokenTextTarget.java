package chat.snug.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.snug.protocol.Limits;

/** What somebody says, typed or heard, is taken apart without anything being thrown. */
public final class SpokenTextTarget {
    private SpokenTextTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, UTF_8);
        SpokenText heard = SpokenText.of(false, text);
        String words = heard.words();
        if (words.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
            throw new AssertionError("control characters are left in " + words);
        }
        if (!SpokenText.plain(words).equals(words)) {
            throw new AssertionError("not plain: " + words);
        }
        String name = PersonName.toIdentity(text).name();
        if (TypedLine.parse("#lobby", text).toString().isEmpty()
                || name.getBytes(UTF_8).length > Limits.defaults().nickLength()) {
            throw new AssertionError(name + " is understood of " + text);
        }
    }
}
