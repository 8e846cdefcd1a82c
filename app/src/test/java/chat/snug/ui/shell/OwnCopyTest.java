package chat.snug.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Identity;
import chat.snug.hosting.FreePort;
import chat.snug.hosting.HostedRoom;
import chat.snug.hosting.HostingOptions;
import chat.snug.hosting.HostingOptions.PortChoice;
import chat.snug.transcript.Transcripts;
import chat.snug.transcript.Transcripts.Form;
import chat.snug.ui.Arrival;
import chat.snug.ui.Belongings;
import chat.snug.ui.House;
import chat.snug.ui.Keepsakes;
import chat.snug.ui.Messages;
import chat.snug.ui.RecentRoom;
import chat.snug.ui.SettingsStore;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestScreen;
import chat.snug.ui.UiEvents;
import chat.snug.ui.shell.ConnectionViewModel.State;
import chat.snug.ui.start.JoinViewModel;
import chat.snug.ui.timeline.FindViewModel;
import chat.snug.ui.timeline.TimelineItem.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A room is talked in, its host goes away, the app starts again: what was seen can be read. */
final class OwnCopyTest {
    @TempDir private Path folder;

    /** One run of the app, on a screen that is this thread. */
    private final class App implements AutoCloseable {
        private final TestScreen screen = new TestScreen();

        /** The same person each time: their name is theirs where it was taken. */
        private final House house = new House(folder.resolve("own"));

        private final Transcripts transcripts = Transcripts.in(folder.resolve("transcripts"));
        private final Surroundings surroundings;
        private final ShellViewModel shell;
        private final List<Arrival> arrivals = new ArrayList<>();
        private final JoinViewModel join;

        App() throws Exception {
            UiEvents events = new UiEvents(screen);
            Belongings belongings =
                    new Belongings(Keepsakes.inMemory(), transcripts, Runnable::run, Runnable::run);
            surroundings =
                    new Surroundings(
                            house,
                            events,
                            Runnable::run,
                            Messages.of(Locale.UK),
                            SettingsStore.in(folder.resolve("config")),
                            belongings,
                            Clock.system(ZoneOffset.UTC));
            shell = new ShellViewModel(surroundings);
            join =
                    new JoinViewModel(
                            surroundings,
                            () -> new Identity("Cleo", "Cleo"),
                            arrival -> {
                                arrivals.add(arrival);
                                shell.arrive(arrival);
                            });
        }

        void until(BooleanSupplier condition) {
            screen.until(condition);
        }

        ConversationViewModel here() {
            ConversationViewModel shown = shell.shown();
            if (shown == null) {
                throw new AssertionError("nothing is shown");
            }
            return shown;
        }

        List<String> texts() {
            return here().timeline().items().stream()
                    .filter(Message.class::isInstance)
                    .map(item -> ((Message) item).text())
                    .toList();
        }

        void say(String text) {
            here().composer().textProperty().set(text);
            here().composer().submit();
            until(() -> texts().contains(text) && allConfirmed());
        }

        /** A room was used lately, and called something. */
        void used(String link, String title) {
            RecentRoom room = new RecentRoom(false, link, title, "127.0.0.1", Instant.EPOCH);
            surroundings.settings().update(all -> all.withRecent(room));
        }

        private boolean allConfirmed() {
            return here().timeline().items().stream()
                    .allMatch(item -> !(item instanceof Message message) || message.id() != null);
        }

        @Override
        public void close() {
            house.close();
            surroundings.belongings().close();
            surroundings.settings().close();
        }
    }

    /** Nothing is kept there but its key, by which it is known. */
    private HostedRoom host(int port) throws Exception {
        return HostedRoom.open(
                new HostingOptions("lobby", PortChoice.exactly(port), null, null, false),
                folder.resolve("host"));
    }

