package chat.snug.client;

import chat.snug.protocol.Message;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The client without a socket: messages of the host and wishes of the person in, {@link
 * ClientEvent}s and messages to the host out. Lives through all connections of a {@link
 * ChatClient}: {@link #opened}, {@link #received}, {@link #lost}, and {@link #opened} again.
 * Whatever a host sends, nothing is thrown, and what is kept of it is bounded.
 *
 * <pre>
 *   opened ──CAP, PASS, NICK, USER──► registering ──376, 422──► online ──ERROR, lost──► offline
 *                                         │                                              ▲
 *                                         └──────────── refused, lost ───────────────────┘
 * </pre>
 *
 * One thread at a time.
 */
final class ClientModel {
    private final Parts.Memory memory;
    private final InstantSource clock;
    private final Outlet outlet;
    private @Nullable String password;

    private Parts parts;
    private Requests requests;
    private Incoming incoming;
    private boolean wasIn;
    private boolean keyShown;

    /**
     * @param password what PASS says, or null
     */
    ClientModel(
            Address address,
            Identity identity,
            @Nullable String password,
            InstantSource clock,
            Outlet outlet) {
        this.memory = Parts.Memory.of(identity);
        this.password = password;
        this.clock = clock;
        this.outlet = outlet;
        if (address.room() != null) {
            memory.wanted().add(address.room(), null);
        }
        forgetConnection();
    }

    /** A connection is open: begins to register. */
    void opened() {
        opened(false);
    }

    /**
     * The same.
     *
     * @param showsKey whether the connection shows the key of this computer
     */
    void opened(boolean showsKey) {
        keyShown = showsKey;
        forgetConnection();
        parts.registration.begin(false);
    }

    /**
     * A connection is open on which others can listen: asks what the host wants, and says nothing
     * of the person before the answer or {@link #unanswered}.
     *
     * @param silent whether nothing is said of them after it either
     */
    void openedInPlain(boolean silent) {
        keyShown = false;
        forgetConnection();
        if (silent) {
            parts.registration.keepSilent();
        }
        parts.registration.begin(true);
    }

    /** Waiting for the host's answer makes no sense any more. */
    void unanswered() {
        parts.registration.introduce();
    }

    /**
     * The connection is gone, for whatever reason.
     *
     * @param again whether it will be tried again: then what waits for its echo is in doubt until
     *     the host has told what it has; else it is not sent
     */
    void lost(boolean again) {
        parts.lost(again);
        forgetConnection();
    }

    /** From the next connection on another password is given; null is none. */
    void password(@Nullable String newPassword) {
        password = newPassword;
    }

    private void forgetConnection() {
        Dialogue dialogue =
                new Dialogue(outlet, clock, memory.name().wanted(), new WholeMessages());
        parts = new Parts(memory, dialogue, password, wasIn, keyShown);
        requests = new Requests(parts);
        incoming = new Incoming(parts, this::enter);
    }

    /** Whether registration is over. */
    boolean online() {
        return parts.dialogue.online();
    }

    /** Whether the host was asked to let the person in, and has not said yet. */
    boolean waiting() {
        return parts.registration.waiting();
    }

    /** Whether the host is a Snug room server, which never throws out who is fast. */
    boolean snugHost() {
        return parts.registration.snug();
    }

    /** How much memory the host fills on this connection, see {@link Allowance}. */
    long used() {
        return parts.dialogue.allowance.used();
    }

    /** Whether the host has said anything that looks like IRC on this connection. */
    boolean sawIrc() {
        return incoming.sawIrc();
    }

    /** About once a second while online: what has to happen without a word from the host. */
    void tick() {
        if (online() && !parts.dialogue.ended()) {
            parts.tick();
        }
    }

    /** What the person asks for. */
    void request(ClientRequest request) {
        requests.take(request);
    }

    /** Says goodbye; the connection is the caller's to close. */
    void quit(String reason) {
        requests.quit(reason);
    }

    /** Bytes came that are no message. */
    void malformed() {
        incoming.malformed();
    }

    /** The host said something. */
    void received(Message message) {
        incoming.received(message);
    }

    /** Registration is over: tells so and enters the rooms. */
    private void enter() {
        Dialogue dialogue = parts.dialogue;
        dialogue.nowOnline();
        memory.name().online(dialogue);
        dialogue.tell(
                new ClientEvent.Connected(
                        dialogue.me(), parts.registration.network(), parts.registration.snug()));
        parts.tellFeatures();
        dialogue.send("USERHOST", dialogue.me());
        parts.displayNames.online();
        String defaultRoom = dialogue.traits.defaultRoom();
        if (!wasIn && memory.wanted().isEmpty() && defaultRoom != null) {
            memory.wanted().add(defaultRoom, null);
        }
        wasIn = true;
        for (WantedRooms.Wanted room : memory.wanted().all()) {
            parts.entering.ask(room.room(), room.key());
        }
        parts.history.online();
    }

    /** What the batches make of their messages. */
    private final class WholeMessages implements Batches.Receiver {
        @Override
        public void message(Message whole) {
            incoming.handle(whole);
        }

        @Override
        public void finished(Batch batch) {
            parts.finished(batch);
        }
    }
}
