package chat.snug.ui.invite;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.hosting.HostingOptions;
import chat.snug.hosting.HostingOptions.PortChoice;
import chat.snug.hosting.LocalAddress;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.Look;
import chat.snug.ui.OpenRoom;
import chat.snug.ui.ScreenExtension;
import chat.snug.ui.Screens;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestSurroundings;
import chat.snug.ui.Views;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ScreenExtension.class)
final class InviteScreenTest {
    @TempDir Path settings;

    private final FakeDoorway doorway = new FakeDoorway();
    private Surroundings surroundings;
    private Scene scene;

    @Start
    void start(Stage stage) throws Exception {
        doorway.addresses =
                List.of(
                        new LocalAddress(InetAddress.getByName("192.168.1.20"), "wlan0", false),
                        new LocalAddress(InetAddress.getByName("10.8.0.3"), "tun0", false));
        surroundings = TestSurroundings.of(doorway, settings);
        OpenRoom room =
                doorway.open(
                        new HostingOptions(
                                "Friday workshop", PortChoice.preferred(6667), "tea", null));
        InviteViewModel model =
                new InviteViewModel(
                        surroundings, "Friday workshop", "#Friday-workshop", room.address(), room);
        Views.Loaded<InviteController> view = Views.INVITE.load(surroundings.messages());
        view.controller().show(model, surroundings.messages());
        scene = new Scene(new StackPane(view.root()), 640, 700);
        Look.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.setWidth(640);
        stage.setHeight(700);
        stage.show();
        view.controller().focus();
    }

    @AfterEach
    void close() {
        surroundings.settings().close();
    }

    private static String clipboard() {
        return WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS, () -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void theLinkIsOneKeyAway(FxRobot robot) {
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS, () -> Screens.shoot(scene, "invite"));
        assertThat(robot.lookup("#invite-make-key").query().isFocused()).isTrue();
        robot.type(KeyCode.SPACE); // puts a key into the link, and the keyboard on the link
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(KeyCode.SPACE);
        assertThat(clipboard())
                .isEqualTo("snug://192.168.1.20:6667/Friday-workshop?key=tokentokentokentoken42");
        assertThat(robot.lookup("#invite-copy-link").queryAs(Button.class).getText())
                .isEqualTo("Copied");
    }

    @Test
    void anotherAddressChangesEverythingThatIsHandedOut(FxRobot robot) {
        ComboBox<InviteAddress> box = robot.lookup("#invite-addresses").queryComboBox();
        robot.interact(() -> box.getSelectionModel().select(1));
        assertThat(robot.lookup("#invite-link").queryAs(TextField.class).getText())
                .isEqualTo("snug://10.8.0.3:6667/Friday-workshop");
        assertThat(robot.lookup("#invite-qr").query().getAccessibleText())
                .isEqualTo("QR code of the link snug://10.8.0.3:6667/Friday-workshop");

        robot.clickOn("#invite-copy-irssi");
        assertThat(clipboard()).isEqualTo("/connect 10.8.0.3 6667\n/join #Friday-workshop");
        robot.clickOn("#invite-copy-hexchat");
        assertThat(clipboard()).isEqualTo("hexchat --url=irc://10.8.0.3:6667/Friday-workshop");
        robot.clickOn("#invite-copy-address");
        assertThat(clipboard()).isEqualTo("10.8.0.3:6667");
    }

    @Test
    void everyButtonSaysWhatItCopies(FxRobot robot) {
        assertThat(robot.lookup(".button").<Node>queryAll())
                .extracting(Node::getAccessibleText)
                .contains(
                        "Copy the link",
                        "Copy the address",
                        "Copy the lines for irssi",
                        "Copy the line for HexChat");
    }
}
