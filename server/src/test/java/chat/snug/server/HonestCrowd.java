package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.net.CloseReason;
import chat.snug.net.ConnectFailure;
import chat.snug.net.ConnectHandler;
import chat.snug.net.Connection;
import chat.snug.net.ConnectionHandler;
import chat.snug.net.NanoClock;
import chat.snug.net.SelectorLoop;
import chat.snug.protocol.Limits;
import chat.snug.protocol.LineDecoder;
import chat.snug.protocol.LineError;
import chat.snug.protocol.LineSink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * People who talk in a room, one after the other at a steady pace, and hear everything that they
 * say: each notes in which order, and how long it took. All live on one loop of their own, whose
 * thread alone touches what they know.
 */
final class HonestCrowd implements AutoCloseable {
    static final String ROOM = "#tavern";

    private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long PATIENCE_SECONDS = 60;
    private static final String SAID = " PRIVMSG " + ROOM + " :said ";

    private final SelectorLoop loop =
            SelectorLoop.start("snug-test-honest-loop", NanoClock.system());
    private final InetSocketAddress server;
    private final List<Honest> people = new ArrayList<>();
    private final CompletableFuture<Void> allIn = new CompletableFuture<>();
    private @Nullable CompletableFuture<Void> allHeard;
    private Latencies latencies = new Latencies();
    private Latencies delays = new Latencies();
    private int in;
    private int said;
    private boolean talking;

