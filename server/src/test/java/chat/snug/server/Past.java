package chat.snug.server;

import chat.snug.net.NanoClock;
import chat.snug.server.options.ServerOptions;
import chat.snug.server.session.ServerTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** A test class with a server whose clock is set by hand, and what helps to read histories. */
abstract class Past extends LiveServer {
    static final String CAPABILITIES =
            "draft/chathistory batch server-time message-tags echo-message labeled-response";
    private static final Pattern BATCH =
            Pattern.compile("(@\\S+ )?:\\S+ BATCH \\+(\\w+) (chathistory|soju.im/search)( \\S+)?");

    /** Milliseconds of the epoch. */
    final AtomicLong clock = new AtomicLong(Instant.parse("2026-03-01T10:00:00Z").toEpochMilli());

    @BeforeEach
    void setClock() {
        past(defaults());
    }

    /** Another server with the clock of this test. */
    void past(ServerOptions options) {
        try {
            use(ChatServer.start(options, NanoClock.system(), clock::get));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The time of the clock, as it stands in tags. */
    String now() {
        return new ServerTime().text(clock.get());
    }

    /** Says things in a room, a second apart; returns their ids. */
    List<String> say(WireClient who, String target, String... texts) {
        List<String> ids = new ArrayList<>();
        who.sync();
        for (String text : texts) {
            clock.addAndGet(1000);
            ids.add(id(who.ask("PRIVMSG " + target + " :" + text).getFirst()));
        }
        return ids;
    }

    static String id(String line) {
        return tag(line, "msgid");
    }

    static String tag(String line, String key) {
        return Stream.of(line.substring(1, line.indexOf(' ')).split(";", -1))
                .filter(tag -> tag.startsWith(key + "="))
                .map(tag -> tag.substring(key.length() + 1))
                .findFirst()
                .orElse("");
    }

    /** Asks for a history, and gives back what is in the batch, without the tag of the batch. */
    static List<String> history(WireClient who, String command) {
        return content(who.ask(command));
    }

    /** What is in the one batch that the lines are. */
    static List<String> content(List<String> lines) {
        Matcher first = BATCH.matcher(lines.getFirst());
        if (!first.matches()) {
            throw new AssertionError("no batch: " + lines);
        }
        String reference = first.group(2);
        if (!lines.getLast().endsWith(" BATCH -" + reference)) {
            throw new AssertionError("no end of batch " + reference + ": " + lines);
        }
        return lines.subList(1, lines.size() - 1).stream()
                .map(line -> without(line, "batch=" + reference))
                .toList();
    }

    private static String without(String line, String tag) {
        if (line.startsWith("@" + tag + ";")) {
            return "@" + line.substring(tag.length() + 2);
        }
        if (line.startsWith("@" + tag + " ")) {
            return line.substring(tag.length() + 2);
        }
        throw new AssertionError("not in the batch: " + line);
    }

    /** The last parameters of lines. */
    static List<String> texts(List<String> lines) {
        return lines.stream().map(line -> line.replaceFirst(".* :", "")).toList();
    }

    static List<String> ask(WireClient who, String command) {
        return texts(history(who, command));
    }
}
