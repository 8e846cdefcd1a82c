package chat.snug.server.history;

import static chat.snug.server.session.CommandDispatcher.Guard.REGISTERED;

import chat.snug.protocol.Command;
import chat.snug.protocol.Message;
import chat.snug.room.Point;
import chat.snug.room.RoomEvent;
import chat.snug.server.session.Batch;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.ServerTime;
import chat.snug.server.session.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * CHATHISTORY (<a href="https://ircv3.net/specs/extensions/chathistory">IRCv3 chathistory</a>).
 * Points are never part of what is told, except that AROUND tells what is at its point.
 */
public final class HistoryCommands {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryCommands.class);
    private static final String VERB = "CHATHISTORY";
    private static final String INVALID_PARAMS = "INVALID_PARAMS";

    private final ServerState server;
    private final Stories stories;
    private final ServerTime times = new ServerTime();

    public HistoryCommands(ServerState server, Stories stories) {
        this.server = server;
        this.stories = stories;
    }

    public void addTo(CommandDispatcher table) {
        table.on(VERB, REGISTERED, Command.Chathistory.class, this::chathistory);
    }

    private void chathistory(Session session, Command.Chathistory command) {
        String kind = command.subcommand().toUpperCase(Locale.ROOT);
        int expected =
                switch (kind) {
                    case "LATEST", "BEFORE", "AFTER", "AROUND", "TARGETS" -> 3;
                    case "BETWEEN" -> 4;
                    default -> 0;
                };
        int given = command.params().size();
        if (expected == 0) {
            invalid(
                    session,
                    command,
                    kind.isEmpty() ? "Insufficient parameters" : "Unknown command");
        } else if (given != expected) {
            invalid(
                    session,
                    command,
                    given < expected ? "Insufficient parameters" : "Too many parameters");
        } else if (kind.equals("TARGETS")) {
            targets(session, command);
        } else {
            story(session, kind, command);
        }
    }

    // ---- what was said

    private void story(Session session, String kind, Command.Chathistory command) {
        List<String> params = command.params();
        String name = params.getFirst();
        List<Point> points = new ArrayList<>(2);
        for (String selector : params.subList(1, params.size() - 1)) {
            if (kind.equals("LATEST") && selector.equals("*")) {
                continue;
            }
            Point point = Points.read(selector);
            if (point == null) {
                badSelector(session, command, selector);
                return;
            }
            points.add(point);
        }
        int limit = limit(session, command);
        if (limit == 0) {
            return;
        }
        Story story = stories.called(session, name);
        if (story == null) {
            fail(session, "INVALID_TARGET", command, name, "Messages could not be retrieved");
            return;
        }
        Retelling retelling = new Retelling(server, session);
        boolean newest = isNewest(kind, points);
        session.intake.later(
                read(retelling.of(story), kind, points, limit),
                (events, failure) -> {
                    if (events == null) {
                        LOG.warn("the history of a room cannot be read", failure);
                        fail(
                                session,
                                "MESSAGE_ERROR",
                                command,
                                name,
                                "Messages could not be retrieved");
                        return;
                    }
                    Batch batch = new Batch(server, "chathistory", story.name());
                    int bytes = server.limits.queueBytes() / 4;
                    retelling.tell(story, Retelling.fitting(events, newest, bytes), batch);
                    session.send(batch);
                });
        session.intake.holdUntilTaken();
    }

    private static CompletableFuture<List<RoomEvent>> read(
            Chapter chapter, String kind, List<Point> points, int limit) {
        Point first = points.isEmpty() ? null : points.getFirst();
        if (first == null) {
            return chapter.newest(null, null, limit);
        }
        return switch (kind) {
            case "LATEST" -> chapter.newest(first, null, limit);
            case "BEFORE" -> chapter.newest(null, first, limit);
            case "AFTER" -> chapter.oldest(first, null, limit);
            case "AROUND" -> chapter.around(first, limit);
            case "BETWEEN" ->
                    isNewest(kind, points)
                            ? chapter.newest(points.getLast(), first, limit)
                            : chapter.oldest(first, points.getLast(), limit);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /** Whether it is counted from the newer end. */
    private static boolean isNewest(String kind, List<Point> points) {
        return switch (kind) {
            case "AFTER" -> false;
            case "BETWEEN" -> Points.compare(points.getFirst(), points.getLast()) > 0;
            default -> true;
        };
    }

    // ---- where something was said

    private record Target(String name, long time) {}

    private void targets(Session session, Command.Chathistory command) {
        List<String> params = command.params();
        Point.Time first = Points.time(params.get(0));
        Point.Time second = Points.time(params.get(1));
        if (first == null || second == null) {
            badSelector(session, command, first == null ? params.get(0) : params.get(1));
            return;
        }
        int limit = limit(session, command);
        if (limit == 0) {
            return;
        }
        Batch batch = new Batch(server, "draft/chathistory-targets");
        for (Target target : between(session, first.millis(), second.millis(), limit)) {
            batch.add(
                    Message.of(VERB, "TARGETS", target.name, times.text(target.time))
                            .withSource(server.source));
        }
        session.send(batch);
        session.intake.holdUntilTaken();
    }

    /** Counted from the first time; in the order of time in any case. */
    private List<Target> between(Session session, long first, long second, int limit) {
        List<Target> found = new ArrayList<>();
        for (Story story : stories.all(session)) {
            long time = story.log().lastSaid();
            if (time > Math.min(first, second)
                    && time < Math.max(first, second)
                    && isVisible(story, time)) {
                found.add(new Target(story.name(), time));
            }
        }
        found.sort(Comparator.comparingLong(Target::time));
        boolean backwards = first > second;
        if (backwards) {
            Collections.reverse(found);
        }
        List<Target> counted = new ArrayList<>(found.subList(0, Math.min(limit, found.size())));
        if (backwards) {
            Collections.reverse(counted);
        }
        return counted;
    }

    private static boolean isVisible(Story story, long time) {
        Point from = story.from();
        return from == null || Points.compare(new Point.Time(time), from) >= 0;
    }

    // ---- what is wrong

    /** The number of messages that are wanted and allowed, 0 if it was refused. */
    private int limit(Session session, Command.Chathistory command) {
        String text = command.params().getLast();
        int limit = Numbers.positive(text);
        if (limit == 0) {
            fail(session, INVALID_PARAMS, command, text, "Invalid limit");
        }
        int most = server.limits.history().messages();
        return most == 0 ? limit : Math.min(limit, most);
    }

    private void badSelector(Session session, Command.Chathistory command, String selector) {
        if (Points.isKnownType(selector)) {
            fail(
                    session,
                    INVALID_PARAMS,
                    command,
                    selector,
                    selector.startsWith("msgid=") ? "Invalid message id" : "Invalid timestamp");
        } else {
            server.replies.fail(
                    session,
                    VERB,
                    "INVALID_MSGREFTYPE",
                    List.of(command.subcommand(), command.params().getFirst(), selector),
                    "Messages can be referred to by timestamp and msgid only");
        }
    }

    private void invalid(Session session, Command.Chathistory command, String text) {
        server.replies.fail(session, VERB, INVALID_PARAMS, List.of(command.subcommand()), text);
    }

    private void fail(
            Session session,
            String code,
            Command.Chathistory command,
            String context,
            String text) {
        server.replies.fail(session, VERB, code, List.of(command.subcommand(), context), text);
    }
}
