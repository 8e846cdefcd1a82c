package chat.snug.ui;

import chat.snug.key.Fingerprint;
import java.util.Objects;

/**
 * A key and its four words, which take long to work out: what is shown of these is worked out once
 * for all tests.
 */
public record KeyInWords(Fingerprint key, String words) {
    /** Somebody's. */
    public static final KeyInWords ONE =
            of("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU", "scholar ketchup peacock gravel");

    /** Somebody else's. */
    public static final KeyInWords OTHER =
            of("rkSKyGxOjk3sZFcpcI70GHOuecbf-E7_czYJiUh_COU", "canoe eight badge garden");

    private static KeyInWords of(String fingerprint, String words) {
        return new KeyInWords(Objects.requireNonNull(Fingerprint.parse(fingerprint)), words);
    }
}
