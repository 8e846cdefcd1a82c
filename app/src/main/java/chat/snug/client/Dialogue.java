package chat.snug.client;

import chat.snug.protocol.Capability;
import chat.snug.protocol.Message;
import chat.snug.protocol.Source;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known on one connection, shared by the parts of the {@link ClientModel}: who I am there,
 * what the host offers, which labels and batches are open. A new connection begins a new one.
 */
final class Dialogue {
    /** How long a user part and a host can be until the host has told ours. */
    private static final int LONGEST_USER = 11;

    private static final int LONGEST_HOST = 63;
    private static final int MOST_BATCHES = 64;
    private static final Duration FUTURE = Duration.ofDays(1);

    private static final String LABEL = "label";
    private static final String BATCH = "batch";

    final HostTraits traits = new HostTraits();
    final Set<String> capabilities = new HashSet<>();
    private final Map<String, String> labelOfBatch = new HashMap<>();
    private final Outlet outlet;
    private final InstantSource clock;
    private String me;
    private String user = "";
    private String host = "";
    private boolean online;
    private boolean ended;

    Dialogue(Outlet outlet, InstantSource clock, String me) {
        this.outlet = outlet;
        this.clock = clock;
        this.me = me;
    }

    void send(String command, String... params) {
        outlet.send(Message.of(command, params));
    }

    void send(Message message) {
        outlet.send(message);
    }

    void tell(ClientEvent event) {
        outlet.tell(event);
    }

    void end(Failure.Kind kind, String detail) {
        end(kind, detail, null);
    }

    void end(Failure.Kind kind, String detail, @Nullable String suggestedName) {
        ended = true;
        outlet.end(new Failure(kind, detail), suggestedName);
    }

    /** Whether this side has given the connection up: what still comes is not looked at. */
    boolean ended() {
        return ended;
    }

    boolean has(Capability capability) {
        return capabilities.contains(capability.wireName());
    }

    /** Whether registration is over. */
    boolean online() {
        return online;
    }

    void nowOnline() {
        online = true;
    }

    String me() {
        return me;
    }

    void iAm(String name) {
        me = name;
    }

    boolean isMe(String name) {
        return traits.same(me, name);
    }

    /** Whether the message comes from me. */
    boolean mine(Message message) {
        return message.source() != null && isMe(message.source().nick());
    }

    /** Remembers how the host shows me to others, wherever it tells. */
    void learn(Source mySource) {
        if (!mySource.user().isEmpty()) {
            user = mySource.user();
        }
        if (!mySource.host().isEmpty()) {
            host = mySource.host();
        }
    }

    /** The bytes of {@code :nick!user@host } in front of what the host hands on from me. */
    int sourceBytes() {
        int userBytes = user.isEmpty() ? LONGEST_USER : bytes(user);
        int hostBytes = host.isEmpty() ? LONGEST_HOST : bytes(host);
        return 1 + bytes(me) + 1 + userBytes + 1 + hostBytes + 1;
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    Instant now() {
        return clock.instant();
    }

    /** The time of a message: its server-time, or now where there is none that makes sense. */
    Instant time(Message message) {
        Instant now = now();
        String tag = message.tags().get("time");
        if (tag == null || tag.length() > 40) {
            return now;
        }
        try {
            Instant time = Instant.parse(tag);
            boolean sensible = time.isAfter(Instant.EPOCH) && time.isBefore(now.plus(FUTURE));
            return sensible ? time : now;
        } catch (DateTimeException _) {
            return now;
        }
    }

    /** The label of the request that a message answers, its own or its batch's, or null. */
    @Nullable String label(Message message) {
        String label = message.tags().get(LABEL);
        if (label != null) {
            return label;
        }
        String batch = message.tags().get(BATCH);
        return batch == null ? null : labelOfBatch.get(batch);
    }

    /** BATCH: which label the messages of an open batch answer (IRCv3 labeled-response). */
    void batch(Message message) {
        String reference = message.param(0);
        if (reference.length() < 2) {
            return;
        }
        String name = reference.substring(1);
        if (reference.charAt(0) == '-') {
            labelOfBatch.remove(name);
            return;
        }
        String label = label(message);
        if (label != null && labelOfBatch.size() < MOST_BATCHES) {
            labelOfBatch.put(name, label);
        }
    }
}
