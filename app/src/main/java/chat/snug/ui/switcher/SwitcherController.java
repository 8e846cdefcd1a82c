package chat.snug.ui.switcher;

import chat.snug.ui.EmptyView;
import chat.snug.ui.Messages;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Shows a {@link SwitcherViewModel}; the keyboard stays in the field. */
public final class SwitcherController {
    private static final int PAGE = 8;

    @FXML private TextField field;
    @FXML private ListView<Destination> list;
    @FXML private EmptyView nothing;

    private @Nullable SwitcherViewModel shown;
    private Runnable onGone = () -> {};

    /**
     * Shows {@code model}.
     *
     * @param gone puts the switcher away; called before one goes anywhere
     */
    public void show(SwitcherViewModel model, Messages messages, Runnable gone) {
        shown = model;
        onGone = gone;
        field.textProperty().bindBidirectional(model.typedProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, model));
        list.setItems(model.found());
        list.setCellFactory(_ -> new DestinationCell(messages));
        list.setFocusTraversable(false);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> clicked(model));
        list.visibleProperty().bind(Bindings.isNotEmpty(model.found()));
        nothing.visibleProperty().bind(list.visibleProperty().not());
        model.chosenProperty().addListener((_, _, now) -> select(now.intValue()));
        select(model.chosenProperty().get());
    }

    /** Where the keyboard begins, and stays. */
    public void focus() {
        field.requestFocus();
    }

    private void select(int index) {
        list.getSelectionModel().clearAndSelect(index);
        list.scrollTo(Math.max(0, index));
    }

    private void clicked(SwitcherViewModel model) {
        model.choose(list.getSelectionModel().getSelectedIndex());
        go();
    }

    private void pressed(KeyEvent event, SwitcherViewModel model) {
        switch (event.getCode()) {
            case UP -> model.move(-1);
            case DOWN -> model.move(1);
            case PAGE_UP -> model.choose(Math.max(0, model.chosenProperty().get() - PAGE));
            case PAGE_DOWN ->
                    model.choose(
                            Math.min(
                                    model.found().size() - 1, model.chosenProperty().get() + PAGE));
            case ENTER -> go();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void go() {
        Destination to = shown == null ? null : shown.destination();
        if (to != null) {
            onGone.run();
            to.go().run();
        }
    }
}
