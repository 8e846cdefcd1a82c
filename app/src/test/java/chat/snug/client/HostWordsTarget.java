package chat.snug.client;

import chat.snug.protocol.Message;
import chat.snug.protocol.Source;
import chat.snug.protocol.Tags;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As {@link HostLinesTarget}, by words that mean something: each line is a byte of flags, two of
 * the verb or numeric, and one for each parameter.
 */
public final class HostWordsTarget {
    private static final int MOST = 2 * Roster.MOST_ROOMS;
    private static final int NUMERICS = 1_000;
    private static final String[] VERBS = ClientModelFuzzTest.COMMANDS;
    private static final String[] WORDS = ClientModelFuzzTest.WORDS;
    private static final Tags[] TAGS = {
        Tags.NONE,
        Tags.NONE.with("batch", "x").with("msgid", "1").with("label", "s1"),
        Tags.NONE.with("msgid", "2").with("time", "2026-11-21T11:00:00.000Z"),
        Tags.NONE.with("+reply", "1").with("+draft/react", "x").with("+typing", "active")
    };
    private static final @Nullable Source[] SOURCES = {
        null, Source.server("irc.test"), new Source("Ann", "a", "h"), new Source("Ben", "b", "h")
    };

    private HostWordsTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        ByteBuffer bytes = ByteBuffer.wrap(input);
        ModelScript script = new ModelScript();
        script.open("server-time message-tags batch labeled-response draft/chathistory sasl");
        script.enterLobby();
        while (bytes.remaining() > 2 && script.ended == null) {
            int flags = bytes.get();
            script.model.received(message(flags, bytes));
            int echo = script.sent().size() + script.events().size();
            if (echo > MOST) {
                throw new AssertionError(echo + " things because of one line");
            }
            if (flags < 0) {
                script.pass(Duration.ofSeconds(30));
                script.model.tick();
            }
        }
        script.model.lost(true);
    }

    private static Message message(int flags, ByteBuffer bytes) {
        int verb = (bytes.getShort() & 0xFFFF) % (NUMERICS + VERBS.length);
        String command = verb < NUMERICS ? "%03d".formatted(verb) : VERBS[verb - NUMERICS];
        List<String> params = new ArrayList<>();
        for (int left = flags >> 4 & 7; left > 0 && bytes.hasRemaining(); left--) {
            params.add(WORDS[(bytes.get() & 0xFF) % WORDS.length]);
        }
        return new Message(TAGS[flags & 3], SOURCES[flags >> 2 & 3], command, params);
    }
}
