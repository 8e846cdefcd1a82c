package chat.snug.server.history;

import chat.snug.protocol.Capability;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.ServerTime;
import chat.snug.server.session.Session;
import chat.snug.store.MemoryStore;
import org.jspecify.annotations.Nullable;

/**
 * How far people have read (<a href="https://ircv3.net/specs/extensions/read-marker">IRCv3
 * read-marker</a>): for each account, or for one connection of somebody who has none. Nobody is
 * told of the markers of another.
 */
public final class ReadMarkers {
    private static final String TABLE = "marker";

    private final ServerState server;
    private final Conversations conversations;

    private final Bookmarks ofAccounts;
    private final Bookmarks ofGuests = new Bookmarks(new MemoryStore(1, 1).table(TABLE));
    private final ServerTime times = new ServerTime();

    ReadMarkers(ServerState server, Conversations conversations) {
        this.server = server;
        this.conversations = conversations;
        this.ofAccounts = new Bookmarks(server.store.table(TABLE));
    }

    /** Tells a client its marker of a target. */
    public void tell(Session session, String target) {
        Long time = get(session, target);
        server.replies.say(
                session, "MARKREAD", target, time == null ? "*" : "timestamp=" + times.text(time));
    }

    /**
     * Moves a marker, if that is forward and not into the future, and tells the other clients of
     * the same person.
     *
     * @return false if there are too many markers for one more
     */
    boolean set(Session session, String target, long wanted) {
        String owner = conversations.identity(session);
        Long before = get(session, target);
        long time = Math.min(wanted, server.ids.now());
        if (before != null && before >= time) {
            return true;
        }
        Bookmarks marks = of(owner);
        if (before == null && marks.count(owner) >= server.limits.history().markers()) {
            return false;
        }
        marks.put(owner, server.fold(target), time);
        if (!Conversations.isGuest(owner)) {
            for (Session other : server.people.registered()) {
                if (!other.equals(session)
                        && other.has(Capability.READ_MARKER)
                        && other.account() != null
                        && conversations.identity(other).equals(owner)) {
                    tell(other, target);
                }
            }
        }
        return true;
    }

    /** A target has another name; both as they are compared. */
    void renamed(String from, String to) {
        ofAccounts.renamed(from, to);
        ofGuests.renamed(from, to);
    }

    /** Somebody is gone, who may have had no account for a time. */
    void gone(Session session) {
        if (session.guest != 0) {
            ofGuests.forget(Conversations.guest(session));
        }
    }

    private @Nullable Long get(Session session, String target) {
        String owner = conversations.identity(session);
        return of(owner).get(owner, server.fold(target));
    }

    private Bookmarks of(String owner) {
        return Conversations.isGuest(owner) ? ofGuests : ofAccounts;
    }
}
