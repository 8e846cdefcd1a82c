package chat.snug.ui.mentions;

import java.util.Objects;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The messages that were meant for the person since the app started. JavaFX thread. */
public final class MentionsViewModel {
    /** The oldest go when there are more. */
    public static final int KEPT = 200;

    private final ObservableList<Mention> mentions = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper fresh = new ReadOnlyIntegerWrapper();

    /** The latest first; changed only by this view-model. */
    public ObservableList<Mention> mentions() {
        return mentions;
    }

    /** How many came since the list was looked at, without those seen in their own place. */
    public ReadOnlyIntegerProperty freshProperty() {
        return fresh.getReadOnlyProperty();
    }

    /**
     * Another one.
     *
     * @param seen whether the person looks at it anyway
     */
    public void add(Mention mention, boolean seen) {
        mentions.addFirst(mention);
        if (mentions.size() > KEPT) {
            mentions.removeLast();
        }
        if (!seen) {
            fresh.set(Math.min(KEPT, fresh.get() + 1));
        }
    }

    /** A message was deleted. */
    public void remove(Object where, String id) {
        mentions.removeIf(
                mention -> mention.where().equals(where) && Objects.equals(mention.id(), id));
        fresh.set(Math.min(fresh.get(), mentions.size()));
    }

    /** Keeps only what is in these conversations: the others are gone. */
    public void keepIf(Predicate<Object> isThere) {
        mentions.removeIf(mention -> !isThere.test(mention.where()));
        fresh.set(Math.min(fresh.get(), mentions.size()));
    }

    /** The list is looked at. */
    public void look() {
        fresh.set(0);
    }
}
