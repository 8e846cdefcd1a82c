package chat.snug.server.login;

import chat.snug.key.Fingerprint;
import chat.snug.protocol.Capability;
import chat.snug.protocol.Message;
import chat.snug.protocol.Numeric;
import chat.snug.protocol.Tags;
import chat.snug.room.RoomChange;
import chat.snug.server.accounts.Account;
import chat.snug.server.metadata.Metadata;
import chat.snug.server.session.Outgoing;
import chat.snug.server.session.Profile;
import chat.snug.server.session.Publisher;
import chat.snug.server.session.Registration;
import chat.snug.server.session.Seat;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Logs somebody in to an account, and tells all who want to know; and out again when the account is
 * gone.
 */
public final class Login {
    private final ServerState server;
    private final Metadata metadata;
    private final Nicknames nicknames;
    private final Publisher publisher;

    public Login(ServerState server, Metadata metadata, Nicknames nicknames) {
        this.server = server;
        this.metadata = metadata;
        this.nicknames = nicknames;
        this.publisher = new Publisher(server.broadcast);
        server.accounts.whenGone(this::outOfWhatIsGone);
    }

    /** Who they are is proved. */
    void in(Session session, Account account) {
        boolean isOther = !account.isSame(session.login());
        Registration registration = session.registration();
        if (registration != null) {
            registration.claim = null;
        }
        String name = account.name();
        // the tag of the line still tells the account before (IRCv3 account-tag, example)
        Message told = new Message(Tags.NONE, session.source(), "ACCOUNT", List.of(name));
        Outgoing line = Outgoing.plain(told, server.ids.now()).by(session);
        Map<String, String> saidBefore = metadata.copyOf(session);
        session.login(account);
        server.door.waiting.renew(session);
        tellIn(session, name);
        if (isOther && session.isRegistered()) {
            server.broadcast.toFollowers(session, line, Profile.ACCOUNT_NOTIFY);
            if (session.has(Capability.ACCOUNT_NOTIFY)) {
                session.send(line);
            }
        }
        if (isOther) {
            metadata.loggedIn(session, saidBefore);
            for (Seat seat : session.places.seats()) {
                List<RoomChange> ranks = seat.channel.room.recognize(session);
                if (!ranks.isEmpty()) {
                    seat.channel.names.changed();
                    publisher.changed(server, seat.channel, ranks);
                }
            }
        }
    }

    /**
     * The room for which somebody cannot sign in to an account now, null if they can: whoever is
     * banned or muted by the one that they are known by keeps it while they are in that room.
     */
    @Nullable String heldIn(Session session, String account) {
        if (!server.fold(account).equals(session.foldedAccount())) {
            for (Seat seat : session.places.seats()) {
                if (seat.channel.room.silencesByAccount(session)) {
                    return seat.channel.name();
                }
            }
        }
        return null;
    }

    /** A newcomer will own a name by their key once they are in; as far as they know they do. */
    void claimed(Session session, Account claim) {
        tellIn(session, claim.name());
    }

    /** A newcomer who was told that they are in to an account really is. */
    void settled(Session session, Account account) {
        Map<String, String> saidBefore = metadata.copyOf(session);
        session.login(account);
        metadata.loggedIn(session, saidBefore);
    }

    /** Who claimed a name does not get it. */
    void lost(Session session) {
        tellOut(session);
    }

    /**
     * A key does not open an account any more: whoever else is in it and shows that key is out, and
     * has nothing left of it.
     */
    void outBy(Fingerprint key, Account account, Session except) {
        for (Session session : server.people.all()) {
            if (!session.equals(except)
                    && key.equals(session.key())
                    && account.isSame(session.login())) {
                nicknames.without(session, () -> out(session));
            }
        }
    }

    private void outOfWhatIsGone() {
        for (Session session : server.people.all()) {
            if (session.login() != null && server.accounts.current(session.login()) == null) {
                out(session);
            }
        }
    }

    private void out(Session session) {
        Message told = new Message(Tags.NONE, session.source(), "ACCOUNT", List.of("*"));
        Outgoing line = Outgoing.plain(told, server.ids.now()).by(session);
        Map<String, String> saidBefore = metadata.copyOf(session);
        session.login(null);
        server.door.waiting.renew(session);
        tellOut(session);
        if (session.isRegistered()) {
            server.broadcast.toFollowers(session, line, Profile.ACCOUNT_NOTIFY);
            if (session.has(Capability.ACCOUNT_NOTIFY)) {
                session.sendUnlabeled(line);
            }
        }
        metadata.loggedOut(session, saidBefore);
    }

    private void tellIn(Session session, String name) {
        server.replies.numeric(
                session,
                Numeric.RPL_LOGGEDIN,
                mask(session),
                name,
                "You are now logged in as " + name);
    }

    private void tellOut(Session session) {
        server.replies.numeric(
                session, Numeric.RPL_LOGGEDOUT, mask(session), "You are now logged out");
    }

    /** Who they are called, with asterisks for what they have not said yet. */
    private static String mask(Session session) {
        Registration registration = session.registration();
        if (registration == null) {
            return session.source().toString();
        }
        String nick = registration.nick == null ? "*" : registration.nick;
        String user = registration.user == null ? "*" : registration.user;
        return nick + '!' + user + '@' + session.address();
    }
}
