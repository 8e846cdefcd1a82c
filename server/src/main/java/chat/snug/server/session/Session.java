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
import java.security.cert.X509Certificate;
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

    /** Where the client really comes from. */
    public final String realAddress;

    /** The rooms it is in, and those it may enter. */
    public final Places places = new Places();

    /** The last round of {@link Broadcast#toPeers} that reached this session. */
    long visited;

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
    private final Pulse pulse;
    private final Answers answers;
    private Source source;
    private String foldedNick = "";
    private String namedSince = "";
    private @Nullable FormerNames formerNames;
    private @Nullable Author author;
    private @Nullable Registration registration = new Registration();
    private String realName = "";
    private @Nullable String account;
    private @Nullable String away;
    private @Nullable Set<Capability> capabilities;
    private int profile;
    private int modes;
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
        this.source = new Source(NOBODY, "", address);
        this.activeNanos = server.loop.nanoTime();
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
    public void closed(Connection ended, CloseReason reason) {
        pulse.stop();
        leave(
                reason == CloseReason.SEND_QUEUE_FULL
                        ? "Send queue full: the client does not read"
                        : reason.phrase());
        endClaim(false);
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

    /** See {@link Answers#awaitCommit}. */
    public void awaitCommit(String verb) {
        answers.awaitCommit(verb);
    }

    /** Sends a line that is no answer to what the client asked, whatever is being answered. */
    public void sendUnlabeled(Outgoing line) {
        server.broadcast.toOne(this, line, Tags.NONE);
    }

    /** Takes over the answer to the command that is being handled; it is given later. */
    public @Nullable LabeledReply takeLabeled() {
        return answers.suspend();
    }

    /** From here on until {@link #endLabeled()} what is sent belongs to an answer, if to any. */
    public void continueLabeled(@Nullable LabeledReply reply) {
        answers.resume(reply);
    }

    /** From here on until {@link #endLabeled()} what is sent is the answer to a command. */
    void beginLabeled(String label) {
        answers.beginLabeled(label);
    }

    public void endLabeled() {
        answers.endLabeled();
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
        endLabeled();
        hangUp(closeReason);
    }

    /** Says goodbye because the whole server closes: nobody else is told. */
    public void dismiss(String goodbye) {
        if (!gone) {
            gone = true;
            answers.discard();
            send(new Message(Tags.NONE, server.source, "NOTICE", List.of(source.nick(), goodbye)));
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

    /** The name that a newcomer holds by its key is kept, if they came in by it, or free again. */
    private void endClaim(boolean isIn) {
        Account claim = registration == null ? null : registration.claim;
        if (claim == null) {
            return;
        }
        if (isIn && server.accounts.isSame(account, claim.name())) {
            server.accounts.settle(claim);
        } else {
            server.accounts.withdraw(claim);
        }
    }

    /** The client is let in. */
    public void registered(Source name, String newRealName, boolean isHost) {
        endClaim(true);
        registration = null;
        realName = newRealName;
        host = isHost;
        signedOnSeconds = server.ids.now() / 1000;
        rename(name);
    }

    public void rename(Source name) {
        String now = server.ids.next(server.ids.now());
        if (!namedSince.isEmpty()) {
            formerNames = formerNames == null ? new FormerNames() : formerNames;
            formerNames.add(namedSince, now, source.toString());
        }
        namedSince = now;
        source = name;
        foldedNick = server.fold(name.nick());
        author = null;
    }

    public String nick() {
        return source.nick();
    }

    /**
     * Whether an event is by this client, under the name that it has or one that it had. A name
     * alone proves nothing: others may have had it before.
     */
    public boolean did(String id, Author someone) {
        return (id.compareTo(namedSince) > 0 && someone.mask().equals(source.toString()))
                || (formerNames != null && formerNames.cover(id, someone.mask()));
    }

    public String foldedNick() {
        return foldedNick;
    }

    public Source source() {
        return source;
    }

    /** Where the client comes from, as everyone sees it. */
    public String address() {
        return source.host();
    }

    /** Whether it is still there, as soon as that is known. */
    public CompletableFuture<Boolean> answers() {
        return pulse.answers();
    }

    /** It waits to be let in, for as long as others decide; or not any more. */
    void waits(boolean now) {
        pulse.waits(now);
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
        X509Certificate certificate = connection.peerCertificate();
        return certificate == null ? null : Fingerprint.of(certificate);
    }

    /** The account it is logged in to, null if it is not. */
    public @Nullable String account() {
        return account;
    }

    public void account(@Nullable String name) {
        account = name;
        author = null;
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
        return (modes & mode.bit) != 0;
    }

    /** Only {@link People#set} calls it, which counts. */
    public void set(UserMode mode, boolean on) {
        modes = on ? modes | mode.bit : modes & ~mode.bit;
        author = null;
    }

    @Override
    public Author author() {
        if (author == null) {
            author =
                    new Author(
                            source.nick(), source.user(), source.host(), account, is(UserMode.BOT));
        }
        return author;
    }

    @Override
    public String foldedMask() {
        return server.fold(source.toString());
    }

    /** Whoever has a key of an account is known by it, signed in or not. */
    @Override
    public @Nullable String foldedAccount() {
        if (account != null) {
            return server.fold(account);
        }
        Fingerprint key = key();
        Account owned = key == null ? null : server.accounts.of(key);
        return owned == null ? null : server.fold(owned.name());
    }

    @Override
    public @Nullable String foldedKey() {
        Fingerprint key = key();
        return key == null ? null : server.fold(key.toString());
    }

    @Override
    public boolean isHost() {
        return host;
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
        int bits = Profile.bits(capability);
        int newProfile;
        if (on) {
            capabilities.add(capability);
            newProfile = profile | bits;
        } else {
            capabilities.remove(capability);
            newProfile = profile & ~bits;
        }
        newProfile &= ~Profile.MULTILINE;
        if (has(Capability.MULTILINE) && has(Capability.BATCH)) {
            newProfile |= Profile.MULTILINE;
        }
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
