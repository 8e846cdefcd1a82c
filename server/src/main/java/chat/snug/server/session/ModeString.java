package chat.snug.server.session;

import chat.snug.room.Member;
import chat.snug.room.Rank;
import chat.snug.room.RoomChange;
import chat.snug.server.names.NameRules;
import java.util.ArrayList;
import java.util.List;

/** Mode changes as MODE lists them: signs and letters, then the arguments. */
public final class ModeString {
    private final StringBuilder letters = new StringBuilder();
    private final List<String> arguments = new ArrayList<>();
    private char sign;
    private int bytes;

    void add(RoomChange change) {
        switch (change) {
            case RoomChange.FlagSet(var flag, boolean on) -> letter(on, Modes.letter(flag));
            case RoomChange.KeySet(String key) -> {
                letter(key != null, Modes.KEY);
                // always with an argument, as a type B mode (Modern IRC, MODE message)
                argument(key == null ? "*" : key);
            }
            case RoomChange.LimitSet(int limit) -> {
                letter(limit > 0, Modes.LIMIT);
                if (limit > 0) {
                    argument(Integer.toString(limit));
                }
            }
            case RoomChange.MaskSet(var kind, String mask, boolean added) -> {
                letter(added, Modes.letter(kind));
                argument(mask);
            }
            case RoomChange.RankSet(var rank, String nick, boolean given) -> {
                letter(given, Modes.letter(rank));
                argument(nick);
            }
        }
    }

    /** The changes that give a member the ranks that they have. */
    public static List<RoomChange> ranks(Member member, String nick) {
        List<RoomChange> ranks = new ArrayList<>(2);
        for (Rank rank : Rank.values()) {
            if (member.has(rank)) {
                ranks.add(new RoomChange.RankSet(rank, nick, true));
            }
        }
        return ranks;
    }

    /** The parameters of the MODE that gives a member the ranks that they have; none for none. */
    public static String[] ofRanks(String room, Member member, String nick) {
        ModeString line = new ModeString();
        ranks(member, nick).forEach(line::add);
        return line.arguments.isEmpty() ? new String[0] : line.params(room);
    }

    /** The bytes so far. */
    int bytes() {
        return bytes;
    }

    /** The parameters of MODE. */
    String[] params(String target) {
        List<String> params = new ArrayList<>(arguments.size() + 2);
        params.add(target);
        params.add(letters.toString());
        params.addAll(arguments);
        return params.toArray(String[]::new);
    }

    private void letter(boolean on, char letter) {
        char newSign = on ? '+' : '-';
        if (newSign != sign) {
            sign = newSign;
            letters.append(sign);
            bytes++;
        }
        letters.append(letter);
        bytes++;
    }

    private void argument(String argument) {
        arguments.add(argument);
        bytes += NameRules.bytes(argument) + 1;
    }
}
