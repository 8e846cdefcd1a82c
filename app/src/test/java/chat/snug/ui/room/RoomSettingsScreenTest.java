package chat.snug.ui.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientRequest;
import chat.snug.client.RoomBan;
import chat.snug.client.RoomModes;
import chat.snug.ui.Look;
import chat.snug.ui.Messages;
import chat.snug.ui.ScreenExtension;
import chat.snug.ui.Screens;
import chat.snug.ui.Views;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ScreenExtension.class)
final class RoomSettingsScreenTest {
    private static final String ROOM = "#Friday-workshop";
    private static final RoomModes OPEN = new RoomModes(false, false, true, null);

    private final FakeRoom room = new FakeRoom();
    private final AtomicBoolean done = new AtomicBoolean();
    private Stage stage;
    private Scene scene;

    @Start
    void start(Stage shown) {
        stage = shown;
        room.are(OPEN);
        room.banned(
                new RoomBan("*!*@10.0.0.5", false, "Ada", Instant.EPOCH),
                new RoomBan("ben!*@*", true, "Mei", Instant.EPOCH));
        show();
        stage.show();
    }

    private void show() {
        Messages messages = Messages.of(Locale.ENGLISH);
        Views.Loaded<RoomSettingsController> view = Views.ROOM_SETTINGS.load(messages);
        view.controller()
                .show(new RoomSettingsViewModel(room, messages), messages, () -> done.set(true));
        scene = new Scene(new StackPane(view.root()), 480, 720);
        Look.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.setWidth(480);
        stage.setHeight(720);
        view.controller().focus();
        room.asked();
    }

    @Test
    void theNameIsTypedAndHandedInByEnter(FxRobot robot) {
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS, () -> Screens.shoot(scene, "room-settings"));
        robot.interact(() -> robot.lookup("#room-name").queryAs(TextField.class).selectAll());
        robot.write("Club").type(KeyCode.ENTER);
        assertThat(room.asked()).containsExactly(new ClientRequest.NameRoom(ROOM, "Club"));
    }

    @Test
    void whoMayComeInIsOneOfThree(FxRobot robot) {
        robot.clickOn("#room-password");
        robot.clickOn("#room-new-password").write("tea").clickOn("#room-set-password");
        assertThat(room.asked())
                .last()
                .isEqualTo(new ClientRequest.ChangeModes(ROOM, OPEN, OPEN.withKey("tea")));
        robot.clickOn("#room-invited").clickOn("#room-moderated");
        assertThat(room.asked())
                .containsExactly(
                        new ClientRequest.ChangeModes(ROOM, OPEN, OPEN.withInviteOnly(true)),
                        new ClientRequest.ChangeModes(ROOM, OPEN, OPEN.withModerated(true)));
        robot.clickOn("#room-done");
        assertThat(done).isTrue();
    }

    @Test
    void whoIsBannedIsLetInAgain(FxRobot robot) {
        assertThat(robot.lookup(".ban-cell").<Node>queryAll())
                .anyMatch(
                        cell ->
                                String.valueOf(cell.getAccessibleText())
                                        .startsWith("Everyone at 10.0.0.5 may not come in"));
        robot.clickOn("Let in again");
        assertThat(room.asked().getFirst()).isInstanceOf(ClientRequest.Lift.class);
    }

    @Test
    void aGuestSeesThemAndChangesNothing(FxRobot robot) {
        robot.interact(
                () -> {
                    room.moderating = false;
                    show();
                });
        assertThat(robot.lookup("#room-look-only").query().isVisible()).isTrue();
        assertThat(robot.lookup("#room-topic").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#room-anyone").query().isDisabled()).isTrue();
        assertThat(scene.getFocusOwner().getId()).isEqualTo("room-done");
    }
}
