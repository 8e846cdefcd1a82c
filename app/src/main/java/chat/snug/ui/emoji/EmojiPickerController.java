package chat.snug.ui.emoji;

import chat.snug.ui.Messages;
import chat.snug.ui.emoji.EmojiCatalog.Group;
import chat.snug.ui.emoji.EmojiPickerViewModel.Line;
import chat.snug.ui.emoji.EmojiPickerViewModel.Place;
import java.util.Map;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Search on top, groups under it, the emoji, and what the chosen one is called. */
public final class EmojiPickerController {
    /** What stands for each group. */
    private static final Map<Group, String> SIGNS =
            Map.of(
                    Group.SMILEYS, "😀",
                    Group.PEOPLE, "👋",
                    Group.NATURE, "🌿",
                    Group.FOOD, "🍎",
                    Group.TRAVEL, "🚂",
                    Group.ACTIVITIES, "🎉",
                    Group.OBJECTS, "💡",
                    Group.SYMBOLS, "💜",
                    Group.FLAGS, "🏁");

    @FXML private TextField search;
    @FXML private HBox groups;
    @FXML private ListView<Line> list;
    @FXML private Label about;

    private @Nullable EmojiPickerViewModel shown;
    private Consumer<String> onTaken = _ -> {};

    /** Made by FXML. */
    public EmojiPickerController() {}

    @FXML
    private void initialize() {
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setFocusTraversable(false);
    }

    /**
     * Shows {@code picker}, once.
     *
     * @param taken gets the emoji that the person takes
     */
    void show(EmojiPickerViewModel picker, Messages words, Consumer<String> taken) {
        shown = picker;
        onTaken = taken;
        search.textProperty().bindBidirectional(picker.queryProperty());
        list.setCellFactory(_ -> new EmojiLineCell(picker, this::take));
        list.setItems(picker.lines());
        picker.chosenProperty().addListener((_, _, now) -> chosen(picker, now));
        for (Group group : Group.values()) {
            groups.getChildren().add(tab(picker, group, words.text(group.key())));
        }
    }

    private Button tab(EmojiPickerViewModel picker, Group group, String name) {
        EmojiTile sign = new EmojiTile();
        sign.show(SIGNS.get(group), name);
        Button tab = new Button();
        tab.setGraphic(sign);
        tab.getStyleClass().add("icon-button");
        tab.setAccessibleText(name);
        tab.setTooltip(new Tooltip(name));
        tab.setOnAction(_ -> goTo(picker, group));
        return tab;
    }

    private void goTo(EmojiPickerViewModel picker, Group group) {
        picker.queryProperty().set("");
        int line = picker.beginning(group);
        if (line >= 0) {
            picker.choose(new Place(line + 1, 0));
            list.scrollTo(line);
        }
        search.requestFocus();
    }

    /** From the beginning, ready to search. */
    void begin() {
        if (shown != null) {
            shown.begin();
            list.scrollTo(0);
        }
        search.requestFocus();
    }

    private void chosen(EmojiPickerViewModel picker, @Nullable Place place) {
        about.setText(picker.about());
        if (place != null) {
            search.setAccessibleHelp(about.getText());
            show(place.line());
        }
    }

    /** Scrolls no more than it must: the pointer chooses too, and what it is on must not move. */
    private void show(int line) {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            IndexedCell<?> first = flow.getFirstVisibleCell();
            IndexedCell<?> last = flow.getLastVisibleCell();
            if (first != null && last != null && !list.isHover()) {
                int top = first.getIndex();
                int bottom = last.getIndex();
                if (line <= top) {
                    list.scrollTo(Math.max(0, line - 1));
                } else if (line >= bottom) {
                    list.scrollTo(line - (bottom - top) + 2);
                }
            }
        }
    }

    private void pressed(KeyEvent event) {
        EmojiPickerViewModel picker = shown;
        if (picker == null || event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        boolean used = true;
        switch (event.getCode()) {
            case UP -> picker.moveAcross(-1);
            case DOWN -> picker.moveAcross(1);
            case LEFT -> picker.moveAlong(-1);
            case RIGHT -> picker.moveAlong(1);
            case ENTER -> take();
            default -> used = false;
        }
        if (used) {
            event.consume();
        }
    }

    private void take() {
        String emoji = shown == null ? null : shown.take();
        if (emoji != null) {
            onTaken.accept(emoji);
        }
    }
}
