package chat.snug.ui.room;

import chat.snug.client.RoomBan;
import chat.snug.ui.Messages;

/** Says for a person to read who is meant by an entry of a room's lists. */
public final class BanWords {
    private BanWords() {}

    /** Who is meant, as it begins a sentence. */
    public static String who(RoomBan ban, Messages messages) {
        if (!ban.account().isEmpty()) {
            return messages.text("room.ban.account", ban.account());
        }
        if (!ban.key().isEmpty()) {
            return messages.text("room.ban.key", ban.keyBeginning());
        }
        if (ban.name().isEmpty()) {
            return messages.text("room.ban.address", ban.address());
        }
        return ban.address().isEmpty()
                ? ban.name()
                : messages.text("room.ban.name", ban.name(), ban.address());
    }

    /** Who is meant, as somebody to whom something is done. */
    public static String whom(RoomBan ban, Messages messages) {
        if (!ban.account().isEmpty()) {
            return messages.text("room.whom.account", ban.account());
        }
        if (!ban.key().isEmpty()) {
            return messages.text("room.whom.key", ban.keyBeginning());
        }
        return ban.name().isEmpty()
                ? messages.text("room.whom.address", ban.address())
                : who(ban, messages);
    }
}
