package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.room.RateLimit;
import chat.snug.server.options.ServerLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What somebody does who wants to do harm, each from addresses of its own. */
enum Attack {
    /** Connects again and again, and does not say a word. */
    SILENT_CONNECTIONS {
        @Override
        void on(InetSocketAddress server, Pace pace) throws Exception {
            List<WireClient> silent = new ArrayList<>();
            for (int i = 0; i < PER_ADDRESS; i++) {
                silent.add(from(server, 1));
            }
            for (int i = 0; i < 100; i++) {
                WireClient oneMore = from(server, 1);
                assertThat(oneMore.drain()).isZero();
                oneMore.close();
            }
            pace.underWay();
            pace.untilItIsTooLate();
            for (WireClient client : silent) {
                assertThat(client.drain()).isZero();
                client.close();
            }
        }

        @Override
        boolean isSlow() {
            return true;
        }
    },

    /** Begins to say who it is, and does not go on. */
    HALF_REGISTERED {
        @Override
        void on(InetSocketAddress server, Pace pace) throws Exception {
            List<WireClient> waiting = new ArrayList<>();
            for (int i = 0; i < PER_ADDRESS; i++) {
                WireClient client = from(server, 2);
                client.send("NICK half" + i);
                waiting.add(client);
            }
            waiting.forEach(WireClient::sync);
            for (int i = 0; i < 100; i++) {
                WireClient oneMore = from(server, 2);
                oneMore.send("NICK more" + i);
                assertThat(oneMore.untilClosed())
                        .allMatch(line -> line.startsWith("ERROR :Too many "));
                oneMore.close();
            }
            pace.underWay();
            pace.untilItIsTooLate();
            for (WireClient client : waiting) {
                assertThat(client.untilClosed()).containsExactly("ERROR :Registration timed out");
                client.close();
            }
        }

        @Override
        boolean isSlow() {
            return true;
        }
    },

    /** Begins a handshake, and does not go on. */
    HALF_HANDSHAKES {
        @Override
        void on(InetSocketAddress server, Pace pace) throws Exception {
            List<WireClient> waiting = new ArrayList<>();
            for (int i = 0; i < PER_ADDRESS; i++) {
                WireClient client = from(server, 12);
                client.sendRaw(i % 2 == 0 ? HELLO : Arrays.copyOf(HELLO, i));
                waiting.add(client);
            }
            pace.underWay();
            pace.untilItIsTooLate();
            for (WireClient client : waiting) {
                assertThat(client.drain()).isNotNegative();
                client.close();
            }
        }

        @Override
        boolean isSlow() {
            return true;
        }
    },

    /** Lets the server do its part of a handshake, and answers with nonsense. */
    BROKEN_HANDSHAKES {
        @Override
        void on(InetSocketAddress server, Pace pace) throws Exception {
            each(
                    4,
                    i -> {
                        Random random = new Random(i);
                        byte[] nonsense = new byte[ENCRYPTED.length + 500];
                        for (int round = 0; round < 10; round++) {
                            random.nextBytes(nonsense);
                            System.arraycopy(ENCRYPTED, 0, nonsense, 0, ENCRYPTED.length);
                            WireClient client = from(server, 13);
                            client.sendRaw(HELLO);
                            assertThat(client.read()).isNotNegative();
                            client.sendRaw(nonsense);
                            assertThat(client.drain()).isNotNegative();
                            client.close();
                        }
                    });
        }
    },

    /** Sends one byte of a line after the other, and never its end. */
    SLOW_WRITERS {
        @Override
        void on(InetSocketAddress server, Pace pace) throws Exception {
            List<WireClient> slow = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                slow.add(from(server, 3));
            }
            pace.underWay();
            while (!slow.isEmpty()) {
                pace.pass();
                slow.removeIf(client -> !isWritten(client));
            }
        }

        private static boolean isWritten(WireClient client) {
            try {
                client.sendRaw(new byte[] {'x'});
                return true;
            } catch (UncheckedIOException _) {
                client.close();
                return false;
            }
        }

