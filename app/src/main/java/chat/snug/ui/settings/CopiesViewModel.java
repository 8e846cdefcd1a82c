package chat.snug.ui.settings;

import chat.snug.ui.Surroundings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Deleting all that was kept of what the person saw; asked twice. JavaFX thread. */
public final class CopiesViewModel {
    /** How far it is. */
    public enum State {
        KEPT,
        /** The person is asked whether they are sure. */
        ASKED,
        DELETING,
        DELETED
    }

    private final Surroundings surroundings;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", State.KEPT);

    CopiesViewModel(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** How far it is. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void ask() {
        state.set(State.ASKED);
    }

    void keep() {
        state.set(State.KEPT);
    }

    void delete() {
        state.set(State.DELETING);
        var _ =
                surroundings
                        .belongings()
                        .transcripts()
                        .deleteAll()
                        .thenRunAsync(() -> state.set(State.DELETED), surroundings.events());
    }
}
