package chat.snug.ui;

import chat.snug.client.Address;
import chat.snug.hosting.HostedRoom;
import chat.snug.hosting.HouseDoor;
import chat.snug.hosting.KeepingRules;
import chat.snug.hosting.KeptData;
import chat.snug.hosting.LocalAddress;
import chat.snug.hosting.Visitors;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A room of this app's own, as the screens see it. */
final class OwnRoom implements OpenRoom {
    private final HostedRoom hosted;
    private final Consumer<OwnRoom> onClose;

    /**
     * @param onClose told before it closes
     */
    OwnRoom(HostedRoom hosted, Consumer<OwnRoom> onClose) {
        this.hosted = hosted;
        this.onClose = onClose;
    }

    @Override
    public Address address() {
        return hosted.address();
    }

    @Override
    public Address hostAddress() {
        return hosted.hostAddress();
    }

    @Override
    public String hostKey() {
        return hosted.hostKey();
    }

    @Override
    public boolean hasOtherKey() {
        return hosted.hasOtherKey();
    }

    @Override
    public HouseDoor door() {
        return hosted.door();
    }

    @Override
    public boolean guarded() {
        return hosted.isGuarded();
    }

    @Override
    public List<LocalAddress> addresses() {
        return hosted.addresses();
    }

    @Override
    public List<String> names() {
        return hosted.names();
    }

    @Override
    public Address address(String host) {
        return hosted.address(host);
    }

    @Override
    public void look(int most, Consumer<Visitors> seen) {
        hosted.look(most, seen);
    }

    @Override
    public void password(@Nullable String password) {
        hosted.password(password);
    }

    @Override
    public boolean allowsPlain() {
        return hosted.allowsPlain();
    }

    @Override
    public void allowPlain(boolean on) {
        hosted.allowPlain(on);
    }

    @Override
    public KeepingRules keeping() {
        return hosted.keeping();
    }

    @Override
    public void keeping(KeepingRules rules) {
        hosted.keeping(rules);
    }

    @Override
    public @Nullable KeptData kept() throws IOException {
        return hosted.kept();
    }

    @Override
    public void forgetEverything() {
        hosted.forgetEverything();
    }

    @Override
    public void close() {
        onClose.accept(this);
        hosted.close();
    }
}
