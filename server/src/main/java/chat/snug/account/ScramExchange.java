package chat.snug.account;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.ServerFinalMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of SCRAM-SHA-256, without channel binding (<a
 * href="https://www.rfc-editor.org/rfc/rfc5802">RFC 5802</a>, section 5; RFC 7677): the client
 * proves that it knows the password without sending it, and is proved that the server knows the
 * verifier.
 *
 * <pre>
 *   start(client-first) → whom it is about → challenge(verifier) → server-first
 *   finish(client-final) → server-final, if the proof is right
 * </pre>
 *
 * <p>What goes into the proof is each message as it was sent, byte for byte.
 */
public final class ScramExchange {
    private static final int NONCE_CHARS = 24;
    private static final Pattern ESCAPED = Pattern.compile("(?:[^=]|=2C|=3D)*+");
    private static final String PROOF = ",p=";

    private final Supplier<String> nonces;
    private String gs2Header = "";
    private String clientFirstBare = "";
    private String clientNonce = "";
    private String nonce = "";
    private String serverFirst = "";
    private String authorization = "";
    private @Nullable Verifier verifier;

    public ScramExchange(SecureRandom random) {
        this(() -> ScramFunctions.nonce(NONCE_CHARS, random));
    }

    ScramExchange(Supplier<String> nonces) {
        this.nonces = nonces;
    }

    /**
     * Reads the first message.
     *
     * @return as whom the client logs in, null if this is no such message or asks for what is not
     *     there: channel binding, or an extension that must be understood
     */
    public @Nullable String start(byte[] clientFirst) {
        String text = PlainResponse.utf8(clientFirst);
        if (text == null || !(text.startsWith("n,") || text.startsWith("y,"))) {
            return null;
        }
        int end = text.indexOf(',', 2);
        String wanted = end < 0 ? "" : text.substring(2, end);
        if (end < 0 || !(wanted.isEmpty() || wanted.startsWith("a="))) {
            return null;
        }
        gs2Header = text.substring(0, end + 1);
        clientFirstBare = text.substring(end + 1);
        String[] attributes = clientFirstBare.split(",", -1);
        String name = attribute(attributes, 0, "n=");
        String given = attribute(attributes, 1, "r=");
        String act = wanted.isEmpty() ? "" : unescape(wanted.substring(2));
        if (name == null || given == null || act == null || !isNonce(given)) {
            return null;
        }
        clientNonce = given;
        authorization = act;
        return unescape(name);
    }

    /** As whom the client wants to act, empty for as whom it logs in. */
    public String authorization() {
        return authorization;
    }

    /** The server's first message, which tells how the password is hashed. */
    public byte[] challenge(Verifier of) {
        verifier = of;
        nonce = clientNonce + nonces.get();
        serverFirst = "r=" + nonce + ",s=" + of.saltBase64() + ",i=" + of.iterations();
        return serverFirst.getBytes(StandardCharsets.UTF_8);
    }

    /** The server's last message, or null if the client does not know the password. */
    public byte @Nullable [] finish(byte[] clientFinal) {
        String text = PlainResponse.utf8(clientFinal);
        Verifier known = verifier;
        int split = text == null ? -1 : text.lastIndexOf(PROOF);
        if (text == null || known == null || split < 0) {
            return null;
        }
        String withoutProof = text.substring(0, split);
        String[] attributes = withoutProof.split(",", -1);
        byte[] binding = base64(attribute(attributes, 0, "c="));
        String repeated = attribute(attributes, 1, "r=");
        byte[] proof = base64(text.substring(split + PROOF.length()));
        String authMessage = clientFirstBare + ',' + serverFirst + ',' + withoutProof;
        boolean right =
                binding != null
                        && MessageDigest.isEqual(
                                binding, gs2Header.getBytes(StandardCharsets.UTF_8))
                        && nonce.equals(repeated)
                        && proof != null
                        && known.isProof(proof, authMessage);
        return right
                ? new ServerFinalMessage(known.signature(authMessage))
                        .toString()
                        .getBytes(StandardCharsets.UTF_8)
                : null;
    }

    private static @Nullable String attribute(String[] attributes, int index, String key) {
        if (index >= attributes.length || !attributes[index].startsWith(key)) {
            return null;
        }
        String value = attributes[index].substring(key.length());
        return value.isEmpty() ? null : value;
    }

    private static byte @Nullable [] base64(@Nullable String text) {
        try {
            return text == null ? null : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** Printable ASCII; a comma cannot be in it (RFC 5802, section 7). */
    private static boolean isNonce(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    /** A name in which commas and equals signs are written as {@code =2C} and {@code =3D}. */
    private static @Nullable String unescape(String name) {
        return ESCAPED.matcher(name).matches()
                ? name.replace("=2C", ",").replace("=3D", "=")
                : null;
    }
}
