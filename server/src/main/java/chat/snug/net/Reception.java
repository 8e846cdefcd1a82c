package chat.snug.net;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where those who come in are met whose first byte tells whether they encrypt: 0x16 begins a TLS
 * handshake (RFC 8446, section 5.1), and no text. Whoever encrypts shakes hands before a {@link
 * Connection} is made of the socket; of whoever does not, one is made with the first byte, and it
 * is as any other from there on.
 *
 * <p>Shaking hands costs memory and time, so there is a limit to how many do at once; the others
 * wait, and addresses take turns, so that nobody can fill the way in alone. One reception may serve
 * several ports of one loop. Belongs to the loop's thread.
 */
public final class Reception {
    /**
     * How much is done for those who are not in yet.
     *
     * @param patience after which somebody who came and is not in yet is hung up on
     * @param newcomers how many may be on their way in; more are hung up on
     * @param newcomersPerAddress how many of them from one address
     * @param sparesLoopback whether there may be as many as they like from this computer
     * @param handshakes how many may shake hands at once
     * @param handshakesPerAddress how many of them from one address
     * @param origin what counts as one address: somebody may have many
     */
    public record Limits(
            Duration patience,
            int newcomers,
            int newcomersPerAddress,
            boolean sparesLoopback,
            int handshakes,
            int handshakesPerAddress,
            UnaryOperator<InetAddress> origin) {}

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final Tls tls;
    private final Limits limits;
    private final Predicate<InetAddress> mayShakeHands;
    private final Map<InetAddress, Line> lines = new HashMap<>();

    /** The lines whose first may shake hands as soon as there is room. */
    private final Deque<Line> turns = new ArrayDeque<>();

    private int newcomers;
    private int handshakes;

    /** Those from one place. */
    private static final class Line {
        final LinkedHashSet<Newcomer> waiting = new LinkedHashSet<>();
        int newcomers;
        int handshakes;
        boolean hasTurn;
    }

    /**
     * @param mayShakeHands asked once for each who wants to, before any work is done for them;
     *     whoever may not is hung up on
     */
    public Reception(Tls tls, Limits limits, Predicate<InetAddress> mayShakeHands) {
        this.tls = tls;
        this.limits = limits;
        this.mayShakeHands = mayShakeHands;
    }

    /** How many are on their way in. */
    public int newcomers() {
        return newcomers;
    }

    /** How many of them shake hands right now. */
    int handshakes() {
        return handshakes;
    }

    Tls tls() {
        return tls;
    }

    /** Somebody has connected. */
    void arrived(SelectorLoop loop, Wire wire, AcceptHandler handler) {
        InetAddress from = wire.remote.getAddress();
        if (!hasRoomFor(from)) {
            LOG.debug("{}: too many are on their way in", wire.remote);
            wire.close();
            return;
        }
        Line line = lines.computeIfAbsent(limits.origin().apply(from), _ -> new Line());
        line.newcomers++;
        newcomers++;
        new Newcomer(loop, wire, this, handler).start(limits.patience().toNanos());
    }

    private boolean hasRoomFor(InetAddress from) {
        if (limits.sparesLoopback() && from.isLoopbackAddress()) {
            return true;
        }
        Line line = lines.get(limits.origin().apply(from));
        return newcomers < limits.newcomers()
                && (line == null || line.newcomers < limits.newcomersPerAddress());
    }

    /** Somebody wants to shake hands, and is told when it is time to. Returns whether they may. */
    boolean await(Newcomer newcomer) {
        if (!mayShakeHands.test(newcomer.address())) {
            return false;
        }
        Line line = line(newcomer);
        line.waiting.add(newcomer);
        enqueue(line);
        letGoOn();
        return true;
    }

    /** Somebody is in, or gone. */
    void left(Newcomer newcomer, boolean shookHands) {
        Line line = line(newcomer);
        line.waiting.remove(newcomer);
        newcomers--;
        if (shookHands) {
            handshakes--;
            line.handshakes--;
        }
        if (--line.newcomers == 0) {
            lines.remove(limits.origin().apply(newcomer.address()), line);
        }
        enqueue(line);
        letGoOn();
    }

    private Line line(Newcomer newcomer) {
        Line line = lines.get(limits.origin().apply(newcomer.address()));
        if (line == null) {
            throw new IllegalStateException("nobody has met " + newcomer.address());
        }
        return line;
    }

    private void enqueue(Line line) {
        if (!line.hasTurn && mayGoOn(line)) {
            line.hasTurn = true;
            turns.add(line);
        }
    }

    private boolean mayGoOn(Line line) {
        return !line.waiting.isEmpty() && line.handshakes < limits.handshakesPerAddress();
    }

    private void letGoOn() {
        while (handshakes < limits.handshakes() && !turns.isEmpty()) {
            Line line = turns.remove();
            line.hasTurn = false;
            if (mayGoOn(line)) {
                Newcomer next = line.waiting.removeFirst();
                handshakes++;
                line.handshakes++;
                enqueue(line);
                next.shakeHands();
            }
        }
    }
}
