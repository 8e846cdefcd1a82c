package chat.snug.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.snug.hosting.HostingOptions.PortChoice;
import chat.snug.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
    @TempDir private Path data;

    @Test
    void everyRoomHasAFolderOfItsOwn() {
        assertThat(DataFolder.ofRoom(data, "#Friday-Tea"))
                .isEqualTo(data.resolve("rooms/friday-tea"));
        assertThat(DataFolder.ofRoom(data, "#../x")).isEqualTo(data.resolve("rooms/%2e%2e%2fx"));
        assertThat(DataFolder.ofRoom(data, "#茶")).isEqualTo(data.resolve("rooms/%e8%8c%b6"));
    }

    @Test
    void aRoomThatIsOpenAlreadyCanBeOpenedWithoutBeingKept() throws IOException {
        HostingOptions options =
                new HostingOptions("tea", PortChoice.preferred(20_000), null, null);
        try (HostedRoom first = HostedRoom.open(options, data)) {
            assertThatThrownBy(() -> HostedRoom.open(options, data))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.IN_USE));
            try (HostedRoom second = HostedRoom.open(options)) {
                assertThat(second.hostAddress()).isNotEqualTo(first.hostAddress());
            }
        }
        assertThat(data.resolve("rooms/tea/snug.db")).isRegularFile();
    }
}
