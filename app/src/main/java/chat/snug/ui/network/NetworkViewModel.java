package chat.snug.ui.network;

import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.ConnectionEvent;
import chat.snug.ui.HostLink;
import chat.snug.ui.Messages;
import java.time.ZoneId;
import java.util.function.Consumer;

/** What can be done on one connection beside talking. JavaFX thread. */
public final class NetworkViewModel {
    private final RoomListViewModel rooms;
    private final AccountViewModel account;
    private final WireViewModel wire;

    /**
     * For one connection.
     *
     * @param enter goes into the room of that name on the wire
     * @param showKey told whether the person is to be known by their key here, also later
     */
    public NetworkViewModel(
            Messages messages,
            HostLink link,
            ZoneId zone,
            Consumer<String> enter,
            Consumer<Boolean> showKey) {
        rooms = new RoomListViewModel(messages, link::submit, enter);
        account = new AccountViewModel(messages, link::submit, showKey);
        wire = new WireViewModel(link.wireLog(), zone);
    }

    /** The rooms to go into. */
    public RoomListViewModel rooms() {
        return rooms;
    }

    /** The person's account. */
    public AccountViewModel account() {
        return account;
    }

    /** The wire. */
    public WireViewModel wire() {
        return wire;
    }

    /** Takes in what happened; true if that was all that had to be done about it. */
    public boolean apply(ConnectionEvent event) {
        return switch (event) {
            case ClientEvent.RoomListed listed -> rooms.add(listed);
            case ClientEvent.RoomListEnd _ -> rooms.end();
            case ClientEvent.FeaturesChanged now -> {
                account.features(now.features());
                yield false;
            }
            case ClientEvent.AccountChanged now -> {
                account.account(now.account());
                yield false;
            }
            case ClientEvent.SignInFailed failed -> account.failed(failed);
            case ClientEvent.VerificationNeeded needed -> {
                account.verificationNeeded(needed.account());
                yield false;
            }
            case ClientEvent.Disconnected _ -> {
                rooms.lost();
                account.lost();
                yield false;
            }
            case ConnectionEvent _ -> false;
        };
    }

    /** So much came together. */
    public void flush() {
        rooms.flush();
    }
}
