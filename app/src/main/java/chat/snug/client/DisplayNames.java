package chat.snug.client;

import chat.snug.client.ClientEvent.RoomNamed;
import chat.snug.protocol.Message;

/**
 * What rooms are called on screens (<a href="https://ircv3.net/specs/extensions/metadata">IRCv3
 * metadata</a>, key display-name). I tell what I am called, for the programs that show it; here
 * people stand under the name that is theirs alone.
 */
final class DisplayNames {
    private static final String NAME = "display-name";
    private static final int LONGEST_NAME = 100;

    private final Dialogue dialogue;
    private final Roster roster;

    DisplayNames(Dialogue dialogue, Roster roster) {
        this.dialogue = dialogue;
        this.roster = roster;
    }

    static boolean available(Dialogue dialogue) {
        return dialogue.has("draft/metadata-2") || dialogue.has("draft/metadata-3");
    }

    /** I am online: asks to be told. */
    void online() {
        if (available(dialogue)) {
            dialogue.send("METADATA", "*", "SUB", NAME);
        }
    }

    /** Names a room, or myself by a star; an empty name takes it back. */
    void name(String target, String displayName) {
        String plain = SpokenText.plain(displayName.replace('\n', ' ')).strip();
        if (plain.isEmpty()) {
            dialogue.send("METADATA", target, "SET", NAME);
        } else {
            dialogue.send("METADATA", target, "SET", NAME, plain);
        }
    }

    /** METADATA target key visibility value; without a value it is gone. */
    void received(Message message) {
        boolean gone = message.params().size() < 4;
        told(message.param(0), message.param(1), gone ? "" : message.param(3));
    }

    /** A numeric of metadata; false if it is none. */
    boolean numeric(Message message) {
        switch (message.command()) {
            case "761" -> { // RPL_KEYVALUE: client, target, key, visibility, value
                boolean gone = message.params().size() < 5;
                told(message.param(1), message.param(2), gone ? "" : message.param(4));
            }
            case "766" -> told(message.param(1), message.param(2), ""); // RPL_KEYNOTSET
            case "760", "762", "768", "769", "770", "771", "772", "774" -> {
                // Subscriptions, and what is told later.
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void told(String target, String key, String value) {
        RoomState room = roster.room(target);
        if (room != null && key.equalsIgnoreCase(NAME)) {
            String plain = SpokenText.plain(value.replace('\n', ' ')).strip();
            boolean fits = !plain.isEmpty() && plain.length() <= LONGEST_NAME;
            dialogue.tell(new RoomNamed(room.name(), fits ? plain : null));
        }
    }
}
