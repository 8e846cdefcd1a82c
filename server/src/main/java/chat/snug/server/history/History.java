package chat.snug.server.history;

import chat.snug.server.session.Observer;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;

/**
 * What was said, as far as somebody may ask for it: in rooms, in private, and how far they read.
 */
public final class History implements Observer {
    public final Conversations conversations;
    public final Stories stories;
    public final ReadMarkers markers;

    public History(ServerState server) {
        this.conversations = new Conversations(server);
        this.stories = new Stories(server, conversations);
        this.markers = new ReadMarkers(server, conversations);
        server.observers.add(this);
    }

    @Override
    public void gone(Session person) {
        markers.gone(person);
        conversations.gone(person);
    }

    @Override
    public void renamed(String from, String to) {
        markers.renamed(from, to);
    }
}
