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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt to get through to a host: finds the addresses of its name, off the loop, and tries
 * them in turn, IPv6 and IPv4 by turns; the next one begins when one fails or hesitates, and the
 * first that answers wins (RFC 8305, Happy Eyeballs). It is the caller that cancels it when its
 * time is over. Belongs to the loop's thread.
 */
final class Dialing {
    /** How long an address may hesitate before the next is tried beside it (RFC 8305, 5). */
    private static final Duration HESITATION = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(Dialing.class);

    /** Told how it ended, once, unless it was cancelled. */
    interface Outcome {
        ConnectionHandler connected(Connection connection);

        void failed(Failure failure);
    }

    private final SelectorLoop loop;
    private final Address address;
    private final ClientOptions options;
    private final Outcome outcome;
    private final List<PendingConnect> underWay = new ArrayList<>();
    private Deque<InetAddress> left = new ArrayDeque<>();
    private @Nullable Timer hesitation;
    private @Nullable Tls tls;
    private long deadline;
    private int open;
    private boolean over;
    private Failure worst = new Failure(Kind.UNREACHABLE, "");

    Dialing(SelectorLoop loop, Address address, ClientOptions options, Outcome outcome) {
        this.loop = loop;
        this.address = address;
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

    /** On the executor of the lookups. */
    private void lookUp() {
        List<InetAddress> found;
        try {
            found = options.resolver().resolve(address.host());
        } catch (UnknownHostException | RuntimeException e) {
            LOG.debug("cannot find {}: {}", address.host(), e.toString());
            found = List.of();
        }
        List<InetAddress> addresses = found;
        Tls how = address.tls() ? encryption() : null;
        try {
            loop.execute(() -> found(addresses, how));
        } catch (RejectedExecutionException e) {
            LOG.debug("found {} too late: {}", address.host(), e.toString());
        }
    }

    /** On the executor of the lookups too: whom to trust stands in a file. */
    private @Nullable Tls encryption() {
        try {
            return Encryption.of(options.trust().context(), address, options);
        } catch (RuntimeException e) {
            LOG.warn("cannot encrypt: {}", e.toString(), e);
            return null;
        }
    }

    private void found(List<InetAddress> addresses, @Nullable Tls how) {
        if (over) {
            return;
        }
        if (address.tls() && how == null) {
            fail(new Failure(Kind.ENCRYPTION_FAILED, ""));
            return;
        }
        tls = how;
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
        if (target == null) {
            if (open == 0) {
                fail(worst);
            }
            return;
        }
        open++;
        InetSocketAddress remote = new InetSocketAddress(target, address.port());
        underWay.add(loop.connect(remote, deadline - loop.nanoTime(), tls, new Attempt(remote)));
        if (!left.isEmpty()) {
            hesitation = loop.timers().schedule(HESITATION.toNanos(), this::next);
        }
    }

    private void failed(InetSocketAddress remote, ConnectFailure why) {
        if (over) {
            return;
        }
        LOG.debug("{}: {} {}", remote, why.kind(), String.valueOf(why.cause()));
        open--;
        Failure failure =
                switch (why.kind()) {
                    case REFUSED -> new Failure(Kind.NOBODY_LISTENING, "");
                    case TIMED_OUT -> new Failure(Kind.NO_ANSWER, "");
                    case INSECURE -> Encryption.failure(why);
                    case UNREACHABLE, OTHER, CANCELLED -> new Failure(Kind.UNREACHABLE, "");
                };
        if (weight(failure.kind()) > weight(worst.kind())) {
            worst = failure;
        }
        next();
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
    }

    /** One address. */
    private final class Attempt implements ConnectHandler {
        private final InetSocketAddress remote;

        Attempt(InetSocketAddress remote) {
            this.remote = remote;
        }

        @Override
        public void answered() {
            // A handshake may take longer than an address may hesitate.
            if (hesitation != null) {
                hesitation.cancel();
                hesitation = null;
            }
        }

        @Override
        public ConnectionHandler connected(Connection connection) {
            if (over) {
                connection.close(CloseReason.LOCAL_CLOSE);
                return new Unwanted();
            }
            settle();
            return outcome.connected(connection);
        }

        @Override
        public void failed(ConnectFailure why) {
            Dialing.this.failed(remote, why);
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
