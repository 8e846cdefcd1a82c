package chat.snug.server;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rooms that somebody is in, and those to which they were invited. Most are in few. */
final class Places {
    private @Nullable List<Seat> seats;
    private @Nullable Set<Channel> invitedTo;

    /** The places in rooms, in the order in which they were entered. */
    List<Seat> seats() {
        return seats == null ? Collections.emptyList() : seats;
    }

    /** The place in a room, or null for one who is not in it. */
    @Nullable Seat in(Channel channel) {
        List<Seat> all = seats();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).channel.equals(channel)) {
                return all.get(i);
            }
        }
        return null;
    }

    void add(Seat seat) {
        if (seats == null) {
            seats = new ArrayList<>(2);
        }
        seats.add(seat);
    }

    void remove(Seat seat) {
        if (seats != null) {
            seats.remove(seat);
        }
    }

    /** Whether there is a room that both are in. */
    boolean meet(Places others) {
        for (Seat seat : seats()) {
            if (others.in(seat.channel) != null) {
                return true;
            }
        }
        return false;
    }

    /** The rooms that were opened by an invitation and not entered since. */
    Set<Channel> invitedTo() {
        return invitedTo == null ? Set.of() : invitedTo;
    }

    void invited(Channel channel) {
        if (invitedTo == null) {
            invitedTo = new LinkedHashSet<>(2);
        }
        invitedTo.add(channel);
    }

    void entered(Channel channel) {
        if (invitedTo != null) {
            invitedTo.remove(channel);
        }
    }
}
