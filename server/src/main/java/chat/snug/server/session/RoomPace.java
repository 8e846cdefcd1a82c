package chat.snug.server.session;

import chat.snug.net.NanoClock;
import chat.snug.room.RateLimit;
import chat.snug.room.RoomEvent;
import chat.snug.server.options.CrowdLimits;
import org.jspecify.annotations.Nullable;

/**
 * How fast a room may go on, whoever is in it: many who each keep to the limit of their own must
 * not flood it together. Where too much happens everything happens still, but a line costs more of
 * the lines that its sender may send, and the more the fuller the room is. It does so for those who
 * talk much themselves, and only where the room is fullest for everybody: so those have to wait who
 * talk most. Belongs to the loop's thread.
 */
final class RoomPace {
    /** Whoever has used less than one of so many parts of what they may send talks little. */
    private static final int LITTLE_TALK = 4;

    private final RateLimit limit;
    private final int dearest;
    private final NanoClock clock;
    private @Nullable Channel busiest;
    private int price;

    RoomPace(CrowdLimits limits, NanoClock clock) {
        this.limit = limits.roomEvents();
        this.dearest = limits.roomPrice();
        this.clock = clock;
    }

    /** The state of a room in which nothing has happened yet. */
    long start() {
        return limit.start(clock.nanoTime());
    }

    /** A line is going to be handled: nothing has happened because of it. */
    void begin() {
        busiest = null;
        price = 0;
    }

    /**
     * Something happened in a room. That many come and go makes coming and going cost more, and not
     * talking: those who are back after the network broke must not silence those who stayed.
     */
    void happened(Channel channel, RoomEvent event) {
        boolean comesOrGoes =
                switch (event) {
                    case RoomEvent.Joined _,
                            RoomEvent.Parted _,
                            RoomEvent.Quit _,
                            RoomEvent.Renamed _ ->
                            true;
                    case RoomEvent.Said _,
                            RoomEvent.TopicChanged _,
                            RoomEvent.Changed _,
                            RoomEvent.Kicked _,
                            RoomEvent.Redacted _ ->
                            false;
                };
        long now = clock.nanoTime();
        long state = comesOrGoes ? channel.comingState : channel.talkState;
        long beyond = limit.waitNanos(state, now) / Math.max(1, limit.intervalNanos());
        if (beyond < limit.burst()) {
            state = limit.charge(state, now);
        }
        if (comesOrGoes) {
            channel.comingState = state;
        } else {
            channel.talkState = state;
        }
        if (beyond > 0) {
            price = Math.clamp(1 + beyond * dearest / limit.burst(), price, dearest);
            busiest = channel;
        }
    }

    /** Where too much happens of what the line did; null if that is nowhere. */
    @Nullable Channel busiest() {
        return busiest;
    }

    /** How many lines more the line costs because of that. */
    int price() {
        return price;
    }

    /**
     * How many lines somebody may have sent of late and still pays no more.
     *
     * @param burst how many they may send at once
     */
    int freeLines(int burst) {
        return burst / LITTLE_TALK * (dearest - price) / dearest;
    }
}
