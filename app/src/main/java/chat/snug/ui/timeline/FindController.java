package chat.snug.ui.timeline;

import chat.snug.ui.Shortcut;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The bar over the timeline in which one looks for words; on the JavaFX thread. */
public final class FindController {
    private final InvalidationListener changed = _ -> show();
    private final InvalidationListener opened = _ -> open();

    @FXML private ResourceBundle resources;
    @FXML private HBox root;
    @FXML private TextField words;
    @FXML private Label count;
    @FXML private Button day;

    private @Nullable FindViewModel shown;
    private Runnable onClosed = () -> {};

    /** Made by FXML. */
    public FindController() {}

    @FXML
    void initialize() {
        root.managedProperty().bind(root.visibleProperty());
        root.setVisible(false);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        // Before the field takes Shift+Enter for itself.
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
    }

    /** Who gets the keyboard when the bar is put away. */
    public void setOnClosed(Runnable handler) {
        onClosed = handler;
    }

    /** Shows {@code viewModel}, and lets go of the one before. */
    public void show(FindViewModel viewModel) {
        FindViewModel before = shown;
        if (before != null) {
            words.textProperty().unbindBidirectional(before.wordsProperty());
            before.stateProperty().removeListener(changed);
            before.openProperty().removeListener(opened);
        }
        shown = viewModel;
        words.textProperty().bindBidirectional(viewModel.wordsProperty());
        viewModel.stateProperty().addListener(changed);
        viewModel.openProperty().addListener(opened);
        root.setVisible(viewModel.openProperty().get());
        show();
    }

    private void open() {
        FindViewModel now = shown;
        if (now != null) {
            root.setVisible(now.openProperty().get());
            if (root.isVisible()) {
                words.requestFocus();
            } else {
                onClosed.run();
            }
        }
    }

    private void show() {
        FindViewModel now = shown;
        if (now != null) {
            FindViewModel.State state = now.stateProperty().get();
            String key =
                    !state.searched()
                            ? "find.hint"
                            : state.count() > 0
                                    ? (state.more() ? "find.count-more" : "find.count")
                                    : state.asking() ? "find.asking" : "find.nothing";
            count.setText(
                    new MessageFormat(resources.getString(key), resources.getLocale())
                            .format(new Object[] {state.at(), state.count()}));
        }
    }

    private void pressed(KeyEvent event) {
        FindViewModel now = shown;
        if (now != null && event.getCode() == KeyCode.ESCAPE) {
            now.leave();
            event.consume();
        } else if (now != null && Shortcut.FIND_EARLIER.matches(event)) {
            now.older();
            event.consume();
        } else if (now != null && Shortcut.FIND_LATER.matches(event)) {
            now.newer();
            event.consume();
        }
    }

    private void typed(KeyEvent event) {
        FindViewModel now = shown;
        if (now == null) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> step(now, event.isShiftDown());
            case UP -> now.older();
            case DOWN -> now.newer();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private static void step(FindViewModel find, boolean newer) {
        if (newer) {
            find.newer();
        } else {
            find.older();
        }
    }

    @FXML
    void older() {
        if (shown != null) {
            shown.older();
        }
    }

    @FXML
    void newer() {
        if (shown != null) {
            shown.newer();
        }
    }

    @FXML
    void chooseDay() {
        FindViewModel now = shown;
        if (now != null) {
            DayChooser.open(day, now.today(), now.today(), now::goTo);
        }
    }

    @FXML
    void close() {
        if (shown != null) {
            shown.openProperty().set(false);
        }
    }
}
