package chat.snug.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

final class ListsTest {
    @Test
    void onlyWhatDiffersIsTouched() {
        ObservableList<String> list = FXCollections.observableArrayList("a", "b", "c");
        StringBuilder changes = new StringBuilder();
        list.addListener(
                (ListChangeListener<String>)
                        change -> {
                            while (change.next()) {
                                changes.append(change.getRemoved())
                                        .append(change.getAddedSubList());
                            }
                        });
        Lists.become(list, List.of("a", "x", "c"));
        assertThat(list).containsExactly("a", "x", "c");
        assertThat(changes).hasToString("[b][][][x]");
    }

    @Test
    void theOrderFollows() {
        ObservableList<String> list = FXCollections.observableArrayList("a", "b", "c");
        Lists.become(list, List.of("c", "b", "d"));
        assertThat(list).containsExactly("c", "b", "d");
        Lists.become(list, List.of());
        assertThat(list).isEmpty();
    }
}
