package chat.snug.ui.emoji;

import chat.snug.ui.Messages;
import chat.snug.ui.emoji.EmojiCatalog.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What the emoji picker shows: those used lately and all groups, or what was looked for, in lines
 * of {@value #COLUMNS}; and which one is chosen. JavaFX thread.
 */
final class EmojiPickerViewModel {
    /** How many stand beside each other. */
    static final int COLUMNS = 9;

    private static final int MOST_FOUND = 12 * COLUMNS;

    private final EmojiShelf shelf;
    private final Messages words;
    private final Predicate<String> drawable;
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Place> chosen =
            new ReadOnlyObjectWrapper<>(this, "chosen", null);
    private final Map<Group, Integer> beginnings = new HashMap<>();
    private final Map<String, Emoji> known = new HashMap<>();
    private final InvalidationListener read = _ -> arrange();

    /** One line of the picker. */
    sealed interface Line {
        /** What the lines below it have in common. */
        record Heading(String text) implements Line {}

        /** Emoji beside each other. */
        record Row(List<String> emoji) implements Line {
            public Row {
                emoji = List.copyOf(emoji);
            }
        }
    }

    /** Where an emoji stands. */
    record Place(int line, int column) {}

    /**
     * The picker as it opens.
     *
     * @param drawable whether an emoji can be shown on this computer
     */
    EmojiPickerViewModel(EmojiShelf shelf, Messages words, Predicate<String> drawable) {
        this.shelf = shelf;
        this.words = words;
        this.drawable = drawable;
        query.addListener(_ -> arrange());
        shelf.catalogProperty().addListener(new WeakInvalidationListener(read));
        arrange();
    }

    /** Everything from the top, with what was used since. */
    void begin() {
        query.set("");
        arrange();
    }

    /** What is looked for; empty for everything. */
    StringProperty queryProperty() {
        return query;
    }

    /** What is shown, from top to bottom. */
    ObservableList<Line> lines() {
        return lines;
    }

    /** The one that Enter takes; null if there is none. */
    ReadOnlyObjectProperty<@Nullable Place> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The line that {@code group} begins with, or −1 while it is not shown. */
    int beginning(Group group) {
        return beginnings.getOrDefault(group, -1);
    }

    /** Chooses the one at {@code place}. */
    void choose(Place place) {
        if (at(place) != null) {
            chosen.set(place);
        }
    }

    /** Goes on by as many columns, to the next and former lines at their ends. */
    void moveAlong(int step) {
        Place from = chosen.get();
        if (from == null) {
            return;
        }
        Place beside = new Place(from.line(), from.column() + step);
        if (at(beside) != null) {
            chosen.set(beside);
            return;
        }
        int line = nextRow(from.line(), step);
        if (line >= 0) {
            chosen.set(new Place(line, step > 0 ? 0 : row(line).size() - 1));
        }
    }

    /** Goes up or down by a line, past headings. */
    void moveAcross(int step) {
        Place from = chosen.get();
        int line = from == null ? -1 : nextRow(from.line(), step);
        if (from != null && line >= 0) {
            chosen.set(new Place(line, Math.min(from.column(), row(line).size() - 1)));
        }
    }

    private int nextRow(int from, int step) {
        int line = from + step;
        while (line >= 0 && line < lines.size() && row(line).isEmpty()) {
            line += step;
        }
        return line < lines.size() ? line : -1;
    }

    private List<String> row(int line) {
        return lines.get(line) instanceof Line.Row(List<String> emoji) ? emoji : List.of();
    }

    /** The emoji at {@code place}, or null if there is none. */
    @Nullable String at(Place place) {
        if (place.line() < 0 || place.line() >= lines.size()) {
            return null;
        }
        List<String> row = row(place.line());
        return place.column() < 0 || place.column() >= row.size() ? null : row.get(place.column());
    }

    /** The chosen emoji, which is one of those used lately from now on; null if there is none. */
    @Nullable String take() {
        Place place = chosen.get();
        String emoji = place == null ? null : at(place);
        if (emoji != null) {
            shelf.used(emoji);
        }
        return emoji;
    }

    /** "party popper"; what else is known of it does not matter to a reader. */
    String name(String emoji) {
        Emoji about = known.get(emoji);
        return about == null ? emoji : about.name(words.locale());
    }

    /** "party popper :tada:" of the chosen one; a word of why there is none. */
    String about() {
        Place place = chosen.get();
        String emoji = place == null ? null : at(place);
        if (emoji == null) {
            return query.get().isBlank() ? "" : words.text("emoji.none");
        }
        Emoji about = known.get(emoji);
        return (name(emoji) + "  " + (about == null ? "" : about.code())).strip();
    }

    private void arrange() {
        EmojiCatalog catalog = shelf.catalogProperty().get();
        List<Line> fresh = new ArrayList<>();
        beginnings.clear();
        if (catalog != null && !query.get().isBlank()) {
            rows(drawn(catalog.find(query.get(), MOST_FOUND)), fresh);
        } else if (catalog != null) {
            if (!shelf.recents().isEmpty()) {
                fresh.add(new Line.Heading(words.text("emoji.group.recent")));
                rows(shelf.recents(), fresh);
            }
            for (Group group : Group.values()) {
                beginnings.put(group, fresh.size());
                fresh.add(new Line.Heading(words.text(group.key())));
                rows(drawn(catalog.in(group)), fresh);
            }
        }
        chosen.set(null);
        lines.setAll(fresh);
        int first = fresh.isEmpty() ? -1 : nextRow(-1, 1);
        chosen.set(first < 0 ? null : new Place(first, 0));
    }

    private List<String> drawn(List<Emoji> all) {
        all.forEach(emoji -> known.put(emoji.text(), emoji));
        return all.stream().map(Emoji::text).filter(drawable).toList();
    }

    private static void rows(List<String> emoji, List<Line> into) {
        for (int i = 0; i < emoji.size(); i += COLUMNS) {
            into.add(new Line.Row(emoji.subList(i, Math.min(emoji.size(), i + COLUMNS))));
        }
    }
}
