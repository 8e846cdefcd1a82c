package chat.snug.ui.shell;

import chat.snug.ui.Messages;
import chat.snug.ui.RoomFacts;
import chat.snug.ui.RoomFacts.Level;
import chat.snug.ui.shell.ConversationViewModel.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** What can be done about a row of the side bar, as a menu says it. */
final class SideMenu {
    private final ShellViewModel shell;
    private final Messages messages;

    SideMenu(ShellViewModel shell, Messages messages) {
        this.shell = shell;
        this.messages = messages;
    }

    /** The items for {@code row} as it is now; empty if nothing can be done about it. */
    List<MenuItem> items(SideItem row) {
        return switch (row) {
            case SideItem.PrivateHeading _ -> List.of();
            case SideItem.HostHeading(ConnectionViewModel connection) ->
                    List.of(
                            item("side.more-rooms", () -> shell.listRooms(connection)),
                            item(
                                    connection.hosted() == null
                                            ? "side.leave-host"
                                            : "side.close-host",
                                    () -> shell.leave(connection, "")));
            case SideItem.Entry(ConversationViewModel conversation) -> items(conversation);
        };
    }

    private List<MenuItem> items(ConversationViewModel conversation) {
        List<MenuItem> items = new ArrayList<>();
        boolean unread = conversation.unreadProperty().get() > 0;
        items.add(
                unread
                        ? item("side.mark-read", conversation::markRead)
                        : item("side.mark-unread", conversation::markUnread));
        CheckMenuItem favourite = new CheckMenuItem(messages.text("side.favourite"));
        favourite.setSelected(conversation.factsProperty().get().favourite());
        favourite.setOnAction(_ -> conversation.wishes().toggleFavourite());
        items.add(favourite);
        items.add(levels(conversation));
        items.add(new SeparatorMenuItem());
        items.add(
                item(
                        conversation.kind() == Kind.PRIVATE
                                ? "side.close-private"
                                : "side.leave-room",
                        () -> shell.leave(conversation)));
        return items;
    }

    private Menu levels(ConversationViewModel conversation) {
        RoomFacts facts = conversation.factsProperty().get();
        Menu menu = new Menu(messages.text("side.notify"));
        ToggleGroup group = new ToggleGroup();
        for (Level level : Level.values()) {
            RadioMenuItem item =
                    new RadioMenuItem(
                            messages.text("side.notify." + level.name().toLowerCase(Locale.ROOT)));
            item.setToggleGroup(group);
            item.setSelected(facts.level() == level);
            item.setOnAction(_ -> conversation.wishes().setLevel(level));
            menu.getItems().add(item);
        }
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(messages.text(key));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
