package chat.snug.client;

import chat.snug.client.Failure.Kind;
import chat.snug.net.CloseReason;
import chat.snug.net.Connection;
import chat.snug.net.ConnectionHandler;
import chat.snug.net.SelectorLoop;
import chat.snug.protocol.Message;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the connection to one host up until it is closed: what is under way at the time, what may
 * happen next, and what a failure leads to.
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
 * cancellation; then it is IDLE, as after a first attempt that failed. Belongs to the loop's
 * thread.
 */
final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
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
    private final Executor onLoop;
    private final Address address;
    private final ClientOptions options;
    private final Consumer<ClientEvent> events;
    private final ClientModel model;
    private final Attempts attempts;
    private final Alarm alarm;
    private final Alarm thinking;
    private final Strictness strictness;
    private final WireLog wireLog;

    private Phase phase = Phase.IDLE;
    private @Nullable Dialing dialing;
    private @Nullable Link link;

    /** What the model asked for, until it has returned. */
    private ClientEvent.@Nullable ConnectFailed ending;

    private boolean paused;

    /** Whether the person wants the key of this computer shown, whoever the host is. */
    private boolean showsKey;

    /** Whether the host was spoken with encrypted, now or before: then not otherwise. */
    private boolean neverInPlain;

    /** Whether the present connection has shown it. */
    private boolean keyShown;

    /**
     * Does nothing yet; {@link #begin()} begins. Only this may be called on another thread.
     *
     * @param onLoop brings to the loop what is ready on another thread
     * @param wireLog takes what goes over the wire, both ways
     * @param events told what happens
     */
    Upkeep(
            SelectorLoop loop,
            Executor onLoop,
            Address address,
            Identity identity,
            ClientOptions options,
            WireLog wireLog,
            Consumer<ClientEvent> events) {
        this.loop = loop;
        this.onLoop = onLoop;
        this.address = address;
        this.options = options;
        this.wireLog = wireLog;
        this.events = events;
        this.attempts = new Attempts(loop, options.random());
        this.alarm = new Alarm(loop);
        this.thinking = new Alarm(loop);
        this.strictness = new Strictness(address, options.trust());
        String password = options.hostKey() == null ? address.password() : options.hostKey();
        this.model =
                new ClientModel(address, identity, password, options.clock(), new ModelOutlet());
    }

    /** Makes the first attempt, unless something is under way. */
    void begin() {
        if (phase == Phase.IDLE) {
            attempts.begin();
            dial();
        }
    }

    /** Stops an attempt or the wait for one; nothing while connected. */
    void cancel() {
        switch (phase) {
            case DIALING, REGISTERING, WAITING -> end(new Failure(Kind.CANCELLED, ""), null);
            case IDLE, ONLINE, CLOSED -> {
                // There is no attempt.
            }
        }
    }

    /** Does not wait for the next attempt any longer. */
    void again() {
        if (phase == Phase.WAITING || (phase == Phase.IDLE && attempts.succeeded())) {
            dial();
        }
    }

    /** From the next connection on says this as the host's password; null says none. */
    void password(@Nullable String password) {
        model.password(password);
    }

    /** Listens to the host, or lets it wait, on this connection and on later ones. */
    void listen(boolean now) {
        paused = !now;
        if (link != null) {
            link.listen(now);
        }
    }

    /** Asks the host for something. */
    void take(ClientRequest request) {
        if (request instanceof ClientRequest.Quit quit) {
            quit(quit.reason());
        } else if (request instanceof ClientRequest.NeverInPlain) {
            neverInPlain = true;
        } else if (phase != Phase.CLOSED) {
            model.request(request);
            if (request instanceof ClientRequest.SignInByKey) {
                showKey();
            }
        }
    }

    /** Says goodbye and closes for good. */
    void quit(String reason) {
        if (phase == Phase.CLOSED) {
            return;
        }
        if (link != null) {
            model.quit(reason);
        }
        phase = Phase.CLOSED;
        letGo(true, false);
        events.accept(new ClientEvent.Disconnected(new Failure(Kind.CANCELLED, "")));
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

    private void dial() {
        dial(null);
    }

    private void dial(@Nullable Route route) {
        alarm.stop();
        phase = Phase.DIALING;
        events.accept(new ClientEvent.Connecting(attempts.next()));
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
        events.accept(new ClientEvent.SecrecyChanged(secrecy));
        Link made = new Link(loop, options, opened, new Heard(), wireLog, paused);
        link = made;
        phase = Phase.REGISTERING;
        boolean silent = neverInPlain && !secrecy.encrypted();
        neverInPlain |= secrecy.encrypted();
        if (silent || strictness.cautious()) {
            model.openedInPlain(silent);
            thinking.set(THINKING, this::unanswered);
        } else {
            model.opened(shown);
        }
        return made.wire();
    }

    private void unanswered() {
        model.unanswered();
        endIfAsked();
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
        attempts.online();
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

    /** An attempt or a connection is over: tells so, and waits for the next attempt if any. */
    private void end(Failure failure, @Nullable String suggestedName) {
        if (phase == Phase.CLOSED || phase == Phase.IDLE) {
            return;
        }
        LOG.debug("{}: {} {}", address, phase, failure.kind());
        boolean lost = phase == Phase.ONLINE;
        boolean again = attempts.goOnAfter(failure.kind());
        letGo(false, again);
        if (!attempts.succeeded()) {
            phase = Phase.IDLE;
            events.accept(new ClientEvent.ConnectFailed(failure, suggestedName));
            return;
        }
        phase = again ? Phase.WAITING : Phase.IDLE;
        if (lost || !again) {
            events.accept(new ClientEvent.Disconnected(failure));
        }
        if (again && phase == Phase.WAITING) {
            ClientEvent.Reconnecting next = attempts.delay(lost);
            alarm.set(next.delay(), this::dial);
            events.accept(next);
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
            letGo(false, attempts.succeeded());
            dial(encrypted);
        }
        if (ending != null) {
            end(ending.failure(), ending.suggestedName());
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
            events.accept(event);
        }

        @Override
        public <T extends @Nullable Object> void later(Supplier<T> work, Consumer<T> then) {
            options.work(work, result -> onLoop.execute(() -> then.accept(result)));
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
                alarm.set(WAITING_SILENCE, Upkeep.this::attemptTimedOut);
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
