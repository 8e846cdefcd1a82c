package chat.snug.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A sentence under a field: there only while it has something to say. Also for FXML. */
public final class Remark extends Label {
    /** Nothing to say yet. */
    public Remark() {
        getStyleClass().add("remark");
        Shaping.wrap(this);
        setMinHeight(Region.USE_PREF_SIZE);
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
