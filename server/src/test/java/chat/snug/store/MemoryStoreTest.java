package chat.snug.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends StoreContract {
    private final MemoryStore store = new MemoryStore(64, 1 << 20);

    @Override
    Store store() {
        return store;
    }

    @Test
    void hasNothingToWaitFor() {
        List<String> ran = new ArrayList<>();
        store.log("#den").append(said(1, ANN, "x"));
        store.afterCommit(() -> ran.add("at once"));

        assertThat(ran).containsExactly("at once");
    }
}
