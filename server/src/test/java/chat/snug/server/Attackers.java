package chat.snug.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A process of its own in which all attackers live, as they do in the world: it has the lowest
 * priority, so that what they take of the server is what the server gives them, and not the
 * processors below it. A test writes {@code go ATTACK} and, for those that take their time, {@code
 * tick}; the process answers {@code done ATTACK}, or {@code failed ATTACK} and why. It ends when
 * the test does.
 */
final class Attackers implements AutoCloseable {
    private static final Path NICE = Path.of("/usr/bin/nice");

    private final Process process;
    private final PrintWriter orders;
    private final Map<Attack, CompletableFuture<Void>> under = new ConcurrentHashMap<>();

    /** Starts the process. */
    Attackers(InetSocketAddress server) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-D" + Attack.STORM + "=" + Integer.getInteger(Attack.STORM, Attack.CROWD),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Attackers.class.getName(),
                        Integer.toString(server.getPort())));
        process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        Thread.ofPlatform().daemon().name("snug-test-attackers").start(this::listen);
    }

    /** Begins an attack; the result is there when everything of it was tried. */
    CompletableFuture<Void> begin(Attack attack) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        under.put(attack, done);
        orders.println("go " + attack.name());
        return done;
    }

    /** Some time has passed. */
    void tick() {
        orders.println("tick");
    }

    private void listen() {
        try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
            String line;
            while ((line = answers.readLine()) != null) {
                String[] words = line.split(" ", 3);
                CompletableFuture<Void> one = under.remove(Attack.valueOf(words[1]));
                if (one == null) {
                    throw new IOException(line);
                } else if (words[0].equals("done")) {
                    one.complete(null);
                } else {
                    one.completeExceptionally(new AssertionError(line));
                }
            }
            throw new IOException("the process of the attackers has ended");
        } catch (IOException e) {
            under.values().forEach(one -> one.completeExceptionally(e));
        }
    }

    @Override
    public void close() {
        orders.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    // ---- the process

    /**
     * Attacks a server on this computer.
     *
     * @param args its port
     */
    public static void main(String[] args) throws IOException {
        InetSocketAddress server =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
        Ticks ticks = new Ticks();
        try (BufferedReader orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String order;
            while ((order = orders.readLine()) != null) {
                if (order.equals("tick")) {
                    ticks.pass();
                } else {
                    Attack attack = Attack.valueOf(order.substring("go ".length()));
                    Thread.ofPlatform().start(() -> attack(attack, server, ticks));
                }
            }
        }
        System.exit(0);
    }

    private static void attack(Attack attack, InetSocketAddress server, Ticks ticks) {
        String answer;
        try {
            attack.on(server, ticks::next);
            answer = "done " + attack;
        } catch (Exception | Error e) {
            answer = "failed " + attack + " " + e.toString().lines().findFirst().orElse("");
            e.printStackTrace();
        }
        synchronized (System.out) {
            System.out.println(answer);
            System.out.flush();
        }
    }

    private static final class Ticks {
        private long passed;

        synchronized void pass() {
            passed++;
            notifyAll();
        }

        synchronized void next() throws InterruptedException {
            long now = passed;
            while (passed == now) {
                wait();
            }
        }
    }
}
