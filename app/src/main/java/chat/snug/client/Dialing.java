package chat.snug.client;

import chat.snug.client.Failure.Kind;
import chat.snug.net.CloseReason;
import chat.snug.net.ConnectFailure;
import chat.snug.net.ConnectHandler;
import chat.snug.net.Connection;
import chat.snug.net.ConnectionHandler;
import chat.snug.net.PendingConnect;
import chat.snug.net.SelectorLoop;
import chat.snug.net.Timer;
import chat.snug.net.Tls;
import chat.snug.trust.KnownHosts;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt to get through to a host: finds the addresses of its name, off the loop, and tries
 * them in turn, IPv6 and IPv4 by turns; the next one begins when one fails or hesitates, and the
 * first that answers wins (RFC 8305, Happy Eyeballs). What is demanded of the host is decided
 * before ({@link Route}). Where a host may do without encryption, those addresses are tried in
 * plain that have shown to know none: by another answer or by hanging up at once, never by silence;
 * {@link PlainProbe} asks whoever is silent. It is the caller that cancels it when its time is
 * over. Belongs to the loop's thread.
 */
final class Dialing {
    /** How long an address may hesitate before the next is tried beside it (RFC 8305, 5). */
    private static final Duration HESITATION = Duration.ofMillis(250);

    /** How long a host that may do without encryption is silent until it is asked otherwise. */
    static final Duration SILENCE = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Dialing.class);

    /** Told how it ended, once, unless it was cancelled. */
    interface Outcome {
        /**
         * It is open.
         *
         * @param keyShown whether the host was shown the key of this computer
         */
        ConnectionHandler connected(Connection connection, Secrecy secrecy, boolean keyShown);

        void failed(Failure failure);
    }

    private final SelectorLoop loop;
    private final Address address;
    private final ClientOptions options;
    private final boolean showsKey;
    private final Outcome outcome;
    private final List<PendingConnect> underWay = new ArrayList<>();
    private Deque<InetAddress> left = new ArrayDeque<>();
    private @Nullable Timer hesitation;
    private final List<InetSocketAddress> plainOnly = new ArrayList<>();
    private final List<PlainProbe> probes = new ArrayList<>();
    private @Nullable Timer silence;
    private @Nullable Route route;
    private @Nullable Encryption encryption;
    private long deadline;
    private int open;
    private int shaking;
    private boolean over;
    private Failure worst = new Failure(Kind.UNREACHABLE, "");

    /**
     * @param showsKey whether the key of this computer is shown to any host that asks for one
     * @param route how, if that is known already; null to look at what is known of the host
     */
    Dialing(
            SelectorLoop loop,
            Address address,
            @Nullable Route route,
            boolean showsKey,
            ClientOptions options,
            Outcome outcome) {
        this.loop = loop;
        this.address = address;
        this.route = route;
        this.showsKey = showsKey;
        this.options = options;
        this.outcome = outcome;
    }

    void start() {
        long nanos = options.connectTimeout().toNanos();
        deadline = loop.nanoTime() + nanos;
        try {
            options.lookups().execute(this::lookUp);
        } catch (RejectedExecutionException e) {
            LOG.debug("no lookup of {}: {}", address.host(), e.toString());
            fail(new Failure(Kind.UNKNOWN_HOST, ""));
        }
    }

    /** Stops; nothing is told. */
    void cancel() {
        settle();
    }

    /** What it means that nothing has come of it in all the time that there is. */
    Kind tooLate() {
        return shaking > 0 && mayBePlain() ? Kind.ENCRYPTION_UNANSWERED : Kind.NO_ANSWER;
    }

    private boolean mayBePlain() {
        return route != null
                && route.way() instanceof Route.FirstUse(boolean orElsePlain)
                && orElsePlain;
    }

    /** On the executor of the lookups. */
    private void lookUp() {
        Runnable then;
        try {
            Demand demand = demand(route);
            List<InetAddress> addresses = resolve();
            then = () -> found(addresses, demand);
        } catch (ContradictingInvite e) {
            then = () -> fail(e.keys().failure());
        } catch (RuntimeException e) {
            LOG.warn("cannot encrypt: {}", e.toString(), e);
            then = () -> fail(new Failure(Kind.ENCRYPTION_FAILED, ""));
        }
        try {
            loop.execute(then);
        } catch (RejectedExecutionException e) {
            LOG.debug("found {} too late: {}", address.host(), e.toString());
        }
    }

    private List<InetAddress> resolve() {
        try {
            return options.resolver().resolve(address.host());
        } catch (UnknownHostException | RuntimeException e) {
            LOG.debug("cannot find {}: {}", address.host(), e.toString());
            return List.of();
        }
    }

    private record Demand(Route route, @Nullable Encryption encryption) {}

    /** On the executor of the lookups too: whom to trust, and who is known, stands in files. */
    private Demand demand(@Nullable Route decided) throws ContradictingInvite {
        Route to = decided == null ? decide() : decided;
        KeyManager[] own =
                to.way() instanceof Route.Plain
                        ? null
                        : ShownKey.to(to.way(), options.ownKey().get(), showsKey);
        return new Demand(to, options.trust().encryption(to.way(), own));
    }

    private Route decide() throws ContradictingInvite {
        KnownHosts hosts = options.trust().hosts();
        return options.hostKey() == null ? Route.to(address, hosts) : Route.home(address, hosts);
    }

    private void found(List<InetAddress> addresses, Demand demand) {
        if (over || loop.isClosed()) {
            return;
        }
        route = demand.route();
        encryption = demand.encryption();
        if (addresses.isEmpty()) {
            fail(new Failure(Kind.UNKNOWN_HOST, address.host()));
            return;
        }
        left = byTurns(addresses);
        next();
    }

    /** The families by turns, beginning with that of the first (RFC 8305, section 4). */
    static Deque<InetAddress> byTurns(List<InetAddress> addresses) {
        Deque<InetAddress> first = new ArrayDeque<>();
        Deque<InetAddress> second = new ArrayDeque<>();
        boolean sixFirst = addresses.getFirst() instanceof Inet6Address;
        for (InetAddress address : addresses) {
            (address instanceof Inet6Address == sixFirst ? first : second).add(address);
        }
        Deque<InetAddress> ordered = new ArrayDeque<>();
        while (!first.isEmpty() || !second.isEmpty()) {
            if (!first.isEmpty()) {
                ordered.add(first.remove());
            }
            if (!second.isEmpty()) {
                ordered.add(second.remove());
            }
        }
        return ordered;
    }

    private void next() {
        if (hesitation != null) {
            hesitation.cancel();
            hesitation = null;
        }
        InetAddress target = left.poll();
        Route to = route;
        if (target == null || to == null) {
            nothingLeft();
            return;
        }
        begin(new InetSocketAddress(target, to.port()), encryption);
        if (!left.isEmpty()) {
            hesitation = loop.timers().schedule(HESITATION.toNanos(), this::next);
        }
    }

    private void nothingLeft() {
        if (mayBePlain() && shaking == 0 && !plainOnly.isEmpty()) {
            List<InetSocketAddress> plain = List.copyOf(plainOnly);
            plainOnly.clear();
            plain.forEach(remote -> begin(remote, null));
        } else if (open == 0) {
            fail(worst);
        }
    }

    private void begin(InetSocketAddress remote, @Nullable Encryption by) {
        open++;
        Attempt attempt = new Attempt(remote, by);
        Tls tls =
                by == null
                        ? null
                        : by.tls(address, remote.getPort(), options.lookups(), attempt::begun);
        PendingConnect pending = loop.connect(remote, deadline - loop.nanoTime(), tls, attempt);
        attempt.pending = pending;
        underWay.add(pending);
    }

    private void failed(Attempt attempt, ConnectFailure why) {
        if (over) {
            return;
        }
        LOG.debug("{}: {} {}", attempt.remote, why.kind(), String.valueOf(why.cause()));
        Route to = route;
        Failure failure = to == null ? worst : failure(why, to);
        open--;
        if (attempt.answered) {
            shaking--;
        }
        if (attempt.by != null && (attempt.plain || Encryption.isUnknownThere(why))) {
            plainOnly.add(attempt.remote);
        }
        if (weight(failure.kind()) > weight(worst.kind())) {
            worst = failure;
        }
        next();
    }

    private Failure failure(ConnectFailure why, Route to) {
        boolean elsewhere = to.port() != address.port();
        return switch (why.kind()) {
            case REFUSED ->
                    new Failure(elsewhere ? Kind.ENCRYPTION_FAILED : Kind.NOBODY_LISTENING, "");
            case TIMED_OUT -> new Failure(tooLate(), "");
            case INSECURE -> Encryption.failure(why, to.way());
            case HUNG_UP -> new Failure(Kind.ENCRYPTION_FAILED, "");
            case UNREACHABLE, OTHER, CANCELLED -> new Failure(Kind.UNREACHABLE, "");
        };
    }

    /** Of several addresses' failures the one that tells most. */
    private static int weight(Kind kind) {
        return switch (kind) {
            case UNREACHABLE -> 0;
            case NO_ANSWER -> 1;
            case NOBODY_LISTENING -> 2;
            default -> 3; // somebody was there
        };
    }

    private void fail(Failure failure) {
        if (!over) {
            settle();
            outcome.failed(failure);
        }
    }

    private void settle() {
        over = true;
        left.clear();
        if (hesitation != null) {
            hesitation.cancel();
        }
        for (PendingConnect pending : underWay) {
            pending.cancel();
        }
        underWay.clear();
        if (silence != null) {
            silence.cancel();
        }
        probes.forEach(PlainProbe::stop);
        probes.clear();
    }

    /** One address. */
    private final class Attempt implements ConnectHandler {
        private final InetSocketAddress remote;
        private final @Nullable Encryption by;
        private @Nullable SSLEngine engine;
        private @Nullable PendingConnect pending;
        private boolean answered;
        private boolean plain;

        Attempt(InetSocketAddress remote, @Nullable Encryption by) {
            this.remote = remote;
            this.by = by;
        }

        void begun(SSLEngine with) {
            engine = with;
        }

        @Override
        public void answered() {
            answered = true;
            shaking++;
            if (silence == null && mayBePlain()) {
                silence = loop.timers().schedule(SILENCE.toNanos(), this::probe);
            }
            // A handshake may take longer than an address may hesitate.
            if (hesitation != null) {
                hesitation.cancel();
                hesitation = null;
            }
        }

        /** It has not answered yet. */
        private void probe() {
            if (!over) {
                long left = deadline - loop.nanoTime();
                probes.add(new PlainProbe(loop, remote, left, this::isPlain));
            }
        }

        private void isPlain() {
            plain = true;
            if (pending != null) {
                pending.cancel(); // and goes on as one that failed
            }
        }

        @Override
        public ConnectionHandler connected(Connection connection) {
            if (over) {
                connection.close(CloseReason.LOCAL_CLOSE);
                return new Unwanted();
            }
            Secrecy secrecy;
            try {
                secrecy = by == null || engine == null ? Secrecy.NONE : by.secrecy(engine);
            } catch (SSLPeerUnverifiedException e) {
                connection.close(CloseReason.LOCAL_CLOSE);
                LOG.warn("{}: encrypted, by nobody's key: {}", remote, e.toString());
                fail(new Failure(Kind.ENCRYPTION_FAILED, ""));
                return new Unwanted();
            }
            settle();
            return outcome.connected(connection, secrecy, ShownKey.wasShown(engine));
        }

        @Override
        public void failed(ConnectFailure why) {
            Dialing.this.failed(this, why);
        }
    }

    /** Another address was faster. */
    private static final class Unwanted implements ConnectionHandler {
        @Override
        public void received(Connection connection, ByteBuffer bytes) {
            bytes.position(bytes.limit());
        }

        @Override
        public void closed(Connection connection, CloseReason reason) {
            LOG.debug("{}: not needed", connection.remoteAddress());
        }
    }
}
