package chat.snug.ui.trust;

import chat.snug.client.Address;
import chat.snug.client.KeyMismatch;
import chat.snug.ui.Messages;
import chat.snug.ui.Surroundings;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;

/**
 * Whoever answered is not the one who was meant: what that can mean, by which keys one sees it, and
 * how to go on. To go back is what is offered; to forget the key that was expected is another
 * thing, and is asked about once more. JavaFX thread.
 */
public final class KeyAlarmViewModel {
    private final Surroundings surroundings;
    private final Address address;
    private final KeyMismatch keys;
    private final Consumer<Address> onForgotten;
    private final ReadOnlyStringProperty expectedWords;
    private final ReadOnlyStringProperty shownWords;
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();

    /**
     * @param onForgotten told with the address by which the host can be met anew
     */
    public KeyAlarmViewModel(
            Surroundings surroundings, KeyAlarm alarm, Consumer<Address> onForgotten) {
        this.surroundings = surroundings;
        this.address = alarm.address();
        this.keys = alarm.keys();
        this.onForgotten = onForgotten;
        expectedWords = KeyWords.of(surroundings, keys.expected());
        shownWords = KeyWords.of(surroundings, keys.shown());
    }

    private Messages messages() {
        return surroundings.messages();
    }

    private String either(String known, String invite) {
        return messages().text(keys.known() ? known : invite, address.display());
    }

    /** What has happened. */
    public String title() {
        return either("alarm.title", "alarm.title.invite");
    }

    /** What it can mean. */
    public String text() {
        return either("alarm.text", "alarm.text.invite");
    }

    /** What to do about it. */
    public String advice() {
        return messages().text("alarm.advice");
    }

    /** Whose the expected key is. */
    public String expectedLabel() {
        return either("alarm.expected", "alarm.expected.invite");
    }

    /** The fingerprint that was expected. */
    public String expected() {
        return keys.expected().hex();
    }

    /** Its four words; empty as long as they are worked out. */
    public ReadOnlyStringProperty expectedWordsProperty() {
        return expectedWords;
    }

    /** The fingerprint that was shown. */
    public String shown() {
        return keys.shown().hex();
    }

    /** Its four words; empty as long as they are worked out. */
    public ReadOnlyStringProperty shownWordsProperty() {
        return shownWords;
    }

    /** What the button says that leads to forgetting. */
    public String forgetLabel() {
        return either("alarm.forget", "alarm.forget.invite");
    }

    /** Whether the person is asked if they are sure. */
    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /** The person thinks of forgetting the key that was expected; or does not any more. */
    public void ask(boolean forgetting) {
        asking.set(forgetting);
    }

    /** Forgets the key, once the person was asked and is sure. Goes nowhere by itself. */
    public void forget() {
        if (asking.get()) {
            asking.set(false);
            String host = address.host();
            int port = address.port();
            surroundings.doorway().knownHosts().forget(host, port);
            surroundings.settings().update(settings -> settings.withoutPin(host, port));
            onForgotten.accept(address.withPin(null));
        }
    }
}
