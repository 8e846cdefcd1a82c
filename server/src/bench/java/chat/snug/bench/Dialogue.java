package chat.snug.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The part of IRC that a client must speak to be let in and stay: registration, capabilities, PING,
 * and what the server says when it refuses something.
 */
final class Dialogue implements LineReader.Control {
    /** Asked for where offered, by the clients that ask at all. */
    static final List<String> WANTED =
            List.of("server-time", "message-tags", "echo-message", "account-tag");

    private int registered;
    private int joins;
    private int rooms;
    private int pongs;
    private String granted = "";
    private @Nullable String refusal;
    private final Map<String, Integer> quitReasons = new TreeMap<>();

    /** Clients that the server has welcomed. */
    int registered() {
        return registered;
    }

    /** Rooms that clients have entered, each counted for each client. */
    int roomsEntered() {
        return rooms;
    }

    /** JOIN lines that arrived anywhere. */
    int joinsSeen() {
        return joins;
    }

    int pongs() {
        return pongs;
    }

    /** The capabilities that the server granted, or nothing. */
    String granted() {
        return granted;
    }

    /** The first error reply of the server, if any. */
    @Nullable String refusal() {
        return refusal;
    }

    /** Why others were seen to leave, and how often it was told. */
    Map<String, Integer> quitReasons() {
        return quitReasons;
    }

    @Override
    public void line(LoadClient client, ByteBuffer buffer, int from, int to) throws IOException {
        int at = from;
        while (at < to && (buffer.get(at) == '@' || buffer.get(at) == ':')) {
            while (at < to && buffer.get(at) != ' ') {
                at++;
            }
            at++;
        }
        if (at >= to) {
            return;
        }
        if (startsWith(buffer, at, to, "JOIN ")) { // hundreds of thousands, so no text is made
            client.joinsSeen++;
            joins++;
        } else if (!startsWith(buffer, at, to, "PRIVMSG ") && !startsWith(buffer, at, to, "353 ")) {
            byte[] text = new byte[to - at];
            buffer.get(at, text);
            command(client, new String(text, StandardCharsets.UTF_8));
        }
    }

    private static boolean startsWith(ByteBuffer buffer, int at, int to, String word) {
        if (to - at < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (buffer.get(at + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void command(LoadClient client, String line) throws IOException {
        int space = line.indexOf(' ');
        String command = space < 0 ? line : line.substring(0, space);
        switch (command) {
            case "PING" -> client.send("PONG" + line.substring("PING".length()) + "\r\n");
            case "PONG" -> pongs++;
            case "376", "422" -> welcomed(client);
            case "366" -> {
                client.roomsJoined++;
                rooms++;
            }
            case "CAP" -> capability(client, line);
            case "ERROR" -> client.lastError = line;
            case "QUIT" -> quitReasons.merge(trailing(line), 1, Integer::sum);
            default -> {
                if (command.matches("[45]\\d\\d") && refusal == null) {
                    refusal = line;
                }
            }
        }
    }

    private void welcomed(LoadClient client) {
        if (!client.registered) {
            client.registered = true;
            registered++;
        }
    }

    private static String trailing(String line) {
        int colon = line.indexOf(" :");
        return colon < 0 ? line : line.substring(colon + 2);
    }

    /** {@code CAP * LS [*] :names}, {@code CAP * ACK :names} or {@code CAP * NAK :names}. */
    private void capability(LoadClient client, String line) throws IOException {
        String[] words = line.split(" ", 4);
        if (words.length < 4) {
            return;
        }
        boolean more = words[3].startsWith("* ");
        String names = more ? words[3].substring(2) : words[3];
        names = names.startsWith(":") ? names.substring(1) : names;
        switch (words[2].toUpperCase(Locale.ROOT)) {
            case "LS" -> {
                client.offered += " " + names;
                if (!more) {
                    ask(client);
                }
            }
            case "ACK" -> {
                granted = names.strip();
                client.echoed = List.of(granted.split(" ")).contains("echo-message");
                client.send("CAP END\r\n");
            }
            case "NAK" -> client.send("CAP END\r\n");
            default -> {}
        }
    }

    private static void ask(LoadClient client) throws IOException {
        List<String> both = new ArrayList<>();
        for (String offer : client.offered.strip().split(" +", -1)) {
            String name = offer.contains("=") ? offer.substring(0, offer.indexOf('=')) : offer;
            if (WANTED.contains(name)) {
                both.add(name);
            }
        }
        client.offered = "";
        client.send(both.isEmpty() ? "CAP END\r\n" : "CAP REQ :" + String.join(" ", both) + "\r\n");
    }
}
