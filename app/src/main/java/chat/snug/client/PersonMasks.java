package chat.snug.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The masks that mean somebody on the lists of a room, and what was last said of whom, so that the
 * same can be taken back. Extended ones are those of <a
 * href="https://ircv3.net/specs/extensions/account-extban">account-extban</a>, and of Snug for a
 * key and for a time.
 */
final class PersonMasks {
    /** What an extended mask of a key is called, on a Snug. */
    static final char KEY_LETTER = 'z';

    private static final int MOST_MASKS = 100;
    private static final String TIMED = "t:";

    private final Dialogue dialogue;
    private final Roster roster;
    private final Map<String, String> said =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > MOST_MASKS;
                }
            };

    PersonMasks(Dialogue dialogue, Roster roster) {
        this.dialogue = dialogue;
        this.roster = roster;
    }

    /**
     * The mask that means somebody from now on.
     *
     * @param minutes for how long, 0 for as long as it is not taken back
     */
    String now(char list, String room, String name, BanKind by, int minutes) {
        String mask = timed(mask(room, name, by), minutes);
        said.put(key(list, room, name), mask);
        return mask;
    }

    /** The mask that was last used for somebody on a list, or that would be. */
    String before(char list, String room, String name) {
        String mask = said.get(key(list, room, name));
        return mask == null ? mask(room, name, BanKind.BEST) : mask;
    }

    private String timed(String mask, int minutes) {
        return minutes == 0
                ? mask
                : dialogue.traits.extendedPrefix() + TIMED + minutes + ':' + mask;
    }

    private String mask(String room, String name, BanKind by) {
        return switch (by) {
            case BEST -> {
                String account = account(room, name);
                yield account == null ? mask(room, name, BanKind.KEY) : account;
            }
            case ACCOUNT -> {
                String account = account(room, name);
                yield account == null ? name + "!*@*" : account;
            }
            case KEY -> {
                String key = ofKey(room, name);
                yield key == null ? roster.mask(room, name) : key;
            }
            case ADDRESS -> roster.mask(room, name);
            case NAME -> name + "!*@*";
        };
    }

    private @Nullable String account(String roomName, String name) {
        String letter = dialogue.traits.accountBan();
        Person person = person(roomName, name);
        return letter == null || person == null || person.account() == null
                ? null
                : dialogue.traits.extendedPrefix() + letter + ':' + person.account();
    }

    private @Nullable String ofKey(String roomName, String name) {
        Person person = person(roomName, name);
        return person == null || person.key() == null || !Moderation.canBanByKey(dialogue)
                ? null
                : dialogue.traits.extendedPrefix() + KEY_LETTER + ':' + person.key();
    }

    private @Nullable Person person(String roomName, String name) {
        RoomState room = roster.room(roomName);
        return room == null ? null : room.person(dialogue.traits.fold(name));
    }

    private String key(char list, String room, String name) {
        return list + dialogue.traits.fold(room) + ' ' + dialogue.traits.fold(name);
    }
}
