package chat.snug.server.history;

import chat.snug.room.Author;
import chat.snug.room.LogMemory;
import chat.snug.room.MemoryRoomLog;
import chat.snug.room.RoomEvent;
import chat.snug.room.RoomLog;
import chat.snug.server.session.Channel;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import chat.snug.store.KeptTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The private conversations. Between two accounts they are kept like the talk of a room. Where
 * somebody without an account takes part they are kept in memory, for as long as one of the two is
 * connected, and the oldest make room for new ones.
 *
 * <p>Belongs to the loop's thread.
 */
public final class Conversations {
    /** Cannot stand in the name of an account. */
    private static final char GUEST = '!';

    private final ServerState server;

    /** Owner: one account; key: the other; value: how the other was called last. */
    private final KeptTable table;

    private final LogMemory guestMemory;

    /** Those of guests, by key, the one that was silent for longest first. */
    private final Map<String, Conversation> ofGuests = new LinkedHashMap<>(16, 0.75f, true);

    /** What those have said to each other who never did. */
    private final RoomLog nothing;

    private long guests;

    Conversations(ServerState server) {
        this.server = server;
        this.table = server.store.table("conversation");
        this.guestMemory = new LogMemory(server.limits.logBytes(), server.loop.spareTime());
        this.nothing = new MemoryRoomLog(1, guestMemory);
    }

    /** Who somebody is beyond their name: their account, or this one connection. */
    String identity(Session session) {
        String account = session.account();
        if (account != null) {
            return server.fold(account);
        }
        if (session.guest == 0) {
            session.guest = ++guests;
        }
        return guest(session);
    }

    /** Who somebody is as long as they have no account. */
    static String guest(Session session) {
        return GUEST + Long.toString(session.guest);
    }

    /** Whether an author is the one of an identity. */
    boolean isBy(Conversation conversation, String identity, Author author) {
        String account = author.account();
        return conversation.isBy(
                identity,
                server.fold(author.nick()),
                account == null ? null : server.fold(account));
    }

    static boolean isGuest(String identity) {
        return identity.charAt(0) == GUEST;
    }

    /** Keeps what one person said to another. */
    public void keep(Session from, Session to, RoomEvent event) {
        if (Channel.isFleeting(event)) {
            return;
        }
        String author = identity(from);
        Conversation conversation = open(author, from.nick(), identity(to), to.nick());
        conversation.spoke(author, from.foldedNick());
        conversation.log.append(event);
    }

    /**
     * The conversation of somebody with whoever has a name: with the one who is here under it, or
     * else with the one who had it last.
     *
     * @return null if there is none
     */
    @Nullable Conversation find(Session session, String nick) {
        String mine = identity(session);
        String folded = server.fold(nick);
        Session present = server.people.called(folded);
        if (present != null) {
            return known(mine, identity(present));
        }
        for (Conversation conversation : of(session)) {
            Conversation.Side theirs = conversation.otherThan(mine);
            if (theirs.identity.equals(folded) || server.fold(theirs.nick).equals(folded)) {
                return conversation;
            }
        }
        return null;
    }

    /** The log of a conversation that there is not. */
    RoomLog nothing() {
        return nothing;
    }

    /** All conversations of somebody. */
    List<Conversation> of(Session session) {
        String mine = identity(session);
        List<Conversation> all = new ArrayList<>();
        if (!isGuest(mine)) {
            for (Map.Entry<String, String> entry : table.of(mine).entrySet()) {
                all.add(kept(mine, session.nick(), entry.getKey(), entry.getValue()));
            }
        }
        for (Conversation conversation : ofGuests.values()) {
            if (conversation.side(mine).identity.equals(mine)) {
                all.add(conversation);
            }
        }
        return all;
    }

    /** How everyone is called who is here, by identity. */
    Map<String, String> nicks() {
        Map<String, String> nicks = new HashMap<>();
        for (Session session : server.people.registered()) {
            nicks.put(identity(session), session.nick());
        }
        return nicks;
    }

    /** Somebody is gone: conversations that nobody can ask for any more are forgotten. */
    void gone(Session session) {
        if (session.guest == 0) {
            return;
        }
        String mine = guest(session);
        Set<String> here = nicks().keySet();
        ofGuests.values()
                .removeIf(
                        conversation -> {
                            if (!conversation.side(mine).identity.equals(mine)) {
                                return false;
                            }
                            String other = conversation.otherThan(mine).identity;
                            boolean over =
                                    other.equals(mine) || (isGuest(other) && !here.contains(other));
                            if (over) {
                                conversation.log.clear();
                            }
                            return over;
                        });
    }

    private @Nullable Conversation known(String mine, String theirs) {
        if (isGuest(mine) || isGuest(theirs)) {
            return ofGuests.get(key(mine, theirs));
        }
        String nick = table.get(mine, theirs);
        return nick == null ? null : kept(mine, mine, theirs, nick);
    }

    private Conversation open(String mine, String myNick, String theirs, String theirNick) {
        if (!isGuest(mine) && !isGuest(theirs)) {
            note(mine, theirs, theirNick);
            note(theirs, mine, myNick);
            return kept(mine, myNick, theirs, theirNick);
        }
        String key = key(mine, theirs);
        Conversation conversation = ofGuests.get(key);
        if (conversation == null) {
            conversation =
                    new Conversation(
                            new MemoryRoomLog(server.limits.eventsPerRoom(), guestMemory),
                            new Conversation.Side(mine, myNick),
                            new Conversation.Side(theirs, theirNick));
            ofGuests.put(key, conversation);
            forgetOldest();
        }
        conversation.side(mine).nick = myNick;
        conversation.otherThan(mine).nick = theirNick;
        return conversation;
    }

    private void forgetOldest() {
        if (ofGuests.size() > server.limits.history().conversations()) {
            var oldest = ofGuests.values().iterator();
            oldest.next().log.clear();
            oldest.remove();
        }
    }

    private void note(String owner, String other, String nick) {
        if (!nick.equals(table.get(owner, other))) {
            table.put(owner, other, nick);
        }
    }

    private Conversation kept(String mine, String myNick, String theirs, String theirNick) {
        return new Conversation(
                server.store.log(key(mine, theirs)),
                new Conversation.Side(mine, myNick),
                new Conversation.Side(theirs, theirNick));
    }

    /** Cannot be the name of a room. */
    private static String key(String one, String other) {
        return one.compareTo(other) <= 0 ? "@" + one + "," + other : "@" + other + "," + one;
    }
}
