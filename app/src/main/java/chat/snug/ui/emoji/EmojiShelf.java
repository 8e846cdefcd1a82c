package chat.snug.ui.emoji;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The emoji to choose from, and those that this person used lately. The catalogue is read when it
 * is first wanted, on another thread; everything else on the JavaFX thread.
 */
public final class EmojiShelf {
    /** How many of those used lately are remembered: three lines of the picker. */
    public static final int RECENTS = 27;

    private final Executor background;
    private final Executor screen;
    private final ReadOnlyObjectWrapper<@Nullable EmojiCatalog> catalog =
            new ReadOnlyObjectWrapper<>(this, "catalog", null);
    private final ObservableList<String> recents = FXCollections.observableArrayList();
    private final ObservableList<String> readOnlyRecents =
            FXCollections.unmodifiableObservableList(recents);
    private Consumer<List<String>> onUsed = _ -> {};
    private boolean wanted;

    /**
     * Nothing used yet.
     *
     * @param background reads the catalogue
     * @param screen the way back onto the JavaFX thread
     */
    public EmojiShelf(Executor background, Executor screen) {
        this.background = background;
        this.screen = screen;
    }

    /** All emoji; null until they are read, which begins when this is first asked for. */
    public ReadOnlyObjectProperty<@Nullable EmojiCatalog> catalogProperty() {
        if (!wanted) {
            wanted = true;
            background.execute(
                    () -> {
                        EmojiCatalog read = EmojiCatalog.load();
                        screen.execute(() -> catalog.set(read));
                    });
        }
        return catalog.getReadOnlyProperty();
    }

    /** Those used lately, the last one first. */
    public ObservableList<String> recents() {
        return readOnlyRecents;
    }

    /** Takes in what was remembered from another day, behind what was used since. */
    public void remember(List<String> used) {
        List<String> all = new ArrayList<>(recents);
        used.stream().filter(emoji -> !emoji.isBlank() && !all.contains(emoji)).forEach(all::add);
        recents.setAll(all.subList(0, Math.min(RECENTS, all.size())));
    }

    /** Who remembers for another day what is used. */
    public void setOnUsed(Consumer<List<String>> handler) {
        onUsed = handler;
    }

    /** One was used just now. */
    public void used(String emoji) {
        List<String> all = new ArrayList<>(recents);
        all.remove(emoji);
        all.addFirst(emoji);
        recents.setAll(all.subList(0, Math.min(RECENTS, all.size())));
        onUsed.accept(List.copyOf(recents));
    }
}
