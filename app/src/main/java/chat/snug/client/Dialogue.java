package chat.snug.client;

import chat.snug.protocol.Capability;
import chat.snug.protocol.Message;
import chat.snug.protocol.Source;
import chat.snug.protocol.Tags;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known on one connection, shared by the parts of the {@link ClientModel}: who I am there,
 * what the host offers, which labels and batches are open. A new connection begins a new one.
 */
final class Dialogue {
    /** How long a user part and a host can be until the host has told ours. */
    private static final int LONGEST_USER = 11;

    private static final int LONGEST_HOST = 63;
    private static final Duration FUTURE = Duration.ofDays(1);

    private static final DateTimeFormatter WIRE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    final HostTraits traits = new HostTraits();
    final Set<String> capabilities = new HashSet<>();
    final Map<String, String> capabilityValues = new HashMap<>();
    final Allowance allowance = new Allowance();
    final Batches batches;
    private final Outlet outlet;
    private final InstantSource clock;
    private String me;
    private String user = "";
    private String host = "";
    private @Nullable String account;
    private boolean online;
    private boolean ended;

    Dialogue(Outlet outlet, InstantSource clock, String me, Batches.Receiver wholes) {
        this.batches = new Batches(allowance, wholes);
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

    /** Does what takes a while where nobody waits for it, and then goes on here. */
    <T extends @Nullable Object> void later(Supplier<T> work, Consumer<T> then) {
        outlet.later(
                work,
                result -> {
                    if (!ended) {
                        then.accept(result);
                    }
                });
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

    /** The host has said whether it wants to be spoken with encrypted; true if that ends this. */
    boolean demands(StsOffer offer) {
        ended |= outlet.demands(offer);
        return ended;
    }

    /** Whether this side has given the connection up: what still comes is not looked at. */
    boolean ended() {
        return ended;
    }

    boolean has(Capability capability) {
        return capabilities.contains(capability.wireName());
    }

    /** Whether the capability of that name is in force. */
    boolean has(String capability) {
        return capabilities.contains(capability);
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

    /** The account that I am signed in to, or null. */
    @Nullable String account() {
        return account;
    }

    /**
     * I am signed in to an account, or to none any more.
     *
     * @param byItself whether nobody asked for it
     */
    void signedIn(@Nullable String name, boolean byItself) {
        boolean changed = name == null ? account != null : !name.equals(account);
        account = name;
        if (changed) {
            tell(new ClientEvent.AccountChanged(name, byItself));
        }
    }

    /** Whether I said it, here or in another app of mine. */
    boolean isFromMe(Message message) {
        String of = message.tags().get("account");
        return mine(message) || (of != null && account != null && traits.same(of, account));
    }

    /** Whether client tags reach the others, this one among them. */
    boolean passesOn(String tag) {
        return has(Capability.MESSAGE_TAGS) && !traits.deniesTag(tag);
    }

    /** Says which message is answered, in the name that the host hands on. */
    Tags withReply(Tags tags, String id) {
        if (!has(Capability.MESSAGE_TAGS)) {
            return tags;
        }
        // Most clients know only the name of the draft so far.
        boolean ratified = traits.deniesTag("draft/reply") && !traits.deniesTag("reply");
        return tags.with(ratified ? "+reply" : "+draft/reply", id);
    }

    /** Words of the host. */
    void hostSays(Message message, String text) {
        if (!text.isBlank()) {
            tell(new ClientEvent.HostNotice(time(message), text));
        }
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

    /** A time as server-time has it. */
    static String onWire(Instant time) {
        return WIRE_TIME.format(time);
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
        return batches.label(message);
    }
}
