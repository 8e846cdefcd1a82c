package chat.snug.ui;

import chat.snug.client.Address;
import chat.snug.client.ClientEvent;
import chat.snug.client.ClientRequest;
import chat.snug.client.EventWeight;
import chat.snug.client.Identity;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A link to a host whose events arrive on the JavaFX thread, in batches, at whoever looks after it
 * at the time: first the screen that asked to come in, then the shell. JavaFX thread only.
 */
public final class Visit {
    private final HostLink link;
    private final String name;
    private Consumer<List<ClientEvent>> receiver;

    /** A visit that does nothing before {@code link().connect()}. */
    public Visit(
            Doorway doorway,
            UiEvents events,
            Address address,
            Identity identity,
            @Nullable String hostKey,
            Consumer<List<ClientEvent>> receiver) {
        this.receiver = receiver;
        this.name = identity.name();
        this.link =
                doorway.link(
                        address,
                        identity,
                        hostKey,
                        events.inbox(
                                (List<ClientEvent> batch) -> deliver(batch),
                                new Flow(),
                                EventWeight::of));
    }

    /** The same as somebody at this computer, known by their key where they want that. */
    public static Visit of(
            Surroundings surroundings,
            Address address,
            Identity identity,
            @Nullable String hostKey,
            Consumer<List<ClientEvent>> receiver) {
        Visit visit =
                new Visit(
                        surroundings.doorway(),
                        surroundings.events(),
                        address,
                        identity,
                        hostKey,
                        receiver);
        if (surroundings.belongings().showsKey(address)) {
            visit.link.submit(new ClientRequest.SignInByKey());
        }
        return visit;
    }

    /** A host that sends faster than the screen shows has to wait. */
    private final class Flow implements UiEvents.Tap {
        @Override
        public void close() {
            link.pauseReading();
        }

        @Override
        public void open() {
            link.resumeReading();
        }
    }

    private void deliver(List<ClientEvent> batch) {
        receiver.accept(batch);
    }

    /** What to ask of the host. */
    public HostLink link() {
        return link;
    }

    /** The name that was asked for. */
    public String name() {
        return name;
    }

    /** From now on events go to {@code newReceiver}. */
    public void deliverTo(Consumer<List<ClientEvent>> newReceiver) {
        receiver = newReceiver;
    }

    /** Says goodbye and closes; what still happens on it interests nobody. */
    public void leave(String goodbye) {
        forget();
        link.close(goodbye);
    }

    /** What still happens on it interests nobody. */
    public void forget() {
        receiver = _ -> {};
    }
}
