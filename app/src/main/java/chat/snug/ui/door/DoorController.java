package chat.snug.ui.door;

import chat.snug.ui.ListHeight;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows a {@link DoorPageViewModel} as a part of the host's page. */
public final class DoorController {
    private static final int MOST_ROWS = 4;
    private static final int MOST_LOG_ROWS = 6;

    @FXML private CheckBox asking;
    @FXML private VBox waiting;
    @FXML private ListView<DoorLine> callers;
    @FXML private ListView<DoorLine> invites;
    @FXML private ListView<DoorLine> known;
    @FXML private ListView<DoorLine> log;

    private @Nullable DoorPageViewModel shown;

    @FXML
    private void initialize() {
        waiting.managedProperty().bind(waiting.visibleProperty());
    }

    /** Shows {@code model} until {@link #hide()}. */
    public void show(DoorPageViewModel model) {
        hide();
        shown = model;
        asking.selectedProperty().bindBidirectional(model.askingProperty());
        waiting.visibleProperty().bind(Bindings.isNotEmpty(model.callers()));
        fill(callers, model.callers(), MOST_ROWS);
        fill(invites, model.invites(), MOST_ROWS);
        fill(known, model.known(), MOST_ROWS);
        fill(log, model.log(), MOST_LOG_ROWS);
    }

    private static void fill(ListView<DoorLine> list, ObservableList<DoorLine> lines, int most) {
        list.setCellFactory(_ -> new DoorLineCell());
        list.setItems(lines);
        ListHeight.fit(list, most);
    }

    /** Lets go of what is shown. */
    public void hide() {
        DoorPageViewModel before = shown;
        shown = null;
        if (before != null) {
            asking.selectedProperty().unbindBidirectional(before.askingProperty());
        }
    }
}
