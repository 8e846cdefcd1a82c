package chat.snug.server.session;

import chat.snug.key.Fingerprint;
import chat.snug.net.CloseReason;
import chat.snug.net.Connection;
import chat.snug.net.ConnectionHandler;
import chat.snug.protocol.Capability;
import chat.snug.protocol.Message;
import chat.snug.protocol.Source;
import chat.snug.protocol.Tags;
import chat.snug.room.Author;
import chat.snug.room.Member;
import chat.snug.room.Person;
import chat.snug.server.accounts.Account;
import chat.snug.server.accounts.SaslDialogue;
import chat.snug.web.FrameType;
import chat.snug.web.WebSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One client: what is known of it, and the way of messages out.
 *
 * <pre>
 *   NEW ──NICK, USER, CAP END, right password──► REGISTERED ──QUIT, silence, end──► GONE
 *     └───────────── QUIT, too late, wrong password, end of the connection ───────────┘
 * </pre>
 *
 * There are many of these and most are idle: what few need is made when it is needed. Belongs to
 * the loop's thread.
 */
public final class Session implements ConnectionHandler, Person {
    /** How a client is addressed that has no name yet. */
    private static final String NOBODY = "*";

    public final Connection connection;

    /** The way of its lines in. */
    public final Intake intake;

    /** The way of what it is answered. */
    public final Answers answers;

    /** Whether the client is still there. */
    final Pulse pulse;

    /** Where the client really comes from. */
    public final String realAddress;

    /** The rooms it is in, and those it may enter. */
    public final Places places = new Places();

    /** The last round of {@link Broadcast#toPeers} that reached this session. */
    long visited;

    /** How much was sent to it of late; belongs to the {@link CrowdPace}. */
    long sentState;

    /** When the client did something last that a person does, in the loop's nanoseconds. */
    public long activeNanos;

    /** How far it is in proving who it is; null if it never began to. */
    public @Nullable SaslDialogue sasl;

    /** The batch that it is sending, null if there is none. */
    public @Nullable ClientBatch batch;

    /** Tells those apart who have no account; 0 until that is needed. */
    public long guest;

    /** Null until it has to do with METADATA. */
    public @Nullable MetadataState metadata;

    /** When it registered, in seconds of the epoch. */
    public long signedOnSeconds;

    private final ServerState server;
    private final @Nullable WebSocket web;
    private final Identity identity;
    private @Nullable Registration registration = new Registration();
    private String realName = "";
    private @Nullable String away;
    private @Nullable Set<Capability> capabilities;
    private int profile;
    private boolean host;
    private boolean negotiates302;
    private boolean gone;

    /**
     * @param web what carries the lines, null if nothing is around them
     */
    public Session(
            ServerState server, Connection connection, String address, @Nullable WebSocket web) {
        this.server = server;
        this.connection = connection;
        this.web = web;
        this.realAddress = address;
        this.identity = new Identity(server, connection, new Source(NOBODY, "", address));
        this.activeNanos = server.loop.nanoTime();
        this.sentState = server.pace.start();
        this.answers = new Answers(server, this);
        this.intake = new Intake(server, this, answers);
        this.pulse = new Pulse(server, this);
    }

    /** The session that a member of a room is. */
    public static Session of(Member member) {
        return (Session) member.person();
    }

    // ---- the connection

    @Override
    public void received(Connection from, ByteBuffer bytes) {
        pulse.heard();
        intake.take(bytes);
    }

    @Override
    public void receivedNothing(Connection from) {
        intake.takeNothing();
    }

    @Override
    public void closed(Connection ended, CloseReason reason) {
        pulse.stop();
        leave(
                reason == CloseReason.SEND_QUEUE_FULL
                        ? "Send queue full: the client does not read"
                        : reason.phrase());
        server.people.disconnected(this);
    }

    // ---- messages out

    /** Whether anything can be sent: a WebSocket has to be opened first. */
    boolean canBeTold() {
        return web == null || web.isOpen();
    }

    /** Lines are sent in frames from now on. */
    public void framed(FrameType type) {
        profile |= Profile.bits(type);
    }

    /** Sends something that happens now. */
    public void send(Message message) {
        send(Outgoing.answer(message, server.ids.now(), this));
    }

    /** Sends a line, or lines that belong together, as part of the answer if one is being given. */
    public void send(Reply reply) {
        answers.send(reply);
    }

    /** Sends a line that is no answer to what the client asked, whatever is being answered. */
    public void sendUnlabeled(Outgoing line) {
        server.broadcast.toOne(this, line, Tags.NONE);
    }

    // ---- the end

    /** Tells the client why it has to go, and everyone who sees it that it went. */
    public void drop(String reason, CloseReason closeReason) {
        drop(reason, reason, closeReason);
    }

