package chat.snug.transcript;

import chat.snug.client.Conversations;

/**
 * A conversation as a transcript knows it.
 *
 * @param host where: {@code 192.168.1.20:6667}, or {@link #OWN}
 * @param conversation its name on the wire
 */
public record Place(String host, String conversation) {
    /** The host on one's own computer, at whatever port. */
    public static final String OWN = "own";

    String key() {
        return host + ' ' + Conversations.key(conversation);
    }
}
