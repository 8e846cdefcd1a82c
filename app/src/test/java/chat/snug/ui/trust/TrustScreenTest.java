package chat.snug.ui.trust;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Address;
import chat.snug.client.KeyMismatch;
import chat.snug.client.KeyMismatch.Between;
import chat.snug.client.Secrecy;
import chat.snug.client.Secrecy.Proof;
import chat.snug.hosting.HostingOptions;
import chat.snug.hosting.HostingOptions.PortChoice;
import chat.snug.key.Fingerprint;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.Inspection;
import chat.snug.ui.KeyInWords;
import chat.snug.ui.Look;
import chat.snug.ui.ScreenExtension;
import chat.snug.ui.Screens;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestSurroundings;
import chat.snug.ui.Views;
import chat.snug.ui.dialogs.Sheets;
import chat.snug.ui.invite.InviteController;
import chat.snug.ui.invite.InviteViewModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The four words behind the lock, and the alarm when a host is another one. */
@ExtendWith(ScreenExtension.class)
final class TrustScreenTest {
    private static final Fingerprint OLD = KeyInWords.ONE.key();
    private static final Fingerprint NEW = KeyInWords.OTHER.key();
    private static final Address INVITE = Address.ofSnug("192.168.1.7", 6667, "#lobby", OLD);

    @TempDir Path settings;

    private final FakeDoorway doorway = new FakeDoorway();
    private final List<Address> forgotten = new ArrayList<>();
    private final List<Secrecy> compared = new ArrayList<>();
    private Surroundings surroundings;
    private Sheets sheets;
    private Scene scene;

    @Start
    void start(Stage stage) {
        surroundings = TestSurroundings.of(doorway, settings);
        doorway.knownHosts.met("192.168.1.7", 6667, OLD);
        sheets = new Sheets();
        scene = new Scene(sheets, 760, 620);
        Look.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.setWidth(760);
        stage.setHeight(620);
        stage.show();
    }

    @AfterEach
    void close() {
        surroundings.settings().close();
        doorway.knownHosts.close();
    }

    private void showAlarm() {
        showAlarm(INVITE, new KeyMismatch(OLD, NEW, Between.KNOWN_AND_SHOWN));
    }

