package chat.snug.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsStoreTest {
    @TempDir Path folder;

    @Test
    void whatWasRememberedIsThereAtTheNextStart() {
        RecentRoom own = recent(true, "", "Friday workshop");
        RecentRoom lobby = recent(false, "snug://192.168.1.7:6667/lobby", "大厅");
        RoomKey quiet = new RoomKey("192.168.1.7:6667", "#Lobby");
        RoomKey loved = new RoomKey(RoomKey.OWN, "#大厅");
        Settings wanted =
                Settings.DEFAULT
                        .withName("Mei 美")
                        .withAppearance(
                                new Settings.Appearance(
                                        Settings.LookChoice.DARK,
                                        Settings.LanguageChoice.CHINESE,
                                        120,
                                        Settings.TimeChoice.TWENTY_FOUR_HOURS))
                        .withNotifying(
                                new Settings.Notifying(Settings.NotifyChoice.EVERYTHING, true))
                        .withHabits(new Settings.Habits(false, false))
                        .withRoom(quiet, RoomFacts.USUAL.withLevel(RoomFacts.Level.MUTED))
                        .withRoom(loved, RoomFacts.USUAL.withFavourite(true))
                        .withRecent(own)
                        .withRecent(lobby)
                        .withOpen(List.of(own, lobby))
                        .withWindow(new Settings.Window(1000, 700, true));
        try (SettingsStore store = SettingsStore.in(folder.resolve("new"))) {
            store.update(s -> s.withName("Mei"));
            store.update(_ -> wanted);
        }
        try (SettingsStore store = SettingsStore.in(folder.resolve("new"))) {
            assertThat(store.setAside()).isNull();
            assertThat(store.get()).isEqualTo(wanted);
            assertThat(store.get().recents()).containsExactly(lobby, own);
            assertThat(store.get().room(new RoomKey("192.168.1.7:6667", "#lobby")).muted())
                    .isTrue();
        }
    }

    @Test
    void aFileOfAnOlderSnugIsUnderstoodAndTheRestIsTheUsual() throws IOException {
        Files.writeString(
                folder.resolve("settings.properties"),
                """
                #Snug
                name=Mei
                window.width=1000.0
                window.height=700.0
                window.maximised=false
                recent.0.hosted=true
                recent.0.link=
                recent.0.room=Friday
                recent.0.host=
                recent.0.when=2026-11-20T14\\:10\\:00Z
                """);
        try (SettingsStore store = SettingsStore.in(folder)) {
            assertThat(store.setAside()).isNull();
            assertThat(store.get())
                    .isEqualTo(
                            Settings.DEFAULT
                                    .withName("Mei")
                                    .withWindow(new Settings.Window(1000, 700, false))
                                    .withRecent(recent(true, "", "Friday")));
        }
    }

    @Test
    void eachValueThatMakesNoSenseIsTheUsualAndTheOldFileIsKeptAndToldOnce() throws IOException {
        String broken =
                """
                name=Mei
                look=pink
                language=
                text.percent=huge
                time=12 o’clock
                notify=sometimes
                do-not-disturb=perhaps
                send-on-enter=false
                keep-transcripts=no
                window.width=NaN
                window.height=700
                recent.0.room=lobby
                recent.0.when=lately
                room.0.host=anna:6667
                room.0.name=#lobby
                room.0.notify=loud
                room.0.favourite=true
                """;
        Files.writeString(folder.resolve("settings.properties"), broken);
        try (SettingsStore store = SettingsStore.in(folder)) {
            Path aside = folder.resolve("settings.properties.broken-1");
            assertThat(store.setAside()).isEqualTo(new SettingsStore.Aside(aside, false));
            assertThat(aside).hasContent(broken);
            assertThat(store.get())
                    .isEqualTo(
                            Settings.DEFAULT
                                    .withName("Mei")
                                    .withHabits(new Settings.Habits(false, true))
                                    .withWindow(new Settings.Window(1280, 700, false))
                                    .withRoom(
                                            new RoomKey("anna:6667", "#lobby"),
                                            RoomFacts.USUAL.withFavourite(true))
                                    .withRecent(
                                            new RecentRoom(false, "", "lobby", "", Instant.EPOCH)));
        }
        try (SettingsStore store = SettingsStore.in(folder)) {
            assertThat(store.setAside()).isNull();
            assertThat(store.get().habits().sendOnEnter()).isFalse();
        }
    }

    @Test
    void aBrokenFileIsSetAsideAndToldAndNeverOverwritten() throws IOException {
        Path file = folder.resolve("settings.properties");
        Files.writeString(file, "name=\\u12");
        try (SettingsStore store = SettingsStore.in(folder)) {
            assertThat(store.get()).isEqualTo(Settings.DEFAULT);
            assertThat(store.setAside())
                    .isEqualTo(
                            new SettingsStore.Aside(
                                    folder.resolve("settings.properties.broken-1"), true));
            store.update(s -> s.withName("Mei"));
        }
        Files.write(file, new byte[] {'n', '=', (byte) 0xC3, (byte) 0x28});
        try (SettingsStore store = SettingsStore.in(folder)) {
            assertThat(store.setAside()).isNotNull();
        }
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .extracting(path -> path.getFileName().toString())
                    .containsExactlyInAnyOrder(
                            "settings.properties.broken-1", "settings.properties.broken-2");
        }
    }

    @Test
    void whoeverFollowsTheSettingsIsToldAtOnceAndOnlyOfWhatIsNew() {
        try (SettingsStore store = SettingsStore.in(folder)) {
            List<Settings.Appearance> seen = new ArrayList<>();
            store.live().map(Settings::appearance).addListener((_, _, now) -> seen.add(now));
            store.update(s -> s.withName("Mei"));
            store.update(s -> s.withAppearance(s.appearance().withTextPercent(500)));
            assertThat(seen).containsExactly(Settings.DEFAULT.appearance().withTextPercent(160));
        }
    }

    @Test
    void onlyRoomsOfWhichSomethingWasSaidAreRememberedAndNotForEver() {
        Settings settings = Settings.DEFAULT;
        for (int i = 0; i < 510; i++) {
            settings =
                    settings.withRoom(
                            new RoomKey("anna", "#" + i), RoomFacts.USUAL.withFavourite(true));
        }
        assertThat(settings.rooms()).hasSize(Settings.ROOMS);
        assertThat(settings.room(new RoomKey("anna", "#9"))).isEqualTo(RoomFacts.USUAL);
        assertThat(settings.room(new RoomKey("ANNA", "#10")).favourite()).isTrue();
        settings = settings.withRoom(new RoomKey("anna", "#10"), RoomFacts.USUAL);
        assertThat(settings.rooms()).hasSize(Settings.ROOMS - 1);
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
    void aRoomThatIsCalledSomethingElseIsTheSameRoom() {
        Settings settings =
                Settings.DEFAULT
                        .withRecent(recent(false, "snug://10.0.0.7:6667/Tea-room", "Tea-room"))
                        .withRecent(recent(false, "snug://10.0.0.7:6667/cellar", "cellar"))
                        .withRecent(recent(false, "snug://10.0.0.7:6667/Tea-room", "Tea room"));

        assertThat(settings.recents())
                .extracting(RecentRoom::room)
                .containsExactly("Tea room", "cellar");
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
