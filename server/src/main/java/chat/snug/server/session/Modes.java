package chat.snug.server.session;

import chat.snug.room.Flag;
import chat.snug.room.MaskKind;
import chat.snug.room.Rank;
import chat.snug.room.Room;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The letters by which the wire knows a room's settings (<a
 * href="https://modern.ircdocs.horse/#channel-modes">Modern IRC, channel modes</a>).
 */
public final class Modes {
    public static final char KEY = 'k';
    public static final char LIMIT = 'l';

    private Modes() {}

    public static char letter(Flag flag) {
        return switch (flag) {
            case INVITE_ONLY -> 'i';
            case MODERATED -> 'm';
            case MEMBERS_ONLY -> 'n';
            case SECRET -> 's';
            case TOPIC_LOCKED -> 't';
            case NO_CTCP -> 'C';
        };
    }

    public static char letter(MaskKind kind) {
        return switch (kind) {
            case BAN -> 'b';
            case QUIET -> 'q';
            case BAN_EXCEPTION -> 'e';
            case INVITE_EXCEPTION -> 'I';
        };
    }

    public static char letter(Rank rank) {
        return switch (rank) {
            case OPERATOR -> 'o';
            case VOICE -> 'v';
        };
    }

    public static char prefix(Rank rank) {
        return switch (rank) {
            case OPERATOR -> '@';
            case VOICE -> '+';
        };
    }

    public static @Nullable Flag flag(char letter) {
        for (Flag flag : Flag.values()) {
            if (letter(flag) == letter) {
                return flag;
            }
        }
        return null;
    }

    public static @Nullable MaskKind maskKind(char letter) {
        for (MaskKind kind : MaskKind.values()) {
            if (letter(kind) == letter) {
                return kind;
            }
        }
        return null;
    }

    public static @Nullable Rank rank(char letter) {
        for (Rank rank : Rank.values()) {
            if (letter(rank) == letter) {
                return rank;
            }
        }
        return null;
    }

    /** The rank that a prefix before a name stands for. */
    public static @Nullable Rank rankOfPrefix(char prefix) {
        for (Rank rank : Rank.values()) {
            if (prefix(rank) == prefix) {
                return rank;
            }
        }
        return null;
    }

    /**
     * The settings of a room as RPL_CHANNELMODEIS lists them: the letters, and then the arguments.
     *
     * @param withKey whether the key may be seen
     */
    public static List<String> of(Room room, boolean withKey) {
        StringBuilder letters = new StringBuilder("+");
        List<String> words = new ArrayList<>();
        words.add("");
        for (Flag flag : Flag.values()) {
            if (room.has(flag)) {
                letters.append(letter(flag));
            }
        }
        String key = room.key();
        if (key != null) {
            letters.append(KEY);
            words.add(withKey ? key : "*");
        }
        if (room.limit() > 0) {
            letters.append(LIMIT);
            words.add(Integer.toString(room.limit()));
        }
        words.set(0, letters.toString());
        return words;
    }
}
