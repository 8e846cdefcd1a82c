package chat.snug.ui.switcher;

import chat.snug.ui.switcher.Destination.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What fits the letters that were typed, the best first, and which one Enter goes to. JavaFX
 * thread.
 */
public final class SwitcherViewModel {
    /** More than that nobody reads; who wants another types another letter. */
    static final int SHOWN = 50;

    private final List<Destination> all;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObservableList<Destination> found = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);

    /**
     * Nothing typed yet.
     *
     * @param all where one can go, the latest first
     */
    public SwitcherViewModel(List<Destination> all) {
        this.all = List.copyOf(all);
        typed.addListener((_, _, now) -> find(now));
        find("");
    }

    /** What was typed. */
    public StringProperty typedProperty() {
        return typed;
    }

    /** What fits it, the best first. */
    public ObservableList<Destination> found() {
        return found;
    }

    /** Which of them Enter goes to, or -1 if there is none. */
    public ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Chooses the one {@code steps} further down, or up, around the end. */
    public void move(int steps) {
        if (!found.isEmpty()) {
            chosen.set(Math.floorMod(chosen.get() + steps, found.size()));
        }
    }

    /** Chooses this one. */
    public void choose(int index) {
        if (index >= 0 && index < found.size()) {
            chosen.set(index);
        }
    }

    /** Where Enter goes, or null. */
    public @Nullable Destination destination() {
        int index = chosen.get();
        return index < 0 || index >= found.size() ? null : found.get(index);
    }

    private record Ranked(Destination destination, int fit) {}

    private void find(String text) {
        Fuzzy fuzzy = new Fuzzy(text);
        List<Ranked> fitting = new ArrayList<>();
        for (Destination destination : all) {
            int fit = fit(destination, fuzzy);
            if (fit > Fuzzy.NONE) {
                fitting.add(new Ranked(destination, fit));
            }
        }
        // A stable sort: of those that fit alike the latest stays first.
        fitting.sort(Comparator.comparingInt(Ranked::fit).reversed());
        chosen.set(-1);
        found.setAll(fitting.stream().limit(SHOWN).map(Ranked::destination).toList());
        chosen.set(found.isEmpty() ? -1 : 0);
    }

    private static int fit(Destination destination, Fuzzy fuzzy) {
        if (!fuzzy.isEmpty()) {
            return fuzzy.fit(destination.title(), destination.place());
        }
        return destination.kind() == Kind.PERSON ? Fuzzy.NONE : 1;
    }
}
