package chat.snug.server.history;

import chat.snug.room.RoomLog;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What two people said to each other and nobody else heard. Each is an {@linkplain
 * Conversations#identity identity}, not a name: whoever takes the name of one later has no part in
 * it.
 */
final class Conversation {
    /** One of the two. */
    static final class Side {
        final String identity;

        /** How they were called when they were seen last. */
        String nick;

        /** The names, as they are compared, under which somebody without an account spoke. */
        private final Set<String> names = new HashSet<>(2);

        Side(String identity, String nick) {
            this.identity = identity;
            this.nick = nick;
        }
    }

    final RoomLog log;
    private final Side one;
    private final Side other;

    Conversation(RoomLog log, Side one, Side other) {
        this.log = log;
        this.one = one;
        this.other = other;
    }

    Side side(String identity) {
        return one.identity.equals(identity) ? one : other;
    }

    /** The other one; the same in a conversation with oneself. */
    Side otherThan(String identity) {
        return one.identity.equals(identity) ? other : one;
    }

    /** Somebody speaks under a name. */
    void spoke(String identity, String foldedNick) {
        if (Conversations.isGuest(identity)) {
            side(identity).names.add(foldedNick);
        }
    }

    /**
     * Whether an author is one of the two.
     *
     * @param foldedNick the author's name as it is compared
     * @param foldedAccount the author's account as it is compared, null if there was none
     */
    boolean isBy(String identity, String foldedNick, @Nullable String foldedAccount) {
        return foldedAccount == null
                ? side(identity).names.contains(foldedNick)
                : identity.equals(foldedAccount);
    }
}
