package chat.snug.ui.people;

import chat.snug.ui.people.PeopleRow.Entry;
import java.util.ResourceBundle;
import javafx.fxml.FXML;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Shows one {@link PeopleViewModel} after the other; on the JavaFX thread. */
public final class PeopleController {
    @FXML private ResourceBundle resources;
    @FXML private ListView<PeopleRow> list;

    private @Nullable PeopleViewModel shown;
    private @Nullable ContextMenu menu;

    /** Made by FXML. */
    public PeopleController() {}

    @FXML
    void initialize() {
        list.setCellFactory(_ -> new PersonCell(resources, this::choose));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        list.setOnContextMenuRequested(this::menuRequested);
    }

    /** Shows {@code viewModel}, and lets go of the one before. */
    public void show(PeopleViewModel viewModel) {
        shown = viewModel;
        list.setItems(viewModel.rows());
        list.refresh();
        list.getSelectionModel().clearSelection();
        list.scrollTo(0);
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER
                && list.getFocusModel().getFocusedItem() instanceof Entry entry) {
            choose(entry);
            event.consume();
        } else if (asksForMenu(event)) {
            menuOfFocused();
            event.consume();
        }
    }

    /** Not every system makes a request for a menu of these keys. */
    private static boolean asksForMenu(KeyEvent event) {
        return event.getCode() == KeyCode.CONTEXT_MENU
                || (event.getCode() == KeyCode.F10 && event.isShiftDown());
    }

    private void menuOfFocused() {
        PeopleRow row = list.getFocusModel().getFocusedItem();
        for (Node node : list.lookupAll(".list-cell")) {
            if (node instanceof PersonCell cell && row != null && row.equals(cell.getItem())) {
                Point2D at = cell.localToScreen(cell.getWidth() / 2, cell.getHeight());
                open(row, at.getX(), at.getY());
            }
        }
    }

    /** By the keyboard it is asked for the row that the keyboard is on. */
    private void menuRequested(ContextMenuEvent event) {
        PeopleRow row =
                event.isKeyboardTrigger()
                        ? list.getFocusModel().getFocusedItem()
                        : rowAt(event.getPickResult().getIntersectedNode());
        if (open(row, event.getScreenX(), event.getScreenY())) {
            event.consume();
        }
    }

    private boolean open(@Nullable PeopleRow row, double screenX, double screenY) {
        if (shown == null || !(row instanceof Entry entry) || entry.me()) {
            return false;
        }
        if (menu != null) {
            menu.hide();
        }
        menu = menu(shown, entry);
        menu.show(list, screenX, screenY);
        return true;
    }

    private ContextMenu menu(PeopleViewModel people, Entry entry) {
        ActMenu made =
                new ActMenu(
                        resources,
                        "person-",
                        () -> people.choose(entry),
                        () -> people.actsOn(people.latest(entry)),
                        act -> people.act(act, entry));
        made.follow(people.rows());
        people.lookAt(entry);
        return made;
    }

    private static @Nullable PeopleRow rowAt(@Nullable Node node) {
        Node at = node;
        while (at != null && !(at instanceof PersonCell)) {
            at = at.getParent();
        }
        return at instanceof PersonCell cell ? cell.getItem() : null;
    }

    private void choose(Entry entry) {
        if (shown != null) {
            shown.choose(entry);
        }
    }
}
