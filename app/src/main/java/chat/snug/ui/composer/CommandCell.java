package chat.snug.ui.composer;

import java.util.ResourceBundle;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A command, how it is written and what it does. */
final class CommandCell extends ListCell<String> {
    private final ResourceBundle resources;
    private final Label usage = new Label();
    private final Label meaning = new Label();
    private final HBox row = new HBox(usage, meaning);

    CommandCell(ResourceBundle resources) {
        this.resources = resources;
        getStyleClass().add("command-cell");
        usage.setMinWidth(USE_PREF_SIZE);
        usage.getStyleClass().add("command-usage");
        meaning.getStyleClass().add("command-meaning");
        row.getStyleClass().add("command-row");
        // As wide as the list: a long explanation is cut rather than scrolled.
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable String command, boolean empty) {
        super.updateItem(command, empty);
        if (empty || command == null) {
            setGraphic(null);
        } else {
            usage.setText(resources.getString("composer.command." + command + ".usage"));
            meaning.setText(resources.getString("composer.command." + command + ".meaning"));
            setAccessibleText(usage.getText() + ": " + meaning.getText());
            setGraphic(row);
        }
    }
}
