package chat.snug.ui.timeline;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Goes to rows that somebody wants to see, and waits for those that have to be loaded first. */
final class Jumps {
    private final ShownMessages shown;
    private final Paging paging;
    private final ReadOnlyObjectWrapper<@Nullable Jump> jump =
            new ReadOnlyObjectWrapper<>(this, "jump", null);
    private @Nullable String wanted;
    private boolean due;

    /** Somebody wants to see the row with this key; each wish is another one. */
    static final class Jump {
        private final long key;

        Jump(long key) {
            this.key = key;
        }

        long key() {
            return key;
        }
    }

    Jumps(ShownMessages shown, Paging paging) {
        this.shown = shown;
        this.paging = paging;
    }

    ReadOnlyObjectProperty<@Nullable Jump> jumpProperty() {
        return jump.getReadOnlyProperty();
    }

    void show(long key) {
        jump.set(new Jump(key));
    }

    /** Somebody wants to see the message with that id. */
    void want(String id) {
        wanted = id;
        due = true;
    }

    /** A page of history came: it may have brought what is wanted. */
    void pageCame() {
        due = wanted != null;
    }

    /** The history does not come. */
    void giveUp() {
        wanted = null;
        due = false;
    }

    /** Whether there is something to be done, once all changes are in. */
    boolean due() {
        return due;
    }

    /** Goes there, or asks for what brings it. */
    void goOn(BooleanProperty atEnd) {
        due = false;
        String id = wanted;
        Long key = shown.ofId(id);
        if (key != null) {
            wanted = null;
            atEnd.set(false);
            show(key);
        } else if (id != null && !paging.seek(id)) {
            wanted = null;
        }
    }
}
