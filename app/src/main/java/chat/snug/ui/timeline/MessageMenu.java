package chat.snug.ui.timeline;

import chat.snug.ui.timeline.TimelineItem.Delivered;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.Undelivered;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** Everything that can be done with a message, as a menu. */
final class MessageMenu {
    private final TimelineRows context;
    private final ContextMenu menu = new ContextMenu();

    MessageMenu(TimelineRows context) {
        this.context = context;
        menu.setAutoHide(true);
    }

    void hide() {
        menu.hide();
    }

    /**
     * Opens it at a place on the screen.
     *
     * @param selected the words that are selected, or empty
     */
    void show(Node owner, Message message, String selected, double x, double y) {
        menu.getItems().setAll(choices(message, selected));
        if (!menu.getItems().isEmpty()) {
            menu.show(owner, x, y);
        }
    }

    private List<MenuItem> choices(Message message, String selected) {
        List<MenuItem> choices = new ArrayList<>();
        if (!selected.isEmpty()) {
            choices.add(choice("timeline.menu.copy-selected", () -> context.copy(selected)));
        }
        if (message.marks().deletion() != null) {
            return choices;
        }
        if (message.delivery() instanceof Undelivered failed) {
            choices.add(choice("timeline.menu.try-again", () -> context.viewModel().retry(failed)));
        }
        MessageChoices may = context.viewModel().choices();
        if (may.mayAnswer(message)) {
            choices.add(choice("timeline.menu.answer", () -> may.answer(message)));
        }
        String text = IrcFormatting.strip(message.text());
        choices.add(choice("timeline.menu.copy-text", () -> context.copy(text)));
        choices.add(
                choice("timeline.menu.copy-message", () -> context.copy(quoted(message, text))));
        for (TextSpan.Link link : links(message)) {
            choices.add(
                    choice(
                            "timeline.menu.open-link",
                            () -> context.open(link.target()),
                            link.text()));
            choices.add(
                    choice(
                            "timeline.menu.copy-link",
                            () -> context.copy(link.text()),
                            link.text()));
        }
        if (may.mayReact(message)) {
            for (String what : MessageToolbar.REACTIONS) {
                choices.add(
                        choice("timeline.menu.react-with", () -> may.react(message, what), what));
            }
        }
        if (message.delivery() instanceof Delivered) {
            choices.add(
                    choice(
                            "timeline.menu.mark-unread",
                            () -> context.viewModel().markUnread(message)));
        }
        if (may.mayDelete(message)) {
            choices.add(choice("timeline.menu.delete", () -> may.delete(message)));
        }
        return choices;
    }

    /** The addresses in a message. */
    static List<TextSpan.Link> links(Message message) {
        return TextSpan.of(IrcFormatting.strip(message.text()), "").stream()
                .filter(TextSpan.Link.class::isInstance)
                .map(TextSpan.Link.class::cast)
                .toList();
    }

    private MenuItem choice(String key, Runnable action, Object... arguments) {
        MenuItem item = new MenuItem(context.words().text(key, arguments));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private String quoted(Message message, String text) {
        String at = context.viewModel().dates().time(message.time());
        return context.words().toCopy("timeline.quoted", message.from(), at, text);
    }
}
