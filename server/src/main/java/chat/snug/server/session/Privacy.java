package chat.snug.server.session;

import chat.snug.net.CloseReason;
import chat.snug.protocol.Numeric;
import chat.snug.server.options.Security;
import java.util.List;

/**
 * Whether people may be here who do not encrypt, so that others on their network can read what is
 * said in their rooms. Everybody is told by the token {@code SNUG.CHAT/TLSONLY} of ISUPPORT, which
 * is there while nobody may. Belongs to the loop's thread, but for {@link #allowsPlain()}.
 */
public final class Privacy {
    /** What somebody is told who does not encrypt where that is needed. */
    public static final String ENCRYPTED_ONLY =
            "This room is encrypted: connect with TLS, to the same port";

    private static final String TOKEN = "SNUG.CHAT/TLSONLY";

    private final ServerState server;
    private final boolean canEncrypt;
    private volatile boolean plain;

    Privacy(ServerState server) {
        this.server = server;
        Security security = server.options.security();
        this.canEncrypt = security != null;
        this.plain = security == null || security.plain();
    }

    public boolean allowsPlain() {
        return plain;
    }

    /**
     * Decides anew. Whoever is here without encryption has to go when nobody may be; where nobody
     * can encrypt, nothing changes.
     */
    public void allowPlain(boolean on) {
        if (!canEncrypt || plain == on) {
            return;
        }
        plain = on;
        for (Session session : server.people.all()) {
            if (!on && !session.isEncrypted()) {
                session.drop("Not encrypted", ENCRYPTED_ONLY, CloseReason.LOCAL_CLOSE);
            } else if (session.isRegistered()) {
                // A token that does not hold any more is told with a minus (Modern IRC, 005).
                server.replies.numeric(
                        session,
                        Numeric.RPL_ISUPPORT,
                        List.of(on ? "-" + TOKEN : TOKEN),
                        "are supported by this server");
            }
        }
    }

    /** The tokens that a newcomer is told. */
    public List<String> tokens() {
        return plain ? List.of() : List.of(TOKEN);
    }
}
