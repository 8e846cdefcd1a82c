package chat.snug.ui.shell;

import chat.snug.client.ClientEvent.RoomListed;
import chat.snug.client.RoomName;
import chat.snug.ui.Messages;
import java.util.function.Consumer;

/** The rooms of a host as quiet lines; of a large network only the first, as it has thousands. */
final class RoomListing {
    private static final int SHOWN = 100;

    private final Messages messages;
    private final Consumer<String> note;
    private int listed;

    RoomListing(Messages messages, Consumer<String> note) {
        this.messages = messages;
        this.note = note;
    }

    void add(RoomListed room) {
        listed++;
        if (listed <= SHOWN) {
            String name = RoomName.toScreen(room.room());
            note.accept(messages.text("note.room", name, room.people(), room.topic()));
        }
    }

    void end() {
        if (listed == 0) {
            note.accept(messages.text("note.no-rooms"));
        } else if (listed > SHOWN) {
            note.accept(messages.text("note.more-rooms", listed - SHOWN));
        }
        listed = 0;
    }
}
