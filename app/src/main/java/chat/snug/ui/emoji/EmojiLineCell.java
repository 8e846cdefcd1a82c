package chat.snug.ui.emoji;

import chat.snug.ui.emoji.EmojiPickerViewModel.Line;
import chat.snug.ui.emoji.EmojiPickerViewModel.Place;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A line of the picker: a heading, or emoji beside each other. */
final class EmojiLineCell extends ListCell<Line> {
    private final EmojiPickerViewModel picker;
    private final Label heading = new Label();
    private final HBox row = new HBox();
    private final List<EmojiTile> tiles = new ArrayList<>();
    private final InvalidationListener chosenChanged = _ -> showChosen();

    /** {@code taken} runs after the person clicked on one, which is the chosen one then. */
    EmojiLineCell(EmojiPickerViewModel picker, Runnable taken) {
        this.picker = picker;
        getStyleClass().add("emoji-line");
        heading.getStyleClass().add("emoji-heading");
        for (int i = 0; i < EmojiPickerViewModel.COLUMNS; i++) {
            EmojiTile tile = new EmojiTile();
            int column = i;
            tile.setOnMouseEntered(_ -> picker.choose(new Place(getIndex(), column)));
            tile.setOnMouseClicked(
                    _ -> {
                        picker.choose(new Place(getIndex(), column));
                        taken.run();
                    });
            tiles.add(tile);
        }
        row.getChildren().setAll(tiles);
        setPrefWidth(0);
        picker.chosenProperty().addListener(chosenChanged);
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        switch (empty ? null : line) {
            case null -> {
                setGraphic(null);
                setAccessibleText(null);
            }
            case Line.Heading(String text) -> {
                heading.setText(text);
                setAccessibleText(text);
                setGraphic(heading);
            }
            case Line.Row(List<String> emoji) -> {
                for (int i = 0; i < tiles.size(); i++) {
                    String one = i < emoji.size() ? emoji.get(i) : null;
                    tiles.get(i).show(one, one == null ? "" : picker.name(one));
                }
                setGraphic(row);
                setAccessibleText(String.join(", ", emoji.stream().map(picker::name).toList()));
                showChosen();
            }
        }
    }

    private void showChosen() {
        Place chosen = picker.chosenProperty().get();
        int column = chosen != null && chosen.line() == getIndex() ? chosen.column() : -1;
        for (int i = 0; i < tiles.size(); i++) {
            tiles.get(i).setChosen(i == column);
        }
    }
}
