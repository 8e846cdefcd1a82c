package chat.snug.server;

import chat.snug.protocol.Capability;

/** Changes what clients may ask for while they are connected, and tells them: CAP NEW, CAP DEL. */
final class Offer {
    private final ServerState server;

    Offer(ServerState server) {
        this.server = server;
    }

    void add(Capability capability) {
        if (server.offered.add(capability)) {
            tell("NEW", capability);
        }
    }

    /** Who has it does not have it any more once they were told. */
    void remove(Capability capability) {
        if (server.offered.remove(capability)) {
            tell("DEL", capability);
            for (Session session : server.people.all()) {
                session.set(capability, false);
            }
        }
    }

    private void tell(String subcommand, Capability capability) {
        for (Session session : server.people.all()) {
            if (session.has(Capability.CAP_NOTIFY)) {
                server.replies.say(
                        session, "CAP", session.nick(), subcommand, capability.wireName());
            }
        }
    }
}
