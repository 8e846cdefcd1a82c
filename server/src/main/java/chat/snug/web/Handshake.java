package chat.snug.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.HandshakeState;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.IncompleteHandshakeException;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ClientHandshakeBuilder;
import org.java_websocket.handshake.HandshakeBuilder;
import org.java_websocket.handshake.HandshakeImpl1Server;
import org.java_websocket.protocols.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * The answer to the request that opens a WebSocket (RFC 6455, section 4.2). No extension is ever
 * accepted, so nothing is compressed. Of the subprotocols that a client names, most preferred
 * first, the first one that is known here is taken; without any, lines are sent as text and the
 * answer names none (IRCv3 WebSocket support).
 */
sealed interface Handshake {
    /** How long a request may be. */
    int MAX_BYTES = 8 * 1024;

    /**
     * The client may go on.
     *
     * @param draft reads its frames
     */
    record Accepted(ByteBuffer response, Draft_6455 draft, FrameType type) implements Handshake {}

    /** The client is turned away. */
    record Refused(ByteBuffer response) implements Handshake {}

    String VERSION = "13";
    String SUBPROTOCOL = "Sec-WebSocket-Protocol";
    int KEY_BYTES = 16;

    /**
     * Answers a request.
     *
     * @param request all of it, up to the empty line
     * @param origins of which pages' scripts may connect; empty for any
     * @param maxPayload how many bytes a frame may hold
     */
    static Handshake answer(ByteBuffer request, Set<String> origins, int maxPayload) {
        try {
            return Draft.translateHandshakeHttp(request, Role.SERVER)
                            instanceof ClientHandshakeBuilder client
                    ? answer(client, origins, maxPayload)
                    : refused("400 Bad Request");
        } catch (InvalidHandshakeException | IncompleteHandshakeException _) {
            return refused("400 Bad Request");
        }
    }

    private static Handshake answer(
            ClientHandshakeBuilder request, Set<String> origins, int maxPayload)
            throws InvalidHandshakeException {
        if (!hasWord(request, "Upgrade", "websocket")
                || !hasWord(request, "Connection", "upgrade")
                || request.getFieldValue("Host").isEmpty()
                || !isKey(request.getFieldValue("Sec-WebSocket-Key"))) {
            return refused("400 Bad Request");
        }
        if (!request.getFieldValue("Sec-WebSocket-Version").trim().equals(VERSION)) {
            return refused("426 Upgrade Required");
        }
        String origin = request.getFieldValue("Origin").toLowerCase(Locale.ROOT);
        if (!origins.isEmpty() && !origins.contains(origin)) {
            return refused("403 Forbidden");
        }
        FrameType type = chosen(request);
        String subprotocol = type == null ? "" : type.subprotocol();
        request.put(SUBPROTOCOL, subprotocol);
        Draft_6455 draft =
                new Draft_6455(List.of(), List.of(new Protocol(subprotocol)), maxPayload);
        draft.setParseMode(Role.SERVER);
        if (draft.acceptHandshakeAsServer(request) != HandshakeState.MATCHED) {
            return refused("400 Bad Request");
        }
        HandshakeBuilder response =
                draft.postProcessHandshakeResponseAsServer(request, new HandshakeImpl1Server());
        response.put("Connection", "Upgrade");
        response.put("Server", "Snug");
        return new Accepted(
                draft.createHandshake(response).getFirst(),
                draft,
                type == null ? FrameType.TEXT : type);
    }

    private static @Nullable FrameType chosen(ClientHandshake request) {
        for (String word : words(request, SUBPROTOCOL)) {
            FrameType type = FrameType.of(word);
            if (type != null) {
                return type;
            }
        }
        return null;
    }

    private static boolean hasWord(ClientHandshake request, String field, String wanted) {
        for (String word : words(request, field)) {
            if (word.equalsIgnoreCase(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** Between several fields of one name the library puts a semicolon. */
    private static String[] words(ClientHandshake request, String field) {
        return request.getFieldValue(field).trim().split("\\s*[,;]\\s*", -1);
    }

    private static boolean isKey(String key) {
        try {
            return Base64.getDecoder().decode(key.trim()).length == KEY_BYTES;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /**
     * An answer that opens nothing.
     *
     * @param status the code and the phrase
     */
    static Refused refused(String status) {
        String text = "This address is for WebSocket clients (subprotocol text.ircv3.net).\r\n";
        String response =
                "HTTP/1.1 "
                        + status
                        + "\r\nConnection: close\r\nSec-WebSocket-Version: "
                        + VERSION
                        + "\r\nContent-Type: text/plain\r\nContent-Length: "
                        + text.length()
                        + "\r\n\r\n"
                        + text;
        return new Refused(ByteBuffer.wrap(response.getBytes(StandardCharsets.US_ASCII)));
    }
}
