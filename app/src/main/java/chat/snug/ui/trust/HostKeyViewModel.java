package chat.snug.ui.trust;

import chat.snug.client.Address;
import chat.snug.client.Secrecy;
import chat.snug.client.Secrecy.Proof;
import chat.snug.key.Fingerprint;
import chat.snug.ui.Messages;
import chat.snug.ui.Surroundings;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * How one knows that a host is the right one: in plain words, in four words to compare aloud, and
 * as a fingerprint. JavaFX thread.
 */
public final class HostKeyViewModel {
    private final Surroundings surroundings;
    private final String title;
    private final Address address;
    private final Secrecy secrecy;
    private final boolean own;
    private final boolean mixed;
    private final Consumer<Secrecy> onChecked;
    private final ReadOnlyStringProperty words;
    private final ReadOnlyStringWrapper explanation = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper checked = new ReadOnlyBooleanWrapper();

    /**
     * @param title what the host is called
     * @param address where it is
     * @param own whether it is this computer
     * @param mixed whether others may be there without encryption
     * @param onChecked told what holds once the person has compared the words, or has not after all
     */
    public HostKeyViewModel(
            Surroundings surroundings,
            String title,
            Address address,
            Secrecy secrecy,
            boolean own,
            boolean mixed,
            Consumer<Secrecy> onChecked) {
        this.surroundings = surroundings;
        this.title = title;
        this.address = address;
        this.secrecy = secrecy;
        this.own = own;
        this.mixed = mixed;
        this.onChecked = onChecked;
        words = KeyWords.of(surroundings, comparable() ? secrecy.key() : null);
        checked.set(secrecy.proof() == Proof.CHECKED);
        explain();
    }

    private Messages messages() {
        return surroundings.messages();
    }

    private void explain() {
        String host = address.display();
        String proof =
                switch (secrecy.proof()) {
                    case NONE -> messages().text("trust.none");
                    case VOUCHED -> messages().text("trust.vouched", address.host());
                    case FIRST_USE, KNOWN, CHECKED, INVITE -> {
                        if (own) {
                            yield messages().text("trust.own");
                        }
                        if (checked.get()) {
                            yield messages().text("trust.checked");
                        }
                        yield switch (secrecy.proof()) {
                            case FIRST_USE -> messages().text("trust.first", host);
                            case INVITE -> messages().text("trust.invite");
                            case NONE, KNOWN, CHECKED, VOUCHED -> messages().text("trust.known");
                        };
                    }
                };
        explanation.set(mixed ? messages().text("trust.mixed", proof) : proof);
    }

    /** What it is about. */
    public String title() {
        return messages().text(own ? "trust.title.own" : "trust.title", title);
    }

    /** What speaks for the host being the right one. */
    public ReadOnlyStringProperty explanationProperty() {
        return explanation.getReadOnlyProperty();
    }

    /** Whether there are words to compare: the host is known by a key of its own. */
    public boolean comparable() {
        return secrecy.encrypted() && secrecy.proof() != Proof.VOUCHED;
    }

    /** What the four words are for. */
    public String invitation() {
        return messages().text(own ? "trust.compare.own" : "trust.compare");
    }

    /** The four words; empty as long as they are worked out. */
    public ReadOnlyStringProperty wordsProperty() {
        return words;
    }

    /** Whether the person can say that they have compared them. */
    public boolean checkable() {
        return comparable() && !own;
    }

    /** Whether they have. */
    public ReadOnlyBooleanProperty checkedProperty() {
        return checked.getReadOnlyProperty();
    }

    /** These are the right words; or that was said too early. */
    public void check(boolean right) {
        Fingerprint key = secrecy.key();
        if (checkable() && key != null && right != checked.get()) {
            checked.set(right);
            surroundings.doorway().knownHosts().check(address.host(), address.port(), key, right);
            onChecked.accept(new Secrecy(right ? Proof.CHECKED : unchecked(), key));
            explain();
        }
    }

    /** What the host is proven by without the person. */
    private Proof unchecked() {
        return secrecy.proof() == Proof.INVITE ? Proof.INVITE : Proof.KNOWN;
    }

    /** The fingerprint of the host's key as other programs show it; null if it shows none. */
    public @Nullable String fingerprint() {
        Fingerprint key = secrecy.key();
        return key == null ? null : key.hex();
    }
}
