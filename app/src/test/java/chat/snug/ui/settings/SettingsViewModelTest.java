package chat.snug.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Identity;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.Settings;
import chat.snug.ui.Settings.LanguageChoice;
import chat.snug.ui.Settings.LookChoice;
import chat.snug.ui.Settings.NotifyChoice;
import chat.snug.ui.Settings.TimeChoice;
import chat.snug.ui.SettingsStore;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestSurroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsViewModelTest {
    @TempDir Path folder;

    private final List<Identity> named = new ArrayList<>();
    private SettingsStore store;
    private SettingsViewModel model;

    @BeforeEach
    void open() {
        Surroundings surroundings = TestSurroundings.of(new FakeDoorway(), folder);
        store = surroundings.settings();
        store.update(s -> s.withName("Mei"));
        model = new SettingsViewModel(surroundings, named::add);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsChosenIsAppliedAndRememberedAtOnce() {
        List<Settings> seen = new ArrayList<>();
        store.live().addListener((_, _, now) -> seen.add(now));
        model.lookProperty().set(LookChoice.DARK);
        model.languageProperty().set(LanguageChoice.CHINESE);
        model.textPercentProperty().set(130);
        model.timeProperty().set(TimeChoice.TWELVE_HOURS);
        model.notifyProperty().set(NotifyChoice.EVERYTHING);
        model.doNotDisturbProperty().set(true);
        model.sendOnEnterProperty().set(false);
        model.keepTranscriptsProperty().set(false);
        assertThat(seen).hasSize(8);
        store.close();
        try (SettingsStore again = SettingsStore.in(folder)) {
            assertThat(again.get())
                    .isEqualTo(
                            Settings.DEFAULT
                                    .withName("Mei")
                                    .withAppearance(
                                            new Settings.Appearance(
                                                    LookChoice.DARK,
                                                    LanguageChoice.CHINESE,
                                                    130,
                                                    TimeChoice.TWELVE_HOURS))
                                    .withNotifying(
                                            new Settings.Notifying(NotifyChoice.EVERYTHING, true))
                                    .withHabits(new Settings.Habits(false, false)));
        }
    }

    @Test
    void whatIsChangedElsewhereShowsHereUntilTheScreenIsPutAway() {
        store.update(s -> s.withNotifying(s.notifying().withDoNotDisturb(true)));
        assertThat(model.doNotDisturbProperty().get()).isTrue();
        model.close();
        store.update(s -> s.withNotifying(s.notifying().withDoNotDisturb(false)));
        assertThat(model.doNotDisturbProperty().get()).isTrue();
    }

    @Test
    void aNewNameCountsOnceItIsTypedToTheEnd() {
        model.nameProperty().set("Mei 美");
        assertThat(store.get().name()).isEqualTo("Mei");
        model.takeName();
        model.takeName();
        assertThat(store.get().name()).isEqualTo("Mei 美");
        assertThat(named).containsExactly(new Identity("Mei-美", "Mei 美"));
    }

    @Test
    void aNameThatIsNoneIsToldAndTheOldOneStays() {
        model.nameProperty().set(" !? ");
        model.close();
        assertThat(model.nameErrorProperty().get()).startsWith("Say what you want to be called");
        assertThat(store.get().name()).isEqualTo("Mei");
        assertThat(named).isEmpty();
        model.nameProperty().set("M");
        assertThat(model.nameErrorProperty().get()).isEmpty();
    }

    @Test
    void thePlacesAndSizesAreThere() {
        assertThat(model.settingsFolder()).isEqualTo(folder.toString());
        assertThat(model.textSizes()).startsWith(80, 90, 100).endsWith(150, 160);
    }
}
