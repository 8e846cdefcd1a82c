package chat.snug.server.command;

import chat.snug.room.Member;
import chat.snug.room.Rank;
import chat.snug.server.names.NameRules;
import chat.snug.server.session.Modes;
import org.jspecify.annotations.Nullable;

/**
 * Those in a room who have a rank or a higher one, as a message addresses them: {@code @#room}
 * (Modern IRC, STATUSMSG).
 *
 * @param least the lowest rank that is meant
 * @param room the name of the room
 */
record Audience(Rank least, String room) {
    /** The audience that a target of a message means, or null if it is something else. */
    static @Nullable Audience of(String target) {
        Rank least = null;
        int start = 0;
        for (; start < target.length(); start++) {
            Rank rank = Modes.rankOfPrefix(target.charAt(start));
            if (rank == null) {
                break;
            }
            least = least == null || rank.compareTo(least) > 0 ? rank : least;
        }
        String room = target.substring(start);
        return least == null || !NameRules.looksLikeRoom(room) ? null : new Audience(least, room);
    }

    boolean includes(Member member) {
        for (Rank rank : Rank.values()) {
            if (rank.compareTo(least) <= 0 && member.has(rank)) {
                return true;
            }
        }
        return false;
    }

    /** How the audience is called in a message. */
    String target(String roomName) {
        return Modes.prefix(least) + roomName;
    }
}
