package chat.snug.server.command;

import chat.snug.server.session.Channel;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.Deque;

/**
 * Tells many at once what a room is that they are in by another name: its topic, who is in it. For
 * a room of n people these are n times n names, so few are told at once, the others in shares of
 * later turns, and each when they have taken most of what waits for them.
 */
final class Descriptions {
    /** So many names are sent at once. */
    private static final int NAMES = 1_000;

    /** For whom more bytes than this wait, is told later. */
    private static final int MOST_QUEUED = 1 << 16;

    /** When those are looked for again who had to take something first. */
    private static final long TAKING_NANOS = 100_000_000;

    private final ServerState server;
    private final RoomCommands rooms;
    private final Channel channel;
    private final Deque<Session> waiting;

    /** How many of those who wait were passed over one after another. */
    private int passed;

    /**
     * @param people who is told; what is left of them is who is still to be told
     */
    Descriptions(ServerState server, RoomCommands rooms, Channel channel, Deque<Session> people) {
        this.server = server;
        this.rooms = rooms;
        this.channel = channel;
        this.waiting = people;
    }

    /** Tells the first ones. */
    void begin() {
        int names = 0;
        while (!waiting.isEmpty() && names < NAMES && passed < waiting.size()) {
            names += channel.room.size();
            tellOne();
        }
        later();
    }

    private void later() {
        if (passed < waiting.size()) {
            server.loop.spareTime().execute(this::begin);
        } else if (!waiting.isEmpty()) {
            passed = 0;
            server.loop.timers().schedule(TAKING_NANOS, this::begin);
        }
    }

    private void tellOne() {
        Session next = waiting.removeFirst();
        boolean isThere = !next.isGone() && next.places.in(channel) != null;
        if (isThere && next.connection.queuedBytes() > MOST_QUEUED) {
            waiting.addLast(next);
            passed++;
        } else {
            passed = 0;
            if (isThere) {
                rooms.describe(next, channel);
            }
        }
    }
}
