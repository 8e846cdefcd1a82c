package chat.snug.bench;

import chat.snug.key.OwnKey;
import chat.snug.net.CloseReason;
import chat.snug.net.ConnectFailure;
import chat.snug.net.ConnectHandler;
import chat.snug.net.Connection;
import chat.snug.net.ConnectionHandler;
import chat.snug.net.NanoClock;
import chat.snug.net.SelectorLoop;
import chat.snug.net.Tls;
import chat.snug.server.ChatServer;
import chat.snug.server.options.Security;
import chat.snug.server.options.ServerOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What encryption costs the server: coming in, and one message for everybody, in plain and over
 * TLS, in one process. Counted is the processor time of the server's own threads, since the crowd
 * has to decrypt on the same processors. {@code -Dbench.main=chat.snug.bench.EncryptionBenchmark}.
 */
@Command(name = "encryption", mixinStandardHelpOptions = true, showDefaultValues = true)
public final class EncryptionBenchmark implements Callable<Integer> {
    private static final String ROOM = "#bench";
    private static final String TEXT = "x".repeat(64);
    private static final int WINDOW = 32;

    /** So many shake hands at once. */
    private static final int ARRIVING = 32;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Option(names = "--members", defaultValue = "500", description = "In the room.")
    private int members;

    @Option(names = "--seconds", defaultValue = "5", description = "Of talk, after as much before.")
    private int seconds;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "Of both, in turn, after one that warms up.")
    private int rounds;

    private final ExecutorService handshakes = Executors.newSingleThreadExecutor();

    /** Measures and prints; see {@code --help}. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new EncryptionBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        for (int round = 0; round <= rounds; round++) {
            System.out.println(round == 0 ? "warming up" : "round " + round);
            measure("plain", null);
            measure("TLS", OwnKey.make());
        }
        return 0;
    }

    private void measure(String what, @Nullable OwnKey key) throws Exception {
        ServerOptions options = ServerOptions.at("localhost", 0);
        options = options.withLimits(options.limits().withoutThrottle());
        if (key != null) {
            options = options.withSecurity(new Security(key, false));
        }
        try (ChatServer server = ChatServer.start(options);
                Crowd crowd = new Crowd(server.address().getPort(), key != null)) {
            long begun = System.nanoTime();
            crowd.enter();
            double entering = seconds(begun);
            long enteringCpu = serverCpu();
            crowd.talk(seconds);
            long cpu = serverCpu();
            begun = System.nanoTime();
            long deliveries = crowd.talk(seconds);
            System.out.printf(
                    "%-5s %d people came in: %.0f/s, %.0f µs of CPU each; deliveries: %.2f M/s,"
                            + " %.2f µs of CPU each%n",
                    what,
                    members,
                    members / entering,
                    enteringCpu / 1e3 / members,
                    deliveries / seconds(begun) / 1e6,
                    (serverCpu() - cpu) / 1e3 / deliveries);
        }
    }

    private static double seconds(long begunNanos) {
        return (System.nanoTime() - begunNanos) / 1e9;
    }

    /** Processor time of the server's threads that live, in nanoseconds. */
    private static long serverCpu() {
        long sum = 0;
        for (ThreadInfo thread : THREADS.dumpAllThreads(false, false)) {
            String name = thread.getThreadName();
            if (name.startsWith("snug-server") || name.startsWith("snug-handshake")) {
                sum += THREADS.getThreadCpuTime(thread.getThreadId());
            }
        }
        return sum;
    }

    /** All members, on one loop; the first one talks. */
    private final class Crowd implements AutoCloseable {
        private final SelectorLoop loop = SelectorLoop.start("bench-crowd", NanoClock.system());
        private final InetSocketAddress server;
        private final @Nullable Tls tls;
        private final CompletableFuture<Void> allIn = new CompletableFuture<>();
        private @Nullable Connection talker;
        private int connecting;
        private int in;
        private long heard;
        private boolean talking;

        Crowd(int port, boolean encrypts) throws IOException {
            server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            tls = encrypts ? new Tls(trusting(), EncryptionBenchmark::engine, handshakes) : null;
        }

        void enter() throws ExecutionException, InterruptedException {
            loop.execute(
                    () -> {
                        for (int i = 0; i < ARRIVING; i++) {
                            connectNext();
                        }
                    });
            allIn.get();
        }

        private void connectNext() {
            if (connecting < members) {
                String name = "m" + connecting++;
                loop.connect(server, TimeUnit.SECONDS.toNanos(60), tls, new Member(this, name));
            }
        }

        /** Lets one talk for so long; how often somebody heard something. */
        long talk(int forSeconds) throws ExecutionException, InterruptedException {
            CompletableFuture<Long> deliveries = new CompletableFuture<>();
            loop.execute(
                    () -> {
                        long before = heard;
                        talking = true;
                        for (int i = 0; i < WINDOW; i++) {
                            say();
                        }
                        loop.timers()
                                .schedule(
                                        TimeUnit.SECONDS.toNanos(forSeconds),
                                        () -> {
                                            talking = false;
                                            deliveries.complete(heard - before);
                                        });
                    });
            return deliveries.get();
        }

        int size() {
            return members;
        }

        void say() {
            if (talking && talker != null) {
                send(talker, "PRIVMSG " + ROOM + " :" + TEXT);
            }
        }

        @Override
        public void close() {
            loop.close();
        }
    }

    private static void send(Connection to, String lines) {
        to.send(ByteBuffer.wrap((lines + "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static SSLEngine engine(SSLContext context) {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(true);
        return engine;
    }

    private static SSLContext trusting() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    /** Counts lines; the second one tells the talker to go on. */
    private static final class Member implements ConnectHandler, ConnectionHandler {
        private static final byte[] END_OF_NAMES = " 366 ".getBytes(StandardCharsets.US_ASCII);

        private final Crowd crowd;
        private final String name;
        private boolean in;
        private int matched;

        Member(Crowd crowd, String name) {
            this.crowd = crowd;
            this.name = name;
        }

        @Override
        public ConnectionHandler connected(Connection connection) {
            send(connection, "NICK " + name + "\r\nUSER u 0 * :r\r\nJOIN " + ROOM);
            if (name.equals("m0")) {
                crowd.talker = connection;
            }
            return this;
        }

        @Override
        public void failed(ConnectFailure why) {
            crowd.allIn.completeExceptionally(new IOException(why.toString()));
        }

        @Override
        public void received(Connection from, ByteBuffer bytes) {
            while (bytes.hasRemaining()) {
                byte next = bytes.get();
                if (!in) {
                    matched = next == END_OF_NAMES[matched] ? matched + 1 : next == ' ' ? 1 : 0;
                    if (matched == END_OF_NAMES.length) {
                        in = true;
                        crowd.connectNext();
                        if (++crowd.in == crowd.size()) {
                            crowd.allIn.complete(null);
                        }
                    }
                } else if (next == '\n' && crowd.talking) {
                    crowd.heard++;
                    if (name.equals("m1")) {
                        crowd.say();
                    }
                }
            }
        }

        @Override
        public void closed(Connection ended, CloseReason reason) {
            crowd.allIn.completeExceptionally(new IOException(reason.toString()));
        }
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
