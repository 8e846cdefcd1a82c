package chat.snug.server.session;

import chat.snug.server.options.PlaceLimits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rooms that somebody is in, and those to which they were invited. Most are in few. */
public final class Places {
    private @Nullable List<Seat> seats;
    private @Nullable SequencedSet<Channel> invitedTo;
    private @Nullable SequencedMap<String, String> left;

    /** The places in rooms, in the order in which they were entered. */
    public List<Seat> seats() {
        return seats == null ? Collections.emptyList() : seats;
    }

    /** The place in a room, or null for one who is not in it. */
    public @Nullable Seat in(Channel channel) {
        List<Seat> all = seats();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).channel.equals(channel)) {
                return all.get(i);
            }
        }
        return null;
    }

    /** Whether it is in a room in which it may not speak: what it tells all must be no speech. */
    public boolean silence(Session session) {
        for (Seat seat : seats()) {
            session.intake.looked(seat.channel.room.entries());
            if (seat.channel.room.silences(session)) {
                return true;
            }
        }
        return false;
    }

    /** A room in which it is banned or muted, null if there is none. */
    public @Nullable Channel muting(Session session) {
        for (Seat seat : seats()) {
            session.intake.looked(seat.channel.room.entries());
            if (seat.channel.room.mutes(session)) {
                return seat.channel;
            }
        }
        return null;
    }

    public void add(Seat seat) {
        if (seats == null) {
            seats = new ArrayList<>(2);
        }
        seats.add(seat);
    }

    /**
     * A room is left.
     *
     * @param limits of how many it is known when they were left
     */
    public void remove(Seat seat, PlaceLimits limits) {
        if (seats != null) {
            seats.remove(seat);
        }
        if (left == null) {
            left = new LinkedHashMap<>(2);
        }
        left.putLast(seat.channel.name(), seat.channel.last());
        if (left.size() > limits.left()) {
            left.pollFirstEntry();
        }
    }

    /** The id of what happened last in a room when it was left, null if that never happened. */
    public @Nullable String left(Channel channel) {
        return left == null ? null : left.get(channel.name());
    }

    /** Whether there is a room that both are in. */
    public boolean meet(Places others) {
        for (Seat seat : seats()) {
            if (others.in(seat.channel) != null) {
                return true;
            }
        }
        return false;
    }

    /** The rooms that were opened by an invitation and not entered since. */
    public Set<Channel> invitedTo() {
        return invitedTo == null ? Set.of() : invitedTo;
    }

    /**
     * Notes an invitation.
     *
     * @param limits how many are kept
     * @return the room of the oldest invitation if that one had to go, or null
     */
    public @Nullable Channel invited(Channel channel, PlaceLimits limits) {
        if (invitedTo == null) {
            invitedTo = new LinkedHashSet<>(2);
        }
        return invitedTo.add(channel) && invitedTo.size() > limits.invitations()
                ? invitedTo.removeFirst()
                : null;
    }

    /** The invitation to a room is used up, or there is no such room any more. */
    public void uninvited(Channel channel) {
        if (invitedTo != null) {
            invitedTo.remove(channel);
        }
    }
}
