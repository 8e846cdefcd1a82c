package chat.snug.ui.trust;

import chat.snug.client.Address;
import chat.snug.client.KeyMismatch;
import chat.snug.client.KeyMismatch.Between;
import chat.snug.key.Fingerprint;
import chat.snug.ui.Messages;
import chat.snug.ui.Passwords;
import chat.snug.ui.Surroundings;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;

/**
 * Whoever answered, or whom an invite names, is not the one who was meant: what that can mean, by
 * which keys one sees it, and how to go on. To go back is what is offered; to forget the key that
 * was expected, which is also how an invite with another is believed, is another thing, and is
 * asked about once more. JavaFX thread.
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
        shownWords = KeyWords.of(surroundings, keys.other());
    }

    private Messages messages() {
        return surroundings.messages();
    }

    /** The words of {@code key} for what has happened here. */
    private String words(String key) {
        String form =
                switch (keys.between()) {
                    case KNOWN_AND_SHOWN -> "";
                    case INVITE_AND_SHOWN -> ".invite";
                    case KNOWN_AND_INVITE -> ".other-invite";
                };
        return messages().text(key + form, address.display());
    }

    /** As above, where only an invite that names another key is anything else. */
    private String ofInvite(String key) {
        return messages().text(isInvite() ? key + ".other-invite" : key);
    }

    private boolean isInvite() {
        return keys.between() == Between.KNOWN_AND_INVITE;
    }

    /** What has happened. */
    public String title() {
        return words("alarm.title");
    }

    /** What it can mean. */
    public String text() {
        return keys.expected() == null
                ? messages().text("alarm.text.vouched", address.display())
                : words("alarm.text");
    }

    /** What to do about it. */
    public String advice() {
        return messages().text("alarm.advice");
    }

    /** Whose the expected key is. */
    public String expectedLabel() {
        return words("alarm.expected");
    }

    /** The fingerprint that was expected; empty if the host is not known by a key of its own. */
    public String expected() {
        Fingerprint key = keys.expected();
        return key == null ? "" : key.hex();
    }

    /** Its four words; empty as long as they are worked out. */
    public ReadOnlyStringProperty expectedWordsProperty() {
        return expectedWords;
    }

    /** Whose the other key is. */
    public String shownLabel() {
        return ofInvite("alarm.shown");
    }

    /** The fingerprint that was shown, or that the invite names. */
    public String shown() {
        return keys.other().hex();
    }

    /** Its four words; empty as long as they are worked out. */
    public ReadOnlyStringProperty shownWordsProperty() {
        return shownWords;
    }

    /** What the button says that leads to forgetting. */
    public String forgetLabel() {
        return words("alarm.forget");
    }

    /** What to know before one is sure. */
    public String sureText() {
        return ofInvite("alarm.sure.text");
    }

    /** What the button says that forgets. */
    public String sureLabel() {
        return ofInvite("alarm.sure.yes");
    }

    /** What the button says that does not. */
    public String keepLabel() {
        return ofInvite("alarm.sure.no");
    }

    /** Whether the person is asked if they are sure. */
    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /** The person thinks of forgetting the key that was expected; or does not any more. */
    public void ask(boolean forgetting) {
        asking.set(forgetting);
    }

    /**
     * Forgets the key, once the person was asked and is sure: the host is met anew, or by the key
     * that the invite names if that is what was believed. What let the person in was for whoever
     * had the key, and nobody else is told it unless the person says it again. Goes nowhere by
     * itself.
     */
    public void forget() {
        if (asking.get()) {
            asking.set(false);
            String host = address.host();
            int port = address.port();
            surroundings.doorway().knownHosts().forget(host, port);
            surroundings.settings().update(settings -> settings.withoutPin(host, port));
            Passwords passwords = surroundings.belongings().passwords();
            passwords.door(address, null);
            passwords.account(address, null);
            onForgotten.accept(isInvite() ? address : address.withPin(null).withPassword(null));
        }
    }
}
