package chat.snug.ui.room;

import chat.snug.client.RoomBan;
import chat.snug.ui.Messages;

/** Says for a person to read who is meant by an entry of a room's lists. */
public final class BanWords {
    private static final int KEY_BEGINNING = 8;

    private BanWords() {}

    /** Who is meant. */
    public static String who(RoomBan ban, Messages messages) {
        if (!ban.account().isEmpty()) {
            return messages.text("room.ban.account", ban.account());
        }
        if (!ban.key().isEmpty()) {
            String key = ban.key();
            return messages.text(
                    "room.ban.key", key.substring(0, Math.min(KEY_BEGINNING, key.length())));
        }
        if (ban.name().isEmpty()) {
            return messages.text("room.ban.address", ban.address());
        }
        return ban.address().isEmpty()
                ? ban.name()
                : messages.text("room.ban.name", ban.name(), ban.address());
    }
}
