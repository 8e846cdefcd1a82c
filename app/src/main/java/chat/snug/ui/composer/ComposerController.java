package chat.snug.ui.composer;

import chat.snug.ui.composer.ComposerViewModel.Answered;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Shows one {@link ComposerViewModel} after the other; on the JavaFX thread. */
public final class ComposerController {
    private static final PseudoClass UNAVAILABLE = PseudoClass.getPseudoClass("unavailable");
    private static final PseudoClass WRITING = PseudoClass.getPseudoClass("writing");
    private static final Duration REST = Duration.seconds(5);
    private static final double COMMAND_HEIGHT = 32;
    private static final int MOST_COMMANDS = 8;

    private final InvalidationListener stateChanged = _ -> showState();
    private final InvalidationListener commandsChanged = _ -> showCommands();
    private final PauseTransition rest = new PauseTransition(REST);
    private final InvalidationListener written = _ -> rest.playFromStart();

    @FXML private ResourceBundle resources;
    @FXML private StackPane root;
    @FXML private Region box;
    @FXML private GrowingTextArea text;
    @FXML private Button send;
    @FXML private Label reason;
    @FXML private HBox answer;
    @FXML private Label answered;
    @FXML private Label answeredText;
    @FXML private ListView<String> commands;

    private @Nullable ComposerViewModel shown;

    /** Made by FXML. */
    public ComposerController() {}

    @FXML
    void initialize() {
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        text.focusedProperty()
                .addListener((_, _, now) -> box.pseudoClassStateChanged(WRITING, now));
        commands.setCellFactory(_ -> new CommandCell(resources));
        commands.setFixedCellSize(COMMAND_HEIGHT);
        commands.addEventFilter(MouseEvent.MOUSE_CLICKED, _ -> takeClickedCommand());
        answer.managedProperty().bind(answer.visibleProperty());
        rest.setOnFinished(_ -> rested());
        // It lies above what stands before the composer, and takes no room from it.
        root.setViewOrder(-1);
        root.layoutBoundsProperty().addListener(_ -> placeCommands());
    }

    /** Shows {@code viewModel}, and lets go of the one before. */
    public void show(ComposerViewModel viewModel) {
        letGo();
        shown = viewModel;
        text.textProperty().bindBidirectional(viewModel.textProperty());
        text.end();
        send.disableProperty().bind(viewModel.sendableBinding().not());
        viewModel.titleProperty().addListener(stateChanged);
        viewModel.unavailableProperty().addListener(stateChanged);
        viewModel.chosenCommandProperty().addListener(commandsChanged);
        viewModel.commands().addListener(commandsChanged);
        viewModel.othersWritingProperty().addListener(stateChanged);
        viewModel.answeredProperty().addListener(stateChanged);
        viewModel.textProperty().addListener(written);
        showState();
        showCommands();
    }

    /** Puts the caret into the field. */
    public void focus() {
        text.requestFocus();
    }

    /** Takes over what was typed elsewhere, and the caret with it. */
    public void type(String typed) {
        text.requestFocus();
        text.end();
        text.insertText(text.getLength(), typed);
        text.end();
    }

    private void letGo() {
        ComposerViewModel before = shown;
        if (before != null) {
            text.textProperty().unbindBidirectional(before.textProperty());
            before.titleProperty().removeListener(stateChanged);
            before.unavailableProperty().removeListener(stateChanged);
            before.chosenCommandProperty().removeListener(commandsChanged);
            before.commands().removeListener(commandsChanged);
            before.othersWritingProperty().removeListener(stateChanged);
            before.answeredProperty().removeListener(stateChanged);
            before.textProperty().removeListener(written);
            rest.stop();
            before.rest();
        }
    }

