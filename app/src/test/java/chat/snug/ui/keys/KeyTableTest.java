package chat.snug.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.ui.Messages;
import chat.snug.ui.Shortcut;
import chat.snug.ui.keys.KeyTable.Part;
import chat.snug.ui.keys.KeyTable.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class KeyTableTest {
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);

    @Test
    void everyShortcutStandsInTheTableOnce() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINA)) {
            List<Row> rows = rows(KeyTable.of(Messages.of(locale), true));
            assertThat(rows).hasSize(Shortcut.values().length);
            assertThat(rows).extracting(Row::what).doesNotHaveDuplicates();
        }
    }

    @Test
    void noKeyDoesTwoThings() {
        List<String> keys =
                Arrays.stream(Shortcut.values())
                        .flatMap(shortcut -> shortcut.display().stream())
                        .toList();
        assertThat(keys).doesNotHaveDuplicates().doesNotContain("");
    }

    @Test
    void theTableNamesTheKeysAsTheyAre() {
        List<Part> parts = KeyTable.of(ENGLISH, true);
        assertThat(parts).extracting(Part::heading).first().isEqualTo("Getting around");
        Row first = parts.getFirst().rows().getFirst();
        assertThat(first.what()).isEqualTo("Go to any room or person");
        assertThat(first.keys()).isEqualTo(Shortcut.SWITCH.display()).isNotEmpty();
    }

    @Test
    void whoDoesNotSendByEnterReadsWhatDoes() {
        List<Row> writing = KeyTable.of(ENGLISH, false).getLast().rows();
        assertThat(writing.get(0).keys()).hasSize(1).doesNotContain("Enter");
        assertThat(writing.get(1).keys()).containsExactly("Enter");
    }

    private static List<Row> rows(List<Part> parts) {
        return parts.stream().flatMap(part -> part.rows().stream()).toList();
    }
}
