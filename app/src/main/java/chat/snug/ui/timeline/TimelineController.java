package chat.snug.ui.timeline;

import chat.snug.ui.timeline.Jumps.Jump;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.Undelivered;
import chat.snug.ui.timeline.TimelineViewModel.Place;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
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
    private final ContextMenu menu = new ContextMenu();
    private final InvalidationListener belowChanged = _ -> showBelow();
    private final ChangeListener<Boolean> seeking = (_, _, now) -> seek(now);
    private final ChangeListener<Number> missed = (_, _, _) -> miss();
    private final PauseTransition hintTime = new PauseTransition(HINT);
    private final ChangeListener<@Nullable Jump> jumped = (_, _, to) -> jump(to);

    @FXML private ResourceBundle resources;
    @FXML private StackPane root;
    @FXML private TimelineList list;
    @FXML private Button newest;
    @FXML private Label hint;

    private @Nullable TimelineViewModel shown;
    private @Nullable HoveredMessage hovered;
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
                new MessageToolbar(rows, message -> copy(IrcFormatting.strip(message.text())));
        root.getChildren().add(toolbar);
        hovered = new HoveredMessage(list, toolbar);
        menu.setAutoHide(true);
    }

    /** Who opens a link that was clicked: http and https in the browser, the others as a room. */
    public void setOnLink(Consumer<URI> opener) {
        rows.setLinkOpener(opener);
    }

    /** Who gets what is typed while a message is the current one: the field to write in. */
    public void setOnTyped(Consumer<String> receiver) {
        onTyped = receiver;
    }

    private void keyTyped(KeyEvent event) {
        String typed = event.getCharacter();
        boolean writes = !typed.isEmpty() && typed.codePointAt(0) >= ' ' && typed.charAt(0) != 127;
        if (writes && !event.isShortcutDown() && !event.isAltDown()) {
            onTyped.accept(typed);
            event.consume();
        }
    }

    /** Shows {@code viewModel}, and lets go of the one before. */
    public void show(TimelineViewModel viewModel) {
        letGo();
        shown = viewModel;
        rows.show(viewModel, new TimelineWords(resources, viewModel.dates().locale()));
        list.setAttached(viewModel.attachedProperty().get());
        list.setItems(viewModel.items());
        Place place = viewModel.place();
        if (place != null && !viewModel.atEndProperty().get()) {
            list.showAt(viewModel.indexOf(place.key()), place.offset());
        }
        list.followingProperty().bindBidirectional(viewModel.atEndProperty());
        viewModel.atEndProperty().addListener(belowChanged);
        viewModel.newBelowProperty().addListener(belowChanged);
        viewModel.attachedProperty().addListener(belowChanged);
        viewModel.jumpProperty().addListener(jumped);
        viewModel.seekingProperty().addListener(seeking);
        viewModel.missedProperty().addListener(missed);
        showBelow();
    }

    private void letGo() {
        menu.hide();
        TimelineViewModel before = shown;
        if (before != null) {
            list.followingProperty().unbindBidirectional(before.atEndProperty());
            before.atEndProperty().removeListener(belowChanged);
            before.newBelowProperty().removeListener(belowChanged);
            before.attachedProperty().removeListener(belowChanged);
            before.jumpProperty().removeListener(jumped);
            before.seekingProperty().removeListener(seeking);
            before.missedProperty().removeListener(missed);
            hideHint();
            remember(before);
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

    private void hideHint() {
        hintTime.stop();
        hint.setVisible(false);
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

    /** What Enter means on the current message: send it again, or open its first link. */
    private void act() {
        Message message = currentMessage();
        if (message != null) {
            if (message.delivery() instanceof Undelivered failed) {
                rows.viewModel().retry(failed);
            } else {
                links(message).stream().findFirst().ifPresent(link -> rows.open(link.target()));
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

    private static List<TextSpan.Link> links(Message message) {
        return TextSpan.of(IrcFormatting.strip(message.text()), "").stream()
                .filter(TextSpan.Link.class::isInstance)
                .map(TextSpan.Link.class::cast)
                .toList();
    }

    private void copyText() {
        Message message = currentMessage();
        if (message != null && message.marks().deletion() == null) {
            copy(IrcFormatting.strip(message.text()));
        }
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void menuRequested(ContextMenuEvent event) {
        Message message = currentMessage();
        if (message == null || message.marks().deletion() != null) {
            return;
        }
        List<MenuItem> choices = new ArrayList<>();
        if (message.delivery() instanceof Undelivered failed) {
            choices.add(choice("timeline.menu.try-again", () -> rows.viewModel().retry(failed)));
        }
        MessageChoices may = rows.viewModel().choices();
        if (may.mayAnswer(message)) {
            choices.add(choice("timeline.menu.answer", () -> may.answer(message)));
        }
        String text = IrcFormatting.strip(message.text());
        choices.add(choice("timeline.menu.copy-text", () -> copy(text)));
        choices.add(choice("timeline.menu.copy-message", () -> copy(quoted(message, text))));
        for (TextSpan.Link link : links(message)) {
            choices.add(
                    choice("timeline.menu.open-link", () -> rows.open(link.target()), link.text()));
            choices.add(choice("timeline.menu.copy-link", () -> copy(link.text()), link.text()));
        }
        if (may.mayReact(message)) {
            for (String what : MessageToolbar.REACTIONS) {
                choices.add(
                        choice("timeline.menu.react-with", () -> may.react(message, what), what));
            }
        }
        if (may.mayDelete(message)) {
            choices.add(choice("timeline.menu.delete", () -> may.delete(message)));
        }
        menu.getItems().setAll(choices);
        menu.show(list, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private MenuItem choice(String key, Runnable action, Object... arguments) {
        MenuItem item = new MenuItem(rows.words().text(key, arguments));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private String quoted(Message message, String text) {
        String at = rows.viewModel().dates().time(message.time());
        return rows.words().text("timeline.quoted", message.from(), at, text);
    }
}
