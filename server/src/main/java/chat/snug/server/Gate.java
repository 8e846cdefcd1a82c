package chat.snug.server;

import chat.snug.net.Connection;
import chat.snug.room.RateLimit;
import chat.snug.server.accounts.Attempts;
import chat.snug.server.options.CrowdLimits;
import chat.snug.server.options.ServerLimits;
import chat.snug.server.session.ServerState;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is a place for somebody who connects: how many there are and how fast they come,
 * from everywhere and from one address. Belongs to the loop's thread.
 */
final class Gate {
    static final String FULL = "Too many people are connected; try again later";
    static final String FULL_ADDRESS = "Too many connections from your address";
    static final String RUSH = "Too many people are coming in at once; try again in a minute";
    static final String RUSH_ADDRESS =
            "Too many connections from your address at once; try again in a minute";

    /** While so many are being said goodbye to, those who are turned away are not told why. */
    private static final int GOODBYES = 256;

    private final ServerState server;
    private final ServerLimits limits;
    private final CrowdLimits crowd;
    private final RateLimit arrivals;
    private final Attempts arrivalsFrom;
    private final Attempts handshakesFrom;
    private long arrived;

    Gate(ServerState server) {
        this.server = server;
        this.limits = server.limits;
        this.crowd = limits.crowd();
        this.arrivals = crowd.arrivals();
        this.arrivalsFrom =
                new Attempts(
                        crowd.arrivalsPerAddress(), server.loop::nanoTime, crowd.sparesLoopback());
        this.handshakesFrom =
                new Attempts(
                        crowd.arrivalsPerAddress(), server.loop::nanoTime, crowd.sparesLoopback());
        this.arrived = arrivals.start(server.loop.nanoTime());
    }

    /** Why somebody who connects is turned away, null if they are not; then they are counted. */
    @Nullable String refusal(Connection connection) {
        InetAddress from = connection.remoteAddress().getAddress();
        if (server.people.connections() >= limits.connections()) {
            return FULL;
        }
        if (crowd.sparesLoopback() && from.isLoopbackAddress()) {
            return null;
        }
        if (server.people.countFrom(from) >= limits.connectionsPerAddress()) {
            return FULL_ADDRESS;
        }
        if (server.people.newcomersFrom(from) >= crowd.newcomersPerAddress()
                || !arrivalsFrom.mayTry(from)) {
            return RUSH_ADDRESS;
        }
        long now = server.loop.nanoTime();
        if (server.people.unknown() >= crowd.newcomers() || arrivals.waitNanos(arrived, now) > 0) {
            return RUSH;
        }
        arrivalsFrom.count(from);
        arrived = arrivals.charge(arrived, now);
        return null;
    }

    /**
     * Whether somebody may begin to encrypt, which is counted whatever becomes of it: most of the
     * work is done before the peer has to do any.
     */
    boolean mayShakeHands(InetAddress from) {
        boolean may = handshakesFrom.mayTry(from);
        if (may) {
            handshakesFrom.count(from);
        }
        return may;
    }

    /** Whether there are so few goodbyes under way that one more does no harm. */
    boolean saysWhy() {
        return server.loop.lingering() < GOODBYES;
    }
}
