package chat.snug.ui.settings;

import chat.snug.ui.settings.CopiesViewModel.State;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A button that deletes all copies, once the person is sure. */
public final class CopiesController {
    @FXML private Button delete;
    @FXML private HBox sure;
    @FXML private Button keep;
    @FXML private Label deleted;

    private @Nullable CopiesViewModel copies;

    /** Made by FXML. */
    public CopiesController() {}

    @FXML
    private void initialize() {
        for (Node part : new Node[] {delete, sure, deleted}) {
            part.managedProperty().bind(part.visibleProperty());
        }
    }

    /** Shows {@code model}, which lives as long as this. */
    void show(CopiesViewModel model) {
        copies = model;
        model.stateProperty().addListener((_, _, now) -> show(now));
        show(model.stateProperty().get());
    }

    private void show(State now) {
        delete.setVisible(now == State.KEPT);
        sure.setVisible(now == State.ASKED || now == State.DELETING);
        sure.setDisable(now == State.DELETING);
        deleted.setVisible(now == State.DELETED);
        if (now == State.ASKED) {
            keep.requestFocus();
        }
    }

    @FXML
    private void ask() {
        if (copies != null) {
            copies.ask();
        }
    }

    @FXML
    private void keep() {
        if (copies != null) {
            copies.keep();
            delete.requestFocus();
        }
    }

    @FXML
    private void delete() {
        if (copies != null) {
            copies.delete();
        }
    }
}