    private void showAlarm(Address address, KeyMismatch keys) {
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS,
                () -> {
                    KeyAlarmViewModel model =
                            new KeyAlarmViewModel(
                                    surroundings, new KeyAlarm(address, keys), forgotten::add);
                    Views.Loaded<KeyAlarmController> view =
                            Views.KEY_ALARM.load(surroundings.messages());
                    view.controller().show(model, surroundings.messages(), sheets::close);
                    sheets.open(view.root(), view.controller()::focus, () -> {});
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void showWords(Proof proof) {
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS,
                () -> {
                    HostKeyViewModel model =
                            new HostKeyViewModel(
                                    surroundings,
                                    "Friday workshop",
                                    INVITE,
                                    new Secrecy(proof, OLD),
                                    false,
                                    false,
                                    compared::add);
                    Views.Loaded<HostKeyController> view =
                            Views.HOST_KEY.load(surroundings.messages());
                    view.controller().show(model, surroundings.messages(), sheets::close);
                    sheets.open(view.root(), view.controller()::focus, () -> {});
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String focused() {
        Node owner =
                WaitForAsyncUtils.waitForAsyncFx(
                        Screens.PATIENCE_MILLIS, () -> scene.getFocusOwner());
        return owner == null ? "" : String.valueOf(owner.getId());
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).<Labeled>query().getText().replace("\n", "");
    }

    private void wellMade(String name) {
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS,
                () -> {
                    Screens.shoot(scene, name);
                    assertThat(Inspection.of(scene.getRoot())).isEmpty();
                });
    }

    @Test
    void goingBackIsWhatEnterDoes(FxRobot robot) {
        showAlarm();
        wellMade("key-alarm");
        assertThat(text(robot, "#key-alarm-title"))
                .isEqualTo("This is not the computer you knew at this address.");
        assertThat(text(robot, "#key-alarm-expected")).isEqualTo(OLD.hex());
        assertThat(text(robot, "#key-alarm-shown")).isEqualTo(NEW.hex());
        assertThat(text(robot, "#key-alarm-shown-words")).isEqualTo(KeyInWords.OTHER.words());
        assertThat(focused()).isEqualTo("key-alarm-back");
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sheets.isVisible()).isFalse();
        assertThat(forgotten).isEmpty();
        assertThat(doorway.knownHosts.get("192.168.1.7", 6667)).isNotNull();
    }

    @Test
    void forgettingAsksAgainAndKeepingIsTheAnswerAtHand(FxRobot robot) {
        showAlarm();
        robot.clickOn("#key-alarm-forget");
        WaitForAsyncUtils.waitForFxEvents();
        wellMade("key-alarm-sure");
        assertThat(focused()).isEqualTo("key-alarm-keep");
        assertThat(
                        robot.lookup("#key-alarm-back")
                                .<Node>query()
                                .getParent()
                                .getParent()
                                .isVisible())
                .isFalse();
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(focused()).isEqualTo("key-alarm-back");
        assertThat(forgotten).isEmpty();

        robot.clickOn("#key-alarm-forget");
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#key-alarm-yes");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(forgotten).containsExactly(INVITE.withPin(null));
        assertThat(doorway.knownHosts.get("192.168.1.7", 6667)).isNull();
    }

    @Test
    void believingAnInviteThatNamesAnotherIsASeparateAct(FxRobot robot) {
        Address lure = Address.ofSnug("192.168.1.7", 6667, "#lobby", NEW);
        showAlarm(lure, new KeyMismatch(OLD, NEW, Between.KNOWN_AND_INVITE));
        wellMade("key-alarm-other-invite");
        assertThat(text(robot, "#key-alarm-title")).startsWith("The invite names another computer");
        assertThat(text(robot, "#key-alarm-expected")).isEqualTo(OLD.hex());
        assertThat(text(robot, "#key-alarm-expected-words")).isEqualTo(KeyInWords.ONE.words());
        assertThat(text(robot, "#key-alarm-shown")).isEqualTo(NEW.hex());
        assertThat(focused()).isEqualTo("key-alarm-back");

        robot.clickOn("#key-alarm-forget");
        WaitForAsyncUtils.waitForFxEvents();
        wellMade("key-alarm-other-invite-sure");
        assertThat(focused()).isEqualTo("key-alarm-keep");
        robot.clickOn("#key-alarm-yes");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(forgotten).containsExactly(lure);
        assertThat(doorway.knownHosts.get("192.168.1.7", 6667)).isNull();
    }

    @Test
    void anInviteForAHostThatIsKnownByItsNameShowsOneKey(FxRobot robot) {
        showAlarm(INVITE, new KeyMismatch(null, NEW, Between.KNOWN_AND_INVITE));
        wellMade("key-alarm-vouched");
        assertThat(robot.lookup("#key-alarm-expected").<Node>query().getParent().isVisible())
                .isFalse();
        assertThat(text(robot, "#key-alarm-shown")).isEqualTo(NEW.hex());
    }

    @Test
    void theWordsAreComparedAndMarked(FxRobot robot) {
        showWords(Proof.FIRST_USE);
        wellMade("host-key");
        assertThat(text(robot, "#host-key-words")).isEqualTo(KeyInWords.ONE.words());
        assertThat(focused()).isEqualTo("host-key-close");
        robot.clickOn("#host-key-copy");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(
                        WaitForAsyncUtils.<String>waitForAsyncFx(
                                Screens.PATIENCE_MILLIS,
                                () -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo(OLD.hex());
        robot.clickOn("#host-key-right");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text(robot, "#host-key-explanation")).contains("You have compared");
        assertThat(robot.lookup("#host-key-right").<Node>query().isVisible()).isFalse();
        robot.clickOn("#host-key-not-right");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(compared)
                .containsExactly(new Secrecy(Proof.CHECKED, OLD), new Secrecy(Proof.KNOWN, OLD));
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sheets.isVisible()).isFalse();
    }

    @Test
    void theHostReadsTheSameWordsInTheInvite(FxRobot robot) throws Exception {
        FakeDoorway.Room room =
                (FakeDoorway.Room)
                        doorway.open(
                                new HostingOptions(
                                        "Friday workshop", PortChoice.preferred(6667), null, null));
        room.pin = OLD;
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS,
                () -> {
                    Views.Loaded<InviteController> view =
                            Views.INVITE.load(surroundings.messages());
                    view.controller()
                            .show(
                                    new InviteViewModel(
                                            surroundings,
                                            "Friday workshop",
                                            "#Friday-workshop",
                                            room.address(),
                                            room),
                                    surroundings.messages());
                    sheets.open(view.root(), view.controller()::focus, () -> {});
                });
        WaitForAsyncUtils.waitForFxEvents();
        wellMade("invite-words");
        assertThat(text(robot, "#invite-words")).isEqualTo(KeyInWords.ONE.words());
    }

    @Test
    void aVouchedNameHasNoWords(FxRobot robot) {
        showWords(Proof.VOUCHED);
        wellMade("host-key-vouched");
        assertThat(robot.lookup("#host-key-words").<Node>query().getParent().isVisible()).isFalse();
        assertThat(robot.lookup("#host-key-right").<Node>query().isVisible()).isFalse();
        assertThat(text(robot, "#host-key-fingerprint")).isEqualTo(OLD.hex());
    }
}
