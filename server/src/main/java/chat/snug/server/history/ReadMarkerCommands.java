package chat.snug.server.history;

import static chat.snug.server.session.CommandDispatcher.Guard.REGISTERED;

import chat.snug.protocol.Command;
import chat.snug.room.Point;
import chat.snug.server.names.NameRules;
import chat.snug.server.session.Channel;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.List;

/** MARKREAD (<a href="https://ircv3.net/specs/extensions/read-marker">IRCv3 read-marker</a>). */
public final class ReadMarkerCommands {
    private static final String VERB = "MARKREAD";

    private final ServerState server;
    private final ReadMarkers markers;

    public ReadMarkerCommands(ServerState server, ReadMarkers markers) {
        this.server = server;
        this.markers = markers;
    }

    public void addTo(CommandDispatcher table) {
        table.on(VERB, REGISTERED, Command.Markread.class, this::markread);
    }

    private void markread(Session session, Command.Markread command) {
        if (command.target().isEmpty()) {
            server.replies.fail(session, VERB, "NEED_MORE_PARAMS", "Missing parameters");
            return;
        }
        if (!isTarget(command.target())) {
            invalid(session, command.target());
            return;
        }
        String target = canonical(command.target());
        String selector = command.timestamp();
        if (selector != null) {
            Point.Time time = Points.time(selector);
            if (time == null) {
                invalid(session, selector);
                return;
            }
            if (!markers.set(session, target, time.millis())) {
                server.replies.fail(
                        session,
                        VERB,
                        "INTERNAL_ERROR",
                        List.of(target),
                        "The read timestamp could not be set: you have too many");
                return;
            }
        }
        markers.tell(session, target);
    }

    private boolean isTarget(String name) {
        return NameRules.looksLikeRoom(name)
                ? server.names.isRoom(NameRules.visible(name))
                : server.names.isNick(name);
    }

    private String canonical(String name) {
        if (NameRules.looksLikeRoom(name)) {
            Channel channel = server.rooms.called(name);
            return channel == null ? NameRules.visible(name) : channel.name();
        }
        Session present = server.people.called(server.fold(name));
        return present == null ? name : present.nick();
    }

    private void invalid(Session session, String parameter) {
        server.replies.fail(
                session, VERB, "INVALID_PARAMS", List.of(parameter), "Invalid parameters");
    }
}
