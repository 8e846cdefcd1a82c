package chat.snug.ui.room;

import chat.snug.client.ClientRequest;
import chat.snug.client.Feature;
import chat.snug.client.PersonName;
import chat.snug.ui.Messages;
import chat.snug.ui.toast.Toast;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/** Who may always come into a room that only the invited come into. JavaFX thread. */
public final class GuestList {
    private static final String ANY_ADDRESS = "!*@*";

    private final SettledRoom room;
    private final Messages messages;
    private final StringProperty name = new SimpleStringProperty("");

    /** Asks the host who is on it. */
    GuestList(SettledRoom room, Messages messages) {
        this.room = room;
        this.messages = messages;
        ask();
    }

    /** Whether the host keeps one. */
    public boolean isThere() {
        return room.features().contains(Feature.LET_IN);
    }

    /** The masks on it, in the host's order. */
    public ObservableList<String> masks() {
        return room.rules().invited();
    }

    /** The name that is being typed; {@link #add()} puts it on the list. */
    public StringProperty nameProperty() {
        return name;
    }

    /** Who is meant, for a person to read: the name alone, if it is from any address. */
    public String describe(String mask) {
        return mask.endsWith(ANY_ADDRESS)
                ? mask.substring(0, mask.length() - ANY_ADDRESS.length())
                : mask;
    }

    /** Puts the name that was typed on the list. */
    public void add() {
        String typed = name.get().strip();
        if (!typed.isEmpty() && room.mayModerate()) {
            boolean mask = typed.indexOf('!') >= 0 || typed.indexOf('@') >= 0;
            let(mask ? typed : PersonName.toIdentity(typed).name() + ANY_ADDRESS, true);
            name.set("");
        }
    }

    /** Takes somebody off it, which can be undone for a moment. */
    public void remove(String mask) {
        let(mask, false);
        room.tell(
                new Toast(
                        messages.text("room.guests.removed", describe(mask)),
                        messages.text("toast.undo"),
                        () -> let(mask, true)));
    }

    private void let(String mask, boolean on) {
        room.submit(new ClientRequest.LetIn(room.name(), mask, on));
        ask();
    }

    private void ask() {
        room.submit(new ClientRequest.ListInvited(room.name()));
    }
}
