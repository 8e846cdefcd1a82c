package chat.snug.client;

import chat.snug.client.Failure.Kind;
import chat.snug.net.CloseReason;
import chat.snug.net.Connection;
import chat.snug.net.ConnectionHandler;
import chat.snug.net.SelectorLoop;
import chat.snug.protocol.Message;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to one host, kept up until it is closed: looks the name up, connects, registers,
 * enters the rooms, and tries again by itself when the connection goes. Any thread may call it and
 * is not kept; what happens comes as {@link ClientEvent}s, in order, on the loop that was given.
 *
 * <pre>
 *   IDLE ──connect──► DIALING ──► REGISTERING ──► ONLINE
 *    ▲                │  ▲  └─failed──┘               │ lost
 *    │ first attempt  │  └──── delay over, retryNow ──┐│
 *    └────────────────┘                           WAITING      CLOSED: close, from anywhere
 * </pre>
 *
 * Whoever has to wait at the host's door is REGISTERING for as long as that takes.
 *
 * <p>What was online once is tried again by itself, except after a wrong password, a ban, or a
 * cancellation; then it is IDLE, as after a first attempt that failed.
 */
public final class ChatClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChatClient.class);
    private static final Duration TICK = Duration.ofSeconds(1);

    /** How long a host may think about what it offers until it is told who is there. */
    private static final Duration THINKING = Duration.ofSeconds(3);

    /** A host that lets somebody wait at the door asks every minute whether they are there. */
    private static final Duration WAITING_SILENCE = Duration.ofSeconds(150);

    private enum Phase {
        IDLE,
        DIALING,
        REGISTERING,
        ONLINE,
        WAITING,
        CLOSED
    }

    private final SelectorLoop loop;
    private final Address address;
    private final ClientOptions options;
    private final Consumer<ClientEvent> events;
    private final ClientModel model;
    private final Reconnect reconnect;
    private final Alarm alarm;
    private final Alarm thinking;
    private final Strictness strictness;
    private final WireLog wireLog;

    private Phase phase = Phase.IDLE;
    private @Nullable Dialing dialing;
    private @Nullable Link link;

    /** What the model asked for, until it has returned. */
    private ClientEvent.@Nullable ConnectFailed ending;

    private int attempts;
    private boolean wasOnline;
    private long onlineSince;
    private boolean paused;

    /** Whether the person wants the key of this computer shown, whoever the host is. */
    private boolean showsKey;

    /** Whether the present connection has shown it. */
    private boolean keyShown;

    /**
     * Does nothing yet; {@link #connect()} begins.
     *
     * @param loop shared by all connections of the app; not closed by the client
     * @param events called on the loop's thread; must not block
     */
    public ChatClient(
            SelectorLoop loop,
            Address address,
            Identity identity,
            ClientOptions options,
            Consumer<ClientEvent> events) {
        this.loop = loop;
        this.address = address;
        this.options = options;
        this.events = events;
        this.reconnect = new Reconnect(options.random());
        this.alarm = new Alarm(loop);
        this.thinking = new Alarm(loop);
        this.strictness = new Strictness(address, options.trust());
        this.wireLog = new WireLog(options.clock());
        String password = options.hostKey() == null ? address.password() : options.hostKey();
        this.model =
                new ClientModel(address, identity, password, options.clock(), new ModelOutlet());
    }

    /**
     * Begins; ends in {@link ClientEvent.Connected} or {@link ClientEvent.ConnectFailed}. After a
     * failure it may be called again.
     */
    public void connect() {
        execute(this::begin);
    }

    /**
     * Stops an attempt at whatever stage it is, or the wait for the next: {@link
     * Failure.Kind#CANCELLED} follows. Does nothing while connected.
     */
    public void cancel() {
        execute(
                () -> {
                    switch (phase) {
                        case DIALING, REGISTERING, WAITING ->
                                end(new Failure(Kind.CANCELLED, ""), null);
                        case IDLE, ONLINE, CLOSED -> {
                            // There is no attempt.
                        }
                    }
                });
    }

    /** Does not wait for the next attempt any longer. */
    public void retryNow() {
        execute(this::again);
    }

    /** From the next connection on says this as the host's password; null says none. */
    public void password(@Nullable String password) {
        execute(() -> model.password(password));
    }

    /** The last lines on the wire, both ways. */
    public WireLog wireLog() {
        return wireLog;
    }

    /** Asks for something; without a connection it is refused by an event. */
    public void submit(ClientRequest request) {
        execute(() -> take(request));
    }

    /**
     * Lets the host wait with what it has to say, because a screen has fallen behind: after the
     * line that is under way no event comes from it until {@link #resumeReading()}, on this
     * connection and on later ones. Called on the loop's thread, so by whoever takes the events, it
     * counts at once. What the host sends meanwhile waits with it; a host does not wait for ever.
     */
    public void pauseReading() {
        listen(false);
    }

    /** Listens to the host again, where it was left. */
    public void resumeReading() {
        listen(true);
    }

    /**
     * Says goodbye, sends what is queued, closes; nothing is tried again. The last event is a
     * {@link ClientEvent.Disconnected} with {@link Failure.Kind#CANCELLED}.
     */
    public void close(String goodbye) {
        execute(() -> quit(goodbye));
    }

    /** Closes without a word. */
    @Override
    public void close() {
        close("");
    }

    private void listen(boolean now) {
        if (!loop.inLoop()) {
            execute(() -> listen(now));
            return;
        }
        paused = !now;
        if (link != null) {
            link.listen(now);
        }
    }

    private void execute(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("{}: the loop is closed: {}", address, e.toString());
        }
    }

    // ---- on the loop's thread: getting there

    private void take(ClientRequest request) {
        if (request instanceof ClientRequest.Quit quit) {
            quit(quit.reason());
        } else if (phase != Phase.CLOSED) {
            model.request(request);
            if (request instanceof ClientRequest.SignInByKey) {
                showKey();
            }
        }
    }

    /** A key is shown while a connection begins, so one without it begins anew. */
    private void showKey() {
        showsKey = true;
        if (phase == Phase.ONLINE && link != null && !keyShown) {
            model.quit("");
            link.letGo(true);
            link = null;
            end(new Failure(Kind.CONNECTION_LOST, ""), null);
            again();
        }
    }

    private void begin() {
        if (phase == Phase.IDLE) {
            attempts = 0;
            dial();
        }
    }

    private void again() {
        if (phase == Phase.WAITING || (phase == Phase.IDLE && wasOnline)) {
            dial();
        }
    }

    private void dial() {
        dial(null);
    }

    private void dial(@Nullable Route route) {
        alarm.stop();
        attempts++;
        phase = Phase.DIALING;
        tell(new ClientEvent.Connecting(attempts));
        alarm.set(options.connectTimeout(), this::attemptTimedOut);
        dialing = new Dialing(loop, address, route, showsKey, options, new DialingOutcome());
        dialing.start();
    }

    private ConnectionHandler register(Connection opened, Secrecy secrecy, boolean shown) {
        dialing = null;
        keyShown = shown;
        if (options.hostKey() == null) { // one does not meet oneself
            options.trust().met(address, opened.remoteAddress().getPort(), secrecy);
        }
        strictness.opened(secrecy, opened.remoteAddress());
        tell(new ClientEvent.SecrecyChanged(secrecy));
        Link made = new Link(loop, options, opened, new Heard(), wireLog, paused);
        link = made;
        phase = Phase.REGISTERING;
        if (strictness.cautious()) {
            model.openedInPlain();
            thinking.set(THINKING, model::unanswered);
        } else {
            model.opened(shown);
        }
        return made.wire();
    }

    private void attemptTimedOut() {
        if (paused && link != null) {
            // Whoever is not listened to cannot be blamed for silence.
            alarm.set(options.connectTimeout(), this::attemptTimedOut);
            return;
        }
        // Whoever is silent when spoken to like this is no host, if there was time to answer.
        long enough = options.connectTimeout().toNanos() / 2;
        boolean heldOut = link != null && link.ageNanos() >= enough;
        Kind late = dialing == null ? Kind.NO_ANSWER : dialing.tooLate();
        end(new Failure(heldOut && !model.sawIrc() ? Kind.NOT_IRC : late, ""), null);
    }

    private void online(Link in) {
        phase = Phase.ONLINE;
        wasOnline = true;
        attempts = 1;
        onlineSince = loop.nanoTime();
        in.online(model.snugHost(), () -> end(new Failure(Kind.TIMED_OUT, ""), null));
        alarm.set(TICK, this::tick);
    }

    /** Once a second: what has to happen without a word from the host. */
    private void tick() {
        alarm.set(TICK, this::tick);
        if (!paused) { // what is not listened to is not late
            model.tick();
            endIfAsked();
        }
    }

    // ---- on the loop's thread: the end

    /** An attempt or a connection is over: tells so, and waits for the next attempt if any. */
    private void end(Failure failure, @Nullable String suggestedName) {
        if (phase == Phase.CLOSED || phase == Phase.IDLE) {
            return;
        }
        LOG.debug("{}: {} {}", address, phase, failure.kind());
        boolean lost = phase == Phase.ONLINE;
        boolean again = wasOnline && Reconnect.mayHelp(failure.kind());
        letGo(false, again);
        if (!wasOnline) {
            phase = Phase.IDLE;
            tell(new ClientEvent.ConnectFailed(failure, suggestedName));
            return;
        }
        phase = again ? Phase.WAITING : Phase.IDLE;
        if (lost || !again) {
            tell(new ClientEvent.Disconnected(failure));
        }
        if (again && phase == Phase.WAITING) {
            if (lost) {
                reconnect.lasted(loop.nanoTime() - onlineSince);
            }
            Duration delay = reconnect.next();
            alarm.set(delay, this::dial);
            tell(new ClientEvent.Reconnecting(reconnect.attempts(), delay));
        }
    }

    /** Drops whatever is under way. What was sent before still leaves if {@code flush}. */
    private void letGo(boolean flush, boolean again) {
        alarm.stop();
        thinking.stop();
        strictness.gone();
        if (dialing != null) {
            dialing.cancel();
            dialing = null;
        }
        if (link != null) {
            link.letGo(flush);
            link = null;
        }
        ending = null;
        model.lost(again);
    }

    private void quit(String reason) {
        if (phase == Phase.CLOSED) {
            return;
        }
        if (link != null) {
            model.quit(reason);
        }
        phase = Phase.CLOSED;
        letGo(true, false);
        tell(new ClientEvent.Disconnected(new Failure(Kind.CANCELLED, "")));
    }

    private void closedByPeer(CloseReason reason) {
        LOG.debug("{}: {}", address, reason);
        if (reason == CloseReason.SHUTDOWN) {
            quit("");
        } else if (phase == Phase.ONLINE) {
            end(new Failure(Kind.CONNECTION_LOST, ""), null);
        } else {
            // A host that begins to talk and hangs up has no place left.
            end(new Failure(model.sawIrc() ? Kind.HOST_FULL : Kind.NOT_IRC, ""), null);
        }
    }

    private void endIfAsked() {
        if (strictness.wantsUpgrade()) {
            Route encrypted = strictness.gone();
            letGo(false, wasOnline);
            dial(encrypted);
        }
        if (ending != null) {
            end(ending.failure(), ending.suggestedName());
        }
    }

    private void tell(ClientEvent event) {
        try {
            events.accept(event);
        } catch (RuntimeException e) {
            LOG.warn("{}: the screen failed at {}", address, event.getClass().getSimpleName(), e);
        }
    }

    private final class ModelOutlet implements Outlet {
        @Override
        public void send(Message message) {
            if (link != null) {
                link.send(message);
            }
        }

        @Override
        public void tell(ClientEvent event) {
            ChatClient.this.tell(event);
        }

        @Override
        public <T extends @Nullable Object> void later(Supplier<T> work, Consumer<T> then) {
            options.work(work, result -> execute(() -> then.accept(result)));
        }

        @Override
        public boolean demands(StsOffer offer) {
            return strictness.demands(offer);
        }

        @Override
        public void end(Failure failure, @Nullable String suggestedName) {
            ending = new ClientEvent.ConnectFailed(failure, suggestedName);
        }
    }

    private final class DialingOutcome implements Dialing.Outcome {
        @Override
        public ConnectionHandler connected(Connection opened, Secrecy secrecy, boolean shown) {
            return register(opened, secrecy, shown);
        }

        @Override
        public void failed(Failure failure) {
            end(failure, null);
        }
    }

    /** What comes from the host goes into the model. */
    private final class Heard implements Wire.Listener {
        @Override
        public void received(Message message) {
            model.received(message);
            if (phase == Phase.REGISTERING && model.waiting()) {
                alarm.set(WAITING_SILENCE, ChatClient.this::attemptTimedOut);
            }
            if (phase == Phase.REGISTERING && model.online() && link != null) {
                online(link);
            }
            endIfAsked();
        }

        @Override
        public void malformed() {
            model.malformed();
            endIfAsked();
        }

        @Override
        public void endless() {
            model.malformed();
            endIfAsked();
            end(new Failure(Kind.CONNECTION_LOST, ""), null);
        }

        @Override
        public void closed(CloseReason reason) {
            closedByPeer(reason);
        }
    }
}
