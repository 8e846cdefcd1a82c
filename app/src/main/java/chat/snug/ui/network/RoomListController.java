package chat.snug.ui.network;

import chat.snug.ui.Messages;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Shows a {@link RoomListViewModel}. */
public final class RoomListController {
    @FXML private Label title;
    @FXML private TextField search;
    @FXML private ListView<@Nullable ListedRoom> list;
    @FXML private Label status;
    @FXML private Button ask;

    private @Nullable RoomListViewModel model;
    private Runnable onDone = () -> {};

    /**
     * Shows {@code shown}.
     *
     * @param host what the host is called
     * @param done puts the sheet away
     */
    public void show(RoomListViewModel shown, Messages messages, String host, Runnable done) {
        model = shown;
        onDone = done;
        title.setText(messages.text("rooms.title", host));
        search.textProperty().bindBidirectional(shown.searchProperty());
        status.textProperty().bind(shown.statusProperty());
        ask.disableProperty().bind(shown.loadingProperty());
        list.setCellFactory(_ -> new ListedRoomCell(messages));
        list.setItems(shown.rows());
    }

    /** Where typing begins. */
    public void focus() {
        search.requestFocus();
    }

    @FXML
    private void askAgain() {
        if (model != null) {
            model.askAgain();
        }
    }

    @FXML
    private void enterTyped() {
        if (model != null && model.enterTyped()) {
            onDone.run();
        }
    }

    @FXML
    private void searchKey(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && !list.getItems().isEmpty()) {
            event.consume();
            list.requestFocus();
            list.getSelectionModel().selectFirst();
        }
    }

    @FXML
    private void listKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            enterSelected();
        }
    }

    @FXML
    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            enterSelected();
        }
    }

    private void enterSelected() {
        ListedRoom chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && model != null) {
            model.enter(chosen);
            onDone.run();
        }
    }
}
