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
 * A process of its own in which all attackers live, as they do in the world: it has a low priority,
 * so that what they take of the server is what the server gives them, and not the processors below
 * it. A test writes {@code go ATTACK} and, for those that take their time, {@code tick} and {@code
 * late}; the process answers {@code done ATTACK}, or {@code failed ATTACK} and why; and before
 * that, of one that only time ends, {@code underway ATTACK}. It ends when the test does.
 */
final class Attackers implements AutoCloseable {
    private static final Path NICE = Path.of("/usr/bin/nice");

    private final Process process;
    private final PrintWriter orders;
    private final Map<Attack, Course> courses = new ConcurrentHashMap<>();

    /** Of an attack: when all of it is under way, if it is slow, and when it is over. */
    record Course(CompletableFuture<Void> underWay, CompletableFuture<Void> over) {
        private void fail(Throwable why) {
            underWay.completeExceptionally(why);
            over.completeExceptionally(why);
        }
    }

    /** Starts the process. */
    Attackers(InetSocketAddress server) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "10"));
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

    /** Begins an attack, which is over when everything of it was tried. */
    Course begin(Attack attack) {
        Course course = new Course(new CompletableFuture<>(), new CompletableFuture<>());
        courses.put(attack, course);
        orders.println("go " + attack.name());
        return course;
    }

    /** Some time has passed. */
    void tick() {
        orders.println("tick");
    }

    /** So much has passed that the server has no more patience with those who are slow. */
    void late() {
        orders.println("late");
    }

    private void listen() {
        try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
            String line;
            while ((line = answers.readLine()) != null) {
                String[] words = line.split(" ", 3);
                Course course = courses.get(Attack.valueOf(words[1]));
                if (course == null) {
                    throw new IOException(line);
                }
                switch (words[0]) {
                    case "underway" -> course.underWay().complete(null);
                    case "done" -> course.over().complete(null);
                    default -> course.fail(new AssertionError(line));
                }
            }
            throw new IOException("the process of the attackers has ended");
        } catch (IOException e) {
            courses.values().forEach(course -> course.fail(e));
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
                } else if (order.equals("late")) {
                    ticks.late();
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
            attack.on(server, ticks.during(attack));
            answer = "done " + attack;
        } catch (Exception | Error e) {
            answer = "failed " + attack + " " + e.toString().lines().findFirst().orElse("");
            e.printStackTrace();
        }
        say(answer);
    }

    private static void say(String answer) {
        synchronized (System.out) {
            System.out.println(answer);
            System.out.flush();
        }
    }

    private static final class Ticks {
        private long passed;
        private long lates;

        synchronized void pass() {
            passed++;
            notifyAll();
        }

        synchronized void late() {
            lates++;
            notifyAll();
        }

        /** Of an attack that begins now. */
        synchronized Attack.Pace during(Attack attack) {
            long latesBefore = lates;
            return new Attack.Pace() {
                @Override
                public void pass() throws InterruptedException {
                    next();
                }

                @Override
                public void underWay() {
                    say("underway " + attack);
                }

                @Override
                public void untilItIsTooLate() throws InterruptedException {
                    awaitLate(latesBefore);
                }
            };
        }

        private synchronized void awaitLate(long before) throws InterruptedException {
            while (lates == before) {
                wait();
            }
        }

        private synchronized void next() throws InterruptedException {
            long now = passed;
            while (passed == now) {
                wait();
            }
        }
    }
}
