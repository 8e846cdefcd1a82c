package chat.snug.server.login;

import chat.snug.net.CloseReason;
import chat.snug.protocol.Numeric;
import chat.snug.protocol.Source;
import chat.snug.server.query.Information;
import chat.snug.server.session.Registration;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import chat.snug.server.session.UserMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a client in once it has said all that is needed, if its password is right. */
public final class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final ServerState server;
    private final Information information;
    private final Nicknames nicknames;

    public Admission(ServerState server, Information information, Nicknames nicknames) {
        this.server = server;
        this.information = information;
        this.nicknames = nicknames;
    }

    /** To be called whenever something that was missing may be there. */
    void consider(Session session) {
        Registration registration = session.registration();
        Source name = registration == null ? null : registration.complete(session.address());
        if (registration == null || name == null) {
            return;
        }
        if (!knowsPassword(server, registration)) {
            server.replies.numeric(session, Numeric.ERR_PASSWDMISMATCH, "Password incorrect");
            session.drop("Password incorrect", CloseReason.LOCAL_CLOSE);
            return;
        }
        boolean isHost = isHost(server, registration);
        nicknames.take(
                session,
                name.nick(),
                isHost,
                () -> letIn(session, name, registration.realName, isHost),
                reason -> {
                    registration.nick = null;
                    nickInUse(session, name.nick(), reason);
                });
    }

    private void letIn(Session session, Source name, String realName, boolean isHost) {
        SaslCommands.abort(server, session);
        session.registered(name, realName, isHost);
        server.people.add(session);
        server.people.set(session, UserMode.OPERATOR, session.isHost());
        LOG.info(
                "{} came from {} ({} here)",
                session.nick(),
                session.address(),
                server.people.count());
        information.welcome(session);
        server.monitors.online(session);
    }

    void nickInUse(Session session, String nick, String reason) {
        server.replies.numeric(session, Numeric.ERR_NICKNAMEINUSE, nick, reason);
    }

    /** Whether it is the host's own app. */
    private static boolean isHost(ServerState server, Registration registration) {
        String hostKey = server.options.hostKey();
        return hostKey != null && same(hostKey, registration.password);
    }

    /** Whether a newcomer may come in: the password is right, or none is needed. */
    static boolean knowsPassword(ServerState server, Registration registration) {
        String password = server.desk.password();
        return password == null
                || same(password, registration.password)
                || isHost(server, registration);
    }

    /** Compares secrets in a time that does not tell how much of them is right. */
    public static boolean same(String secret, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8),
                        given.getBytes(StandardCharsets.UTF_8));
    }
}
