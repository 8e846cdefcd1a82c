package chat.snug.ui.timeline;

import chat.snug.ui.emoji.EmojiImages;
import chat.snug.ui.emoji.EmojiPicker;
import chat.snug.ui.emoji.EmojiView;
import chat.snug.ui.timeline.TimelineItem.Message;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What can be done with one message: a small bar over its right upper corner, for the message that
 * the pointer or the keyboard is on.
 */
final class MessageToolbar extends HBox {
    /** Offered at once; people write everything else. */
    static final List<String> REACTIONS = List.of("👍", "❤️", "😂", "🎉", "😮", "😢");

    private final TimelineRows context;
    private final Button answer = button("fth-corner-up-left");
    private final Button react = button("fth-smile");
    private final Button copy = button("fth-copy");
    private final Button delete = button("fth-trash-2");
    private final ContextMenu choice = new ContextMenu();
    private final HBox sorts = new HBox();
    private final Button other = button("fth-more-horizontal");
    private @Nullable EmojiPicker picker;
    private @Nullable Message message;

    /** {@code copied} gets the text of a message that is to be copied. */
    MessageToolbar(TimelineRows context, Consumer<Message> copied) {
        this.context = context;
        getStyleClass().add("message-toolbar");
        setId("message-toolbar");
        setManaged(false);
        setVisible(false);
        getChildren().addAll(answer, react, copy, delete);
        answer.setOnAction(_ -> with(m -> context.viewModel().choices().answer(m)));
        react.setId("react");
        react.setOnAction(_ -> choice.show(react, Side.BOTTOM, 0, 4));
        copy.setOnAction(_ -> with(copied));
        delete.setOnAction(_ -> with(m -> context.viewModel().choices().delete(m)));
        sorts.getStyleClass().add("reaction-choice");
        choice.getStyleClass().add("reaction-menu");
        CustomMenuItem all = new CustomMenuItem(sorts, false);
        choice.getItems().add(all);
        for (String what : REACTIONS) {
            sorts.getChildren().add(sort(what));
        }
        other.managedProperty().bind(other.visibleProperty());
        other.setId("react-other");
        other.setVisible(false);
        other.setOnAction(_ -> chooseAnother());
        sorts.getChildren().add(other);
    }

    /** Offers every emoji, too. */
    void setPicker(EmojiPicker all) {
        picker = all;
        other.setVisible(true);
    }

    private void chooseAnother() {
        choice.hide();
        Message chosen = message;
        if (picker != null && chosen != null) {
            picker.show(react, emoji -> context.viewModel().choices().react(chosen, emoji));
        }
    }

    private Button sort(String what) {
        Button button = new Button();
        button.getStyleClass().add("icon-button");
        Image image = EmojiImages.installed().of(what);
        if (image == null) {
            button.setText(what);
        } else {
            EmojiView picture = new EmojiView();
            picture.setImage(image);
            button.setGraphic(picture);
        }
        button.setAccessibleText(what);
        button.setOnAction(
                _ -> {
                    choice.hide();
                    with(m -> context.viewModel().choices().react(m, what));
                });
        return button;
    }

    private static Button button(String icon) {
        Button button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("icon-button");
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private void with(Consumer<Message> action) {
        Message now = message;
        if (now != null) {
            action.accept(now);
        }
    }

    /** Shows it at the message in {@code row}, as far as there is anything to do with it. */
    void show(TimelineRow row, Message now, double width) {
        MessageChoices choices = context.viewModel().choices();
        message = now;
        name(answer, "timeline.menu.answer", choices.mayAnswer(now));
        name(react, "timeline.menu.react", choices.mayReact(now));
        name(other, "timeline.react-other", picker != null);
        name(copy, "timeline.menu.copy-text", now.marks().deletion() == null);
        name(delete, "timeline.menu.delete", choices.mayDelete(now));
        if (!copy.isVisible()) {
            hide();
            return;
        }
        setVisible(true);
        applyCss();
        double own = prefWidth(-1);
        double top = Math.max(2, row.getLayoutY() - 14);
        resizeRelocate(width - own - 28, top, own, prefHeight(-1));
    }

    private void name(Button button, String key, boolean there) {
        String text = context.words().text(key);
        button.setAccessibleText(text);
        if (button.getTooltip() == null) {
            button.setTooltip(new Tooltip());
        }
        button.getTooltip().setText(text);
        button.setVisible(there);
    }

    /** What it is shown for; null while it is hidden. */
    @Nullable Message message() {
        return message;
    }

    /** Whether somebody is just using it. */
    boolean inUse() {
        boolean choosing = choice.isShowing() || (picker != null && picker.isShowing());
        return choosing || isHover() || holdsFocus();
    }

    private boolean holdsFocus() {
        return getChildren().stream().anyMatch(child -> child.isFocused());
    }

    void hide() {
        message = null;
        choice.hide();
        setVisible(false);
    }
}
