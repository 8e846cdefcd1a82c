package chat.snug.ui.shell;

import chat.snug.client.Feature;
import chat.snug.client.MessageLimit;
import chat.snug.client.Secrecy;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The terms on which one talks with a host: how that is kept from others, what can be asked of it,
 * and what it takes as one message. JavaFX thread.
 */
final class HostTerms {
    private final ReadOnlyObjectWrapper<Secrecy> secrecy =
            new ReadOnlyObjectWrapper<>(Secrecy.NONE);
    private final ReadOnlyObjectWrapper<Lock> lock = new ReadOnlyObjectWrapper<>(Lock.OPEN);
    private Set<Feature> features = Set.of();
    private MessageLimit limit = MessageLimit.USUAL;

    /** How the connection is kept from others. */
    ReadOnlyObjectProperty<Secrecy> secrecyProperty() {
        return secrecy.getReadOnlyProperty();
    }

    /** Who can read along. */
    ReadOnlyObjectProperty<Lock> lockProperty() {
        return lock.getReadOnlyProperty();
    }

    /** What can be asked of the host. */
    Set<Feature> features() {
        return features;
    }

    /** What the host takes as one message. */
    MessageLimit limit() {
        return limit;
    }

    /** The connection is open, and kept from others like this. */
    void setSecrecy(Secrecy now) {
        secrecy.set(now);
        lock.set(Lock.of(now, features));
    }

    /** The person has compared the host's key, or not after all: who can read along stays. */
    void setCompared(Secrecy now) {
        secrecy.set(now);
    }

    /** The host has said what can be asked of it. */
    void setFeatures(Set<Feature> now) {
        features = now;
        lock.set(Lock.of(secrecy.get(), now));
    }

    /** The host has said what it takes. */
    void setLimit(MessageLimit now) {
        limit = now;
    }
}
