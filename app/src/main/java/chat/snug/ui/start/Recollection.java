package chat.snug.ui.start;

import chat.snug.client.Address;
import chat.snug.ui.Passwords;
import chat.snug.ui.Passwords.Remembered;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Looks up how a person comes in at a host, which takes as long as they take to unlock their
 * keyring, and can be given up meanwhile. JavaFX thread.
 */
final class Recollection {
    private final Passwords passwords;
    private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper();
    private int begun;

    Recollection(Passwords passwords) {
        this.passwords = passwords;
    }

    /** Whether the keyring is asked just now. */
    ReadOnlyBooleanProperty underWayProperty() {
        return underWay.getReadOnlyProperty();
    }

    /**
     * Asks for what is remembered of a host.
     *
     * @param door whether what opens the door is wanted
     * @param account whether the account is
     * @param then is given it, at once if nobody has to be asked; never if it is given up
     */
    void begin(Address host, boolean door, boolean account, Consumer<Remembered> then) {
        begun++;
        int mine = begun;
        underWay.set(true);
        passwords.recall(
                host,
                door,
                account,
                found -> {
                    if (underWay.get() && begun == mine) {
                        underWay.set(false);
                        then.accept(found);
                    }
                });
    }

    /** Gives it up; whether there was anything to give up. */
    boolean cancel() {
        boolean was = underWay.get();
        underWay.set(false);
        return was;
    }
}
