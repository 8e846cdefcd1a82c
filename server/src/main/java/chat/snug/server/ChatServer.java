package chat.snug.server;

import chat.snug.net.Acceptor;
import chat.snug.net.NanoClock;
import chat.snug.net.SelectorLoop;
import chat.snug.protocol.Capability;
import chat.snug.server.host.Attendance;
import chat.snug.server.host.HouseRules;
import chat.snug.server.login.Offer;
import chat.snug.server.options.ServerLimits;
import chat.snug.server.options.ServerOptions;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import chat.snug.store.FactsOnlyStore;
import chat.snug.store.MemoryStore;
import chat.snug.store.SqliteStore;
import chat.snug.store.Store;
import chat.snug.store.StoreException;
import chat.snug.store.StoreOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A room server that is running: the whole of {@code chat.snug.server} as seen from outside.
 *
 * <p>Threads: all methods may be called from any thread. The server itself runs on one thread of
 * its own, {@code snug-server-loop}.
 */
public final class ChatServer implements AutoCloseable {
    /** What everyone is told when the server closes and nothing else was said. */
    public static final String GOODBYE = "The host closed the room";

    private static final String THREAD = "snug-server-loop";
    private static final long LAST_COMMIT_MILLIS = 2_000;
    private static final Logger LOG = LoggerFactory.getLogger(ChatServer.class);

    private final SelectorLoop loop;
    private final ServerState state;
    private final Entrance entrance;
    private final Acceptor acceptor;
    private final @Nullable Acceptor webAcceptor;
    private final FrontDoor door;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ChatServer(SelectorLoop loop, ServerState state, ServerOptions options)
            throws IOException {
        this.loop = loop;
        this.state = state;
        loop.memoryLimit(options.limits().crowd().queuedBytes());
        loop.unreadLimit(options.limits().crowd().unreadBytes());
        this.door = new FrontDoor(loop, state.door);
        this.entrance = new Entrance(state);
        try {
            this.acceptor = entrance.listen();
            ServerOptions.Web web = options.web();
            this.webAcceptor = web == null ? null : entrance.listenForWeb(web);
        } catch (IOException | RuntimeException e) {
            entrance.close();
            throw e;
        }
    }

    /**
     * Starts a server. It listens when this returns.
     *
     * @throws java.net.BindException if the port is taken or not allowed
     * @throws java.net.UnknownHostException if the host is not an address of any computer
     * @throws StoreException if nothing can be kept where it is to be kept
     * @throws IOException if there is no way to listen; one of these as its cause is about the
     *     WebSockets
     */
    public static ChatServer start(ServerOptions options) throws IOException {
        return start(options, NanoClock.system(), System::currentTimeMillis);
    }

    /**
     * Starts a server with other clocks.
     *
     * @param nanos for timers
     * @param millis for the time of messages, in milliseconds of the epoch
     */
    static ChatServer start(ServerOptions options, NanoClock nanos, LongSupplier millis)
            throws IOException {
        SelectorLoop loop = SelectorLoop.start(THREAD, nanos);
        Store store = null;
        try {
            store = store(options, loop, millis);
            int random = new SecureRandom().nextInt();
            ServerState state = new ServerState(options, loop, store, millis, random);
            CommandFamilies.addTo(state);
            return new ChatServer(loop, state, options);
        } catch (IOException | RuntimeException e) {
            loop.close();
            if (store != null) {
                store.close();
            }
            throw e;
        }
    }

    private static Store store(ServerOptions options, SelectorLoop loop, LongSupplier millis)
            throws StoreException {
        StoreOptions kept = options.store();
        if (kept != null) {
            Store store = SqliteStore.open(kept, loop, millis);
            return options.history() ? store : new FactsOnlyStore(store);
        }
        ServerLimits limits = options.limits();
        Store store = new MemoryStore(limits.eventsPerRoom(), limits.logBytes(), loop.spareTime());
        return options.history() ? store : new FactsOnlyStore(store);
    }

    /** Where it listens, with the port that was free if none was asked for. */
    public InetSocketAddress address() {
        return acceptor.address();
    }

