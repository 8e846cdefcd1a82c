package chat.snug.ui.composer;

import chat.snug.ui.emoji.EmojiImages;
import chat.snug.ui.emoji.EmojiView;
import java.util.ResourceBundle;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Something that can be written out, and what it is. */
final class SuggestionCell extends ListCell<Suggestion> {
    private final ResourceBundle resources;
    private final EmojiView picture = new EmojiView();
    private final Label name = new Label();
    private final Label meaning = new Label();
    private final HBox row = new HBox(picture, name, meaning);

    SuggestionCell(ResourceBundle resources) {
        this.resources = resources;
        getStyleClass().add("suggestion-cell");
        name.setMinWidth(USE_PREF_SIZE);
        name.getStyleClass().add("suggestion-name");
        meaning.getStyleClass().add("suggestion-meaning");
        picture.managedProperty().bind(picture.visibleProperty());
        row.getStyleClass().add("suggestion-row");
        // As wide as the list: a long explanation is cut rather than scrolled.
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable Suggestion suggestion, boolean empty) {
        super.updateItem(suggestion, empty);
        if (empty || suggestion == null) {
            setGraphic(null);
            return;
        }
        picture.setVisible(false);
        switch (suggestion) {
            case Suggestion.Command(String command) ->
                    show(
                            resources.getString("composer.command." + command + ".usage"),
                            resources.getString("composer.command." + command + ".meaning"));
            case Suggestion.Person(String person) -> show(person, "");
            case Suggestion.Room(String room, String title) -> show(title, room);
            case Suggestion.Emoji(chat.snug.ui.emoji.Emoji emoji) -> show(emoji);
        }
        setAccessibleText((name.getText() + ": " + meaning.getText()).replaceFirst(": $", ""));
        setGraphic(row);
    }

    private void show(chat.snug.ui.emoji.Emoji emoji) {
        Image image = EmojiImages.installed().of(emoji.text());
        picture.setImage(image);
        picture.setVisible(image != null);
        String code = emoji.code().isEmpty() ? emoji.name(resources.getLocale()) : emoji.code();
        show(
                image == null ? emoji.text() + "  " + code : code,
                emoji.code().isEmpty() ? "" : emoji.name(resources.getLocale()));
    }

    private void show(String what, String about) {
        name.setText(what);
        meaning.setText(about);
    }
}
