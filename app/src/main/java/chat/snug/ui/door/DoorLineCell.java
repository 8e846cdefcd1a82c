package chat.snug.ui.door;

import chat.snug.ui.WholeText;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A {@link DoorLine}, with a button for each thing that can be done; two at most. */
final class DoorLineCell extends ListCell<@Nullable DoorLine> {
    private static final int MOST_ACTIONS = 2;

    private final Label text = new Label();
    private final Label caption = new Label();
    private final VBox words = new VBox(text, caption);
    private final HBox row = new HBox(words);
    private final Button[] buttons = new Button[MOST_ACTIONS];

    DoorLineCell() {
        getStyleClass().add("door-cell");
        row.getStyleClass().add("door-line");
        words.getStyleClass().add("door-words");
        caption.getStyleClass().add("caption");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        for (int i = 0; i < MOST_ACTIONS; i++) {
            Button button = new Button();
            button.getStyleClass().add("outline");
            button.setMinWidth(USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
            buttons[i] = button;
            row.getChildren().add(button);
        }
        setPrefWidth(0);
        WholeText.tell(this, text, caption);
    }

    @Override
    protected void updateItem(@Nullable DoorLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        text.setText(line.text());
        caption.setText(line.caption());
        for (int i = 0; i < MOST_ACTIONS; i++) {
            Button button = buttons[i];
            boolean isThere = i < line.actions().size();
            button.setVisible(isThere);
            if (isThere) {
                DoorLine.Action action = line.actions().get(i);
                button.setText(action.words());
                button.setAccessibleText(action.words() + ": " + line.text());
                button.setOnAction(_ -> action.does().run());
            }
        }
        setAccessibleText(line.text() + ", " + line.caption());
        setGraphic(row);
    }
}
