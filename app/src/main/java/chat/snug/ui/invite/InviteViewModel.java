package chat.snug.ui.invite;

import chat.snug.client.Address;
import chat.snug.client.RoomName;
import chat.snug.hosting.LocalAddress;
import chat.snug.key.Fingerprint;
import chat.snug.ui.Messages;
import chat.snug.ui.OpenRoom;
import chat.snug.ui.Surroundings;
import chat.snug.ui.trust.KeyWords;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What to hand out so that others come into a room: the link, the address, and how to come in with
 * other programs, for each way to call this computer. JavaFX thread.
 */
public final class InviteViewModel {
    /** Means nothing to a shell. */
    private static final Pattern HARMLESS = Pattern.compile("[\\p{L}\\p{N}\\[\\]._:/-]+");

    private final Surroundings surroundings;
    private final String title;
    private final String room;
    private final Address address;
    private final @Nullable OpenRoom own;
    private final ObservableList<InviteAddress> addresses = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable InviteAddress> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Address> invite;
    private final InviteKey key;
    private final boolean hasKey;
    private final ReadOnlyStringProperty hostWords;

    /**
     * @param title what the room is called
     * @param room its name on the wire
     * @param address what others type to get to its host
     * @param own the host, if it is this computer
     */
    public InviteViewModel(
            Surroundings surroundings,
            String title,
            String room,
            Address address,
            @Nullable OpenRoom own) {
        this.surroundings = surroundings;
        this.title = title;
        this.room = room;
        this.address = address;
        this.own = own;
        invite = new ReadOnlyObjectWrapper<>(clickable(address).withRoom(room).withPassword(null));
        key = new InviteKey(surroundings, own, this::carry);
        hasKey = address.pin() != null;
        hostWords = KeyWords.of(surroundings, address.pin());
        InviteAddress first = new InviteAddress(address.host(), "");
        addresses.setAll(first);
        chosen.set(first);
        chosen.addListener((_, _, now) -> choose(now));
        if (own != null) {
            surroundings.background().execute(() -> find(own));
        }
    }

    /** An address without a scheme is for typing; a link has one. */
    private static Address clickable(Address address) {
        return address.scheme() == Address.Scheme.BARE
                ? address.withScheme(Address.Scheme.IRC)
                : address;
    }

    /** Asking the system for addresses and names takes a moment. */
    private void find(OpenRoom hosted) {
        List<InviteAddress> found = new ArrayList<>();
        for (LocalAddress each : hosted.addresses()) {
            found.add(new InviteAddress(each.host(), each.network()));
        }
        for (String name : hosted.names()) {
            found.add(new InviteAddress(name, words().text("invite.name-of-computer")));
        }
        surroundings.events().execute(() -> show(found));
    }

    private void show(List<InviteAddress> found) {
        InviteAddress before = chosen.get();
        String host = before == null ? address.host() : before.host();
        if (!found.isEmpty()) {
            addresses.setAll(found);
            chosen.set(
                    found.stream()
                            .filter(each -> each.host().equals(host))
                            .findFirst()
                            .orElse(found.getFirst()));
        }
    }

    private void choose(@Nullable InviteAddress now) {
        if (now != null && own != null) {
            String carried = invite.get().password();
            invite.set(own.address(now.host()).withRoom(room).withPassword(carried));
        }
    }

    /** From now on what is handed out opens the door. */
    private void carry(String secret) {
        invite.set(invite.get().withPassword(secret));
    }

    /** The key that what is handed out can carry. */
    public InviteKey key() {
        return key;
    }

    private Messages words() {
        return surroundings.messages();
    }

    /** What the sheet is about. */
    public String title() {
        return words().text("invite.title", title);
    }

    /** The ways to call this computer, the most likely first; one if it is somebody else's. */
    public ObservableList<InviteAddress> addresses() {
        return addresses;
    }

    /** The way that is handed out. */
    public ObjectProperty<@Nullable InviteAddress> chosenProperty() {
        return chosen;
    }

    /** Changes with what is chosen. */
    public ReadOnlyObjectProperty<Address> inviteProperty() {
        return invite.getReadOnlyProperty();
    }

    /** What this app opens when it is clicked or pasted. */
    public String link() {
        return invite.get().invite();
    }

    /** Host and port, as one says it over the table. */
    public String address() {
        return invite.get().display();
    }

    /** The link as a picture. */
    QrCode code() {
        return QrCode.of(link());
    }

    /** Whether the host has a key, and so four words. */
    public boolean hasKey() {
        return hasKey;
    }

    /** Its four words, to be compared; empty until they are worked out, or if it has no key. */
    public ReadOnlyStringProperty wordsProperty() {
        return hostWords;
    }

    /** Whose words they are. */
    public String wordsLabel() {
        return words().text(own == null ? "invite.words" : "trust.compare.own");
    }

    /** Whether the host is known to encrypt. */
    private boolean encrypted() {
        Address to = invite.get();
        return to.pin() != null || to.scheme() == Address.Scheme.IRCS;
    }

    /** How to come in with irssi: two lines of its own commands. */
    public String irssi() {
        Address to = invite.get();
        Fingerprint pin = to.pin();
        // Nobody vouches for the host's certificate; its key is what counts.
        String proof = pin == null ? "" : "-tls_pinned_pubkey " + pin.hex() + ' ';
        String tls = encrypted() ? "-tls " + proof : "";
        return "/connect " + tls + to.host() + ' ' + to.port() + behind(to) + "\n/join " + room;
    }

    private static String behind(Address to) {
        return to.password() == null ? "" : ' ' + to.password();
    }

    /** How to come in with HexChat: what to type into a terminal, or into itself with a key. */
    public String hexChat() {
        Address to = invite.get();
        if (to.password() != null) {
            String tls = encrypted() ? "-ssl " : "";
            return "/server " + tls + to.host() + ' ' + to.port() + behind(to) + "\n/join " + room;
        }
        String host = to.host().indexOf(':') < 0 ? to.host() : '[' + to.host() + ']';
        String scheme = encrypted() ? "ircs://" : "irc://";
        String url = scheme + host + ':' + to.port() + '/' + RoomName.toScreen(room);
        return "hexchat --url=" + shellWord(url);
    }

    /** One word of a command line, whatever strangers call their room. */
    private static String shellWord(String text) {
        return HARMLESS.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
