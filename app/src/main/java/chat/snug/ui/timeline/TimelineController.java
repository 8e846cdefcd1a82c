package chat.snug.ui.timeline;

import chat.snug.ui.EmptyView;
import chat.snug.ui.Messages;
import chat.snug.ui.TypedKey;
import chat.snug.ui.emoji.EmojiPicker;
import chat.snug.ui.emoji.EmojiShelf;
import chat.snug.ui.timeline.Jumps.Jump;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.Undelivered;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Shows one {@link TimelineViewModel} after the other, each where its reader left it; on the JavaFX
 * thread.
 */
public final class TimelineController {
    /** As long as a sentence is read. */
    private static final Duration HINT = Duration.seconds(4);

    /** What comes sooner needs no word that it comes. */
    private static final Duration SOON = Duration.millis(400);

    private final TimelineRows rows = new TimelineRows();
    private final MessageMenu menu = new MessageMenu(rows);
    private final InvalidationListener belowChanged = _ -> showBelow();
    private final InvalidationListener lookedFor = _ -> markAnew();
    private final ChangeListener<Boolean> seeking = (_, _, now) -> seek(now);
    private final ChangeListener<Number> missed = (_, _, _) -> miss();
    private final InvalidationListener emptied = _ -> lookWhetherEmpty();
    private final PauseTransition emptyTime = new PauseTransition(SOON);
    private final PauseTransition hintTime = new PauseTransition(HINT);
    private final ChangeListener<@Nullable Jump> jumped = (_, _, to) -> jump(to);

    @FXML private ResourceBundle resources;
    @FXML private StackPane root;
    @FXML private TimelineList list;
    @FXML private Button newest;
    @FXML private Label hint;
    @FXML private EmptyView nothing;

    private @Nullable TimelineViewModel shown;
    private @Nullable HoveredMessage hovered;
    private @Nullable TextSelection selection;
    private @Nullable DeleteQuestion question;
    private @Nullable MessageToolbar bar;
    private Consumer<String> onTyped = _ -> {};

    /** Made by FXML. */
    public TimelineController() {}

    @FXML
    void initialize() {
        list.setRowFactory(rows::rowFor);
        list.setOnKeyPressed(this::keyPressed);
        list.setOnKeyTyped(this::keyTyped);
        list.setOnContextMenuRequested(this::menuRequested);
        list.setOnPlaced(this::placed);
        MessageToolbar toolbar =
                new MessageToolbar(rows, message -> rows.copy(IrcFormatting.strip(message.text())));
        root.getChildren().add(toolbar);
        bar = toolbar;
        hovered = new HoveredMessage(list, toolbar);
        DeleteQuestion asking = new DeleteQuestion(root, rows);
        asking.setOnClosed(list::requestFocus);
        question = asking;
        selection = new TextSelection(list);
        nothing.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        emptyTime.setOnFinished(_ -> nothing.setVisible(true));
    }

    /** Who opens a link that was clicked: http and https in the browser, the others as a room. */
    public void setOnLink(Consumer<URI> opener) {
        rows.setLinkOpener(opener);
    }

    /** Every emoji, to react with. */
    public void setEmoji(EmojiShelf shelf, Messages words) {
        if (bar != null) {
            bar.setPicker(new EmojiPicker(shelf, words));
        }
    }

    /** Who gets what is typed while a message is the current one: the field to write in. */
    public void setOnTyped(Consumer<String> receiver) {
        onTyped = receiver;
    }

    private void keyTyped(KeyEvent event) {
        if (TypedKey.writes(event)) {
            onTyped.accept(event.getCharacter());
            event.consume();
        }
    }

    /** Shows {@code viewModel}, and lets go of the one before. */
    public void show(TimelineViewModel viewModel) {
        letGo();
        shown = viewModel;
        viewModel.setShown(true);
        if (question != null) {
            viewModel.choices().setConfirmation(question::ask);
        }
        rows.show(viewModel, viewModel.words(resources));
        list.setAttached(viewModel.attachedProperty().get());
        selection().clear();
        list.setItems(viewModel.items());
        Place place = viewModel.place();
        if (place != null && !viewModel.atEndProperty().get()) {
            list.showAt(viewModel.indexOf(place.key()), place.offset());
        }
        list.followingProperty().bindBidirectional(viewModel.atEndProperty());
        viewModel.atEndProperty().addListener(belowChanged);
        viewModel.newBelowProperty().addListener(belowChanged);
        viewModel.attachedProperty().addListener(belowChanged);
        viewModel.jumps.jumpProperty().addListener(jumped);
        viewModel.lookedForProperty().addListener(lookedFor);
        viewModel.jumps.seekingProperty().addListener(seeking);
        viewModel.jumps.missedProperty().addListener(missed);
        viewModel.emptinessProperty().addListener(emptied);
        showBelow();
        lookWhetherEmpty();
    }

    private void letGo() {
        menu.hide();
        if (question != null) {
            question.close();
        }
        TimelineViewModel before = shown;
        if (before != null) {
            list.followingProperty().unbindBidirectional(before.atEndProperty());
            before.atEndProperty().removeListener(belowChanged);
            before.newBelowProperty().removeListener(belowChanged);
            before.attachedProperty().removeListener(belowChanged);
            before.jumps.jumpProperty().removeListener(jumped);
            before.lookedForProperty().removeListener(lookedFor);
            before.jumps.seekingProperty().removeListener(seeking);
            before.jumps.missedProperty().removeListener(missed);
            before.emptinessProperty().removeListener(emptied);
            hideHint();
            remember(before);
            before.setShown(false);
        }
    }

    private void remember(TimelineViewModel viewModel) {
        int first = list.firstVisible();
        viewModel.setPlace(
                first < 0
                        ? null
                        : new Place(viewModel.items().get(first).key(), list.firstVisibleTop()));
    }