        @Override
        boolean isSlow() {
            return true;
        }
    },

    /** Sends what is no line at all. */
    GARBAGE {
        @Override
        void on(InetSocketAddress server, Pace pace) throws Exception {
            each(
                    10,
                    i -> {
                        Random random = new Random(i);
                        byte[] bytes = new byte[8_192];
                        WireClient client = from(server, 4);
                        client.register("garbage" + i);
                        try {
                            for (int round = 0; round < 40; round++) {
                                random.nextBytes(bytes);
                                client.sendRaw(bytes);
                            }
                        } catch (UncheckedIOException _) {
                            // it was sent away, as it should be
                        }
                        client.vanish();
                    });
        }
    },

    /** Breaks the connection after each possible byte. */
    RESET_AT_ANY_BYTE {
        @Override
        void on(InetSocketAddress server, Pace pace) throws Exception {
            for (int length = 0; length <= LIFE.length; length++) {
                WireClient client = from(server, 5);
                client.sendRaw(Arrays.copyOf(LIFE, length));
                client.vanish();
            }
        }
    },

    /** Says that nothing more comes, and waits. */
    HALF_CLOSED {
        @Override
        void on(InetSocketAddress server, Pace pace) throws Exception {
            for (int length = 0; length <= LIFE.length; length++) {
                WireClient client = from(server, 6);
                client.sendRaw(Arrays.copyOf(LIFE, length));
                client.endOutput();
                assertThat(client.untilClosed()).isNotNull();
                client.close();
            }
        }
    },

    /** Talks as fast as it can, many at once, in the room of the others. */
    FLOOD {
        @Override
        void on(InetSocketAddress server, Pace pace) throws Exception {
            each(
                    30,
                    i -> {
                        WireClient client = from(server, 7);
                        client.register("flood" + i);
                        client.send("JOIN " + HonestCrowd.ROOM);
                        String line = "PRIVMSG " + HonestCrowd.ROOM + " :" + "flood ".repeat(10);
                        client.send(Collections.nCopies(100, line).toArray(String[]::new));
                        while (!client.next().contains(" WARN * RATE_LIMITED ")) {
                            // what the others say
                        }
                        client.vanish();
                    });
        }
    },

    /** Changes the keys of its encryption as fast as it can, without a word. */
    KEY_CHANGES {
        @Override
        void on(InetSocketAddress server, Pace pace) throws Exception {
            each(
                    20,
                    i -> {
                        WireClient client = shakeHands(server);
                        if (i % 2 == 0) {
                            client.register("keys" + i);
                            changeKeysUntilWarned(client);
                        } else {
                            client.ask("CAP LS");
                            changeKeys(client);
                        }
                        client.vanish();
                    });
        }
    },

    /** Comes, goes, changes its name and its mind. */
    CHURN {
        @Override
        void on(InetSocketAddress server, Pace pace) throws Exception {
            each(
                    20,
                    i -> {
                        WireClient client = from(server, 8);
                        client.register("churn" + i);
                        for (int round = 0; round < 10; round++) {
                            client.send(
                                    "JOIN " + HonestCrowd.ROOM,
                                    "NICK churn" + i + "x" + round,
                                    "AWAY :" + round,
                                    "PART " + HonestCrowd.ROOM);
                        }
                        while (!client.next().contains(" PART " + HonestCrowd.ROOM)) {
                            // what the others say
                        }
                        client.vanish();
                    });
        }
    },

    /** Asks for what is hard to find out, in words that are made to be hard. */
    COSTLY_QUESTIONS {
        @Override
        void on(InetSocketAddress server, Pace pace) throws Exception {
            String mask = "*" + "?a".repeat(90) + "*b*";
            each(
                    20,
                    i -> {
                        WireClient client = from(server, 9);
                        client.register("asker" + i);
                        List<String> lines = new ArrayList<>();
                        lines.add("CAP REQ :batch soju.im/search draft/chathistory");
                        lines.add("CAP END");
                        for (int room = 0; room < 20; room++) {
                            lines.add("JOIN #cave" + i + "-" + room);
                        }
                        for (int round = 0; round < 8; round++) {
                            lines.add("WHO " + mask);
                            lines.add("LIST !" + mask + "," + mask);
                            lines.add("SEARCH text=" + "a".repeat(300) + "b");
                            lines.add("NAMES " + HonestCrowd.ROOM);
                            lines.add("MODE #cave" + i + "-0 +b " + mask + round);
                            lines.add("WHOIS " + "honest1,".repeat(40));
                            lines.add("WHOWAS " + "honest1,".repeat(40));
                        }
                        client.send(lines.toArray(String[]::new));
                        while (!client.next().contains(" WARN * RATE_LIMITED ")) {
                            // the answers
                        }
                        client.vanish();
                    });
        }
    },

    /** Asks for much and reads none of it. */
    SLOW_READERS {
        @Override
        void on(InetSocketAddress server, Pace pace) throws Exception {
            List<WireClient> stalled = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                WireClient client = from(server, 10);
                client.send("CAP REQ :batch draft/chathistory server-time message-tags");
                client.register("lazy" + i, "CAP END");
                client.ask("JOIN " + HonestCrowd.ROOM);
                stalled.add(client);
            }
            for (WireClient client : stalled) {
                for (int round = 0; round < 50; round++) {
                    client.send("CHATHISTORY LATEST " + HonestCrowd.ROOM + " * 100");
                }
            }
            WireClient watch = from(server, 10);
            watch.register("watch");
            watch.ask("WHOIS lazy49");
            stalled.forEach(WireClient::vanish);
            watch.close();
        }
    },

    /** Tries passwords, for as long as it may. */
    GUESSED_PASSWORDS {
        @Override
        void on(InetSocketAddress server, Pace pace) throws Exception {
            each(
                    2,
                    i -> {
                        WireClient client = from(server, 11);
                        client.send("CAP REQ sasl", "NICK guess" + i, "USER u 0 * :r");
                        for (int round = 0; round < 3; round++) {
                            client.send("AUTHENTICATE PLAIN", "AUTHENTICATE AGEAYg==");
                        }
                        client.send("QUIT");
                        assertThat(client.untilClosed())
                                .anyMatch(line -> line.contains(" 904 "))
                                .noneMatch(line -> line.contains(" 900 "));
                        client.close();
                    });
        }
    },

    /** Everybody whose connection broke comes back at once. */
    RECONNECT_STORM {
        @Override
        void on(InetSocketAddress server, Pace pace) throws Exception {
            int crowd = Integer.getInteger(STORM, CROWD);
            each(
                    20,
                    i -> {
                        for (int round = 0; round < crowd / 20; round++) {
                            WireClient client = from(server, 20 + (i * crowd / 20 + round) / 150);
                            client.register("again" + i + "x" + round);
                            client.send("JOIN " + HonestCrowd.ROOM);
                            while (!client.next().contains(" 366 ")) {
                                // names, and what the others say
                            }
                            client.vanish();
                        }
                    });
        }
    };

    /** What a handshake begins with: the one that the fuzzer begins with as well. */
    private static final byte[] HELLO = hello();

    /** The head of a record of 500 bytes that claims to be encrypted. */
    private static final byte[] ENCRYPTED = {0x17, 3, 3, 500 >> 8, (byte) 500};

    private static byte[] hello() {
        try {
            byte[] kept = Files.readAllBytes(Path.of("src/test/corpus/SniffingTarget/hello"));
            return Arrays.copyOfRange(kept, 1, kept.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The property that says how many come back in a storm. */
    static final String STORM = "hostile.storm";

    /** How many that are unless told. */
    static final int CROWD = 5_000;

    /** Many more than the lines that anybody may send at once. */
    private static final int CHANGES = 200;

    /** So many newcomers may be at one address. */
    static final int PER_ADDRESS = 150;

    private static final byte[] LIFE =
            ("CAP LS 302\r\nNICK brief\r\nUSER u 0 * :r\r\nCAP END\r\nJOIN "
                            + HonestCrowd.ROOM
                            + "\r\nPRIVMSG "
                            + HonestCrowd.ROOM
                            + " :hello\r\nQUIT :bye\r\n")
                    .getBytes(StandardCharsets.UTF_8);

    /** Whether it goes on while others do, because it takes its time. */
    boolean isSlow() {
        return false;
    }

    /** Ends when everything was tried and the server has said what it has to say to it. */
    abstract void on(InetSocketAddress server, Pace pace) throws Exception;

    /** The course of time. */
    interface Pace {
        /** Lets some of it pass. */
        void pass() throws Exception;

        /** Tells that an attack that is slow has tried all, and that only time ends it. */
        void underWay();

        /** Waits until so much has passed that the server has no more patience. */
        void untilItIsTooLate() throws Exception;
    }

    /** Comes again until it is quick enough: this process runs when nothing else wants to. */
    private static WireClient shakeHands(InetSocketAddress server) {
        while (true) {
            try {
                return WireClient.encrypt(server, null);
            } catch (UncheckedIOException tooSlow) {
                System.err.println("hung up on while shaking hands: " + tooSlow.getMessage());
            }
        }
    }

    /** Until it is hung up on, if it is: who does not say who they are has not long. */
    private static void changeKeys(WireClient client) {
        try {
            for (int round = 0; round < CHANGES; round++) {
                client.changeKeys();
            }
        } catch (IOException hungUpOn) {
            // That is one answer to it.
        }
    }

    /** Told that this is too fast, unless this process is so slow that it is not. */
    private static void changeKeysUntilWarned(WireClient client) throws IOException {
        long begin = System.nanoTime();
        for (int round = 0; round < CHANGES; round++) {
            client.changeKeys();
        }
        client.send("PING done");
        String line = client.next();
        while (!line.contains(" WARN * RATE_LIMITED ") && !line.endsWith(" done")) {
            line = client.next(); // what it was told when it came
        }
        RateLimit lines = ServerLimits.defaults().lines();
        long allowed = lines.burst() + (System.nanoTime() - begin) / lines.intervalNanos();
        assertThat(line.contains(" WARN ") || allowed >= CHANGES)
                .as("%s; so many were allowed: %d", line, allowed)
                .isTrue();
    }

    private interface Attacker {
        void attack(int number) throws Exception;
    }

    private static void each(int count, Attacker attacker) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                all.add(
                        threads.submit(
                                () -> {
                                    attacker.attack(number);
                                    return number;
                                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    /** Linux has many loopback addresses; where there is one, all attackers have that. */
    private static WireClient from(InetSocketAddress server, int host) throws IOException {
        try {
            return WireClient.connect(
                    server, InetAddress.getByAddress(new byte[] {127, 0, 66, (byte) host}));
        } catch (BindException _) {
            return WireClient.connect(server, InetAddress.getLoopbackAddress());
        }
    }
}