    @Test
    @Timeout(120)
    void aRoomIsReadAndSearchedWhenItsHostIsGone() throws Exception {
        int port = FreePort.find();
        String address = "127.0.0.1:" + port + "/lobby";
        try (App app = new App()) {
            try (HostedRoom _ = host(port)) {
                app.join.addressProperty().set(address);
                app.join.join();
                app.until(() -> !app.arrivals.isEmpty());
                app.say("the quick brown fox");
                app.say("a lazy dog");
                assertThat(app.here().copy().shownProperty().get()).isFalse();
            }
            // Still open: the host is away, and the copy answers in its place.
            app.until(() -> app.here().connection().stateProperty().get() != State.ONLINE);
            FindViewModel finding = app.here().finding();
            finding.wordsProperty().set("quick");
            finding.older();
            app.until(() -> !finding.stateProperty().get().asking());
            assertThat(finding.stateProperty().get().count()).isOne();
        }
        try (App again = new App()) {
            again.join.addressProperty().set(address);
            again.join.join();
            again.until(() -> again.join.copyProperty().get());
            assertThat(again.arrivals).isEmpty();
            again.used("snug://" + address.replace("lobby", "Lobby"), "The old lobby");
            again.join.readCopy();
            assertThat(again.here().titleProperty().get()).isEqualTo("The old lobby");
            assertThat(again.texts()).containsExactly("the quick brown fox", "a lazy dog");
            assertThat(again.here().copy().shownProperty().get()).isTrue();
            assertThat(again.here().connection().stateProperty().get()).isEqualTo(State.GONE);
            assertThat(again.here().composer().unavailableProperty().get()).isNotEmpty();

            FindViewModel finding = again.here().finding();
            finding.wordsProperty().set("lazy");
            finding.older();
            again.until(() -> !finding.stateProperty().get().asking());
            assertThat(finding.stateProperty().get().count()).isOne();

            Path file = folder.resolve("lobby.md");
            List<String> told = new ArrayList<>();
            again.here().copy().export(Form.MARKDOWN, file, told::add);
            again.until(() -> !told.isEmpty());
            assertThat(told.getFirst()).startsWith("2 messages were written to");
            assertThat(Files.readString(file)).contains("the quick brown fox");

            // The host is back, with another room at the same place: its own history takes over.
            try (HostedRoom _ = host(port)) {
                again.here().connection().retryNow();
                again.until(() -> again.here().insideProperty().get());
                assertThat(again.here().copy().shownProperty().get()).isFalse();
                again.say("back again");
                assertThat(again.texts())
                        .containsExactly("the quick brown fox", "a lazy dog", "back again");
            }
        }
    }

    @Test
    @Timeout(120)
    void whoWantsNoCopyHasNone() throws Exception {
        int port = FreePort.find();
        try (App app = new App();
                HostedRoom _ = host(port)) {
            app.surroundings
                    .settings()
                    .update(s -> s.withHabits(s.habits().withKeepTranscripts(false)));
            app.join.addressProperty().set("127.0.0.1:" + port + "/lobby");
            app.join.join();
            app.until(() -> !app.arrivals.isEmpty());
            app.say("not for keeping");
            assertThat(app.transcripts.of("127.0.0.1:" + port).get(20, TimeUnit.SECONDS)).isEmpty();
        }
    }

    @Test
    @Timeout(120)
    void nothingStandsTwiceWhenAHostThatKeepsComesBack() throws Exception {
        int port = FreePort.find();
        Path data = folder.resolve("host");
        HostingOptions options = new HostingOptions("lobby", PortChoice.exactly(port), null, null);
        try (App app = new App()) {
            try (HostedRoom _ = HostedRoom.open(options, data)) {
                app.join.addressProperty().set("127.0.0.1:" + port + "/lobby");
                app.join.join();
                app.until(() -> !app.arrivals.isEmpty());
                app.say("one");
                app.say("two");
            }
        }
        try (App again = new App()) {
            again.join.addressProperty().set("127.0.0.1:" + port + "/lobby");
            again.join.join();
            again.until(() -> again.join.copyProperty().get());
            again.join.readCopy();
            try (HostedRoom _ = HostedRoom.open(options, data)) {
                again.here().connection().retryNow();
                again.until(() -> again.here().insideProperty().get());
                again.say("three");
                assertThat(again.texts()).containsExactly("one", "two", "three");
            }
            List<Boolean> deleted = new ArrayList<>();
            again.here().copy().delete(() -> deleted.add(true));
            again.until(() -> !deleted.isEmpty());
        }
        try (App third = new App()) {
            third.join.addressProperty().set("127.0.0.1:" + port + "/lobby");
            third.join.join();
            third.until(() -> !third.join.errorProperty().get().isEmpty());
            assertThat(third.transcripts.of("127.0.0.1:" + port).get(20, TimeUnit.SECONDS))
                    .isEmpty();
        }
    }
}
