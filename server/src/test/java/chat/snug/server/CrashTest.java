package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A host that is killed again and again while people talk: whatever was acknowledged is there, once
 * and in order.
 */
class CrashTest {
    private static final long SEED = 20_261_121;
    private static final int KILLS = 20;
    private static final int CLIENTS = 20;

    /** Of each client, so that all together send 600 a second, where the machine is as fast. */
    private static final long PACE_NANOS = TimeUnit.SECONDS.toNanos(1) / 30;

    /** So often each says something before the host is killed. */
    private static final int FEWEST = 5;

    private static final int MOST = 28;
    private static final Pattern SPOKEN =
            Pattern.compile("@(\\S+) :c(\\d+)\\S* PRIVMSG #crash :(\\d+) (\\d+)");
    private static final Pattern ID = Pattern.compile("(?:^|;)msgid=([^;]+)");

    private final Set<String> acknowledged = Collections.synchronizedSet(new HashSet<>());
    @TempDir private Path folder;
    private @Nullable Process host;

    private InetSocketAddress start() throws IOException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(),
                        Launch.class.getName(),
                        "--host=127.0.0.1",
                        "--port=0",
                        "--no-throttle",
                        "--data-dir=" + folder.resolve("data"));
        Process started =
                new ProcessBuilder(command)
                        .redirectError(folder.resolve("errors").toFile())
                        .directory(new File("."))
                        .start();
        host = started;
        String line = started.inputReader(StandardCharsets.UTF_8).readLine();
        assertThat(line).as("it starts again").startsWith("Listening at ");
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(),
                Integer.parseInt(line.substring(line.lastIndexOf(':') + 1)));
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void kill() throws InterruptedException {
        if (host != null) {
            host.destroyForcibly().waitFor();
        }
    }

    @AfterEach
    void killLast() throws InterruptedException {
        kill();
    }

    @Test
    @Timeout(900)
    void whatWasAcknowledgedIsThereOnceAndInOrder() throws Exception {
        Random random = new Random(SEED);
        for (int round = 0; round < KILLS; round++) {
            int turns = random.nextInt(FEWEST, MOST);
            talkAndKill(start(), round, turns, random.nextLong(PACE_NANOS));
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS * CLIENTS);

        Map<String, String> served = served(start());

        Set<String> lost = new HashSet<>(acknowledged);
        lost.removeAll(served.keySet());
        assertThat(lost).as("acknowledged and lost, of %d", acknowledged.size()).isEmpty();
        assertThat(List.copyOf(served.keySet())).isSorted();
        assertEverybodyIsInOrder(served.values());
    }

    /** Everybody talks, each without waiting for anything, until the host dies soon after. */
    private void talkAndKill(InetSocketAddress address, int round, int turns, long after)
            throws Exception {
        List<Socket> sockets = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Socket socket = new Socket(address.getAddress(), address.getPort());
            socket.setTcpNoDelay(true);
            sockets.add(socket);
            send(
                    socket,
                    "CAP REQ :echo-message message-tags",
                    "NICK c" + i,
                    "USER c 0 * :c",
                    "CAP END",
                    "JOIN #crash",
                    "PING ready");
        }
        for (int i = 0; i < CLIENTS; i++) {
            BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(
                                    sockets.get(i).getInputStream(), StandardCharsets.UTF_8));
            String line;
            do {
                line = lines.readLine();
                assertThat(line).isNotNull();
            } while (!line.endsWith(" ready"));
            int client = i;
            threads.add(Thread.ofVirtual().start(() -> listen(lines, client)));
        }
        long begun = System.nanoTime();
        for (int n = 0; n < turns; n++) {
            LockSupport.parkNanos(begun + n * PACE_NANOS - System.nanoTime());
            for (Socket socket : sockets) {
                send(socket, "PRIVMSG #crash :" + round + " " + n);
            }
        }
        LockSupport.parkNanos(after);
        kill();
        for (Thread thread : threads) {
            thread.join();
        }
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private static void send(Socket socket, String... lines) throws IOException {
        String text = String.join("\r\n", lines) + "\r\n";
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void listen(BufferedReader lines, int client) {
        try {
            String line;
            while ((line = lines.readLine()) != null) {
                Matcher spoken = SPOKEN.matcher(line);
                if (spoken.matches() && Integer.parseInt(spoken.group(2)) == client) {
                    acknowledged.add(id(spoken.group(1)));
                }
            }
        } catch (IOException _) {
            Thread.currentThread().setName("the host was killed"); // as it has to be
        }
    }

    private static String id(String tags) {
        Matcher id = ID.matcher(tags);
        assertThat(id.find()).as(tags).isTrue();
        return id.group(1);
    }

    /** All that the room has, by id: what was said, with the name of who said it before it. */
    private static Map<String, String> served(InetSocketAddress address) {
        List<String> ids = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        try (WireClient reader = WireClient.connect(address)) {
            reader.register(
                    "reader",
                    "CAP REQ :batch draft/chathistory message-tags server-time",
                    "CAP END");
            reader.ask("JOIN #crash");
            String ask = "CHATHISTORY LATEST #crash * 100";
            boolean more = true;
            while (more) {
                List<String> pageIds = new ArrayList<>();
                List<String> pageTexts = new ArrayList<>();
                for (String line : reader.ask(ask)) {
                    Matcher spoken = SPOKEN.matcher(line);
                    if (spoken.matches()) {
                        pageIds.add(id(spoken.group(1)));
                        pageTexts.add(
                                spoken.group(2) + " " + spoken.group(3) + " " + spoken.group(4));
                    }
                }
                ids.addAll(0, pageIds);
                texts.addAll(0, pageTexts);
                more = !pageIds.isEmpty();
                ask = "CHATHISTORY BEFORE #crash msgid=" + (more ? ids.getFirst() : "") + " 100";
            }
        }
        assertThat(ids).as("served twice").doesNotHaveDuplicates();
        Map<String, String> served = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            served.put(ids.get(i), texts.get(i));
        }
        return served;
    }

    private static void assertEverybodyIsInOrder(Iterable<String> texts) {
        Map<String, Long> last = new HashMap<>();
        for (String text : texts) {
            String[] parts = text.split(" ", -1);
            long place = Long.parseLong(parts[1]) * 1_000_000 + Long.parseLong(parts[2]);
            Long before = last.put(parts[0], place);
            assertThat(place).as("c" + text).isGreaterThan(before == null ? -1 : before);
        }
    }
}
