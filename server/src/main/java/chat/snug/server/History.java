package chat.snug.server;

/** What was said, as far as somebody may ask for it: in rooms, in private, and how far they read. */
final class History implements Observer {
    final Conversations conversations;
    final Stories stories;
    final ReadMarkers markers;

    History(ServerState server) {
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
