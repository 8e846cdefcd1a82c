package chat.snug.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent;
import chat.snug.client.Failure;
import chat.snug.hosting.LocalAddress;
import chat.snug.ui.Arrival;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.Look;
import chat.snug.ui.RecentRoom;
import chat.snug.ui.ScreenExtension;
import chat.snug.ui.Screens;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestSurroundings;
import chat.snug.ui.Views;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
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

@ExtendWith(ScreenExtension.class)
final class StartScreenTest {
    @TempDir Path settings;

    private final FakeDoorway doorway = new FakeDoorway();
    private final List<Arrival> arrivals = new ArrayList<>();
    private Surroundings surroundings;
    private Scene scene;

    @Start
    void start(Stage stage) {
        surroundings = TestSurroundings.of(doorway, settings);
        surroundings
                .settings()
                .update(
                        s ->
                                s.withRecent(
                                                new RecentRoom(
                                                        false,
                                                        "irc://irc.libera.chat/java",
                                                        "java",
                                                        "Libera.Chat",
                                                        Instant.parse("2026-11-16T10:00:00Z")))
                                        .withRecent(
                                                new RecentRoom(
                                                        false,
                                                        "snug://192.168.1.7:6667/lobby",
                                                        "lobby",
                                                        "Anna’s laptop",
                                                        Instant.parse("2026-11-19T10:00:00Z"))));
        scene = new Scene(build(surroundings), 960, 640);
        Look.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.sizeToScene(); // it has the size that the test before this one wanted
        stage.show();
        lay();
    }

    /** What a pulse would do, however late it comes on a busy machine. */
    private void lay() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private javafx.scene.Parent build(Surroundings s) {
        Views.Loaded<StartController> start = Views.START.load(s.messages());
        start.controller().show(new StartViewModel(s, "Mei", arrivals::add), s.messages());
        return start.root();
    }

    @AfterEach
    void close() {
        surroundings.settings().close();
    }

    @Test
    void aRoomIsOpenedByOneClick(FxRobot robot) {
        robot.clickOn("#host-open");

        assertThat(doorway.rooms).hasSize(1);
        assertThat(doorway.rooms.getFirst().options.room()).isEqualTo("Friday room");
        assertThat(doorway.link().identity.name()).isEqualTo("Mei");
        assertThat(doorway.link().hostKey).isEqualTo("secret");
        assertThat(arrivals).isEmpty();
        happen(
                new ClientEvent.Connected("Mei", "Snug", true),
                new ClientEvent.RoomEntered("#Friday-room"));
        assertThat(arrivals).hasSize(1);
        assertThat(arrivals.getFirst().address().display()).isEqualTo("192.168.1.20:6667");
    }

    @Test
    void moreHoldsPortPasswordAndAddress(FxRobot robot) throws IOException {
        doorway.addresses =
                List.of(
                        new LocalAddress(InetAddress.getByName("192.168.1.20"), "wlan0", false),
                        new LocalAddress(InetAddress.getByName("10.8.0.3"), "tun0", false));
        robot.clickOn("#host-more").interact(this::lay);
        robot.clickOn("#host-port").write("99999");
        robot.clickOn("#host-open");
        assertThat(text(robot, "#host-port-error")).contains("1 to 65535");
        assertThat(doorway.rooms).isEmpty();
        shoot("start-more");

        robot.doubleClickOn("#host-port").write("7000");
        robot.clickOn("#host-password").write("tea").type(KeyCode.ENTER);
        var options = doorway.rooms.getFirst().options;
        assertThat(options.port().port()).isEqualTo(7000);
        assertThat(options.port().exact()).isTrue();
        assertThat(options.password()).isEqualTo("tea");
        assertThat(options.shown()).isNull();
    }

    @Test
    void aFailureIsToldUnderTheAddressAndWhatWasTypedStays(FxRobot robot) {
        robot.clickOn("#join-address").write("192.168.1.20").type(KeyCode.ENTER);
        assertThat(robot.lookup("#join-connecting").query().isVisible()).isTrue();
        shoot("start-connecting");

        fail(Failure.Kind.NOBODY_LISTENING);
        assertThat(text(robot, "#join-error"))
                .isEqualTo(
                        "No one is hosting at 192.168.1.20:6667. Check the address, or ask whether"
                                + " the room is open.");
        assertThat(typed(robot, "#join-address")).isEqualTo("192.168.1.20");
        shoot("start-error");

        robot.clickOn("#join-address").write("1");
        assertThat(text(robot, "#join-error")).isEmpty();
    }

    @Test
    void connectingCanBeCancelled(FxRobot robot) {
        robot.clickOn("#join-address").write("example.org").clickOn("#join-join");
        robot.clickOn("#join-cancel");

        assertThat(doorway.link().calls).containsExactly("connect", "cancel", "close");
        assertThat(robot.lookup("#join-join").query().isVisible()).isTrue();
        assertThat(text(robot, "#join-error")).isEmpty();
    }