    private void showState() {
        ComposerViewModel viewModel = shown;
        if (viewModel != null) {
            String why = viewModel.unavailableProperty().get();
            String hint = resources.getString("composer.placeholder");
            String title = viewModel.titleProperty().get();
            text.setPromptText(
                    new MessageFormat(hint, resources.getLocale()).format(new Object[] {title}));
            text.setAccessibleText(text.getPromptText());
            String below = why.isEmpty() ? viewModel.othersWritingProperty().get() : why;
            reason.setText(below);
            reason.setVisible(!below.isEmpty());
            showAnswered(viewModel.answeredProperty().get());
            box.pseudoClassStateChanged(UNAVAILABLE, !why.isEmpty());
        }
    }

    private void showAnswered(@Nullable Answered message) {
        boolean appears = message != null && !answer.isVisible();
        answer.setVisible(message != null);
        if (message != null) {
            String to = resources.getString("composer.answers");
            answered.setText(
                    new MessageFormat(to, resources.getLocale())
                            .format(new Object[] {message.from()}));
            answeredText.setText(message.text());
        }
        if (appears) {
            text.requestFocus();
        }
    }

    @FXML
    void answerNothing() {
        if (shown != null) {
            shown.answeredProperty().set(null);
            text.requestFocus();
        }
    }

    private void rested() {
        if (shown != null) {
            shown.rest();
        }
    }

    private void showCommands() {
        ComposerViewModel viewModel = shown;
        if (viewModel != null) {
            if (!commands.getItems().equals(viewModel.commands())) {
                commands.getItems().setAll(viewModel.commands());
            }
            int chosen = viewModel.chosenCommandProperty().get();
            commands.getSelectionModel().clearAndSelect(chosen);
            commands.scrollTo(Math.max(0, chosen));
            commands.setVisible(!viewModel.commands().isEmpty());
            placeCommands();
        }
    }

    private void placeCommands() {
        int rows = Math.min(MOST_COMMANDS, commands.getItems().size());
        double height =
                rows * COMMAND_HEIGHT + commands.snappedTopInset() + commands.snappedBottomInset();
        double width = Math.min(box.getWidth(), 480);
        commands.resizeRelocate(
                root.snappedLeftInset(), root.snappedTopInset() - height - 8, width, height);
    }

    @FXML
    void submit() {
        if (shown != null) {
            shown.submit();
            text.requestFocus();
        }
    }

    private void takeClickedCommand() {
        int index = commands.getSelectionModel().getSelectedIndex();
        if (shown != null && index >= 0) {
            moveCaret(shown.completeCommand(index));
            text.requestFocus();
        }
    }

    private void moveCaret(int position) {
        text.positionCaret(position);
    }

    private void keyPressed(KeyEvent event) {
        ComposerViewModel viewModel = shown;
        if (viewModel != null && handle(event, viewModel)) {
            event.consume();
        }
    }

    private boolean handle(KeyEvent event, ComposerViewModel viewModel) {
        boolean plain = !event.isAltDown() && !event.isControlDown() && !event.isMetaDown();
        return plain
                && switch (event.getCode()) {
                    case ENTER -> enter(event.isShiftDown(), viewModel);
                    case TAB -> tab(event.isShiftDown(), viewModel);
                    case UP -> viewModel.chooseCommand(-1) || toEnd(viewModel.historyUp());
                    case DOWN -> viewModel.chooseCommand(1) || toEnd(viewModel.historyDown());
                    case ESCAPE -> viewModel.dismissCommands() || viewModel.takeAnswered() != null;
                    default -> false;
                };
    }

    private boolean toEnd(boolean recalled) {
        if (recalled) {
            text.end();
        }
        return recalled;
    }

    private boolean enter(boolean shift, ComposerViewModel viewModel) {
        if (shift) {
            text.replaceSelection("\n");
        } else if (viewModel.choosesCommand()) {
            moveCaret(viewModel.completeCommand(viewModel.chosenCommandProperty().get()));
        } else {
            viewModel.submit();
        }
        return true;
    }

    /** Completes what there is to complete; otherwise Tab leaves the field, as everywhere. */
    private boolean tab(boolean shift, ComposerViewModel viewModel) {
        int caret = viewModel.complete(text.getCaretPosition(), shift);
        if (caret >= 0) {
            moveCaret(caret);
        } else {
            text.requestFocusTraversal(
                    shift ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
        return true;
    }
}
