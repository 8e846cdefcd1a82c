package chat.snug.server.session;

import chat.snug.protocol.Message;
import chat.snug.protocol.Tags;
import java.util.List;
import java.util.function.Consumer;

/** Tells the host, and who else looks after the server, that nothing can be kept, or can again. */
final class StoreAlarm implements Consumer<String> {
    private final ServerState server;

    StoreAlarm(ServerState server) {
        this.server = server;
    }

    @Override
    public void accept(String sentence) {
        for (Session session : server.people.registered()) {
            if (session.looksAfterAll()) {
                Message notice =
                        new Message(
                                Tags.NONE,
                                server.source,
                                "NOTICE",
                                List.of(session.nick(), sentence));
                session.sendUnlabeled(Outgoing.plain(notice, server.ids.now()));
            }
        }
    }
}