    /** Where it listens for WebSockets, null if it was not asked to. */
    public @Nullable InetSocketAddress webAddress() {
        return webAcceptor == null ? null : webAcceptor.address();
    }

    /** Offers a capability to clients from now on; those who want to know are told. */
    public void offer(Capability capability) {
        loop.execute(() -> new Offer(state).add(capability));
    }

    /** Takes a capability back; who has it loses it, and those who want to know are told. */
    public void withdraw(Capability capability) {
        loop.execute(() -> new Offer(state).remove(capability));
    }

    /** Closes with the usual goodbye; see {@link #close(String)}. */
    @Override
    public void close() {
        close(GOODBYE);
    }

    /**
     * Lets nobody in any more, tells everyone why the server closes, sends what is still to be
     * sent, and closes. Returns when all of this is done, after some seconds at most whatever the
     * clients do. A second call waits for the first one.
     *
     * @param goodbye what everyone is told
     */
    public void close(String goodbye) {
        if (closed.compareAndSet(false, true)) {
            acceptor.close();
            if (webAcceptor != null) {
                webAcceptor.close();
            }
            dismissAll(goodbye);
        }
        loop.close();
        state.store.close();
        state.passwords.close();
        entrance.close();
    }

    /** What was said is acknowledged before the goodbye, if that does not take too long. */
    private void dismissAll(String goodbye) {
        CountDownLatch dismissed = new CountDownLatch(1);
        Runnable dismiss =
                () -> {
                    for (Session session : state.people.all()) {
                        session.dismiss(goodbye);
                    }
                    dismissed.countDown();
                };
        try {
            loop.execute(() -> state.store.afterCommit(dismiss));
            if (!loop.inLoop() && !dismissed.await(LAST_COMMIT_MILLIS, TimeUnit.MILLISECONDS)) {
                loop.execute(dismiss);
            }
        } catch (RejectedExecutionException e) {
            LOG.debug("the loop was closed before the server: {}", e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Forgets for good what was said in a room: its members stay, and so does the room.
     *
     * @param room its name, with the leading {@code #}
     */
    public void forget(String room) {
        loop.execute(() -> state.rooms.forget(room));
    }

    /**
     * Forgets for good everything that is kept: what was said, accounts, rooms that are empty. The
     * rules of the house and the names of open rooms stay.
     */
    public void forgetEverything() {
        loop.execute(state.desk::forgetEverything);
    }

    /**
     * Looks who is here, once.
     *
     * @param most how many people are described, those who came first; all are counted
     * @param seen told by the server's thread, which must not be held up; never if the server
     *     closes first
     * @throws RejectedExecutionException if it is closed already
     */
    public void attendance(int most, Consumer<Attendance> seen) {
        loop.execute(() -> seen.accept(state.desk.attendance(most)));
    }

    /** Whether those who come in have to know a password. */
    public boolean isGuarded() {
        return state.desk.isGuarded();
    }

    /** Wants another password of those who come in from now on; null for none. */
    public void password(@Nullable String secret) {
        loop.execute(() -> state.desk.password(secret));
    }

    /** Who may come in, and who asks to. */
    public FrontDoor door() {
        return door;
    }

    /** Whether people may come in without encryption. */
    public boolean allowsPlain() {
        return state.privacy.allowsPlain();
    }

    /**
     * Decides anew whether people may come in without encryption; whoever is here without has to go
     * if not. Nothing changes where nobody can encrypt, see {@link ServerOptions#withSecurity}.
     */
    public void allowPlain(boolean on) {
        loop.execute(() -> state.privacy.allowPlain(on));
    }

    /** What the host has decided about what is kept. */
    public HouseRules rules() {
        return state.desk.rules();
    }

    /** Decides anew about what is kept; it holds for what was said before, too. */
    public void rules(HouseRules wanted) {
        loop.execute(() -> state.desk.rules(wanted));
    }

    /**
     * What the server holds at this moment.
     *
     * @throws RejectedExecutionException if it is closed already
     */
    CompletableFuture<Load> load() {
        CompletableFuture<Load> load = new CompletableFuture<>();
        loop.execute(() -> load.complete(Load.of(loop, state)));
        return load;
    }
}
