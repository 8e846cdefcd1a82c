package chat.snug.server.session;

import chat.snug.protocol.Capability;
import chat.snug.room.Member;
import chat.snug.room.Rank;
import chat.snug.room.Room;
import chat.snug.server.names.WordLines;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names of everyone in a room, packed into lines for RPL_NAMREPLY and kept ready: a newcomer's
 * name is added at the end, anything else that changes makes them be packed anew when they are
 * asked for. There is one for each way in which clients want names.
 */
public final class NamesBlock {
    private static final int MULTI_PREFIX = 1;
    private static final int USERHOST = 2;

    private final Room room;
    private final int lineBytes;
    private final @Nullable WordLines[] ways = new @Nullable WordLines[4];

    /**
     * @param lineBytes how many bytes of names fit into one line
     */
    NamesBlock(Room room, int lineBytes) {
        this.room = room;
        this.lineBytes = lineBytes;
    }

    /** The lines for one who asks. */
    public List<String> lines(Session asking) {
        int way = way(asking);
        WordLines packed = ways[way];
        if (packed == null) {
            packed = new WordLines(lineBytes, ' ');
            for (Member member : room.members()) {
                packed.add(name(member, way));
            }
            ways[way] = packed;
        }
        return packed.lines();
    }

    /** The lines with only those members who are not invisible, for one who is not in the room. */
    public List<String> visibleLines(Session asking) {
        WordLines packed = new WordLines(lineBytes, ' ');
        for (Member member : room.members()) {
            if (!Session.of(member).is(UserMode.INVISIBLE)) {
                packed.add(name(member, way(asking)));
            }
        }
        return packed.lines();
    }

    /** Somebody came in. */
    void added(Member member) {
        for (int way = 0; way < ways.length; way++) {
            WordLines packed = ways[way];
            if (packed != null) {
                packed.add(name(member, way));
            }
        }
    }

    /** Somebody left, or has another name or rank. */
    public void changed() {
        for (int way = 0; way < ways.length; way++) {
            ways[way] = null;
        }
    }

    /** The prefixes of a member: the highest, or all of them from the highest down. */
    public static String prefix(Member member, boolean all) {
        StringBuilder prefix = new StringBuilder(2);
        for (Rank rank : Rank.values()) {
            if (member.has(rank) && (all || prefix.isEmpty())) {
                prefix.append(Modes.prefix(rank));
            }
        }
        return prefix.toString();
    }

    private static int way(Session asking) {
        return (asking.has(Capability.MULTI_PREFIX) ? MULTI_PREFIX : 0)
                | (asking.has(Capability.USERHOST_IN_NAMES) ? USERHOST : 0);
    }

    private static String name(Member member, int way) {
        String prefix = prefix(member, (way & MULTI_PREFIX) != 0);
        Session session = Session.of(member);
        return prefix + ((way & USERHOST) != 0 ? session.source().toString() : session.nick());
    }
}
