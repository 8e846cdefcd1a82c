package chat.snug.ui.composer;

import chat.snug.ui.Messages;
import chat.snug.ui.composer.ComposerViewModel.Answered;
import chat.snug.ui.emoji.EmojiPicker;
import chat.snug.ui.emoji.EmojiShelf;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.function.BooleanSupplier;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextFormatter;
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
    private static final PseudoClass TOO_LONG = PseudoClass.getPseudoClass("too-long");
    private static final Duration REST = Duration.seconds(5);
    private static final double SUGGESTION_HEIGHT = 32;
    private static final int MOST_SUGGESTIONS = 8;

    private final ChangeListener<StyledText> styleChanged = (_, _, now) -> showStyles(now);
    private final InvalidationListener stateChanged = _ -> showState();
    private final InvalidationListener suggestionsChanged = _ -> showSuggestions();
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
    @FXML private ListView<Suggestion> suggestions;
    @FXML private Button emoji;
    @FXML private Label size;

    private @Nullable ComposerViewModel shown;
    private @Nullable EmojiPicker picker;
    private @Nullable ComposerKeys keys;
    private BooleanSupplier enterSends = () -> true;

    /** Made by FXML. */
    public ComposerController() {}

    @FXML
    void initialize() {
        keys = new ComposerKeys(text, this::pickEmoji, () -> enterSends.getAsBoolean());
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        text.setTextFormatter(new TextFormatter<>(this::finishShortName));
        text.caretPositionProperty().addListener((_, _, now) -> caretMoved(now.intValue()));
        text.focusedProperty()
                .addListener((_, _, now) -> box.pseudoClassStateChanged(WRITING, now));
        suggestions.setCellFactory(_ -> new SuggestionCell(resources));
        suggestions.setFixedCellSize(SUGGESTION_HEIGHT);
        suggestions.addEventFilter(MouseEvent.MOUSE_CLICKED, _ -> takeClicked());
        answer.managedProperty().bind(answer.visibleProperty());
        emoji.managedProperty().bind(emoji.visibleProperty());
        emoji.setVisible(false);
        size.managedProperty().bind(size.visibleProperty());
        rest.setOnFinished(_ -> rested());
        // It lies above what stands before the composer, and takes no room from it.
        root.setViewOrder(-1);
        root.layoutBoundsProperty().addListener(_ -> placeSuggestions());
    }

    /** Lets the person pick emoji from {@code shelf}. */
    public void setEmoji(EmojiShelf shelf, Messages words) {
        picker = new EmojiPicker(shelf, words);
        emoji.setVisible(true);
    }

    /** Who knows whether Enter sends and Shift+Enter breaks the line, or the other way. */
    public void setEnterSends(BooleanSupplier wish) {
        enterSends = wish;
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
        viewModel.chosenProperty().addListener(suggestionsChanged);
        viewModel.suggestions().addListener(suggestionsChanged);
        viewModel.othersWritingProperty().addListener(stateChanged);
        viewModel.answeredProperty().addListener(stateChanged);
        viewModel.textProperty().addListener(written);
        viewModel.styledProperty().addListener(styleChanged);
        viewModel.sizeProperty().addListener(stateChanged);
        text.show(viewModel.styledProperty().get());
        showState();
        showSuggestions();
    }

    /** Puts the caret into the field. */
    public void focus() {
        text.requestFocus();
    }

    /** Takes over what was typed elsewhere, and the caret with it. */
    public void type(String typed) {
        if (text.isDisabled() || !text.isEditable()) {
            return;
        }
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
            before.chosenProperty().removeListener(suggestionsChanged);
            before.suggestions().removeListener(suggestionsChanged);
            before.othersWritingProperty().removeListener(stateChanged);
            before.answeredProperty().removeListener(stateChanged);
            before.textProperty().removeListener(written);
            before.styledProperty().removeListener(styleChanged);
            before.sizeProperty().removeListener(stateChanged);
            rest.stop();
            before.rest();
        }
    }

    private void showState() {
        ComposerViewModel viewModel = shown;
        if (viewModel != null) {
            String why = viewModel.unavailableProperty().get();
            String title = viewModel.titleProperty().get();
            text.setPromptText(words("composer.placeholder", title));
            text.setAccessibleText(text.getPromptText());
            String below = why.isEmpty() ? viewModel.othersWritingProperty().get() : why;
            reason.setText(below);
            reason.setVisible(!below.isEmpty());
            showSize(viewModel.sizeProperty().get());
            showAnswered(viewModel.answeredProperty().get());
            box.pseudoClassStateChanged(UNAVAILABLE, !why.isEmpty());
        }
    }

    private void showAnswered(@Nullable Answered message) {
        boolean appears = message != null && !answer.isVisible();
        answer.setVisible(message != null);
        if (message != null) {
            answered.setText(words("composer.answers", message.from()));
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

    private void showSuggestions() {
        ComposerViewModel viewModel = shown;
        if (viewModel != null) {
            if (!suggestions.getItems().equals(viewModel.suggestions())) {
                suggestions.getItems().setAll(viewModel.suggestions());
            }
            int chosen = viewModel.chosenProperty().get();
            suggestions.getSelectionModel().clearAndSelect(chosen);
            suggestions.scrollTo(Math.max(0, chosen));
            suggestions.setVisible(!viewModel.suggestions().isEmpty());
            placeSuggestions();
        }
    }

    private void placeSuggestions() {
        int rows = Math.min(MOST_SUGGESTIONS, suggestions.getItems().size());
        double height =
                rows * SUGGESTION_HEIGHT
                        + suggestions.snappedTopInset()
                        + suggestions.snappedBottomInset();
        double width = Math.min(box.getWidth(), 480);
        suggestions.resizeRelocate(
                root.snappedLeftInset(), root.snappedTopInset() - height - 8, width, height);
    }

    @FXML
    void submit() {
        if (shown != null) {
            shown.submit();
            text.requestFocus();
        }
    }

    private void takeClicked() {
        int index = suggestions.getSelectionModel().getSelectedIndex();
        if (shown != null && index >= 0) {
            moveCaret(shown.take(index));
            text.requestFocus();
        }
    }

    private void moveCaret(int position) {
        if (position >= 0) {
            text.positionCaret(position);
        }
    }

    private void caretMoved(int now) {
        if (shown != null) {
            shown.moveCaret(now);
        }
    }

    @FXML
    void pickEmoji() {
        EmojiPicker open = picker;
        ComposerViewModel into = shown;
        if (open != null && into != null) {
            text.requestFocus();
            open.show(emoji, picked -> insert(into, picked));
        }
    }

    private void insert(ComposerViewModel into, String picked) {
        if (into == shown) {
            int anchor = text.getAnchor();
            int caret = text.getCaretPosition();
            moveCaret(into.insert(picked, Math.min(anchor, caret), Math.max(anchor, caret)));
        }
    }

    private void keyPressed(KeyEvent event) {
        ComposerViewModel viewModel = shown;
        if (viewModel != null && keys != null && keys.pressed(event, viewModel)) {
            event.consume();
        }
    }

    /** A short name between two colons becomes its emoji; undoing that brings it back. */
    private TextFormatter.Change finishShortName(TextFormatter.Change change) {
        if (shown != null && change.getText().equals(":")) {
            String all = change.getControlNewText();
            Completions.ShortName name =
                    shown.shortName(all, change.getRangeStart() + change.getText().length());
            if (name != null) {
                change.setRange(name.start(), change.getRangeEnd());
                change.setText(name.emoji());
                change.selectRange(name.end(), name.end());
            }
        }
        return change;
    }

    private void showStyles(StyledText now) {
        text.show(now);
    }

    private void showSize(MessageSize now) {
        String words =
                switch (now) {
                    case MessageSize.Roomy _ -> "";
                    case MessageSize.Nearly(int left) -> words("composer.size.left", left);
                    case MessageSize.Several _ -> words("composer.size.several");
                    case MessageSize.TooLong(int over) -> words("composer.size.over", over);
                };
        size.setText(words);
        size.setVisible(!words.isEmpty());
        size.pseudoClassStateChanged(TOO_LONG, now instanceof MessageSize.TooLong);
    }

    private String words(String key, Object... arguments) {
        return new MessageFormat(resources.getString(key), resources.getLocale()).format(arguments);
    }
}
