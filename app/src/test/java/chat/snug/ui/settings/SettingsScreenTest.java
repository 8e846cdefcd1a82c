package chat.snug.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Identity;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.ScreenExtension;
import chat.snug.ui.Screens;
import chat.snug.ui.Settings;
import chat.snug.ui.Settings.LanguageChoice;
import chat.snug.ui.Settings.LookChoice;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestSurroundings;
import chat.snug.ui.Views;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(ScreenExtension.class)
final class SettingsScreenTest {
    @TempDir Path folder;

    private final List<Identity> named = new ArrayList<>();
    private final AtomicInteger done = new AtomicInteger();
    private Surroundings surroundings;
    private Scene scene;

    @Start
    void start(Stage stage) {
        surroundings = TestSurroundings.of(new FakeDoorway(), folder);
        surroundings.settings().update(s -> s.withName("Mei"));
        Views.Loaded<SettingsController> view = Views.SETTINGS.load(surroundings.messages());
        view.controller()
                .show(
                        new SettingsViewModel(surroundings, named::add),
                        surroundings.messages(),
                        done::incrementAndGet);
        scene = new Scene(new StackPane(view.root()), 460, 640);
        Screens.shoot(scene, "settings");
        stage.setScene(scene);
        stage.sizeToScene(); // it has the size that the test before this one wanted
        stage.show();
        view.controller().focus();
    }

    @AfterEach
    void close() {
        surroundings.settings().close();
    }

    @Test
    void everythingIsChangedByTheKeyboard(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("Ben").type(KeyCode.TAB);
        assertThat(settings().name()).isEqualTo("Ben");
        assertThat(named).containsExactly(new Identity("Ben", "Ben"));

        assertThat(focus(robot)).isEqualTo("settings-look");
        robot.type(KeyCode.DOWN);
        assertThat(settings().appearance().look()).isEqualTo(LookChoice.LIGHT);
        robot.type(KeyCode.TAB, 2);
        assertThat(focus(robot)).isEqualTo("settings-text");
        robot.type(KeyCode.DOWN, 2);
        assertThat(settings().appearance().textPercent()).isEqualTo(120);
        robot.type(KeyCode.TAB, 3);
        assertThat(focus(robot)).isEqualTo("settings-quiet");
        robot.type(KeyCode.SPACE).type(KeyCode.TAB).type(KeyCode.SPACE);
        assertThat(settings().notifying().doNotDisturb()).isTrue();
        assertThat(settings().habits().sendOnEnter()).isFalse();
    }

    @Test
    void aNameThatIsNoneIsToldUnderTheField(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("!").type(KeyCode.ENTER);
        assertThat(robot.lookup("#settings-name-error").queryAs(Label.class).getText())
                .startsWith("Say what you want to be called");
        assertThat(settings().name()).isEqualTo("Mei");
    }

    @Test
    void choicesAreWordsAndFilesCanBeFound(FxRobot robot) {
        ComboBox<?> text = robot.lookup("#settings-text").queryComboBox();
        assertThat(shownIn(text)).isEqualTo("100%");
        assertThat(shownIn(robot.lookup("#settings-look").queryComboBox()))
                .isEqualTo("As the system");
        assertThat(robot.lookup("#settings-folder").queryAs(TextField.class).getText())
                .isEqualTo(folder.toString());
        robot.clickOn("#settings-done");
        assertThat(done).hasValue(1);
    }

    @Test
    void whatIsChosenSaysItselfAgainInAnotherLanguage(FxRobot robot) {
        ComboBox<?> look = robot.lookup("#settings-look").queryComboBox();
        assertThat(closed(look)).isEqualTo("As the system");
        robot.interact(() -> surroundings.messages().speak(LanguageChoice.CHINESE));
        assertThat(closed(look)).isEqualTo(shownIn(look)).isNotEqualTo("As the system");
    }

    /** What stands there while the list is closed. */
    private static String closed(ComboBox<?> box) {
        return Screens.ask(
                () ->
                        box.getChildrenUnmodifiable().stream()
                                .filter(ListCell.class::isInstance)
                                .map(cell -> ((ListCell<?>) cell).getText())
                                .collect(Collectors.joining()));
    }

    private static <T> String shownIn(ComboBox<T> box) {
        return box.getConverter().toString(box.getValue());
    }

    private Settings settings() {
        return surroundings.settings().get();
    }

    private String focus(FxRobot robot) {
        robot.interrupt();
        return scene.getFocusOwner().getId();
    }
}
