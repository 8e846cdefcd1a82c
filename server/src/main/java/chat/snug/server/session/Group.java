package chat.snug.server.session;

import chat.snug.net.Connection;
import chat.snug.net.Segment;
import chat.snug.net.SegmentChain;
import chat.snug.net.SegmentPool;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The members of a channel who are sent the same bytes, because they have the same {@link Profile}.
 * A line is written once to the group's chain and then handed to each connection as a range of it:
 * nothing is looked up, copied or allocated for a member.
 */
public final class Group {
    /** Up to so many, a copy for each costs less than a segment for the group. */
    private static final int FEW = 2;

    final int profile;
    private final SegmentChain chain;
    private Seat[] seats = new Seat[4];
    private Connection[] connections = new Connection[4];
    private int size;

    Group(int profile, SegmentPool segments) {
        this.profile = profile;
        this.chain = new SegmentChain(segments);
    }

    public int size() {
        return size;
    }

    public Session session(int index) {
        return seats[index].session;
    }

    void add(Seat seat) {
        if (size == seats.length) {
            seats = Arrays.copyOf(seats, size * 2);
            connections = Arrays.copyOf(connections, size * 2);
        }
        seats[size] = seat;
        connections[size] = seat.session.connection;
        seat.group = this;
        seat.index = size++;
    }

    /** The last one moves to the place that becomes free. */
    void remove(Seat seat) {
        Seat last = seats[--size];
        seats[seat.index] = last;
        connections[seat.index] = last.session.connection;
        last.index = seat.index;
        seat.group = null;
        if (size < seats.length / 4 && seats.length > 16) {
            seats = Arrays.copyOf(seats, seats.length / 2);
            connections = Arrays.copyOf(connections, connections.length / 2);
        } else {
            forget(size);
        }
    }

    @SuppressWarnings("NullAway") // behind the last one nothing is read
    private void forget(int index) {
        seats[index] = null;
        connections[index] = null;
    }

    /** Sends a line to all but one. */
    void send(ByteBuffer line, @Nullable Connection except) {
        if (size <= FEW) {
            for (int i = 0; i < size; i++) {
                if (!connections[i].equals(except)) {
                    connections[i].send(line);
                }
            }
            return;
        }
        chain.append(line);
        Segment segment = chain.segment();
        int start = chain.start();
        int end = chain.end();
        for (int i = 0; i < size; i++) {
            Connection connection = connections[i];
            if (!connection.equals(except)) {
                connection.send(segment, start, end);
            }
        }
    }

    /** Sends a line to those who are not marked with {@code round} yet, and marks them. */
    void sendOnce(ByteBuffer line, long round) {
        boolean appended = false;
        for (int i = 0; i < size; i++) {
            Session session = seats[i].session;
            if (session.visited == round) {
                continue;
            }
            session.visited = round;
            if (!appended) {
                chain.append(line);
                appended = true;
            }
            connections[i].send(chain.segment(), chain.start(), chain.end());
        }
    }

    void close() {
        chain.close();
    }
}
