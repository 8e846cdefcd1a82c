package chat.snug.bench.app;

import chat.snug.key.OwnKey;
import chat.snug.protocol.Limits;
import chat.snug.server.ChatServer;
import chat.snug.server.options.Security;
import chat.snug.server.options.ServerLimits;
import chat.snug.server.options.ServerOptions;
import chat.snug.store.StoreOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A room server with people who talk, in a process of its own. As rooms in the app it is encrypted;
 * the people who talk are not, so that the talking costs little. Told on its input what to do:
 * {@code flood ROOM RATE SECONDS}, {@code rooms COUNT MESSAGES}; answers each with one line.
 */
public final class Crowd {
    private static final int PEOPLE = 5;
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final List<Talker> talkers = new ArrayList<>();

    private Crowd() {}

    /** Arguments: the folder of what is kept, or {@code -} for nowhere. */
    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        ServerLimits limits = ServerLimits.defaults().withoutThrottle();
        ServerOptions options =
                ServerOptions.at("127.0.0.1", 0)
                        .withRoom("#bench")
                        .withLimits(limits)
                        .withSecurity(new Security(OwnKey.make(), true));
        if (!args[0].equals("-")) {
            options = options.withStore(StoreOptions.in(Path.of(args[0])));
        }
        try (ChatServer server = ChatServer.start(options)) {
            out.println(server.address().getPort());
            new Crowd().obey(server.address().getPort(), out);
        }
    }

    private void obey(int port, PrintStream out) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line;
        while ((line = in.readLine()) != null) {
            String[] words = line.split(" ", -1);
            while (talkers.size() < PEOPLE) {
                talkers.add(new Talker(port, "talker" + talkers.size()));
            }
            switch (words[0]) {
                case "flood" ->
                        flood(
                                words[1],
                                Integer.parseInt(words[2]),
                                Integer.parseInt(words[3]),
                                out);
                case "rooms" -> rooms(Integer.parseInt(words[1]), Integer.parseInt(words[2]), out);
                default -> throw new IllegalArgumentException(line);
            }
        }
    }

    /** One says a bit, then the next: the numbers are in the order of what everyone sees. */
    private void flood(String room, int rate, int seconds, PrintStream out) throws IOException {
        for (Talker talker : talkers) {
            talker.send("JOIN " + room);
        }
        Talker talker = talkers.getFirst();
        talker.answer();
        long begun = System.nanoTime();
        long sent = 0;
        long end = (long) rate * seconds;
        while (sent < end) {
            long due = Math.min(end, (System.nanoTime() - begun) * rate / 1_000_000_000L);
            StringBuilder lines = new StringBuilder();
            for (; sent < due; sent++) {
                lines.append("PRIVMSG ").append(room).append(" :");
                lines.append(KeptRoom.words(sent)).append("\r\n");
            }
            talker.raw(lines.toString());
            Talker next = talkers.get((int) (sent / rate % talkers.size()));
            if (next != talker) {
                // The next one goes on when all of this one is there.
                talker.answer();
                talker = next;
            }
            LockSupport.parkNanos(TICK_NANOS);
        }
        talker.answer();
        double took = (System.nanoTime() - begun) / 1e9;
        out.println(sent + " " + Math.round(sent / took));
    }

    private void rooms(int count, int messages, PrintStream out) throws IOException {
        Talker talker = talkers.getFirst();
        for (int room = 0; room < count; room++) {
            StringBuilder lines = new StringBuilder("JOIN " + room(room) + "\r\n");
            for (int i = 0; i < messages; i++) {
                lines.append("PRIVMSG ").append(room(room)).append(" :");
                lines.append(KeptRoom.words(i)).append("\r\n");
            }
            talker.raw(lines.toString());
            talker.answer();
        }
        out.println(count);
    }

    static String room(int number) {
        return "#room%02d".formatted(number);
    }

    /** Says what it is told, and reads away what it hears. */
    private static final class Talker {
        private final Socket socket;
        private final OutputStream out;
        private final Object lock = new Object();
        private int asked;
        private int answered;

        Talker(int port, String name) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            out = socket.getOutputStream();
            send("NICK " + name);
            send("USER u 0 * :Talker");
            Thread.ofPlatform().daemon().name(name).start(this::readAway);
            answer();
        }

        void send(String line) throws IOException {
            raw(line + "\r\n");
        }

        void raw(String lines) throws IOException {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        }

        /** Returns when all that was sent has been done. */
        void answer() throws IOException {
            synchronized (lock) {
                asked++;
                send("PING :bench" + asked + "!");
                try {
                    while (answered < asked) {
                        lock.wait(20_000);
                    }
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        }

        private void readAway() {
            byte[] buffer = new byte[1 << 16];
            Limits limits = Limits.defaults();
            String tail = "";
            try (InputStream in = socket.getInputStream()) {
                int count;
                while ((count = in.read(buffer)) >= 0) {
                    String text = tail + new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
                    int at = text.lastIndexOf(" PONG ");
                    int end = at < 0 ? -1 : text.indexOf('!', text.indexOf("bench", at));
                    if (end >= 0) {
                        int number =
                                Integer.parseInt(
                                        text.substring(text.indexOf("bench", at) + 5, end));
                        synchronized (lock) {
                            answered = Math.max(answered, number);
                            lock.notifyAll();
                        }
                    }
                    tail = text.substring(Math.max(0, text.length() - limits.lineBytes()));
                }
            } catch (IOException e) {
                throw new IllegalStateException("the server closed the connection of a talker", e);
            }
        }
    }
}
