package chat.snug.ui;

import chat.snug.client.Address;
import chat.snug.client.ChatClient;
import chat.snug.client.ClientEvent;
import chat.snug.client.ClientOptions;
import chat.snug.client.ClientRequest;
import chat.snug.client.Failure;
import chat.snug.client.Identity;
import chat.snug.client.Trust;
import chat.snug.client.WireLog;
import chat.snug.hosting.HostedRoom;
import chat.snug.hosting.HostingOptions;
import chat.snug.hosting.LocalAddress;
import chat.snug.hosting.NetworkAddresses;
import chat.snug.net.NanoClock;
import chat.snug.net.SelectorLoop;
import chat.snug.trust.KnownHosts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that is open to the network: the connections of this app, the rooms that it hosts, and
 * the loop under the connections. {@link #close()} is the one road out, whoever takes it: the
 * window, a signal, or the end of the app.
 */
public final class House implements Doorway, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(House.class);

    /** How long the goodbyes of all rooms may take together, and then those of all connections. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final SelectorLoop loop;
    private final Set<Guest> guests = ConcurrentHashMap.newKeySet();
    private final Set<OwnRoom> rooms = ConcurrentHashMap.newKeySet();
    private final @Nullable Path data;
    private final PersonKey key;
    private final KnownHosts knownHosts;
    private final Trust trust;
    private volatile boolean closed;

    /** A house whose rooms are kept in memory. */
    public House() throws IOException {
        this(null);
    }

    /**
     * Starts the loop.
     *
     * @param data where what its rooms say is kept, null for nowhere
     * @throws IOException if the system gives no selector
     */
    public House(@Nullable Path data) throws IOException {
        this.data = data;
        this.key = data == null ? PersonKey.inMemory() : PersonKey.in(data);
        knownHosts =
                data == null ? KnownHosts.inMemory() : KnownHosts.in(data, InstantSource.system());
        trust = Trust.ofSystem(knownHosts);
        loop = SelectorLoop.start("snug-client-loop", NanoClock.system());
    }

    /** By which rooms know whoever lives here. */
    public PersonKey key() {
        return key;
    }

    /**
     * Does ahead what the first connection would wait for: the key is made at the first start, and
     * the code of a handshake has run. Blocks for a moment.
     */
    public void prepare() {
        if (!trust.prepare(key.get())) {
            LOG.debug("the first connection will take a little longer");
        }
    }

    @Override
    public HostLink link(
            Address address,
            Identity identity,
            @Nullable String hostKey,
            Consumer<ClientEvent> events) {
        return new Guest(address, identity, hostKey, events);
    }

    @Override
    public OpenRoom open(HostingOptions options) throws IOException {
        HostedRoom hosted = HostedRoom.open(options, data);
        OwnRoom room = new OwnRoom(hosted, rooms::remove);
        rooms.add(room);
        // Whoever closes has set this before looking for rooms: one of us two sees the other.
        if (closed) {
            room.close();
            throw new IOException("The app is closing");
        }
        return room;
    }

    @Override
    public KnownHosts knownHosts() {
        return knownHosts;
    }

    @Override
    public List<LocalAddress> localAddresses() {
        return NetworkAddresses.candidates();
    }

    /**
     * Says goodbye everywhere, sends what is queued, closes. Waits, but never for long; whoever
     * calls while it is closing waits with it. Not for the JavaFX thread.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            // Rooms first: their people are told of the closing, not that the host left before it.
            closeRooms();
            List<Guest> leaving = List.copyOf(guests);
            leaving.forEach(guest -> guest.close(""));
            long end = System.nanoTime() + PATIENCE.toNanos();
            for (Guest guest : leaving) {
                guest.awaitGone(end - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            loop.close();
            knownHosts.close();
        }
    }

    /** All at once, as each waits for its own people. */
    private void closeRooms() throws InterruptedException {
        List<Thread> closing = new ArrayList<>();
        for (OwnRoom room : rooms) {
            closing.add(Thread.ofPlatform().daemon().name("snug-closing").start(room::close));
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (Thread thread : closing) {
            if (!thread.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                LOG.warn("A room did not close in time; its people see the connection end");
            }
        }
    }

    /** This app as somebody's guest, or its own. */
    private final class Guest implements HostLink {
        private final ChatClient client;
        private volatile CountDownLatch gone = new CountDownLatch(0);

        Guest(
                Address address,
                Identity identity,
                @Nullable String hostKey,
                Consumer<ClientEvent> events) {
            client =
                    new ChatClient(
                            loop,
                            address,
                            identity,
                            ClientOptions.defaults()
                                    .withTrust(trust)
                                    .withHostKey(hostKey)
                                    .withOwnKey(key::get),
                            event -> {
                                noteWhetherGone(event);
                                events.accept(event);
                            });
        }

        private void noteWhetherGone(ClientEvent event) {
            boolean ended =
                    event instanceof ClientEvent.ConnectFailed
                            || (event instanceof ClientEvent.Disconnected(Failure why)
                                    && why.kind() == Failure.Kind.CANCELLED);
            if (ended) {
                guests.remove(this);
                gone.countDown();
            }
        }

        void awaitGone(long nanos) throws InterruptedException {
            if (!gone.await(nanos, TimeUnit.NANOSECONDS)) {
                LOG.warn("A host did not take our goodbye in time");
            }
        }

        @Override
        public void connect() {
            gone = new CountDownLatch(1);
            guests.add(this);
            client.connect();
        }

        @Override
        public void cancel() {
            client.cancel();
        }

        @Override
        public void retryNow() {
            client.retryNow();
        }

        @Override
        public void password(String password) {
            client.password(password);
        }

        @Override
        public WireLog wireLog() {
            return client.wireLog();
        }

        @Override
        public void submit(ClientRequest request) {
            client.submit(request);
        }

        @Override
        public void pauseReading() {
            client.pauseReading();
        }

        @Override
        public void resumeReading() {
            client.resumeReading();
        }

        @Override
        public void close(String goodbye) {
            client.close(goodbye);
        }
    }
}
