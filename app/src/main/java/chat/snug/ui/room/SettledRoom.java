package chat.snug.ui.room;

import chat.snug.client.ClientRequest;
import chat.snug.client.Feature;
import chat.snug.ui.OpenRoom;
import chat.snug.ui.toast.Toast;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import org.jspecify.annotations.Nullable;

/** A room as its settings need it. JavaFX thread. */
public interface SettledRoom {
    /** Its name on the wire. */
    String name();

    /** What it is called. */
    ReadOnlyStringProperty titleProperty();

    /** What it is about; empty for nothing. */
    ReadOnlyStringProperty topicProperty();

    /** What the host has told. */
    RoomRules rules();

    /** Whether I may change anything. */
    boolean mayModerate();

    /** How somebody was called here who has this key; null if that is not known. */
    @Nullable String nameOfKey(String key);

    /** What the host can do. */
    Set<Feature> features();

    /** The host, if it is this computer. */
    @Nullable OpenRoom own();

    /** Asks the host for something. */
    void submit(ClientRequest request);

    /** Says what was done. */
    void tell(Toast toast);

    /** The password at the door is another one, or none. */
    void doorChanged();
}
