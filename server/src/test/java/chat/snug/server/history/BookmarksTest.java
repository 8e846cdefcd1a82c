package chat.snug.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.store.KeptTable;
import chat.snug.store.MemoryStore;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BookmarksTest {
    private final KeptTable table = new MemoryStore(1, 1).table("marker");
    private int looks;

    /** The table, counting whom it was asked about. */
    private final class Counting implements KeptTable {
        @Override
        public @Nullable String get(String owner, String key) {
            looks++;
            return table.get(owner, key);
        }

        @Override
        public void put(String owner, String key, String value) {
            table.put(owner, key, value);
        }

        @Override
        public void remove(String owner, String key) {
            table.remove(owner, key);
        }

        @Override
        public void removeAll(String owner) {
            table.removeAll(owner);
        }

        @Override
        public Map<String, String> of(String owner) {
            return table.of(owner);
        }

        @Override
        public Set<String> owners() {
            return table.owners();
        }
    }

    @Test
    void onlyThoseWhoHaveReadThereAreLookedAtWhenATargetIsRenamed() {
        table.put("ann", "#den", "7");
        Bookmarks bookmarks = new Bookmarks(new Counting());
        for (int i = 0; i < 1_000; i++) {
            bookmarks.put("p" + i, "#pub", i);
        }
        bookmarks.put("bob", "#den", 8);

        bookmarks.renamed("#den", "#hall");

        assertThat(looks).isEqualTo(2);
        bookmarks.renamed("#hall", "#attic");
        assertThat(bookmarks.get("ann", "#attic")).isEqualTo(7);
        assertThat(bookmarks.get("bob", "#attic")).isEqualTo(8);
        assertThat(bookmarks.get("bob", "#den")).isNull();
        assertThat(bookmarks.get("p9", "#pub")).isEqualTo(9);
    }

    @Test
    void whatWasForgottenIsNotThereAgainAfterARename() {
        Bookmarks bookmarks = new Bookmarks(table);
        bookmarks.put("ann", "#den", 7);
        bookmarks.put("bob", "#den", 8);
        bookmarks.put("bob", "#pub", 8);
        bookmarks.forget("ann");
        table.removeAll("bob"); // as everything is forgotten

        bookmarks.renamed("#den", "#hall");
        bookmarks.renamed("#none", "#pub");

        assertThat(bookmarks.get("ann", "#hall")).isNull();
        assertThat(bookmarks.get("bob", "#hall")).isNull();
        assertThat(bookmarks.count("bob")).isZero();
    }
}
