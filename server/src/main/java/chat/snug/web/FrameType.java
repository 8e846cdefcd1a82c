package chat.snug.web;

import org.jspecify.annotations.Nullable;

/**
 * The kind of frames in which lines are sent, and the subprotocol that stands for it (<a
 * href="https://ircv3.net/specs/extensions/websocket">IRCv3 WebSocket support</a>).
 */
public enum FrameType {
    TEXT("text.ircv3.net"),
    BINARY("binary.ircv3.net");

    private final String subprotocol;

    FrameType(String subprotocol) {
        this.subprotocol = subprotocol;
    }

    /** The name in {@code Sec-WebSocket-Protocol}. */
    public String subprotocol() {
        return subprotocol;
    }

    static @Nullable FrameType of(String subprotocol) {
        for (FrameType type : values()) {
            if (type.subprotocol.equals(subprotocol)) {
                return type;
            }
        }
        return null;
    }
}