    /**
     * The same, with one text for those who see it and another one for the client.
     *
     * @param reason why it went
     * @param error why its connection is closed
     */
    public void drop(String reason, String error, CloseReason closeReason) {
        leave(reason);
        answers.discard();
        send(Message.of("ERROR", error));
        answers.endLabeled();
        hangUp(closeReason);
    }

    /** Says goodbye because the whole server closes: nobody else is told. */
    public void dismiss(String goodbye) {
        if (!gone) {
            gone = true;
            answers.discard();
            send(new Message(Tags.NONE, server.source, "NOTICE", List.of(nick(), goodbye)));
            send(Message.of("ERROR", goodbye));
            hangUp(CloseReason.SHUTDOWN);
        }
    }

    private void hangUp(CloseReason reason) {
        if (web == null) {
            connection.closeAfterFlush(reason);
        } else {
            web.hangUp(reason);
        }
    }

    private void leave(String reason) {
        if (!gone) {
            gone = true;
            server.departure.of(this, reason);
        }
    }

    public boolean isGone() {
        return gone;
    }

    // ---- who it is

    public @Nullable Registration registration() {
        return registration;
    }

    public boolean isRegistered() {
        return registration == null;
    }

    /** The client is let in. */
    public void registered(Source name, String newRealName, boolean isHost) {
        registration = null;
        realName = newRealName;
        host = isHost;
        signedOnSeconds = server.ids.now() / 1000;
        rename(name);
    }

    public void rename(Source name) {
        identity.rename(name);
    }

    public String nick() {
        return identity.source().nick();
    }

    /**
     * Whether an event is by this client, under the name that it has or one that it had. A name
     * alone proves nothing: others may have had it before.
     */
    public boolean did(String id, Author someone) {
        return identity.did(id, someone);
    }

    public String foldedNick() {
        return identity.foldedNick();
    }

    public Source source() {
        return identity.source();
    }

    /** Where the client comes from, as everyone sees it. */
    public String address() {
        return identity.source().host();
    }

    /** Whether it is still there, as soon as that is known. */
    public CompletableFuture<Boolean> isStillThere() {
        return pulse.answers();
    }

    /** Where the client comes from. */
    public InetAddress remote() {
        return connection.remoteAddress().getAddress();
    }

    /** Whether nobody on the way can read what is sent. */
    public boolean isEncrypted() {
        return connection.isEncrypted();
    }

    /** The key that it has proved to have, null for none. */
    public @Nullable Fingerprint key() {
        return identity.key();
    }

    /** The name of the account it is logged in to, null if it is not. */
    public @Nullable String account() {
        return identity.account();
    }

    /**
     * The account itself, as it was then; {@link chat.snug.server.accounts.Accounts#current} has it
     * as it is now. A name alone proves nothing: others may have it by now.
     */
    public @Nullable Account login() {
        return identity.login();
    }

    public void login(@Nullable Account account) {
        identity.login(account);
    }

    @Override
    public String realName() {
        return realName;
    }

    public void realName(String newRealName) {
        realName = newRealName;
    }

    /** Why the person is away, or null if they are here. */
    public @Nullable String away() {
        return away;
    }

    public void away(@Nullable String message) {
        away = message;
    }

    public boolean is(UserMode mode) {
        return identity.is(mode);
    }

    /** Only {@link People#set} calls it, which counts. */
    public void set(UserMode mode, boolean on) {
        identity.set(mode, on);
    }

    @Override
    public Author author() {
        return identity.author();
    }

    @Override
    public String foldedMask() {
        return identity.foldedMask();
    }

    @Override
    public @Nullable String foldedAccount() {
        return identity.foldedAccount();
    }

    @Override
    public @Nullable String foldedKey() {
        return identity.foldedKey();
    }

    @Override
    public boolean isHost() {
        return host;
    }

    @Override
    public boolean looksAfterAll() {
        return host || is(UserMode.OPERATOR);
    }

    // ---- what it negotiated

    public boolean has(Capability capability) {
        return capabilities != null && capabilities.contains(capability);
    }

    public Set<Capability> capabilities() {
        return capabilities == null ? Set.of() : capabilities;
    }

    public void set(Capability capability, boolean on) {
        if (capabilities == null) {
            capabilities = EnumSet.noneOf(Capability.class);
        }
        if (on) {
            capabilities.add(capability);
        } else {
            capabilities.remove(capability);
        }
        int newProfile = Profile.after(profile, capability, capabilities);
        if (newProfile != profile) {
            profile = newProfile;
            for (Seat seat : places.seats()) {
                seat.channel.regroup(seat);
            }
        }
    }

    public int profile() {
        return profile;
    }

    /** Whether it ever said that it knows version 302 of capability negotiation. */
    public boolean negotiates302() {
        return negotiates302;
    }

    public void setNegotiates302() {
        negotiates302 = true;
    }
}
