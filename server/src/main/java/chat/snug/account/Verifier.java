package chat.snug.account;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.ScramMechanism;
import com.ongres.scram.common.StringPreparation;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is kept in place of a password: it can be checked against, and not be turned back. It is
 * that of SCRAM-SHA-256 (<a href="https://www.rfc-editor.org/rfc/rfc5802">RFC 5802</a>, section 3;
 * RFC 7677), made by a slow salted hash (PBKDF2), and serves every mechanism.
 *
 * <p>Immutable; any thread. {@link #of} and {@link #matches} take tens of milliseconds.
 */
public final class Verifier {
    static final ScramMechanism MECHANISM = ScramMechanism.SCRAM_SHA_256;

    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final Pattern TEXT =
            Pattern.compile("SCRAM-SHA-256\\$(\\d{1,9}):([^$:]+)\\$([^$:]+):([^$:]+)");

    private final int iterations;
    private final byte[] salt;
    private final byte[] storedKey;
    private final byte[] serverKey;

    private Verifier(int iterations, byte[] salt, byte[] storedKey, byte[] serverKey) {
        this.iterations = iterations;
        this.salt = salt;
        this.storedKey = storedKey;
        this.serverKey = serverKey;
    }

    /**
     * The verifier of a new password.
     *
     * @param iterations how slow it is to try a password
     * @throws IllegalArgumentException if nobody could type the password again, see {@link
     *     #isUsable}
     */
    public static Verifier of(String password, int iterations, SecureRandom random) {
        byte[] salt = ScramFunctions.salt(SALT_BYTES, random);
        byte[] salted = salted(password, salt, iterations);
        if (salted == null) {
            throw new IllegalArgumentException("no password");
        }
        return new Verifier(
                iterations, salt, storedKey(salted), ScramFunctions.serverKey(MECHANISM, salted));
    }

    /**
     * A verifier that no password matches and that looks like one: for names that do not exist, so
     * that nobody learns which do.
     *
     * @param salt the same for the same name
     */
    public static Verifier ofNobody(byte[] salt, int iterations, SecureRandom random) {
        byte[] noKey = new byte[KEY_BYTES];
        random.nextBytes(noKey);
        byte[] cut = new byte[SALT_BYTES];
        System.arraycopy(salt, 0, cut, 0, SALT_BYTES);
        return new Verifier(iterations, cut, noKey, noKey);
    }

    /** Reads what {@link #text} wrote; null if it is not that. */
    public static @Nullable Verifier parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        Base64.Decoder base64 = Base64.getDecoder();
        try {
            return new Verifier(
                    Integer.parseInt(parts.group(1)),
                    base64.decode(parts.group(2)),
                    base64.decode(parts.group(3)),
                    base64.decode(parts.group(4)));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** The form to keep: mechanism, iterations, salt and both keys. */
    public String text() {
        Base64.Encoder base64 = Base64.getEncoder();
        return "SCRAM-SHA-256$"
                + iterations
                + ':'
                + base64.encodeToString(salt)
                + '$'
                + base64.encodeToString(storedKey)
                + ':'
                + base64.encodeToString(serverKey);
    }

    /** Whether a password can be used at all: SASLprep (RFC 4013) leaves something of it. */
    public static boolean isUsable(String password) {
        try {
            return StringPreparation.SASL_PREPARATION.normalize(password.toCharArray()).length > 0;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            // the second one is what comes of a password of which nothing is left
            return false;
        }
    }

    /** Whether it is this password. */
    public boolean matches(String password) {
        byte[] salted = salted(password, salt, iterations);
        return salted != null && MessageDigest.isEqual(storedKey(salted), storedKey);
    }

    int iterations() {
        return iterations;
    }

    String saltBase64() {
        return Base64.getEncoder().encodeToString(salt);
    }

    /** Whether somebody who knows the password made a proof for what was said so far. */
    boolean isProof(byte[] proof, String authMessage) {
        return proof.length == KEY_BYTES
                && ScramFunctions.verifyClientProof(MECHANISM, proof, storedKey, authMessage);
    }

    /** What proves that we know the verifier. */
    byte[] signature(String authMessage) {
        return ScramFunctions.serverSignature(MECHANISM, serverKey, authMessage);
    }

    private static byte[] storedKey(byte[] salted) {
        return ScramFunctions.storedKey(MECHANISM, ScramFunctions.clientKey(MECHANISM, salted));
    }

    private static byte @Nullable [] salted(String password, byte[] salt, int iterations) {
        return isUsable(password)
                ? ScramFunctions.saltedPassword(
                        MECHANISM,
                        StringPreparation.SASL_PREPARATION,
                        password.toCharArray(),
                        salt,
                        iterations)
                : null;
    }
}
