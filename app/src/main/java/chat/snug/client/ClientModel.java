package chat.snug.client;

import chat.snug.client.Failure.Kind;
import chat.snug.protocol.Message;
import chat.snug.protocol.Source;
import java.time.Duration;
import java.time.Instant;
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
    private static final Duration NAME_CHECK = Duration.ofSeconds(30);

    private final Identity identity;
    private final @Nullable String password;
    private final InstantSource clock;
    private final Outlet outlet;
    private final WantedRooms wanted = new WantedRooms();
    private final PendingMessages pending = new PendingMessages();
    private final PrivateTalks privates = new PrivateTalks();
    private String wantedName;
    private @Nullable String requestedName;

    private Dialogue dialogue;
    private Registration registration;
    private Roster roster;
    private Talk talk;
    private Replies replies;
    private boolean sawIrc;
    private boolean wasIn;
    private boolean reclaiming;
    private Instant nameChecked = Instant.EPOCH;

    /**
     * @param password what PASS says, or null
     */
    ClientModel(
            Address address,
            Identity identity,
            @Nullable String password,
            InstantSource clock,
            Outlet outlet) {
        this.identity = identity;
        this.password = password;
        this.clock = clock;
        this.outlet = outlet;
        this.wantedName = Nickname.onWire(identity.name());
        if (address.room() != null) {
            wanted.add(address.room(), null);
        }
        forgetConnection();
    }

    // ---- the connection

    /** A connection is open: begins to register. */
    void opened() {
        forgetConnection();
        registration.begin();
    }

    /** The connection is gone, for whatever reason: what waits for its echo is not sent. */
    void lost() {
        talk.lost();
        forgetConnection();
    }

    private void forgetConnection() {
        dialogue = new Dialogue(outlet, clock, wantedName);
        registration = new Registration(dialogue, identity, wantedName, password, wasIn);
        roster = new Roster(dialogue, wanted);
        talk = new Talk(dialogue, roster, pending, privates);
        replies = new Replies(dialogue, roster, talk, wanted);
        sawIrc = false;
        reclaiming = false;
        requestedName = null;
    }

    /** Whether registration is over. */
    boolean online() {
        return dialogue.online();
    }

    /** Whether the host is a Snug room server, which never throws out who is fast. */
    boolean snugHost() {
        return registration.snug();
    }

    /** Whether the host has said anything that looks like IRC on this connection. */
    boolean sawIrc() {
        return sawIrc;
    }

    /** About once a second while online: what has to happen without a word from the host. */
    void tick() {
        if (!online() || dialogue.ended()) {
            return;
        }
        if (!dialogue.isMe(wantedName) && !dialogue.now().isBefore(nameChecked.plus(NAME_CHECK))) {
            nameChecked = dialogue.now();
            dialogue.send("ISON", wantedName); // another had to be taken: is mine free again?
        }
    }

    // ---- from the host

    /** Bytes came that are no message. */
    void malformed() {
        if (!sawIrc && !dialogue.ended()) {
            dialogue.end(Kind.NOT_IRC, "");
        }
    }

    void received(Message message) {
        if (dialogue.ended()) {
            return;
        }
        if (!sawIrc && !looksLikeIrc(message)) {
            malformed();
            return;
        }
        sawIrc = true;
        switch (message.command()) {
            case "PING" -> dialogue.send("PONG", message.param(0));
            case "PONG" -> pong(message);
            case "ERROR" -> error(message.trailing());
            case "CAP" -> registration.capability(message);
            case "BATCH" -> dialogue.batch(message);
            case "ACK" -> talk.acknowledged(message);
            case "FAIL" -> replies.fail(message);
            case "WARN", "NOTE" -> replies.note(message);
            case "PRIVMSG", "NOTICE" -> talk.received(message);
            case "JOIN" -> roster.joined(message);
            case "PART" -> roster.parted(message);
            case "KICK" -> roster.kicked(message);
            case "MODE" -> roster.mode(message);
            case "TOPIC" -> topic(message);
            case "QUIT" -> quit(message);
            case "NICK" -> renamed(message);
            case "AWAY" -> away(message);
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
        if (!online()) {
            boolean in = registration.numeric(message);
            boolean error = message.command().charAt(0) >= '4';
            if (!dialogue.ended() && !error) {
                replies.received(message);
            }
            if (in) {
                enter();
            }
            return;
        }
        switch (message.command()) {
            case "303" -> { // RPL_ISON
                if (!dialogue.isMe(wantedName) && message.trailing().isBlank()) {
                    reclaim();
                }
            }
            case "433", "436", "437", "432" -> {
                if (!reclaiming) {
                    replies.received(message);
                }
                reclaiming = false;
                requestedName = null;
            }
            default -> replies.received(message);
        }
    }

    private void pong(Message message) {
        if (!online() && registration.pong(message)) {
            enter();
        } else {
            talk.pong(message);
        }
    }

    /** Registration is over: tells so and enters the rooms. */
    private void enter() {
        dialogue.nowOnline();
        nameChecked = dialogue.now();
        dialogue.tell(
                new ClientEvent.Connected(
                        dialogue.me(), registration.network(), registration.snug()));
        dialogue.send("USERHOST", dialogue.me());
        String defaultRoom = dialogue.traits.defaultRoom();
        if (!wasIn && wanted.isEmpty() && defaultRoom != null) {
            wanted.add(defaultRoom, null);
        }
        wasIn = true;
        for (WantedRooms.Wanted room : wanted.all()) {
            join(room.room(), room.key());
        }
    }

    private void error(String text) {
        Kind kind = online() ? Goodbye.afterWelcome(text) : Goodbye.beforeWelcome(text);
        dialogue.end(kind, SpokenText.plain(text));
    }

    private void topic(Message message) {
        Source source = message.source();
        String by = source == null ? null : source.nick();
        roster.topic(message, message.param(0), message.param(1), by);
    }

    private void quit(Message message) {
        roster.quit(message);
        Source source = message.source();
        if (source != null && dialogue.traits.same(source.nick(), wantedName)) {
            reclaim();
        }
    }

    private void renamed(Message message) {
        Source source = message.source();
        String to = message.param(0);
        if (source == null || to.isEmpty()) {
            return;
        }
        String from = source.nick();
        boolean mine = dialogue.mine(message);
        if (mine) {
            dialogue.iAm(to);
            reclaiming = false;
            if (requestedName != null && dialogue.isMe(requestedName)) {
                wantedName = to;
                requestedName = null;
            }
            if (online()) {
                dialogue.tell(new ClientEvent.MyNameChanged(from, to));
            }
        }
        roster.renamed(from, to, dialogue.time(message));
        if (!mine && privates.rename(from, to)) {
            dialogue.tell(new ClientEvent.PersonRenamed(from, dialogue.time(message), from, to));
        }
        if (!mine && dialogue.traits.same(from, wantedName)) {
            reclaim();
        }
    }

    /** My own name may be free: take it back without a word if it is not. */
    private void reclaim() {
        if (online() && !dialogue.isMe(wantedName) && !reclaiming) {
            reclaiming = true;
            dialogue.send("NICK", wantedName);
        }
    }

    private void away(Message message) {
        Source source = message.source();
        if (source != null) {
            roster.away(source.nick(), !message.params().isEmpty());
        }
    }

    private void hostChanged(Message message) {
        if (dialogue.mine(message)) {
            dialogue.learn(new Source(dialogue.me(), message.param(0), message.param(1)));
        }
    }

    private void invited(Message message) {
        Source source = message.source();
        if (source != null && dialogue.isMe(message.param(0)) && online()) {
            dialogue.tell(
                    new ClientEvent.Invited(
                            dialogue.time(message), message.param(1), source.nick()));
        }
    }

    // ---- from the person

    void request(ClientRequest request) {
        switch (request) {
            case ClientRequest.Say say -> talk.say(say.conversation(), say.text(), say.kind());
            case ClientRequest.Retry retry -> talk.retry(retry.token());
            case ClientRequest.Leave leave -> leave(leave.room(), leave.reason());
            case ClientRequest.ChangeName change -> changeName(Nickname.onWire(change.name()));
            case ClientRequest.Join join -> {
                if (mayAsk("JOIN", join.room())) {
                    wanted.add(join.room(), join.key());
                    join(join.room(), join.key());
                }
            }
            case ClientRequest.ChangeTopic change -> {
                if (mayAsk("TOPIC", change.room())) {
                    dialogue.send("TOPIC", change.room(), oneLine(change.topic()));
                }
            }
            case ClientRequest.ListRooms() -> {
                if (mayAsk("LIST", null)) {
                    dialogue.send("LIST");
                }
            }
            case ClientRequest.Away away -> {
                if (mayAsk("AWAY", null)) {
                    String text = away.message();
                    outlet.send(
                            text == null || text.isBlank()
                                    ? Message.of("AWAY")
                                    : Message.of("AWAY", oneLine(text)));
                }
            }
            case ClientRequest.Quit quit -> quit(quit.reason());
            case ClientRequest.Older _,
                    ClientRequest.React _,
                    ClientRequest.Redact _,
                    ClientRequest.Typing _,
                    ClientRequest.MarkRead _,
                    ClientRequest.Search _,
                    ClientRequest.SignIn _,
                    ClientRequest.Register _,
                    ClientRequest.Verify _,
                    ClientRequest.ChangeRealName _,
                    ClientRequest.NameRoom _,
                    ClientRequest.ShowAs _ -> {}
        }
    }

    /** Says goodbye; the connection is the caller's to close. */
    void quit(String reason) {
        if (!dialogue.ended()) {
            outlet.send(
                    reason.isBlank() ? Message.of("QUIT") : Message.of("QUIT", oneLine(reason)));
        }
    }

    private boolean mayAsk(String command, @Nullable String conversation) {
        if (!online() || dialogue.ended()) {
            dialogue.tell(
                    new ClientEvent.Refused(conversation, command, "", Refusal.NOT_CONNECTED, ""));
            return false;
        }
        return true;
    }

    private void join(String room, @Nullable String key) {
        outlet.send(key == null ? Message.of("JOIN", room) : Message.of("JOIN", room, key));
    }

    private void leave(String room, String reason) {
        wanted.remove(room);
        RoomState state = roster.room(room);
        if (state != null && online() && !dialogue.ended()) {
            outlet.send(
                    reason.isBlank()
                            ? Message.of("PART", state.name())
                            : Message.of("PART", state.name(), oneLine(reason)));
            return;
        }
        privates.close(room);
        dialogue.tell(new ClientEvent.RoomLeft(room, null, ""));
    }

    private void changeName(String name) {
        if (online() && !dialogue.ended()) {
            reclaiming = false;
            requestedName = name;
            dialogue.send("NICK", name);
        } else {
            wantedName = name;
        }
    }

    private static String oneLine(String text) {
        return SpokenText.plain(text.replaceAll("\\R+", " ")).strip();
    }
}
