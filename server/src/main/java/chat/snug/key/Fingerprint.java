package chat.snug.key;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Which key it is: the SHA-256 of its SubjectPublicKeyInfo (RFC 5280, section 4.1), as in the pins
 * of RFC 7469. A renewed certificate of the same key has the same. Immutable, any thread.
 */
public final class Fingerprint {
    private static final String DIGEST = "SHA-256";
    private static final int BYTES = 32;
    private static final int CHARACTERS = 43;

    private final byte[] digest;

    private Fingerprint(byte[] digest) {
        this.digest = digest;
    }

    public static Fingerprint of(X509Certificate certificate) {
        return of(certificate.getPublicKey());
    }

    /** Of a key that has an encoding, as every key of a certificate has. */
    public static Fingerprint of(PublicKey key) {
        try {
            return new Fingerprint(MessageDigest.getInstance(DIGEST).digest(key.getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + DIGEST, e);
        }
    }

    /** Reads what {@link #toString()} writes; null if it is anything else. */
    public static @Nullable Fingerprint parse(String text) {
        if (text.length() != CHARACTERS) {
            return null;
        }
        try {
            byte[] digest = Base64.getUrlDecoder().decode(text);
            Fingerprint read = digest.length == BYTES ? new Fingerprint(digest) : null;
            // One text for one key: the last character has bits that mean nothing.
            return read != null && read.toString().equals(text) ? read : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** The 32 bytes, a copy. */
    public byte[] bytes() {
        return digest.clone();
    }

    /** For eyes: pairs of hexadecimal digits with colons between, as other programs show it. */
    public String hex() {
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    }

    /** Base64url without padding (RFC 4648, section 5), 43 characters: stands in addresses. */
    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fingerprint that && MessageDigest.isEqual(digest, that.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }
}
