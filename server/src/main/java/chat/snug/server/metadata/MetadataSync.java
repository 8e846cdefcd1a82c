package chat.snug.server.metadata;

import chat.snug.room.Member;
import chat.snug.server.session.Batch;
import chat.snug.server.session.Channel;
import chat.snug.server.session.Observer;
import chat.snug.server.session.Seat;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells a client what there is to know before it can follow the changes: when it comes in, enters a
 * room, sees somebody come whom it monitors, subscribes to more, or asks.
 */
public final class MetadataSync implements Observer {
    /** All that the client sees. */
    static final String ALL = "*ALL";

    private static final String BATCH = "metadata";
    private static final int RETRY_SECONDS = 10;

    private final ServerState server;
    private final Metadata metadata;

    public MetadataSync(ServerState server, Metadata metadata) {
        this.server = server;
        this.metadata = metadata;
        server.observers.add(this);
    }

    /** A client came in: all that is known of itself, whether it is subscribed or not. */
    public void cameIn(Session session) {
        if (Metadata.isAware(session)) {
            Batch batch = new Batch(server, BATCH, session.nick());
            MetadataTarget self = new MetadataTarget.Someone(session);
            metadata.of(self)
                    .forEach((key, value) -> add(batch, session, session.nick(), key, value));
            session.send(batch);
        }
    }

    /** A client entered a room. */
    public void entered(Session session, Channel channel) {
        offer(session, channel.name(), targets(channel), Metadata.subscriptions(session));
    }

    @Override
    public void seen(Session follower, Session person) {
        offer(
                follower,
                person.nick(),
                List.of(new MetadataTarget.Someone(person)),
                Metadata.subscriptions(follower));
    }

    /** A client is subscribed to more keys than before. */
    void subscribed(Session session, Set<String> keys) {
        if (session.isRegistered() && !keys.isEmpty()) {
            offer(session, ALL, visible(session), keys);
        }
    }

    /** The newer draft wants an answer even where there is nothing to tell. */
    private void offer(
            Session session, String name, Collection<MetadataTarget> targets, Set<String> keys) {
        if (!Metadata.isAware(session)) {
            return;
        }
        boolean isThird = MetadataWords.of(session) == MetadataWords.THIRD;
        if (keys.isEmpty() && !isThird) {
            return;
        }
        int lines = count(targets, keys);
        if (lines > 0 || isThird) {
            answer(session, name, targets, keys, lines);
        }
    }

    /** A client asks for what it is subscribed to. */
    void asked(Session session, MetadataTarget target) {
        Collection<MetadataTarget> targets =
                switch (target) {
                    case MetadataTarget.InRoom room -> targets(room.channel());
                    case MetadataTarget.Someone _ -> List.of(target);
                };
        Set<String> keys = Metadata.subscriptions(session);
        answer(session, target.name(), targets, keys, count(targets, keys));
    }

    /** A client asks for what it is subscribed to, of all that it sees. */
    void askedAll(Session session) {
        Collection<MetadataTarget> targets = visible(session);
        Set<String> keys = Metadata.subscriptions(session);
        answer(session, ALL, targets, keys, count(targets, keys));
    }

    private void answer(
            Session session,
            String name,
            Collection<MetadataTarget> targets,
            Set<String> keys,
            int lines) {
        if (lines > server.limits.metadata().syncLines()) {
            session.send(MetadataWords.later(server, session, name, RETRY_SECONDS));
            return;
        }
        Batch batch = new Batch(server, BATCH, name);
        for (MetadataTarget target : targets) {
            Map<String, String> facts = metadata.of(target);
            for (String key : keys) {
                String value = facts.get(key);
                if (value != null) {
                    add(batch, session, target.name(), key, value);
                }
            }
        }
        session.send(batch);
    }

    private void add(Batch batch, Session to, String target, String key, String value) {
        batch.add(MetadataWords.of(to).changed(server, server.source, to, target, key, value));
    }

    private int count(Collection<MetadataTarget> targets, Set<String> keys) {
        int lines = 0;
        for (MetadataTarget target : targets) {
            Map<String, String> facts = metadata.of(target);
            if (!facts.isEmpty()) {
                for (String key : keys) {
                    lines += facts.containsKey(key) ? 1 : 0;
                }
            }
        }
        return lines;
    }

    /** A room and those who are in it. */
    private static List<MetadataTarget> targets(Channel channel) {
        List<MetadataTarget> targets = new ArrayList<>(channel.room.size() + 1);
        targets.add(new MetadataTarget.InRoom(channel));
        for (Member member : channel.room.members()) {
            targets.add(new MetadataTarget.Someone(Session.of(member)));
        }
        return targets;
    }

    /** Everything of which a client is told changes, each once. */
    private Collection<MetadataTarget> visible(Session session) {
        Set<MetadataTarget> targets = new LinkedHashSet<>();
        targets.add(new MetadataTarget.Someone(session));
        for (Seat seat : session.places.seats()) {
            targets.addAll(targets(seat.channel));
        }
        for (String nick : server.monitors.of(session)) {
            Session person = server.people.called(server.fold(nick));
            if (person != null) {
                targets.add(new MetadataTarget.Someone(person));
            }
        }
        return targets;
    }
}
