package chat.snug.account;

import org.jspecify.annotations.Nullable;

/**
 * What a client says with the mechanism EXTERNAL (<a
 * href="https://www.rfc-editor.org/rfc/rfc4422#appendix-A">RFC 4422, appendix A</a>): who it is has
 * been proved by what encrypts the connection.
 *
 * @param authorization as whom it wants to act, empty for as whom it is known
 */
public record ExternalResponse(String authorization) {
    /** Reads a response; null if it is not one. */
    public static @Nullable ExternalResponse parse(byte[] response) {
        String text = PlainResponse.utf8(response);
        return text == null || text.indexOf('\0') >= 0 ? null : new ExternalResponse(text);
    }
}
