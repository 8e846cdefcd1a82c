package chat.snug.server.metadata;

import chat.snug.protocol.Capability;
import chat.snug.server.session.Group;
import chat.snug.server.session.MetadataState;
import chat.snug.server.session.Observer;
import chat.snug.server.session.Outgoing;
import chat.snug.server.session.Seat;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import chat.snug.store.KeptTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people say of themselves and of rooms, key by key (<a
 * href="https://ircv3.net/specs/extensions/metadata">IRCv3 metadata</a>). It is kept for accounts
 * and rooms; a guest's is forgotten when they go. Everybody may see all of it.
 */
public final class Metadata implements Observer {
    private final ServerState server;
    private final KeptTable kept;

    public Metadata(ServerState server) {
        this.server = server;
        this.kept = server.store.table(MetadataState.TABLE);
        server.observers.add(this);
    }

    /** Whether a client negotiated what is needed to be told by itself. */
    static boolean isAware(Session session) {
        return session.has(Capability.BATCH)
                && (session.has(Capability.METADATA_2) || session.has(Capability.METADATA_3));
    }

    /** All keys of a target with their values, in the order in which they were set. Read only. */
    Map<String, String> of(MetadataTarget target) {
        return switch (target) {
            case MetadataTarget.InRoom room -> kept.of(server.fold(room.name()));
            case MetadataTarget.Someone person -> {
                String account = person.session().account();
                yield account == null ? own(person.session()) : kept.of(server.fold(account));
            }
        };
    }

    private static Map<String, String> own(Session session) {
        MetadataState state = session.metadata;
        return state == null ? Map.of() : Collections.unmodifiableMap(state.own);
    }

    /**
     * Sets a key, or takes it away.
     *
     * @param value null to take it away
     */
    void set(MetadataTarget target, String key, @Nullable String value) {
        switch (target) {
            case MetadataTarget.InRoom room -> keep(server.fold(room.name()), key, value);
            case MetadataTarget.Someone person -> {
                String account = person.session().account();
                if (account != null) {
                    keep(server.fold(account), key, value);
                } else if (value == null) {
                    state(person.session()).own.remove(key);
                } else {
                    state(person.session()).own.put(key, value);
                }
            }
        }
    }

    private void keep(String owner, String key, @Nullable String value) {
        if (value == null) {
            kept.remove(owner, key);
        } else {
            kept.put(owner, key, value);
        }
    }

    /**
     * Somebody has an account now: what they said of themselves as a guest goes with them, and what
     * the account has said before is true of them. Those who see them are told.
     *
     * @param before what {@link #of} told of them before
     */
    public void loggedIn(Session session, Map<String, String> before) {
        MetadataTarget target = new MetadataTarget.Someone(session);
        int keys = server.limits.metadata().keys();
        for (Map.Entry<String, String> fact : own(session).entrySet()) {
            if (of(target).size() < keys || of(target).containsKey(fact.getKey())) {
                set(target, fact.getKey(), fact.getValue());
            }
        }
        if (session.metadata != null) {
            session.metadata.own.clear();
        }
        tellChanges(session, before);
    }

    /** Somebody has no account any more; {@code before} as for {@link #loggedIn}. */
    public void loggedOut(Session session, Map<String, String> before) {
        tellChanges(session, before);
    }

    private void tellChanges(Session session, Map<String, String> before) {
        MetadataTarget target = new MetadataTarget.Someone(session);
        if (session.isRegistered()) {
            Set<String> changed = new LinkedHashSet<>(before.keySet());
            changed.addAll(of(target).keySet());
            for (String key : changed) {
                String value = of(target).get(key);
                if (value == null ? before.containsKey(key) : !value.equals(before.get(key))) {
                    tell(null, target, key, value);
                }
            }
        }
    }

    /** A copy of what is known of a person, for {@link #loggedIn}. */
    public Map<String, String> copyOf(Session session) {
        return new LinkedHashMap<>(of(new MetadataTarget.Someone(session)));
    }

    @Override
    public void forgotten(String room) {
        kept.removeAll(room);
    }

    @Override
    public void renamed(String from, String to) {
        Map<String, String> facts = new LinkedHashMap<>(kept.of(from));
        kept.removeAll(from);
        facts.forEach((key, value) -> kept.put(to, key, value));
    }

    /** Somebody has another profile: without the capabilities there is nothing to be told. */
    public void negotiated(Session session) {
        if (!isAware(session) && session.metadata != null) {
            session.metadata.subscriptions.clear();
        }
    }

    MetadataState state(Session session) {
        MetadataState state = session.metadata;
        if (state == null) {
            state = new MetadataState(server.loop.nanoTime());
            session.metadata = state;
        }
        return state;
    }

    /** The keys to which a client is subscribed. */
    static Set<String> subscriptions(Session session) {
        return session.metadata == null ? Set.of() : session.metadata.subscriptions;
    }

    // ---- who is told

    /**
     * Tells those who see a target and are subscribed to a key that it changed.
     *
     * @param by who changed it and knows already; null for the server
     * @param value null if the key was taken away
     */
    void tell(@Nullable Session by, MetadataTarget target, String key, @Nullable String value) {
        switch (target) {
            case MetadataTarget.InRoom room -> {
                server.pace.told(room.channel());
                for (Group group : room.channel().groups()) {
                    for (int i = 0; i < group.size(); i++) {
                        tell(by, group.session(i), target.name(), key, value);
                    }
                }
            }
            case MetadataTarget.Someone person -> {
                tellOf(by, person.session(), key, value);
                String account = person.session().account();
                if (account != null) {
                    for (Session other : List.copyOf(server.people.registered())) {
                        if (!other.equals(person.session()) && account.equals(other.account())) {
                            tellOf(by, other, key, value);
                        }
                    }
                }
            }
        }
    }

    private void tellOf(@Nullable Session by, Session person, String key, @Nullable String value) {
        Set<Session> told = new LinkedHashSet<>();
        told.add(person);
        for (Seat seat : person.places.seats()) {
            server.pace.told(seat.channel);
            for (Group group : seat.channel.groups()) {
                for (int i = 0; i < group.size(); i++) {
                    told.add(group.session(i));
                }
            }
        }
        for (Session follower : server.monitors.followers(person)) {
            if (told.add(follower)) {
                server.pace.told(follower);
            }
        }
        for (Session one : told) {
            tell(by, one, person.nick(), key, value);
        }
    }

    private void tell(
            @Nullable Session by, Session to, String target, String key, @Nullable String value) {
        if (!to.equals(by) && isAware(to) && subscriptions(to).contains(key)) {
            MetadataWords words = MetadataWords.of(to);
            to.sendUnlabeled(
                    Outgoing.plain(
                            words.changed(
                                    server,
                                    by == null ? server.source : by.source(),
                                    to,
                                    target,
                                    key,
                                    value),
                            server.ids.now()));
        }
    }
}