    private void showBelow() {
        TimelineViewModel viewModel = shown;
        if (viewModel == null) {
            return;
        }
        int count = viewModel.newBelowProperty().get();
        list.setAttached(viewModel.attachedProperty().get());
        newest.setVisible(!viewModel.atEndProperty().get());
        newest.setText(
                count == 0
                        ? rows.words().text("timeline.to-newest")
                        : rows.words().text("timeline.new-below", count));
    }

    @FXML
    void goToNewest() {
        toNewest();
        list.requestFocus();
    }

    private void toNewest() {
        if (shown != null) {
            shown.goToNewest();
        }
    }

    private void placed(int first, int last) {
        if (shown != null) {
            remember(shown);
            shown.inView(first, last);
            selection().show();
        }
        if (hovered != null) {
            hovered.refresh();
        }
    }

    /** Says that something far away is on its way, once that takes a moment. */
    private void seek(boolean now) {
        hideHint();
        if (now) {
            hint.setText(rows.words().text("timeline.seeking"));
            hintTime.setDuration(SOON);
            hintTime.setOnFinished(_ -> hint.setVisible(true));
            hintTime.playFromStart();
        }
    }

    private void miss() {
        hint.setText(rows.words().text("timeline.missed"));
        hint.setVisible(true);
        hintTime.setDuration(HINT);
        hintTime.setOnFinished(_ -> hideHint());
        hintTime.playFromStart();
    }

    /** Says why there is nothing, unless something comes at once. */
    private void lookWhetherEmpty() {
        emptyTime.stop();
        nothing.setVisible(false);
        TimelineViewModel now = shown;
        Emptiness why = now == null ? Emptiness.NONE : now.emptinessProperty().get();
        if (now != null && why != Emptiness.NONE) {
            boolean unfound = why == Emptiness.UNFOUND;
            nothing.setIcon(unfound ? "fth-search" : "fth-message-circle");
            nothing.setText(
                    unfound
                            ? rows.words()
                                    .text("timeline.unfound", now.lookedForProperty().get().words())
                            : rows.words().text("timeline.unsaid"));
            emptyTime.playFromStart();
        }
    }

    private void hideHint() {
        hintTime.stop();
        hint.setVisible(false);
    }

    private void markAnew() {
        rows.viewModel().lookedForProperty().get();
        list.refresh();
    }

    private void jump(@Nullable Jump to) {
        if (shown == null || to == null) {
            return;
        }
        int index = shown.indexOf(to.key());
        Double top = to.top();
        if (top == null) {
            list.goTo(index);
        } else {
            list.showAt(index, top);
        }
        list.layout();
        TimelineRow row = list.rowOf(to.key());
        if (row != null && to.flash()) {
            row.flash();
        }
    }

    private void keyPressed(KeyEvent event) {
        if (list.items().isEmpty()) {
            return;
        }
        int last = list.items().size() - 1;
        int current = list.currentProperty().get();
        if (event.isShortcutDown()) {
            switch (event.getCode()) {
                case C, INSERT -> copyText();
                case HOME -> list.moveTo(0);
                case END -> list.moveTo(last);
                default -> {
                    return;
                }
            }
        } else {
            switch (event.getCode()) {
                case UP, KP_UP -> list.moveTo(current < 0 ? last : current - 1);
                case DOWN, KP_DOWN -> list.moveTo(current < 0 ? last : current + 1);
                case PAGE_UP -> list.scrollByPages(-1);
                case PAGE_DOWN -> list.scrollByPages(1);
                case HOME -> list.moveTo(0);
                case END -> list.moveTo(last);
                case ESCAPE -> toNewest();
                case ENTER -> act();
                default -> {
                    return;
                }
            }
        }
        event.consume();
    }

    /**
     * What Enter means on the current message: send it again, open its link, or else its menu; on a
     * day, the calendar.
     */
    private void act() {
        Message message = currentMessage();
        if (message == null) {
            int current = list.currentProperty().get();
            TimelineRow row =
                    current < 0 || current >= list.items().size()
                            ? null
                            : list.rowOf(list.items().get(current).key());
            if (row != null) {
                row.act();
            }
        } else if (message.delivery() instanceof Undelivered failed) {
            rows.viewModel().retry(failed);
        } else {
            List<TextSpan.Link> links = MessageMenu.links(message);
            if (links.isEmpty()) {
                openMenu(message);
            } else {
                rows.open(links.getFirst().target());
            }
        }
    }

    private @Nullable Message currentMessage() {
        int current = list.currentProperty().get();
        return current >= 0
                        && current < list.items().size()
                        && list.items().get(current) instanceof Message message
                ? message
                : null;
    }

    private void copyText() {
        Message message = currentMessage();
        String selected = selection().text();
        if (!selected.isEmpty()) {
            rows.copy(selected);
        } else if (message != null && message.marks().deletion() == null) {
            rows.copy(IrcFormatting.strip(message.text()));
        }
    }

    private void menuRequested(ContextMenuEvent event) {
        Message message = currentMessage();
        if (message != null) {
            String selected = selection().text();
            if (event.isKeyboardTrigger()) {
                openMenu(message);
            } else {
                menu.show(list, message, selected, event.getScreenX(), event.getScreenY());
            }
            event.consume();
        }
    }

    /** For the keyboard: where the message begins. */
    private void openMenu(Message message) {
        TimelineRow row = list.rowOf(message.key());
        if (row != null) {
            Point2D at = row.localToScreen(row.getWidth() / 3, Math.min(row.getHeight(), 40));
            menu.show(list, message, selection().text(), at.getX(), at.getY());
        }
    }

    private TextSelection selection() {
        return Objects.requireNonNull(selection, "made with the list");
    }
}
