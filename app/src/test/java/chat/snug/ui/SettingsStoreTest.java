package chat.snug.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsStoreTest {
    @TempDir Path folder;

    @Test
    void whatWasRememberedIsThereAtTheNextStart() {
        RecentRoom own = recent(true, "", "Friday workshop");
        RecentRoom lobby = recent(false, "snug://192.168.1.7:6667/lobby", "大厅");
        try (SettingsStore store = SettingsStore.in(folder.resolve("new"))) {
            store.update(s -> s.withName("Mei 美"));
            store.update(s -> s.withRecent(own).withRecent(lobby));
            store.update(s -> s.withWindow(new Settings.Window(1000, 700, true)));
        }
        try (SettingsStore store = SettingsStore.in(folder.resolve("new"))) {
            assertThat(store.setAside()).isNull();
            assertThat(store.get())
                    .isEqualTo(
                            new Settings(
                                    "Mei 美",
                                    List.of(lobby, own),
                                    new Settings.Window(1000, 700, true)));
        }
    }

    @Test
    void aBrokenFileIsSetAsideAndToldAndNeverOverwritten() throws IOException {
        Path file = folder.resolve("settings.properties");
        Files.writeString(file, "window.width=wide");
        try (SettingsStore store = SettingsStore.in(folder)) {
            assertThat(store.get()).isEqualTo(Settings.DEFAULT);
            Path aside = store.setAside();
            assertThat(aside).isNotNull().hasContent("window.width=wide");
            store.update(s -> s.withName("Mei"));
        }
        Files.writeString(file, "name=\\u12");
        try (SettingsStore store = SettingsStore.in(folder)) {
            assertThat(store.setAside()).hasContent("name=\\u12");
        }
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .extracting(path -> path.getFileName().toString())
                    .containsExactlyInAnyOrder(
                            "settings.properties.broken-1", "settings.properties.broken-2");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenDoesNotStopTheApp() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "");
        try (SettingsStore store = SettingsStore.in(notAFolder)) {
            store.update(s -> s.withName("Mei"));
            assertThat(store.get().name()).isEqualTo("Mei");
        }
    }

    @Test
    void theLatestRoomsComeFirstAndOnlyOnce() {
        Settings settings = Settings.DEFAULT;
        for (int i = 0; i < 10; i++) {
            settings = settings.withRecent(recent(false, "snug://10.0.0." + i, "lobby"));
        }
        settings = settings.withRecent(recent(false, "snug://10.0.0.7", "lobby"));
        assertThat(settings.recents())
                .hasSize(Settings.RECENTS)
                .extracting(RecentRoom::link)
                .startsWith("snug://10.0.0.7", "snug://10.0.0.9", "snug://10.0.0.8")
                .doesNotHaveDuplicates();
    }

    @Test
    void noWindowIsSmallerThanItCanBeUsed() {
        assertThat(new Settings.Window(10, 10, false))
                .isEqualTo(new Settings.Window(760, 480, false));
    }

    private static RecentRoom recent(boolean hosted, String link, String room) {
        return new RecentRoom(hosted, link, room, "", Instant.parse("2026-11-20T14:10:00Z"));
    }
}
