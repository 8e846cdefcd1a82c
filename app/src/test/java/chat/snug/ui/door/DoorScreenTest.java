package chat.snug.ui.door;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent;
import chat.snug.client.Failure;
import chat.snug.client.Identity;
import chat.snug.client.RoomName;
import chat.snug.hosting.Caller;
import chat.snug.hosting.Deed;
import chat.snug.hosting.HostingOptions;
import chat.snug.hosting.HostingOptions.PortChoice;
import chat.snug.hosting.KnownPerson;
import chat.snug.hosting.LimitedInvite;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.Look;
import chat.snug.ui.ScreenExtension;
import chat.snug.ui.Screens;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestSurroundings;
import chat.snug.ui.Views;
import chat.snug.ui.start.JoinCardController;
import chat.snug.ui.start.JoinViewModel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The question about who waits, what the host's page says of the door, and who waits there. */
@ExtendWith(ScreenExtension.class)
final class DoorScreenTest {
    @TempDir Path settings;

    private final FakeDoorway doorway = new FakeDoorway();
    private Surroundings surroundings;
    private FakeDoorway.Room den;
    private DoorViewModel model;
    private DoorPageViewModel page;
    private JoinViewModel join;
    private DoorBar bar;
    private Scene scene;

    @Start
    void start(Stage stage) throws Exception {
        surroundings = TestSurroundings.of(doorway, settings);
        HostingOptions options = new HostingOptions("den", PortChoice.preferred(6667), null, null);
        den = (FakeDoorway.Room) doorway.open(options.withAsksFirst(true));
        model = new DoorViewModel(surroundings, _ -> {}, _ -> {});
        model.guard(den);
        bar = new DoorBar();
        bar.show(model, surroundings.messages());
        page = new DoorPageViewModel(surroundings, den, model, _ -> {}, RoomName::toScreen);
        Views.Loaded<DoorController> door = Views.DOOR.load(surroundings.messages());
        door.controller().show(page);
        Views.Loaded<JoinCardController> card = Views.JOIN_CARD.load(surroundings.messages());
        join = new JoinViewModel(surroundings, () -> new Identity("Mei", "Mei"), _ -> {});
        card.controller().show(join, surroundings.messages());
        scene = new Scene(new VBox(bar, door.root(), card.root()), 780, 900);
        Look.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.sizeToScene(); // it has the size that the test before this one wanted
        stage.show();
    }

    @AfterEach
    void close() {
        surroundings.settings().close();
    }

