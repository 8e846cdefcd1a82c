package chat.snug.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientRequest;
import chat.snug.client.Person;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.FakeDoorway.Link;
import chat.snug.ui.ScreenExtension;
import chat.snug.ui.Screens;
import chat.snug.ui.Settings.TimeChoice;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestSurroundings;
import chat.snug.ui.notify.FakeDesktop;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Getting around in the whole window by the keyboard and the mouse. */
@ExtendWith(ScreenExtension.class)
final class AroundScreenTest {
    private static final Instant NOW = Instant.parse("2026-11-20T14:10:00Z");

    @TempDir Path settings;

    private final FakeDoorway doorway = new FakeDoorway();
    private Surroundings surroundings;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        shown.setWidth(1000);
        shown.setHeight(700);
        surroundings = TestSurroundings.of(doorway, settings);
        new SnugWindow(shown, surroundings, "Mei", _ -> {}, new FakeDesktop()).show(() -> {});
        shown.requestFocus();
    }

    @AfterEach
    void close() {
        surroundings.settings().close();
    }

    @Test
    void aFewLettersLeadToAnyRoomOrPersonWithoutTheMouse(FxRobot robot) {
        threeRooms(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        shoot("switcher");
        robot.write("mus").type(KeyCode.ENTER);
        assertThat(title(robot)).isEqualTo("music");
        assertThat(sheet(robot)).isFalse();

        robot.push(KeyCode.SHORTCUT, KeyCode.K).type(KeyCode.ENTER);
        assertThat(title(robot)).as("the one before").isEqualTo("tea");

        robot.push(KeyCode.SHORTCUT, KeyCode.K).write("cle");
        shoot("switcher-person");
        robot.type(KeyCode.ENTER);
        assertThat(title(robot)).isEqualTo("Cleo");

        robot.push(KeyCode.SHORTCUT, KeyCode.K).write("zzz").type(KeyCode.ENTER);
        assertThat(robot.lookup("#switcher-nothing").query().isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(sheet(robot)).isFalse();
        assertThat(title(robot)).isEqualTo("Cleo");
    }

    @Test
    void theKeysOfTheTableWork(FxRobot robot) {
        Link link = threeRooms(robot);
        happen(link, said("#music", "la", false));
        robot.push(KeyCode.ALT, KeyCode.UP);
        assertThat(title(robot)).isEqualTo("music");
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        assertThat(title(robot)).isEqualTo("tea");
        happen(link, said("#lobby", "well", false));
        robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.UP);
        assertThat(title(robot)).isEqualTo("lobby");

        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.S);
        assertThat(shows(robot, "lobby", ".ikonli-font-icon")).isTrue();
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.N);
        assertThat(shows(robot, "lobby", ".badge")).isTrue();
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.X);
        assertThat(shows(robot, "lobby", ".badge")).isFalse();
        assertThat(cell(robot, "lobby").getAccessibleText()).isEqualTo("lobby, muted");

        robot.push(KeyCode.SHORTCUT, KeyCode.F);
        assertThat(robot.lookup("#find").query().isVisible()).isTrue();
        robot.push(KeyCode.SHORTCUT, KeyCode.SLASH);
        assertThat(robot.lookup("#keys").tryQuery()).isPresent();
        shoot("keys");
        robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
        assertThat(robot.lookup("#keys").tryQuery()).isEmpty();
        assertThat(robot.lookup("#settings").tryQuery()).isPresent();
        shoot("window-settings");
        robot.type(KeyCode.ESCAPE);
        assertThat(sheet(robot)).isFalse();
        robot.type(KeyCode.F1);
        assertThat(robot.lookup("#keys").tryQuery()).isPresent();
    }

    @Test
    void whatIsTypedInASheetIsNotLostToAShortcut(FxRobot robot) {
        threeRooms(robot);
        robot.clickOn("#side-join");
        robot.clickOn(".sheet-page #join-address").write("10.0.0.1");
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        assertThat(robot.lookup(".sheet-page #join-address").queryAs(TextField.class).getText())
                .isEqualTo("10.0.0.1");
    }

    @Test
    void mentionsAreListedAndLeadToTheMessage(FxRobot robot) {
        Link link = threeRooms(robot);
        robot.clickOn("#side-mentions");
        shoot("mentions-none");
        robot.type(KeyCode.ESCAPE);
        happen(
                link,
                spoken("m1", "#lobby", "Mei: who brings the selector?", true),
                spoken("m2", "#music", "louder, Mei", true));
        assertThat(text(robot, "#side-mentions-fresh")).isEqualTo("2");
        shoot("notices");
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.A);
        shoot("mentions");
        assertThat(robot.lookup("#side-mentions-fresh").query().isVisible()).isFalse();
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(title(robot)).isEqualTo("lobby");
        assertThat(sheet(robot)).isFalse();
    }

    @Test
    void aCardLeadsToTheMessageOrIsPutAway(FxRobot robot) {
        Link link = threeRooms(robot);
        happen(
                link,
                spoken("m1", "#lobby", "Mei: tea?", true),
                spoken("m2", "#music", "Mei: louder?", true));
        assertThat(robot.lookup(".notice").queryAll()).hasSize(2);
        robot.clickOn("Mei: tea?");
        assertThat(title(robot)).isEqualTo("lobby");
        assertThat(robot.lookup(".notice").queryAll()).hasSize(1);
        Node close =
                robot.lookup(".notice .icon-button")
                        .<Node>match(button -> !button.getStyleClass().contains("notice-go"))
                        .query();
        robot.clickOn(close);
        assertThat(robot.lookup(".notice").queryAll()).isEmpty();
    }

    @Test
    void theMenuOfARoomIsReachedByBothHands(FxRobot robot) {
        threeRooms(robot);
        robot.rightClickOn("lobby");
        shoot("side-menu");
        robot.clickOn("Favourite");
        assertThat(titles(robot)).startsWith("Libera.Chat", "lobby");
        assertThat(
                        surroundings.settings().get().rooms().values().stream()
                                .anyMatch(facts -> facts.favourite()))
                .isTrue();
    }

    @Test
    void timesAreWrittenAnewAsSoonAsThePersonWants(FxRobot robot) {
        Link link = threeRooms(robot);
        happen(link, spoken("m1", "#tea", "hot", false));
        assertThat(robot.lookup("14:10").tryQuery()).isPresent();
        robot.interact(
                () ->
                        surroundings
                                .settings()
                                .update(
                                        s ->
                                                s.withAppearance(
                                                        s.appearance()
                                                                .withTime(
                                                                        TimeChoice.TWELVE_HOURS))));
        assertThat(robot.lookup("14:10").tryQuery()).isEmpty();
        assertThat(robot.lookup("hot").tryQuery()).isPresent();
    }

    @Test
    void enterBreaksTheLineForWhoWantsThat(FxRobot robot) {
        Link link = threeRooms(robot);
        robot.interact(
                () ->
                        surroundings
                                .settings()
                                .update(s -> s.withHabits(s.habits().withSendOnEnter(false))));
        robot.clickOn("#text").write("one").type(KeyCode.ENTER).write("two");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(link.requests)
                .contains(new ClientRequest.Say("#tea", "one\ntwo", Said.Kind.TEXT));
    }

    @Test
    void theGearOpensTheSettings(FxRobot robot) {
        threeRooms(robot);
        robot.clickOn("#side-settings");
        assertThat(robot.lookup("#settings").tryQuery()).isPresent();
        robot.clickOn("#settings-quiet");
        robot.clickOn("#settings-done");
        assertThat(surroundings.settings().get().notifying().doNotDisturb()).isTrue();
        assertThat(sheet(robot)).isFalse();
    }

    private Link threeRooms(FxRobot robot) {
        robot.interact(
                () ->
                        robot.lookup(".start #join-address")
                                .queryAs(TextField.class)
                                .setText("192.168.1.7/lobby"));
        robot.clickOn(".start #join-join");
        Link link = doorway.link();
        happen(
                link,
                new ClientEvent.Connecting(1),
                new ClientEvent.Connected("Mei", "Libera.Chat", false),
                new ClientEvent.RoomEntered("#lobby"),
                new ClientEvent.RoomEntered("#music"),
                new ClientEvent.RoomEntered("#tea"),
                new ClientEvent.PeopleListed(
                        "#tea",
                        List.of(
                                new Person("Mei", Set.of(), false),
                                new Person("Cleo", Set.of(), false))));
        return link;
    }

    private static Said said(String room, String text, boolean mention) {
        return spoken("", room, text, mention);
    }

    private static Said spoken(String id, String room, String text, boolean mention) {
        return new Said(
                room, NOW, id.isEmpty() ? null : id, "Ben", false, Said.Kind.TEXT, text, mention);
    }

    private static void happen(Link link, ClientEvent... events) {
        WaitForAsyncUtils.waitForAsyncFx(Screens.PATIENCE_MILLIS, () -> link.happen(events));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void shoot(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS, () -> Screens.shoot(stage.getScene(), name));
    }

    private static String title(FxRobot robot) {
        return text(robot, "#header-title");
    }

    private static boolean sheet(FxRobot robot) {
        return robot.lookup(".sheets").query().isVisible();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static List<String> titles(FxRobot robot) {
        return Screens.ask(
                () ->
                        robot.lookup(".side-cell").queryAllAs(SideCell.class).stream()
                                .filter(cell -> !cell.isEmpty())
                                .sorted(Comparator.comparingInt(SideCell::getIndex))
                                .map(cell -> ((Label) cell.lookup(".side-title")).getText())
                                .toList());
    }

    private static SideCell cell(FxRobot robot, String title) {
        return Screens.ask(
                () ->
                        robot.lookup(".side-cell")
                                .<SideCell>match(
                                        cell ->
                                                cell.lookup(".side-title") instanceof Label label
                                                        && label.getText().equals(title))
                                .query());
    }

    private static boolean shows(FxRobot robot, String title, String part) {
        return Screens.ask(() -> cell(robot, title).lookup(part).isVisible());
    }
}
