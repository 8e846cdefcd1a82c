package chat.snug.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.RoomListed;
import chat.snug.client.ClientEvent.SignInFailed;
import chat.snug.client.ClientRequest;
import chat.snug.client.Failure;
import chat.snug.client.Feature;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.FakeDoorway.Link;
import chat.snug.ui.ScreenExtension;
import chat.snug.ui.Screens;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestSurroundings;
import chat.snug.ui.notify.Desktop;
import java.nio.file.Path;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
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

/** The rooms of a network, the account there, and the wire, by mouse and keyboard. */
@ExtendWith(ScreenExtension.class)
final class NetworkScreenTest {
    @TempDir Path settings;

    private final FakeDoorway doorway = new FakeDoorway();
    private Surroundings surroundings;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        shown.setWidth(1000);
        shown.setHeight(800);
        surroundings = TestSurroundings.of(doorway, settings);
        new SnugWindow(shown, surroundings, "Mei", _ -> {}, Desktop.none()).show(() -> {});
    }

    @AfterEach
    void close() {
        surroundings.settings().close();
    }

    private Link join(FxRobot robot) {
        robot.interact(
                () ->
                        robot.lookup("#join-address")
                                .queryAs(TextField.class)
                                .setText("ircs://irc.libera.chat/#java"));
        robot.clickOn("#join-join");
        Link link = doorway.link();
        happen(
                link,
                new ClientEvent.Connecting(1),
                new ClientEvent.Connected("Mei", "Libera.Chat", false),
                new ClientEvent.RoomEntered("#java"));
        return link;
    }

    @Test
    void aRoomIsFoundAndEnteredByKeyboard(FxRobot robot) {
        Link link = join(robot);
        robot.press(KeyCode.CONTROL).type(KeyCode.J).release(KeyCode.CONTROL);
        assertThat(link.requests).contains(new ClientRequest.ListRooms());
        happen(
                link,
                new RoomListed("#kotlin", 310, "A modern language · be kind"),
                new RoomListed("#libera", 1_204, "Questions about the network"),
                new RoomListed("#quiet", 1, ""));
        assertThat(text(robot, "#rooms-status")).isEqualTo("3 rooms, more are coming…");
        shoot("rooms");
        robot.write("kot");
        assertThat(robot.lookup("#rooms-list").queryListView().getItems()).hasSize(1);
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(link.requests).last().isEqualTo(new ClientRequest.Join("#kotlin", null));
        assertThat(robot.lookup("#rooms-list").tryQuery()).as("the sheet is gone").isEmpty();
    }

    @Test
    void aRoomIsEnteredByDoubleClickAndByItsName(FxRobot robot) {
        Link link = join(robot);
        robot.clickOn("#header-more").clickOn("More rooms…");
        happen(link, new RoomListed("#kotlin", 310, ""), new ClientEvent.RoomListEnd());
        robot.doubleClickOn("kotlin");
        assertThat(link.requests).last().isEqualTo(new ClientRequest.Join("#kotlin", null));
        robot.press(KeyCode.CONTROL).type(KeyCode.J).release(KeyCode.CONTROL);
        robot.write("tea house").type(KeyCode.ENTER);
        assertThat(link.requests).last().isEqualTo(new ClientRequest.Join("#tea-house", null));
    }

    @Test
    void theRoomsOfAHostAreAClickAwayAtItsHeading(FxRobot robot) {
        Link link = join(robot);
        robot.clickOn(".side-enter");
        assertThat(link.requests).last().isEqualTo(new ClientRequest.ListRooms());
        robot.write("tea house").type(KeyCode.ENTER);
        assertThat(link.requests).last().isEqualTo(new ClientRequest.Join("#tea-house", null));

        happen(link, new ClientEvent.Disconnected(new Failure(Failure.Kind.CLOSED_BY_HOST, "")));
        assertThat(robot.lookup(".side-enter").query().isVisible()).isFalse();
    }

    @Test
    void theRoomsAreThereForWhoTypesTheCommand(FxRobot robot) {
        Link link = join(robot);
        robot.clickOn(".composer-text").write("/list").type(KeyCode.ENTER);
        assertThat(link.requests).last().isEqualTo(new ClientRequest.ListRooms());
        happen(link, new RoomListed("#kotlin", 310, ""), new ClientEvent.RoomListEnd());
        assertThat(robot.lookup("#rooms-list").queryListView().getItems()).hasSize(1);
    }

    @Test
    void anAccountIsMadeAndVerified(FxRobot robot) {
        Link link = join(robot);
        happen(
                link,
                new ClientEvent.FeaturesChanged(Set.of(Feature.SIGN_IN, Feature.REGISTRATION)));
        robot.clickOn("#header-more").clickOn("Your account here…");
        robot.clickOn("#account-other");
        robot.clickOn("#account-password").write("sesame").type(KeyCode.ENTER);
        assertThat(link.requests).last().isEqualTo(new ClientRequest.Register("sesame", null));
        happen(link, new SignInFailed(SignInFailed.Trouble.PASSWORD_REFUSED, "weak"));
        assertThat(text(robot, "#account-remark")).isEqualTo("The host wants another password.");
        shoot("account");
        robot.write("!").type(KeyCode.ENTER);
        happen(link, new ClientEvent.VerificationNeeded("Mei", "see your mail"));
        assertThat(text(robot, "#account-title")).isEqualTo("Type the code");
        robot.clickOn("#account-code").write("123").type(KeyCode.ENTER);
        assertThat(link.requests).last().isEqualTo(new ClientRequest.Verify("Mei", "123"));
        happen(link, new ClientEvent.AccountChanged("Mei"));
        assertThat(text(robot, "#account-title")).isEqualTo("You are signed in");
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#account-title").tryQuery()).isEmpty();
    }

    @Test
    void whoWantsToIsKnownByTheKeyOfThisComputer(FxRobot robot) {
        Link link = join(robot);
        happen(
                link,
                new ClientEvent.FeaturesChanged(
                        Set.of(Feature.SIGN_IN, Feature.SIGN_IN_BY_KEY, Feature.REGISTRATION)));
        assertThat(link.requests).noneMatch(ClientRequest.SignInByKey.class::isInstance);
        robot.clickOn("#header-more").clickOn("Your account here…");
        WaitForAsyncUtils.waitForFxEvents();
        shoot("account-sign-in");
        robot.clickOn("#account-key");
        TextArea fingerprints = robot.lookup("#account-fingerprints").queryAs(TextArea.class);
        assertThat(fingerprints.getText()).matches("SHA-256 [0-9a-f]{64}\nSHA-512 [0-9a-f]{128}");
        shoot("account-key");
        robot.clickOn("#account-yes");
        assertThat(link.requests).last().isEqualTo(new ClientRequest.SignInByKey());
        happen(link, new ClientEvent.AccountChanged("Mei"));
        assertThat(text(robot, "#account-title")).isEqualTo("You are signed in");
    }

    @Test
    void theWireIsShownAndFiltered(FxRobot robot) {
        Link link = join(robot);
        link.wire("PASS sesame", ":host 001 Mei :Welcome", ":host 372 Mei :- Be kind");
        robot.clickOn("#header-more").clickOn("What goes over the wire…");
        ListView<?> list = robot.lookup("#wire-list").queryListView();
        assertThat(list.getItems()).hasSize(3);
        assertThat(list.getItems().toString()).contains("•••").doesNotContain("sesame");
        shoot("wire");
        robot.clickOn("#wire-filter").write("kind");
        assertThat(list.getItems()).hasSize(1);
        robot.clickOn("#wire-close");
        assertThat(robot.lookup("#wire-list").tryQuery()).isEmpty();
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

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }
}
