package chat.snug.ui.keys;

import chat.snug.ui.keys.KeyTable.Part;
import chat.snug.ui.keys.KeyTable.Row;
import java.util.List;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;

/** Shows a {@link KeyTable}. */
public final class KeysController {
    @FXML private ScrollPane scroll;
    @FXML private GridPane table;

    /** Shows {@code parts}. */
    public void show(List<Part> parts) {
        int line = 0;
        for (Part part : parts) {
            Label heading = new Label(part.heading());
            heading.getStyleClass().add("keys-heading");
            table.add(heading, 0, line++, 2, 1);
            for (Row row : part.rows()) {
                Label what = new Label(row.what());
                what.setWrapText(true);
                HBox keys = keys(row);
                GridPane.setHalignment(keys, HPos.RIGHT);
                table.addRow(line++, what, keys);
            }
        }
    }

    private static HBox keys(Row row) {
        HBox keys = new HBox();
        keys.getStyleClass().add("keys-of-row");
        keys.setAccessibleRole(AccessibleRole.TEXT);
        keys.setAccessibleText(row.what() + ": " + String.join(", ", row.keys()));
        for (String key : row.keys()) {
            Label cap = new Label(key);
            cap.getStyleClass().add("key");
            cap.setMinWidth(Label.USE_PREF_SIZE);
            keys.getChildren().add(cap);
        }
        return keys;
    }

    /** The arrow keys scroll. */
    public void focus() {
        scroll.requestFocus();
    }
}
