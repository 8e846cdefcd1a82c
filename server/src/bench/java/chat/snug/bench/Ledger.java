package chat.snug.bench;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What every receiver must get from every sender in a phase, and what it got.
 *
 * <p>The numbers of a stream (a sender in a room) begin at 0, and a receiver must see each once and
 * in order. Anything else is a fault, and a phase with a fault has no figures.
 */
final class Ledger {
    /** Stands where nothing may ever arrive: a sender's own stream, unless it asked for an echo. */
    private static final int NEVER = -1;

    private static final int SKIPPED_REMEMBERED = 100_000;

    private final int phase;
    private final Rooms rooms;
    private final int senders;
    private final IntPredicate counted;
    private final int[] next;
    private final int[] sent;
    private final int[] copies;
    private final Latencies latencies = new Latencies();
    private final Set<Long> skipped = new HashSet<>();
    private long expected;
    private long received;
    private long lastArrival = Stamp.now();
    private long late;
    private long doubled;
    private long strayed;
    private @Nullable String firstFault;

    /**
     * @param counted the clients that must get everything; the others' deliveries are ignored
     * @param echoed the clients that get their own messages too
     */
    Ledger(int phase, Rooms rooms, IntPredicate counted, IntPredicate echoed) {
        this.phase = phase;
        this.rooms = rooms;
        this.counted = counted;
        senders = rooms.senders();
        next = new int[rooms.people() * 2 * senders];
        sent = new int[rooms.streams()];
        for (int stream = 0; stream < sent.length; stream++) {
            int client = rooms.clientOf(stream);
            if (!echoed.test(client)) {
                next[cell(client, rooms.roomOf(stream), stream % senders)] = NEVER;
            }
        }
        copies = new int[sent.length];
        Arrays.setAll(copies, this::countedReceivers);
    }

    int phase() {
        return phase;
    }

    private int cell(int client, int room, int sender) {
        int seat = rooms.first()[client] == room ? 0 : senders;
        return client * 2 * senders + seat + sender;
    }

    /** How many messages of a stream a client has had so far. */
    int seenBy(int client, int stream) {
        return next[cell(client, rooms.roomOf(stream), stream % senders)];
    }

    int sent(int stream) {
        return sent[stream];
    }

    /** Counts a message that is about to be sent and returns its number. */
    int sending(int stream) {
        expected += copies[stream];
        return sent[stream]++;
    }

    private int countedReceivers(int stream) {
        int count = 0;
        for (int client : receivers(stream)) {
            if (counted.test(client) && seenBy(client, stream) != NEVER) {
                count++;
            }
        }
        return count;
    }

    private int[] receivers(int stream) {
        return rooms.members(rooms.roomOf(stream));
    }

    /**
     * A copy of a message has arrived.
     *
     * @param head the first word of its stamp
     * @param sentAt the time in its stamp
     */
    void arrived(int client, long head, long number, long sentAt, long now) {
        int room = Stamp.room(head);
        int sender = Stamp.sender(head);
        if (sender >= senders || client >= rooms.people() || !rooms.contains(room, client)) {
            fault(client, room, sender, "a message that was not for it");
            strayed++;
            return;
        }
        int cell = cell(client, room, sender);
        if (next[cell] == number) {
            next[cell]++;
        } else if (!outOfOrder(cell, client, room, sender, number)) {
            return;
        }
        received++;
        lastArrival = now;
        latencies.add(now - sentAt);
    }

    /** Whether the copy counts as received, if late. */
    private boolean outOfOrder(int cell, int client, int room, int sender, long number) {
        if (next[cell] == NEVER) {
            fault(client, room, sender, "its own message, without asking for an echo");
            strayed++;
            return false;
        }
        fault(client, room, sender, "number " + number + " when " + next[cell] + " was due");
        if (number > next[cell]) {
            for (int n = next[cell]; n < number && skipped.size() < SKIPPED_REMEMBERED; n++) {
                skipped.add(((long) cell << 32) | n);
            }
            next[cell] = (int) number + 1;
            return true;
        }
        if (skipped.remove(((long) cell << 32) | number)) {
            late++;
            return true;
        }
        doubled++;
        return false;
    }

    private void fault(int client, int room, int sender, String what) {
        if (firstFault == null) {
            firstFault =
                    "client %d got from sender %d of room %d %s"
                            .formatted(client, sender, room, what);
        }
    }

    long received() {
        return received;
    }

    /** Nanoseconds at which the last copy arrived. */
    long lastArrival() {
        return lastArrival;
    }

    Latencies latencies() {
        return latencies;
    }

    boolean complete() {
        return received >= expected;
    }

    long messages() {
        return Arrays.stream(sent).asLongStream().sum();
    }

    /** Why the phase has no figures, or null if every delivery arrived once and in order. */
    @Nullable String verdict() {
        long lost = expected - received;
        for (int stream = 0; stream < sent.length && firstFault == null; stream++) {
            for (int client : receivers(stream)) {
                int seen = seenBy(client, stream);
                if (counted.test(client) && seen != NEVER && seen != sent[stream]) {
                    fault(
                            client,
                            rooms.roomOf(stream),
                            stream % senders,
                            seen + " of " + sent[stream] + " messages");
                    break;
                }
            }
        }
        if (firstFault == null && lost == 0) {
            return null;
        }
        return "%,d lost, %,d doubled, %,d out of order, %,d strayed of %,d; first: %s"
                .formatted(lost, doubled, late, strayed, expected, firstFault);
    }
}