    HonestCrowd(InetSocketAddress server, int count) throws IOException {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort());
        for (int i = 0; i < count; i++) {
            people.add(new Honest("honest" + i));
        }
    }

    private record Awaited(int messages, CompletableFuture<Void> heard) {}

    /** How long deliveries took, in microseconds. */
    static final class Latencies {
        private int[] micros = new int[1024];
        private int count;

        private void add(long nanos) {
            if (count == micros.length) {
                micros = Arrays.copyOf(micros, 1024 + count * 2);
            }
            micros[count++] = (int) TimeUnit.NANOSECONDS.toMicros(nanos);
        }

        void addAll(Latencies others) {
            int[] both = Arrays.copyOf(micros, count + others.count);
            System.arraycopy(others.micros, 0, both, count, others.count);
            micros = both;
            count = both.length;
        }

        @Override
        public String toString() {
            return String.format(
                    "%d deliveries, p50 %d, p99 %d microseconds",
                    count, quantile(0.5), quantile(0.99));
        }

        /** The one that a share of all, such as 0.99, is not above. */
        int quantile(double share) {
            int[] sorted = Arrays.copyOf(micros, count);
            Arrays.sort(sorted);
            return sorted[(int) Math.ceil(share * count) - 1];
        }
    }

    /** Lets everybody come in. */
    void enter() throws Exception {
        for (Honest honest : people) {
            loop.connect(server, TimeUnit.SECONDS.toNanos(10), honest);
        }
        await(allIn);
    }

    /** They talk from now on. */
    void talk() {
        loop.execute(
                () -> {
                    talking = true;
                    saySomething(System.nanoTime());
                });
    }

    /** They stop talking; returns when everybody has heard everything or is gone. */
    void stopTalking() throws Exception {
        CompletableFuture<Void> heard = new CompletableFuture<>();
        loop.execute(
                () -> {
                    talking = false;
                    allHeard = heard;
                    checkAllHeard();
                });
        await(heard);
    }

    /** Returns when so much more has been said. */
    void say(int messages) throws Exception {
        CompletableFuture<Void> heard = new CompletableFuture<>();
        loop.execute(() -> people.getFirst().awaited.add(new Awaited(said + messages, heard)));
        await(heard);
    }

    /** How long everything took since this was asked last. */
    Latencies latencies() throws Exception {
        CompletableFuture<Latencies> until = new CompletableFuture<>();
        loop.execute(
                () -> {
                    until.complete(latencies);
                    latencies = new Latencies();
                });
        return await(until);
    }

    /** By how much they came too late to say something since this was asked last. */
    Latencies delays() throws Exception {
        CompletableFuture<Latencies> until = new CompletableFuture<>();
        loop.execute(
                () -> {
                    until.complete(delays);
                    delays = new Latencies();
                });
        return await(until);
    }

    /** What was heard and noted is not kept any more; to be called when nobody talks. */
    void forget() throws Exception {
        CompletableFuture<Void> forgotten = new CompletableFuture<>();
        loop.execute(
                () -> {
                    latencies = new Latencies();
                    delays = new Latencies();
                    people.forEach(honest -> honest.heard = new ArrayList<>());
                    forgotten.complete(null);
                });
        await(forgotten);
    }

    /** Everybody is there, and has heard all that was said, once, in one order. */
    void checkWhatTheyHeard() {
        List<Integer> order = people.getFirst().heard;
        assertThat(order).as("what was heard").hasSize(said).doesNotHaveDuplicates();
        int[] last = new int[people.size()];
        Arrays.fill(last, -1);
        for (int number : order) {
            int speaker = number % people.size();
            assertThat(number).as("the next by %s", speaker).isGreaterThan(last[speaker]);
            last[speaker] = number;
        }
        for (Honest honest : people) {
            assertThat(honest.end).as("the end of %s", honest.name).isNull();
            assertThat(honest.heard).as("what %s heard", honest.name).isEqualTo(order);
        }
    }

    int said() {
        return said;
    }

    private static <T extends @Nullable Object> T await(CompletableFuture<T> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void saySomething(long due) {
        if (talking) {
            long now = System.nanoTime();
            for (long late = now - due; late > 0; late -= PACE_NANOS) {
                delays.add(late); // each that should have been said meanwhile came too late
            }
            people.get(said % people.size()).say(said++);
            loop.timers().schedule(PACE_NANOS, () -> saySomething(now + PACE_NANOS));
        }
    }

    private void checkAllHeard() {
        if (allHeard != null
                && people.stream().allMatch(one -> one.end != null || one.heard.size() == said)) {
            allHeard.complete(null);
        }
    }

    @Override
    public void close() {
        loop.close();
    }

    private final class Honest implements ConnectHandler, ConnectionHandler, LineSink {
        private final String name;
        private final LineDecoder decoder = LineDecoder.ofServer(Limits.defaults());
        private List<Integer> heard = new ArrayList<>();
        private @Nullable Connection connection;
        private @Nullable String end;
        private final List<Awaited> awaited = new ArrayList<>();

        Honest(String name) {
            this.name = name;
        }

        private void send(String text) {
            if (connection != null) {
                connection.send(ByteBuffer.wrap((text + "\r\n").getBytes(StandardCharsets.UTF_8)));
            }
        }

        void say(int number) {
            send("PRIVMSG " + ROOM + " :said " + number + " " + System.nanoTime());
        }

        @Override
        public ConnectionHandler connected(Connection opened) {
            connection = opened;
            send("CAP REQ echo-message\r\nNICK " + name + "\r\nUSER u 0 * :r\r\nCAP END");
            send("JOIN " + ROOM);
            return this;
        }

        @Override
        public void failed(ConnectFailure failure) {
            end = failure.toString();
            allIn.completeExceptionally(new IOException(end));
        }

        @Override
        public void received(Connection from, ByteBuffer bytes) {
            decoder.decode(bytes, this);
        }

        @Override
        public boolean line(ByteBuffer line) {
            if (isNoise(line)) {
                return true;
            }
            String text = StandardCharsets.UTF_8.decode(line).toString();
            int at = text.indexOf(SAID);
            if (at >= 0) {
                hear(text.substring(at + SAID.length()));
            } else if (text.contains(" 366 ")) {
                if (++in == people.size()) {
                    allIn.complete(null);
                }
            } else if (text.startsWith("PING ")) {
                send("PONG " + text.substring(5));
            } else if (text.startsWith("ERROR ")) {
                end = text;
            }
            return true;
        }

        /** What others than the server and the honest ones have to say. */
        private static boolean isNoise(ByteBuffer line) {
            return line.remaining() > 1
                    && line.get(line.position()) == ':'
                    && line.get(line.position() + 1) != 'h'
                    && line.get(line.position() + 1) != 's';
        }

        private void hear(String numberAndTime) {
            int space = numberAndTime.indexOf(' ');
            heard.add(Integer.parseInt(numberAndTime.substring(0, space)));
            latencies.add(System.nanoTime() - Long.parseLong(numberAndTime.substring(space + 1)));
            awaited.removeIf(one -> heard.size() >= one.messages && one.heard.complete(null));
            checkAllHeard();
        }

        @Override
        public void refused(LineError error) {
            end = error.toString();
        }

        @Override
        public void closed(Connection ended, CloseReason reason) {
            end = end == null ? reason.toString() : end;
            checkAllHeard();
        }
    }
}
