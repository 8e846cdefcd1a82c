package chat.snug.client;

import chat.snug.client.Failure.Kind;
import chat.snug.protocol.Message;
import chat.snug.protocol.Source;
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
    private boolean sawIrc;
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

    // ---- the connection

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
        sawIrc = false;
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
        return sawIrc;
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

    // ---- from the host

    /** Bytes came that are no message. */
    void malformed() {
        if (!sawIrc && !parts.dialogue.ended()) {
            parts.dialogue.end(Kind.NOT_IRC, "");
        }
    }

    void received(Message line) {
        if (parts.dialogue.ended()) {
            return;
        }
        Message message = Intake.of(line);
        if (!sawIrc && !looksLikeIrc(message)) {
            malformed();
            return;
        }
        sawIrc = true;
        if (parts.registration.ends(message)) {
            parts.registration.introduce();
        } else if (!parts.dialogue.batches.take(message)) {
            handle(message);
        }
    }

    private void handle(Message message) {
        switch (message.command()) {
            case "PING" -> parts.dialogue.send("PONG", message.param(0));
            case "PONG" -> pong(message);
            case "ERROR" -> error(message.trailing());
            case "CAP" -> {
                parts.registration.capability(message);
                parts.tellFeatures();
            }
            case "005" -> {
                parts.replies.received(message);
                parts.tellFeatures();
            }
            case "AUTHENTICATE" -> parts.signIn.authenticate(message);
            case "REGISTER", "VERIFY" -> parts.signIn.registered(message);
            case "ACCOUNT" -> parts.roster.account(message);
            case "ACK" -> parts.speech.acknowledged(message);
            case "FAIL" -> {
                if (online() || !parts.registration.fail(message)) {
                    parts.replies.fail(message);
                }
            }
            case "NOTE" -> {
                boolean taken =
                        online()
                                ? parts.doorkeeping.note(message)
                                : parts.registration.note(message);
                if (!taken) {
                    parts.replies.note(message);
                }
            }
            case "WARN" -> parts.replies.note(message);
            case "PRIVMSG", "NOTICE" -> parts.talk.received(message);
            case "TAGMSG" -> parts.talk.tagged(message);
            case "REDACT" -> parts.talk.redacted(message);
            case "MARKREAD" -> parts.markers.received(message);
            case "METADATA" -> parts.displayNames.received(message);
            case "JOIN" -> parts.roster.joined(message);
            case "PART" -> parts.roster.parted(message);
            case "KICK" -> {
                parts.moderation.kicked(message);
                parts.roster.kicked(message);
            }
            case "MODE" -> {
                parts.roster.mode(message);
                parts.moderation.changed(message);
            }
            case "TOPIC" -> topic(message);
            case "QUIT" -> quit(message);
            case "NICK" -> renamed(message);
            case "AWAY" -> away(message);
            case "SETNAME" -> parts.roster.setName(message);
            case "CHGHOST" -> hostChanged(message);
            case "INVITE" -> invited(message);
            default -> {
                if (isNumeric(message.command())) {
                    numeric(message);
                }
            }
        }
    }

    /**
     * Whether the first message can be a host's: with a source, or one of the few that come
     * without. Others greet with digits too (SMTP, FTP), or with a name (HTTP, SSH).
     */
    private static boolean looksLikeIrc(Message message) {
        return switch (message.command()) {
            case "PING", "NOTICE", "ERROR", "CAP", "AUTHENTICATE", "FAIL", "WARN", "NOTE" -> true;
            default -> message.source() != null;
        };
    }

    private static boolean isNumeric(String command) {
        if (command.length() != 3) {
            return false;
        }
        for (int i = 0; i < 3; i++) {
            if (command.charAt(i) < '0' || command.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private void numeric(Message message) {
        if (parts.takesNumeric(message)) {
            return;
        }
        if (!online()) {
            boolean in = parts.registration.numeric(message);
            boolean error = message.command().charAt(0) >= '4';
            if (!parts.dialogue.ended() && !error) {
                parts.replies.received(message);
            }
            if (in) {
                enter();
            }
            return;
        }
        switch (message.command()) {
            case "303" -> memory.name().present(parts.dialogue, message); // RPL_ISON
            case "433", "435", "436", "437", "432" -> {
                if (memory.name().refused()) {
                    parts.replies.received(message);
                }
            }
            default -> parts.replies.received(message);
        }
    }

    private void pong(Message message) {
        if (!online() && parts.registration.pong(message)) {
            enter();
        } else {
            parts.speech.pong(message);
            parts.patience.pong(message);
        }
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

    private void error(String text) {
        Kind kind = online() ? Goodbye.afterWelcome(text) : Goodbye.beforeWelcome(text);
        parts.dialogue.end(kind, SpokenText.plain(text));
    }

    private void topic(Message message) {
        Source source = message.source();
        String by = source == null ? null : source.nick();
        parts.roster.topic(message, message.param(0), message.param(1), by);
    }

    private void quit(Message message) {
        parts.roster.quit(message);
        Source source = message.source();
        if (source != null) {
            memory.name().freed(parts.dialogue, source.nick());
        }
    }

    private void renamed(Message message) {
        Source source = message.source();
        String to = message.param(0);
        if (source == null || to.isEmpty()) {
            return;
        }
        Dialogue dialogue = parts.dialogue;
        String from = source.nick();
        boolean mine = dialogue.mine(message);
        if (mine) {
            memory.name().renamed(dialogue, to);
            if (online()) {
                dialogue.tell(new ClientEvent.MyNameChanged(from, to));
            }
        }
        parts.roster.renamed(message, from, to);
        if (!mine && memory.privates().rename(from, to)) {
            memory.shelves().rename(from, to);
            dialogue.tell(new ClientEvent.PersonRenamed(from, dialogue.time(message), from, to));
        }
        if (!mine) {
            memory.name().freed(dialogue, from);
        }
    }

    private void away(Message message) {
        Source source = message.source();
        if (source != null) {
            parts.roster.away(source.nick(), !message.params().isEmpty());
        }
    }

    private void hostChanged(Message message) {
        if (parts.dialogue.mine(message)) {
            parts.dialogue.learn(
                    new Source(parts.dialogue.me(), message.param(0), message.param(1)));
        }
    }

    private void invited(Message message) {
        Source source = message.source();
        if (source != null
                && parts.dialogue.isMe(message.param(0))
                && online()
                && !parts.moderation.invitedBack(message.param(1))) {
            parts.dialogue.tell(
                    new ClientEvent.Invited(
                            parts.dialogue.time(message), message.param(1), source.nick()));
        }
    }

    /** What the batches make of their messages. */
    private final class WholeMessages implements Batches.Receiver {
        @Override
        public void message(Message whole) {
            handle(whole);
        }

        @Override
        public void finished(Batch batch) {
            parts.finished(batch);
        }
    }
}
