package chat.snug.ui.people;

import chat.snug.ui.people.PeopleRow.Entry;
import java.util.ResourceBundle;
import javafx.fxml.FXML;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Shows one {@link PeopleViewModel} after the other; on the JavaFX thread. */
public final class PeopleController {
    private static final double ROW_HEIGHT = 36;

    @FXML private ResourceBundle resources;
    @FXML private ListView<PeopleRow> list;

    private @Nullable PeopleViewModel shown;

    /** Made by FXML. */
    public PeopleController() {}

    @FXML
    void initialize() {
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(_ -> new PersonCell(resources, this::choose));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /** Shows {@code viewModel}, and lets go of the one before. */
    public void show(PeopleViewModel viewModel) {
        shown = viewModel;
        list.setItems(viewModel.rows());
        list.getSelectionModel().clearSelection();
        list.scrollTo(0);
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER
                && list.getFocusModel().getFocusedItem() instanceof Entry entry) {
            choose(entry);
            event.consume();
        }
    }

    private void choose(Entry entry) {
        if (shown != null) {
            shown.choose(entry);
        }
    }
}
