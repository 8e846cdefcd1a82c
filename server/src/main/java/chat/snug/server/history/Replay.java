package chat.snug.server.history;

import chat.snug.protocol.Capability;
import chat.snug.protocol.Message;
import chat.snug.protocol.Source;
import chat.snug.protocol.Tags;
import chat.snug.protocol.TextSplitter;
import chat.snug.room.Author;
import chat.snug.room.Point;
import chat.snug.room.RoomEvent;
import chat.snug.server.names.NameRules;
import chat.snug.server.session.Batch;
import chat.snug.server.session.EventRenderer;
import chat.snug.server.session.Seat;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows what was said in a room before to those who come in and cannot ask for it (IRCv3
 * chathistory: who can is not shown it). Who comes back to a room is shown what they missed.
 *
 * <p>A client with server-time gets the messages as they were, with their time. For any other one
 * the time, in the zone of this computer, is put in front of the text, and a line says that this is
 * the past; so nobody, and no program that waits for a word at the beginning of a line, takes it
 * for something that is said now. Requests of clients to clients (CTCP) are left out: they would be
 * answered.
 */
public final class Replay {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("'['HH:mm'] '");
    private static final DateTimeFormatter BEFORE =
            DateTimeFormatter.ofPattern("'['uuuu-MM-dd HH:mm'] '");
    private static final String ACTION = "\u0001ACTION ";
    private static final char CTCP = '\u0001';

    private final ServerState server;
    private final Stories stories;

    public Replay(ServerState server, Stories stories) {
        this.server = server;
        this.stories = stories;
    }

    /** To be called once somebody was told all about the rooms that they came into. */
    public void to(Session session, List<Seat> seats) {
        int limit = server.limits.history().replayed();
        if (limit == 0 || seats.isEmpty() || session.has(Capability.CHATHISTORY)) {
            return;
        }
        List<CompletableFuture<List<RoomEvent>>> parts = new ArrayList<>(seats.size());
        for (Seat seat : seats) {
            parts.add(missed(session, seat, limit));
        }
        session.intake.later(
                CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)),
                (_, failure) -> {
                    if (failure != null) {
                        LOG.warn("what was said in a room cannot be read", failure);
                        return;
                    }
                    for (int i = 0; i < seats.size(); i++) {
                        show(session, seats.get(i), parts.get(i).resultNow());
                    }
                });
    }

    private CompletableFuture<List<RoomEvent>> missed(Session session, Seat seat, int limit) {
        String left = session.places.left(seat.channel);
        return new Chapter(stories.of(seat), true, Replay::isForPeople, server.loop)
                .newest(left == null ? null : new Point.Id(left), new Point.Id(seat.since), limit);
    }

    private static boolean isForPeople(RoomEvent event) {
        return event instanceof RoomEvent.Said said
                && (said.text().isEmpty()
                        || said.text().charAt(0) != CTCP
                        || said.text().startsWith(ACTION));
    }

    private void show(Session session, Seat seat, List<RoomEvent> events) {
        boolean isStillHere = seat.equals(session.places.in(seat.channel));
        if (events.isEmpty() || !isStillHere) {
            return;
        }
        Story story = stories.of(seat);
        List<RoomEvent> some = Retelling.fitting(events, true, server.limits.queueBytes() / 4);
        Batch batch = new Batch(server, "chathistory", story.name());
        if (session.has(Capability.SERVER_TIME)) {
            new Retelling(server, session).tell(story, some, batch);
        } else {
            batch.add(
                    new Message(
                            Tags.NONE,
                            server.source,
                            "NOTICE",
                            List.of(story.name(), "What was said here before:")));
            for (RoomEvent event : some) {
                if (event instanceof RoomEvent.Said said) {
                    tellWithTime(story.name(), said, batch);
                }
            }
        }
        session.send(batch);
        session.intake.holdUntilTaken();
    }

    private void tellWithTime(String room, RoomEvent.Said said, Batch batch) {
        boolean action = said.text().startsWith(ACTION);
        String text =
                action
                        ? said.text().substring(ACTION.length()).replace("" + CTCP, "")
                        : said.text();
        Author author = said.author();
        Source source = new Source(author.nick(), author.user(), author.host());
        String verb = said.speech() == RoomEvent.Speech.NOTICE ? "NOTICE" : "PRIVMSG";
        int space =
                server.limits.wire().lineBytes()
                        - NameRules.bytes(":" + source + " " + verb + " " + room + " :\r\n")
                        - ACTION.length()
                        - 1;
        String prefix = time(said.time());
        for (String line : text.split("[\n\r]", -1)) {
            if (line.isEmpty()) {
                continue;
            }
            for (String part : TextSplitter.split(prefix + line, space)) {
                String told = action ? ACTION + part + CTCP : part;
                batch.add(
                        EventRenderer.outgoing(
                                said, new Message(Tags.NONE, source, verb, List.of(room, told))));
            }
            prefix = "";
        }
    }

    private String time(long millis) {
        ZoneId zone = ZoneId.systemDefault();
        ZonedDateTime then = Instant.ofEpochMilli(millis).atZone(zone);
        LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(server.ids.now()), zone);
        return (then.toLocalDate().equals(today) ? TODAY : BEFORE).format(then);
    }
}
