package chat.snug.account;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a client says with the mechanism PLAIN (<a href="https://www.rfc-editor.org/rfc/rfc4616">RFC
 * 4616</a>).
 *
 * @param authorization as whom it wants to act, empty for as whom it logs in
 * @param name as whom it logs in
 * @param password never written anywhere
 */
public record PlainResponse(String authorization, String name, String password) {
    /** Reads a response; null if it is not one. */
    public static @Nullable PlainResponse parse(byte[] response) {
        String text = utf8(response);
        String[] parts = text == null ? new String[0] : text.split("\0", -1);
        if (parts.length != 3 || parts[1].isEmpty() || parts[2].isEmpty()) {
            return null;
        }
        return new PlainResponse(parts[0], parts[1], parts[2]);
    }

    /** The text that bytes are, null if they are no UTF-8. */
    static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "PlainResponse[" + name + "]";
    }
}
