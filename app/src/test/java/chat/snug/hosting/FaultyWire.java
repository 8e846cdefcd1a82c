package chat.snug.hosting;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * A bad network between clients and a host: what passes is delayed and cut into pieces, and after a
 * while each connection ends in one of the ways in which connections end. All that is chosen is
 * chosen by a seed. What is sent is never changed.
 */
final class FaultyWire implements AutoCloseable {
    /** How a connection ends. */
    enum End {
        /** Both sides are told that nothing more comes. */
        CLOSED,
        /** Both sides are told that the connection is broken. */
        RESET,
        /** One side is told that nothing more comes, and nothing of it is handed on any more. */
        HALF_CLOSED,
        /** Nothing is handed on for a while, then it is reset. */
        STALLED,
        /** It is closed before anything was sent. */
        REFUSED
    }

    private static final List<End> SOONER_OR_LATER =
            List.of(End.CLOSED, End.RESET, End.HALF_CLOSED, End.STALLED);
    private static final double SHORTEST_LIFE = 3_000;
    private static final int ONE_IN_REFUSED = 8;
    private static final int ONE_IN_DELAYED = 5;
    private static final int LONGEST_DELAY_MILLIS = 60;
    private static final int LONGEST_STALL_MILLIS = 1_500;
    private static final int LARGEST_READ = 2_000;

    private final ServerSocket listening =
            new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final int target;
    private final double longestLife;
    private final Random random;
    private final Set<Pair> open = new HashSet<>();
    private final Map<End, Integer> ends = new EnumMap<>(End.class);
    private boolean calm;

    /**
     * @param longestLife how many bytes may pass a connection at most
     */
    FaultyWire(int target, long seed, double longestLife) throws IOException {
        this.target = target;
        this.longestLife = longestLife;
        this.random = new Random(seed);
        Thread.ofPlatform().daemon().name("faulty-wire").start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** How often connections ended in which way. */
    synchronized Map<End, Integer> ends() {
        return new EnumMap<>(ends);
    }

    /** From now on nothing ends by itself; what is stalled does now. */
    synchronized void calmDown() {
        calm = true;
        for (Pair pair : Set.copyOf(open)) {
            if (pair.ending) {
                pair.reset();
            }
        }
    }

    private void accept() {
        try {
            while (true) {
                accepted(listening.accept());
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private synchronized void accepted(Socket client) throws IOException {
        if (!calm && random.nextInt(ONE_IN_REFUSED) == 0) {
            count(End.REFUSED);
            client.close();
            return;
        }
        Socket host = new Socket(InetAddress.getLoopbackAddress(), target);
        client.setTcpNoDelay(true);
        host.setTcpNoDelay(true);
        Pair pair = new Pair(client, host);
        open.add(pair);
        Direction there = new Direction(pair, client, host, random.nextLong());
        Direction back = new Direction(pair, host, client, random.nextLong());
        for (Direction direction : new Direction[] {there, back}) {
            Thread.ofVirtual().start(direction::read);
            Thread.ofVirtual().start(direction::write);
        }
    }

    private synchronized void count(End end) {
        ends.merge(end, 1, Integer::sum);
    }

    /** Both ends of one connection; most live for a short time, and some for long, in bytes. */
    private final class Pair {
        final Socket client;
        final Socket host;
        private double life =
                SHORTEST_LIFE * Math.pow(longestLife / SHORTEST_LIFE, random.nextDouble());
        private boolean ending;

        Pair(Socket client, Socket host) {
            this.client = client;
            this.host = host;
        }

        /** Whether some bytes may pass; if not, it has been decided how this ends. */
        boolean mayPass(int bytes, Direction direction, Random chance) {
            End end;
            synchronized (FaultyWire.this) {
                life -= bytes;
                if (life > 0 || (calm && !ending)) {
                    return true;
                }
                if (ending) {
                    return false;
                }
                ending = true;
                end = SOONER_OR_LATER.get(chance.nextInt(SOONER_OR_LATER.size()));
            }
            count(end);
            switch (end) {
                case CLOSED, REFUSED -> close();
                case RESET -> reset();
                case HALF_CLOSED -> direction.endOutput();
                case STALLED -> direction.resetAfter(chance.nextInt(LONGEST_STALL_MILLIS));
            }
            return false;
        }

        void reset() {
            try {
                client.setSoLinger(true, 0);
                host.setSoLinger(true, 0);
            } catch (IOException gone) {
                // Then it is broken already.
            }
            close();
        }

        void close() {
            for (Socket socket : new Socket[] {client, host}) {
                try {
                    socket.close();
                } catch (IOException gone) {
                    // It is closed already, as it should be.
                }
            }
            synchronized (FaultyWire.this) {
                open.remove(this);
            }
        }
    }

    /** What is under way, until its time has come; no bytes for the end of the connection. */
    private static final class Piece implements Delayed {
        private final byte[] bytes;
        private final long due;

        Piece(byte[] bytes, long due) {
            this.bytes = bytes;
            this.due = due;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(due, ((Piece) other).due);
        }
    }

    /** One way. */
    private static final class Direction {
        private static final byte[] END = {};

        private final Pair pair;
        private final Socket from;
        private final Socket to;
        private final Random chance;
        private final DelayQueue<Piece> underWay = new DelayQueue<>();
        private long last = System.nanoTime();

        Direction(Pair pair, Socket from, Socket to, long seed) {
            this.pair = pair;
            this.from = from;
            this.to = to;
            this.chance = new Random(seed);
        }

        void read() {
            byte[] buffer = new byte[LARGEST_READ];
            try {
                int count;
                while ((count =
                                from.getInputStream()
                                        .read(buffer, 0, chance.nextInt(1, buffer.length)))
                        >= 0) {
                    byte[] bytes = Arrays.copyOf(buffer, count);
                    put(bytes, chance.nextInt(ONE_IN_DELAYED) == 0 ? LONGEST_DELAY_MILLIS : 1);
                }
            } catch (IOException broken) {
                // The other side learns of it behind what is under way.
            }
            put(END, 1);
        }

        /** In order: nothing comes before what was there before. */
        private synchronized void put(byte[] bytes, int longestMillis) {
            long delay = TimeUnit.MILLISECONDS.toNanos(chance.nextInt(longestMillis));
            last = Math.max(last + 1, System.nanoTime() + delay);
            underWay.add(new Piece(bytes, last));
        }

        void write() {
            try {
                OutputStream out = to.getOutputStream();
                while (true) {
                    byte[] bytes = underWay.take().bytes;
                    if (bytes.length == 0) {
                        pair.close();
                        return;
                    }
                    int at = 0;
                    while (at < bytes.length) {
                        int length = chance.nextInt(1, bytes.length - at + 1);
                        if (!pair.mayPass(length, this, chance)) {
                            return;
                        }
                        out.write(bytes, at, length);
                        at += length;
                    }
                }
            } catch (IOException broken) {
                pair.close();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        void endOutput() {
            try {
                to.shutdownOutput();
            } catch (IOException gone) {
                pair.close();
            }
        }

        void resetAfter(int millis) {
            DelayQueue<Piece> until = new DelayQueue<>();
            until.add(new Piece(END, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis)));
            try {
                var _ = until.take();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            pair.reset();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        Set<Pair> left;
        synchronized (this) {
            left = Set.copyOf(open);
        }
        left.forEach(Pair::reset);
    }
}
