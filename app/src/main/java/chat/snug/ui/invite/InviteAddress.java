package chat.snug.ui.invite;

/**
 * A way to call this computer.
 *
 * @param host the number or name that an address begins with
 * @param network where it leads through, for a person to tell several apart; empty if unknown
 */
public record InviteAddress(String host, String network) {
    @Override
    public String toString() {
        return network.isEmpty() ? host : host + " · " + network;
    }
}
