package chat.snug.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.ui.FakeDoorway;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestSurroundings;
import chat.snug.ui.settings.CopiesViewModel.State;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CopiesViewModelTest {
    @TempDir private Path folder;

    @Test
    void nothingIsDeletedBeforeThePersonIsSure() throws InterruptedException {
        Surroundings surroundings = TestSurroundings.of(new FakeDoorway(), folder);
        CopiesViewModel copies = new CopiesViewModel(surroundings);
        CountDownLatch deleted = new CountDownLatch(1);
        copies.stateProperty()
                .addListener(
                        (_, _, now) -> {
                            if (now == State.DELETED) {
                                deleted.countDown();
                            }
                        });
        copies.ask();
        assertThat(copies.stateProperty().get()).isEqualTo(State.ASKED);
        copies.keep();
        assertThat(copies.stateProperty().get()).isEqualTo(State.KEPT);
        assertThat(deleted.getCount()).isOne();
        copies.ask();
        copies.delete();
        assertThat(deleted.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
