package chat.snug.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The rows of the side bar: each host with its rooms under it, then all private conversations. */
final class SideItems {
    private final ObservableList<SideItem> rows = FXCollections.observableArrayList();

    ObservableList<SideItem> rows() {
        return rows;
    }

    /** Follows what {@code connections} hold now; rows that stay are not touched. */
    void refresh(List<ConnectionViewModel> connections) {
        List<SideItem> wanted = new ArrayList<>();
        for (ConnectionViewModel connection : connections) {
            wanted.add(new SideItem.HostHeading(connection));
            favouritesFirst(connection.rooms())
                    .forEach(room -> wanted.add(new SideItem.Entry(room)));
        }
        List<ConversationViewModel> people =
                favouritesFirst(connections.stream().flatMap(c -> c.privates().stream()).toList());
        if (!people.isEmpty()) {
            wanted.add(new SideItem.PrivateHeading());
            people.forEach(person -> wanted.add(new SideItem.Entry(person)));
        }
        Lists.become(rows, wanted);
    }

    /** The others stay in the order in which they were opened. */
    private static List<ConversationViewModel> favouritesFirst(List<ConversationViewModel> all) {
        return all.stream()
                .sorted(Comparator.comparing(each -> !each.factsProperty().get().favourite()))
                .toList();
    }

    /** Whether something is unread in it, and it is not to be quiet. */
    static boolean wantsToBeRead(ConversationViewModel each) {
        return each.unreadProperty().get() > 0 && !each.factsProperty().get().muted();
    }

    /** All conversations but the hosts' own pages, from top to bottom. */
    List<ConversationViewModel> conversations() {
        return rows.stream()
                .mapMulti(
                        (SideItem row, Consumer<ConversationViewModel> out) -> {
                            if (row instanceof SideItem.Entry(ConversationViewModel entry)) {
                                out.accept(entry);
                            }
                        })
                .toList();
    }

    /**
     * The conversation {@code steps} below {@code from}, or above it if negative, around the end.
     *
     * @param wanted which ones count; {@code from} always does
     * @return null if there is none
     */
    @Nullable ConversationViewModel next(
            @Nullable ConversationViewModel from,
            int steps,
            Predicate<ConversationViewModel> wanted) {
        List<ConversationViewModel> among =
                conversations().stream().filter(each -> each == from || wanted.test(each)).toList();
        if (among.isEmpty()) {
            return null;
        }
        int here = from == null ? -1 : among.indexOf(from);
        int there = here < 0 && steps < 0 ? steps : here + steps;
        return among.get(Math.floorMod(there, among.size()));
    }
}
