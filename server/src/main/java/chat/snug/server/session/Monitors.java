package chat.snug.server.session;

import chat.snug.protocol.Capability;
import chat.snug.protocol.Message;
import chat.snug.protocol.Numeric;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who wants to know whether people are here (<a
 * href="https://ircv3.net/specs/extensions/monitor">IRCv3 monitor</a>). Names are watched, not
 * people: whoever is called so.
 */
public final class Monitors {
    private final ServerState server;

    /** By folded name. */
    private final Map<String, Set<Session>> followers = new HashMap<>();

    /** What each follows: the folded names, and as the client wrote them. */
    private final Map<Session, Map<String, String>> lists = new HashMap<>();

    Monitors(ServerState server) {
        this.server = server;
    }

    /** The names that a client follows, as it wrote them. */
    public Collection<String> of(Session session) {
        return Collections.unmodifiableCollection(lists.getOrDefault(session, Map.of()).values());
    }

    /**
     * A client follows a name from now on.
     *
     * @return whether there was a place for it on the list, or it was there before
     */
    public boolean add(Session session, String nick) {
        Map<String, String> list = lists.computeIfAbsent(session, _ -> new LinkedHashMap<>());
        String folded = server.fold(nick);
        if (list.containsKey(folded)) {
            return true;
        }
        if (list.size() >= server.limits.monitored()) {
            return false;
        }
        list.put(folded, nick);
        followers.computeIfAbsent(folded, _ -> new LinkedHashSet<>(2)).add(session);
        return true;
    }

    public void remove(Session session, String nick) {
        Map<String, String> list = lists.get(session);
        String folded = server.fold(nick);
        if (list != null && list.remove(folded) != null) {
            unfollow(session, folded);
            if (list.isEmpty()) {
                lists.remove(session);
            }
        }
    }

    /** The client follows nobody any more. */
    public void clear(Session session) {
        Map<String, String> list = lists.remove(session);
        if (list != null) {
            list.keySet().forEach(folded -> unfollow(session, folded));
        }
    }

    private void unfollow(Session session, String folded) {
        followers.computeIfPresent(
                folded,
                (_, all) -> {
                    all.remove(session);
                    return all.isEmpty() ? null : all;
                });
    }

    /** Those who follow the name that somebody has. */
    public Collection<Session> followers(Session of) {
        return followers.getOrDefault(of.foldedNick(), Set.of());
    }

    /** Somebody has a name now, as a newcomer or under a new one. */
    public void online(Session person) {
        String away = person.away();
        for (Session follower : followers(person)) {
            tell(follower, Numeric.RPL_MONONLINE, person.source().toString());
            server.observers.forEach(observer -> observer.seen(follower, person));
            if (away != null && isToldMore(follower) && !follower.places.meet(person.places)) {
                Message message = Message.of("AWAY", away).withSource(person.source());
                follower.sendUnlabeled(Outgoing.plain(message, server.ids.now()).by(person));
            }
        }
    }

    /** Somebody is about to give a name up. */
    public void offline(Session person) {
        for (Session follower : followers(person)) {
            tell(follower, Numeric.RPL_MONOFFLINE, person.nick());
        }
    }

    private static boolean isToldMore(Session follower) {
        return follower.has(Capability.EXTENDED_MONITOR) && follower.has(Capability.AWAY_NOTIFY);
    }

    private void tell(Session follower, Numeric numeric, String text) {
        Message message = server.replies.message(follower, numeric, List.of(), text);
        follower.sendUnlabeled(Outgoing.plain(message, server.ids.now()));
    }
}
