package chat.snug.ui.network;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Shows a {@link WireViewModel}, and looks again twice a second. */
public final class WireController {
    private final Timeline clock = new Timeline(new KeyFrame(Duration.millis(500), _ -> look()));

    @FXML private Label title;
    @FXML private TextField filter;
    @FXML private ListView<String> list;

    private @Nullable WireViewModel model;
    private Runnable onDone = () -> {};

    @FXML
    private void initialize() {
        clock.setCycleCount(Animation.INDEFINITE);
        list.setFixedCellSize(24);
    }

    /**
     * Shows {@code shown}.
     *
     * @param heading what connection it is
     * @param done puts the sheet away
     */
    public void show(WireViewModel shown, String heading, Runnable done) {
        model = shown;
        onDone = done;
        title.setText(heading);
        filter.textProperty().bindBidirectional(shown.filterProperty());
        list.setItems(shown.rows());
        shown.look();
        toTheEnd();
        clock.play();
    }

    /** Looks no more. */
    public void stop() {
        clock.stop();
        if (model != null) {
            model.close();
        }
    }

    /** Where typing begins. */
    public void focus() {
        filter.requestFocus();
    }

    private void look() {
        if (model != null) {
            int before = list.getItems().size();
            // Whoever has marked a line reads there.
            boolean follow = list.getSelectionModel().isEmpty();
            model.look();
            if (follow && list.getItems().size() != before) {
                toTheEnd();
            }
        }
    }

    private void toTheEnd() {
        list.scrollTo(list.getItems().size() - 1);
    }

    @FXML
    private void copy() {
        if (model != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.text());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    @FXML
    private void close() {
        onDone.run();
    }
}
