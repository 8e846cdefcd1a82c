package chat.snug.server.session;

import chat.snug.net.Timer;
import chat.snug.server.host.Knock;
import chat.snug.server.options.Origin;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the {@link WaitingRoom}, and when it is their turn: the places that people come from
 * take turns, so that whoever comes from one with many behind it does not wait behind all of them.
 */
final class Waiter {
    /** In which order they are asked about. */
    static final Comparator<Waiter> BY_TURN =
            Comparator.comparingLong((Waiter waiter) -> waiter.turn)
                    .thenComparingLong(waiter -> waiter.knock.id());

    final Session session;
    final Runnable admitted;
    final Timer timer;
    private final InetAddress site;
    private final long turn;
    Knock knock;

    /** As those know them who look after the rooms; null if they do not yet. */
    @Nullable Knock told;

    /** Whether somebody who asked knows. */
    boolean listed;

    /** Tells them what has changed meanwhile, null if nothing has. */
    @Nullable Timer news;

    /**
     * @param admitted is run when they are let in
     * @param timer ends their waiting
     * @param turn as {@link #turn} gave it
     */
    Waiter(Session session, Knock knock, Runnable admitted, Timer timer, long turn) {
        this.session = session;
        this.knock = knock;
        this.admitted = admitted;
        this.timer = timer;
        this.site = Origin.site(session.remote());
        this.turn = turn;
    }

    /** When it would be the turn of one more: behind all from the same place, and nobody else. */
    static long turn(Session session, Collection<Waiter> waiting) {
        InetAddress site = Origin.site(session.remote());
        long first = Long.MAX_VALUE;
        long behind = 0;
        for (Waiter waiter : waiting) {
            first = Math.min(first, waiter.turn);
            if (waiter.site.equals(site)) {
                behind = Math.max(behind, waiter.turn + 1);
            }
        }
        return waiting.isEmpty() ? 0 : Math.max(first, behind);
    }

    boolean isAfter(long otherTurn) {
        return turn > otherTurn;
    }

    /** Whether they come from an address. */
    boolean isFrom(InetAddress origin) {
        return Origin.of(session.remote()).equals(origin);
    }

    /** Whether they have not been here before. */
    boolean isStranger() {
        return knock.account() == null;
    }
}
