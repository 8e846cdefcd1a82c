package chat.snug.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A key as four words that two people can compare aloud: each of 1,024 common ones, so 40 bits.
 *
 * <p>A stranger who wants to be taken for a host needs another key with the same four words: it
 * takes 2^40, about 10^12, keys to find one with two chances in three. What makes that dear is that
 * the words of one key take {@value #ITERATIONS} rounds of PBKDF2 with HMAC-SHA-256 (RFC 8018,
 * section 5.2): half a second on a computer of today, which makes 17,000 years of one core. A
 * graphics card does about 10^10 rounds a second, so 10,000 keys a second, and needs three and a
 * half years; a thousand such cards need a day or two. That is good enough for two people who
 * compare the words once, and no replacement for the fingerprint: the app itself always compares
 * all of its 256 bits. Three of four words that fit say nothing.
 *
 * <p>Any thread, but takes a while: not for the thread of the screen nor for a loop.
 */
public final class FourWords {
    /** How many words there are to choose from. */
    static final int WORDS = 1024;

    private static final int COUNT = 4;
    private static final int BITS = 10;
    private static final int ITERATIONS = 1_000_000;
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";

    /** The same for all: everybody has to get the same words of a key. */
    private static final String SALT = "Snug: four words of a key, 1";

    private FourWords() {}

    /** The words, in the order in which they are read aloud. */
    public static List<String> of(Fingerprint key) {
        List<String> all = words();
        long bits = stretched(key);
        List<String> words = new ArrayList<>(COUNT);
        for (int i = COUNT - 1; i >= 0; i--) {
            words.add(all.get((int) (bits >>> (i * BITS)) & (WORDS - 1)));
        }
        return words;
    }

    private static long stretched(Fingerprint key) {
        PBEKeySpec spec =
                new PBEKeySpec(
                        key.toString().toCharArray(),
                        SALT.getBytes(StandardCharsets.UTF_8),
                        ITERATIONS,
                        COUNT * BITS);
        try {
            long bits = 0;
            for (byte b :
                    SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded()) {
                bits = bits << 8 | (b & 0xFF);
            }
            return bits;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** All of them, in the order of the alphabet. */
    static List<String> words() {
        return Words.ALL;
    }

    /** Read once, when the first words are wanted. */
    private static final class Words {
        private static final List<String> ALL = read();

        private static List<String> read() {
            try (InputStream in = FourWords.class.getResourceAsStream("words.txt")) {
                if (in == null) {
                    throw new IllegalStateException("no list of words");
                }
                return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
            } catch (IOException e) {
                throw new IllegalStateException("no list of words", e);
            }
        }
    }
}