    private static void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(Screens.PATIENCE_MILLIS, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    @Test
    void theQuestionIsAskedAndAnsweredByTheKeyboard(FxRobot robot) {
        assertThat(bar.isVisible()).isFalse();
        assertThat(bar.isManaged()).isFalse();

        fx(
                () ->
                        den.door.waiting(
                                DoorViewModelTest.caller(1, "Ben", null, false),
                                DoorViewModelTest.caller(2, "Cleo", "cleo", true)));

        assertThat(bar.isVisible()).isTrue();
        assertThat(text(robot, "#door-question")).isEqualTo("Ben wants to come in");
        assertThat(text(robot, "#door-details")).isEqualTo("a guest · from 192.168.1.31");
        assertThat(text(robot, "#door-others")).isEqualTo("1 more waits");
        assertThat(bar.getAccessibleText())
                .isEqualTo("Ben wants to come in, a guest · from 192.168.1.31");
        assertThat(robot.lookup("#door-let-in").queryButton().getAccessibleText())
                .isEqualTo("Let in: Ben wants to come in");
        fx(() -> Screens.shoot(scene, "door"));

        fx(bar::focus);
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(den.door.calls).containsExactly("let in Ben");
        assertThat(text(robot, "#door-question")).isEqualTo("Cleo wants to come in");
    }

    /** The door of somebody else's room. */
    private static final class OtherGate implements Gate {
        private final List<String> calls = new ArrayList<>();

        @Override
        public void letIn(Caller caller) {
            calls.add("let in " + caller.name());
        }

        @Override
        public void turnAway(Caller caller) {
            calls.add("turn away " + caller.name());
        }

        @Override
        public String place() {
            return "192.168.1.7";
        }
    }

    @Test
    void whoModeratesSomebodyElsesRoomHasTheSameQuestion(FxRobot robot) {
        OtherGate gate = new OtherGate();
        Caller ben = DoorViewModelTest.caller(1, "Ben", null, false);
        fx(() -> model.told(gate, List.of(ben)));
        assertThat(text(robot, "#door-question")).isEqualTo("Ben wants to come in");
        assertThat(text(robot, "#door-details"))
                .isEqualTo("a guest · from 192.168.1.31 · at 192.168.1.7");
        fx(() -> Screens.shoot(scene, "door-of-another"));
        robot.clickOn("#door-let-in");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(gate.calls).containsExactly("let in Ben");
        assertThat(bar.isVisible()).isFalse();

        fx(() -> model.told(gate, List.of(DoorViewModelTest.caller(2, "Eve", null, false))));
        assertThat(bar.isVisible()).isTrue();
        fx(() -> model.told(gate, List.of()));
        assertThat(bar.isVisible()).isFalse();
    }

    @Test
    void notNowIsAClickAway(FxRobot robot) {
        fx(() -> den.door.waiting(DoorViewModelTest.caller(1, "Ben", null, false)));

        robot.clickOn("#door-not-now");

        assertThat(den.door.calls).containsExactly("turn away Ben");
        assertThat(bar.isVisible()).isFalse();
    }

    @Test
    void thePageListsWhoWaitsAndWhatOpensTheDoor(FxRobot robot) {
        Instant now = surroundings.clock().instant();
        fx(
                () -> {
                    den.door.waiting(DoorViewModelTest.caller(1, "Ben", null, false));
                    den.door.invites =
                            List.of(
                                    new LimitedInvite(
                                            "a", now, now.plus(Duration.ofHours(2)), 5, 1, false));
                    den.door.known = List.of(new KnownPerson("key:1", "Ann", true, now));
                    page.refresh();
                });
        fx(() -> Screens.shoot(scene, "door-page"));

        assertThat(robot.lookup(".door-cell").<Node>queryAll())
                .extracting(Node::getAccessibleText)
                .contains("Ben wants to come in, a guest · from 192.168.1.31");
        Button withdraw =
                robot.lookup("#door-invites .button").<Button>queryAll().stream()
                        .filter(Node::isVisible)
                        .findFirst()
                        .orElseThrow();
        assertThat(withdraw.getAccessibleText()).isEqualTo("Withdraw: For 5 people, 1 came");
        robot.clickOn(withdraw);
        assertThat(den.door.calls).containsExactly("withdraw a");
    }

    @Test
    void whatIsCutIsThereInFullUnderThePointerAndRowsGrowWithTheText() {
        Instant now = surroundings.clock().instant();
        fx(
                () -> {
                    den.door.deeds =
                            List.of(
                                    new Deed(now, "", Deed.Act.BANNED, "Ben", "#den", ""),
                                    new Deed(
                                            now, "", Deed.Act.BANNED, "B".repeat(200), "#den", ""));
                    page.refresh();
                    layOut();
                });
        assertThat(logTips())
                .hasSize(2)
                .containsOnlyOnce("")
                .anyMatch(tip -> tip.contains("B".repeat(200)));

        fx(
                () -> {
                    Look.LIGHT.dress(scene, 150);
                    layOut();
                });
        ListView<?> log = Screens.ask(() -> (ListView<?>) scene.lookup("#door-log"));
        assertThat(log.getFixedCellSize()).isEqualTo(78);
        assertThat(log.getPrefHeight()).isEqualTo(2 * 78 + 2);
    }

    private void layOut() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private List<String> logTips() {
        return Screens.ask(
                () ->
                        scene.getRoot().lookupAll("#door-log .door-cell").stream()
                                .map(DoorLineCell.class::cast)
                                .filter(cell -> !cell.isEmpty())
                                .map(Control::getTooltip)
                                .map(tip -> tip == null ? "" : tip.getText())
                                .toList());
    }

    @Test
    void whoWaitsSeesThatTheyWaitAndCanCancel(FxRobot robot) {
        fx(
                () -> {
                    join.addressProperty().set("10.0.0.1");
                    join.join();
                    doorway.link().happen(new ClientEvent.WaitingForHost());
                });

        assertThat(text(robot, "#join-connecting-text")).isEqualTo("Waiting for the host…");
        assertThat(robot.lookup("#join-waiting-hint").query().isVisible()).isTrue();
        Button cancel = robot.lookup("#join-cancel").queryButton();
        assertThat(cancel.isFocused()).isTrue();
        assertThat(cancel.getAccessibleHelp()).isEqualTo("Waiting for the host…");
        fx(() -> Screens.shoot(scene, "waiting"));

        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(doorway.link().calls).contains("cancel");
        assertThat(robot.lookup("#join-waiting-hint").query().isVisible()).isFalse();
    }

    @Test
    void whoIsTurnedAwayReadsIt(FxRobot robot) {
        fx(
                () -> {
                    join.addressProperty().set("10.0.0.1");
                    join.join();
                    doorway.link()
                            .happen(
                                    new ClientEvent.WaitingForHost(),
                                    new ClientEvent.ConnectFailed(
                                            new Failure(Failure.Kind.TURNED_AWAY, ""), null));
                });

        assertThat(text(robot, "#join-error"))
                .isEqualTo(surroundings.messages().text("failure.turned-away"));
    }
}
