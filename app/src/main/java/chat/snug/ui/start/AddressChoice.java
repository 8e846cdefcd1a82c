package chat.snug.ui.start;

import chat.snug.hosting.LocalAddress;
import chat.snug.ui.Surroundings;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Which of this computer's addresses is handed out: the most likely one, or what one chooses. */
final class AddressChoice {
    private final Surroundings surroundings;
    private final ObservableList<LocalAddress> all = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable LocalAddress> shown = new SimpleObjectProperty<>();
    private @Nullable LocalAddress chosen;
    private boolean filling;

    AddressChoice(Surroundings surroundings) {
        this.surroundings = surroundings;
        shown.addListener((_, _, now) -> choose(now));
    }

    ObservableList<LocalAddress> all() {
        return all;
    }

    ObjectProperty<@Nullable LocalAddress> shownProperty() {
        return shown;
    }

    /** What the person chose; null for the most likely one. */
    @Nullable LocalAddress chosen() {
        return chosen;
    }

    /** Every time the list is shown, as a computer moves from one network to another. */
    void refreshIf(boolean visible) {
        if (!visible) {
            return;
        }
        surroundings
                .background()
                .execute(
                        () -> {
                            List<LocalAddress> found = surroundings.doorway().localAddresses();
                            surroundings.events().execute(() -> show(found));
                        });
    }

    private void show(List<LocalAddress> found) {
        LocalAddress before = chosen;
        boolean there = before != null && found.contains(before);
        filling = true;
        all.setAll(found);
        shown.set(there ? before : found.isEmpty() ? null : found.getFirst());
        filling = false;
        chosen = there ? before : null;
    }

    /** What the list is filled with is no choice: the likeliest address may be another later. */
    private void choose(@Nullable LocalAddress address) {
        if (!filling) {
            chosen = address;
        }
    }
}
