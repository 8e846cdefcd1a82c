package chat.snug.server.login;

import chat.snug.protocol.Capability;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;

/** Changes what clients may ask for while they are connected, and tells them: CAP NEW, CAP DEL. */
public final class Offer {
    private final ServerState server;

    public Offer(ServerState server) {
        this.server = server;
    }

    public void add(Capability capability) {
        if (server.offered.add(capability)) {
            for (Session session : server.people.all()) {
                tell(session, "NEW", server.capabilityValues.offer(session, capability));
            }
        }
    }

    /** Who has it does not have it any more once they were told. */
    public void remove(Capability capability) {
        if (server.offered.remove(capability)) {
            for (Session session : server.people.all()) {
                tell(session, "DEL", capability.wireName());
                session.set(capability, false);
            }
        }
    }

    private void tell(Session session, String subcommand, String offer) {
        if (session.has(Capability.CAP_NOTIFY)) {
            server.replies.say(session, "CAP", session.nick(), subcommand, offer);
        }
    }
}