    @Test
    void aPasswordIsAskedForWhereItIsNeeded(FxRobot robot) {
        robot.clickOn("#join-address").write("10.0.0.1").type(KeyCode.ENTER);
        fail(Failure.Kind.WRONG_PASSWORD);
        assertThat(text(robot, "#join-password-error")).isEqualTo("This room asks for a password.");

        robot.clickOn("#join-password").write("coffee").type(KeyCode.ENTER);
        assertThat(doorway.link().address.password()).isEqualTo("coffee");
        fail(Failure.Kind.WRONG_PASSWORD);
        assertThat(text(robot, "#join-password-error")).startsWith("This is not the password.");
        assertThat(robot.lookup("#join-remember").queryAs(CheckBox.class).isSelected()).isFalse();
        shoot("start-password");
        assertThat(typed(robot, "#join-password")).isEqualTo("coffee");
    }

    @Test
    void aNameInUseOffersAnother(FxRobot robot) {
        robot.clickOn("#join-address").write("10.0.0.1").type(KeyCode.ENTER);
        happen(new ClientEvent.ConnectFailed(new Failure(Failure.Kind.NAME_IN_USE, ""), "Mei2"));
        assertThat(text(robot, "#join-error")).isEmpty();
        assertThat(text(robot, "#start-name-error"))
                .startsWith("Somebody there is already called Mei, or")
                .contains("Come in as Mei2, or choose another name.");
        TextField name = robot.lookup("#start-name").queryAs(TextField.class);
        assertThat(name.isFocused()).isTrue();
        assertThat(name.getSelectedText()).isEqualTo("Mei2");
        shoot("start-name-in-use");

        robot.type(KeyCode.ENTER);
        assertThat(doorway.link().identity.name()).isEqualTo("Mei2");
        assertThat(surroundings.settings().get().name()).isEqualTo("Mei");
        fail(Failure.Kind.WRONG_PASSWORD);
        robot.clickOn("#join-password").write("tea").type(KeyCode.ENTER);
        assertThat(doorway.link().identity.name()).isEqualTo("Mei2");
    }

    @Test
    void aNameOfSomebodyElseIsReplacedByTyping(FxRobot robot) {
        robot.clickOn("#join-address").write("10.0.0.1").type(KeyCode.ENTER);
        happen(new ClientEvent.ConnectFailed(new Failure(Failure.Kind.NAME_OWNED, ""), "Mei_"));
        assertThat(text(robot, "#start-name-error")).startsWith("Mei belongs to somebody else");
        robot.write("Rin");
        assertThat(text(robot, "#start-name-error")).isEmpty();
        robot.type(KeyCode.ENTER);
        assertThat(doorway.link().identity.name()).isEqualTo("Rin");
    }

    @Test
    void aRoomThatStaysShutIsToldHereToo(FxRobot robot) {
        robot.clickOn("#join-address").write("10.0.0.1/lobby").type(KeyCode.ENTER);
        happen(
                new ClientEvent.Connected("Mei", "Anna’s laptop", true),
                new ClientEvent.RoomRefused(
                        "#lobby", ClientEvent.RoomRefused.Reason.FULL, "Cannot join channel"));
        assertThat(text(robot, "#join-error")).isEqualTo("lobby is full.");
        assertThat(arrivals).isEmpty();
        assertThat(doorway.link().calls).contains("close");
    }

    @Test
    void aRecentRoomIsOneClickAway(FxRobot robot) {
        robot.clickOn("lobby");
        assertThat(doorway.link().calls).containsExactly("connect");
        assertThat(typed(robot, "#join-address")).isEqualTo("snug://192.168.1.7:6667/lobby");
        assertThat(robot.lookup("Anna’s laptop · yesterday").tryQuery()).isPresent();
        assertThat(robot.lookup("Libera.Chat · Monday").tryQuery()).isPresent();
    }

    @Test
    void nobodyComesInWithoutAName(FxRobot robot) {
        robot.doubleClickOn("#start-name").eraseText(1).clickOn("#host-open");
        assertThat(text(robot, "#start-name-error")).isNotEmpty();
        assertThat(doorway.rooms).isEmpty();
    }

    @Test
    void everythingIsThereInChineseToo(FxRobot robot) {
        robot.interact(
                () -> {
                    scene.setRoot(
                            build(
                                    TestSurroundings.of(
                                            doorway, settings, Locale.SIMPLIFIED_CHINESE)));
                    Screens.shoot(scene, "start-zh");
                });
        assertThat(robot.lookup("请进。").queryAs(Label.class).isVisible()).isTrue();
    }

    private void shoot(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(Screens.PATIENCE_MILLIS, () -> Screens.shoot(scene, name));
    }

    private void happen(ClientEvent... events) {
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS, () -> doorway.link().happen(events));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void fail(Failure.Kind kind) {
        happen(new ClientEvent.ConnectFailed(new Failure(kind, ""), null));
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static String typed(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(TextField.class).getText();
    }
}
