package chat.snug.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientRequest;
import chat.snug.client.Failure;
import chat.snug.client.Feature;
import chat.snug.client.Person;
import chat.snug.client.Secrecy;
import chat.snug.hosting.LocalAddress;
import chat.snug.key.OwnKey;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.FakeDoorway.Link;
import chat.snug.ui.ScreenExtension;
import chat.snug.ui.Screens;
import chat.snug.ui.Settings;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestSurroundings;
import chat.snug.ui.notify.Desktop;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ScreenExtension.class)
final class ShellScreenTest {
    private static final Instant NOW = Instant.parse("2026-11-20T14:10:00Z");

    @TempDir Path settings;

    private final FakeDoorway doorway = new FakeDoorway();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final List<URI> pages = new ArrayList<>();
    private Surroundings surroundings;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        // The same stage serves all tests.
        shown.setWidth(1000);
        shown.setHeight(800);
        surroundings = TestSurroundings.of(doorway, settings);
        new SnugWindow(shown, surroundings, "Mei", pages::add, Desktop.none())
                .show(() -> closed.set(true));
    }

    @AfterEach
    void close() {
        surroundings.settings().close();
    }

    @Test
    void roomsOfSeveralHostsStandInTheSideBarWithWhatIsUnread(FxRobot robot) {
        Link own = host(robot, "Friday workshop");
        happen(
                own,
                new ClientEvent.TopicChanged(
                        "#Friday-workshop",
                        NOW,
                        "Selectors, queues and fan-out · slides at 14:00",
                        null),
                people("#Friday-workshop", "Mei", "Ben", "Cleo", "Dara", "Ivo"),
                new ClientEvent.RoomEntered("#homework"),
                said("#Friday-workshop", "Ben", "Slides are up.", false));
        robot.clickOn("Friday-workshop");
        happen(
                own,
                said("#homework", "Cleo", "Mei: done?", true),
                said("#homework", "Cleo", "see page 4", false));
        assertThat(badge(robot, "homework")).isEqualTo("1");
        Link anna = join(robot, "192.168.1.7/lobby", "Anna’s laptop", "#lobby");
        happen(
                anna,
                new ClientEvent.RoomEntered("#music"),
                said("#lobby", "Anna", "tea?", false),
                said("Ben", "Ben", "psst", false));
        robot.clickOn("Friday-workshop");
        assertThat(badge(robot, "lobby")).isEqualTo("•");
        assertThat(stage.getTitle()).isEqualTo("(4) Friday-workshop · Snug");
        shoot("shell");

        robot.clickOn("homework");
        assertThat(badge(robot, "homework")).isEmpty();
        assertThat(stage.getTitle()).isEqualTo("(2) homework · Snug");
        robot.press(KeyCode.ALT, KeyCode.SHIFT)
                .type(KeyCode.DOWN)
                .release(KeyCode.SHIFT, KeyCode.ALT);
        assertThat(text(robot, "#header-title")).isEqualTo("lobby");
    }

    @Test
    void oneWritesStraightAwayWhereverOneClicked(FxRobot robot) {
        join(robot, "192.168.1.7/lobby", "Anna’s laptop", "#lobby");
        join(robot, "192.168.1.8/music", "Ben’s laptop", "#music");

        robot.clickOn("lobby").write("to the room");
        assertThat(robot.lookup("#text").queryTextInputControl().getText())
                .isEqualTo("to the room");

        robot.interact(() -> robot.lookup("#side-host").query().requestFocus());
        robot.write(", all");
        assertThat(robot.lookup("#text").queryTextInputControl().getText())
                .isEqualTo("to the room, all");
    }

    @Test
    void wordsAreFoundAnsweredAndWrittenAtByTheKeyboard(FxRobot robot) {
        Link anna = join(robot, "192.168.1.7/lobby", "Anna’s laptop", "#lobby");
        Said first = spoken("1", "Ben", "Who brings the selector?");
        happen(
                anna,
                new ClientEvent.FeaturesChanged(EnumSet.allOf(Feature.class)),
                first,
                spoken("2", "Cleo", "I have one."),
                new ClientEvent.TypingChanged("#lobby", "Dara", true));
        assertThat(robot.lookup("#find").query().isVisible()).isFalse();
        robot.push(KeyCode.SHORTCUT, KeyCode.F).write("Selector").type(KeyCode.ENTER);
        assertThat(text(robot, "#find-count")).isEqualTo("1 of 1");
        shoot("shell-find");
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#find").query().isVisible()).isFalse();

        robot.moveTo("I have one.").clickOn("#message-toolbar > .icon-button");
        shoot("shell-reply");
        robot.write("Bring it").type(KeyCode.ENTER);
        assertThat(anna.requests)
                .contains(new ClientRequest.Say("#lobby", "Bring it", Said.Kind.TEXT, "2"));
    }

    @Test
    void escGoesToTheNewestFromTheFieldToo(FxRobot robot) {
        Link anna = join(robot, "192.168.1.7/lobby", "Anna’s laptop", "#lobby");
        for (int i = 0; i < 60; i++) {
            happen(anna, spoken("m" + i, "Ben", "Line " + i));
        }
        robot.moveTo("#list").scroll(10, VerticalDirection.UP);
        assertThat(robot.lookup(".timeline-newest").query().isVisible()).isTrue();

        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup(".timeline-newest").query().isVisible()).isFalse();
    }

    private static Said spoken(String id, String from, String text) {
        return new Said("#lobby", NOW, id, from, false, Said.Kind.TEXT, text, false);
    }

    @Test
    void theHeaderOpensTheInviteAndTheSettingsOfTheRoom(FxRobot robot) throws Exception {
        doorway.addresses =
                List.of(new LocalAddress(InetAddress.getByName("192.168.1.20"), "wlan0", false));
        Link own = host(robot, "Friday workshop");
        happen(own, new ClientEvent.RoomNamed("#Friday-workshop", "Friday workshop"));
        assertThat(text(robot, "#header-address")).isEqualTo("192.168.1.20:6667");

        robot.clickOn("#header-invite");
        assertThat(text(robot, "#invite-title")).isEqualTo("Invite people into Friday workshop");
        shoot("shell-invite");
        robot.clickOn("#invite-copy-link");
        assertThat(onScreen(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("snug://192.168.1.20:6667/Friday-workshop");
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#invite-title").tryQuery()).isEmpty();

        robot.clickOn("#header-more").clickOn("Room settings…");
        assertThat(text(robot, "#room-title")).isEqualTo("Settings of Friday workshop");
        assertThat(own.requests).contains(new ClientRequest.AskModes("#Friday-workshop"));
        shoot("shell-room-settings");
        robot.clickOn("#room-done");
        assertThat(robot.lookup("#room-title").tryQuery()).isEmpty();
    }

    @Test
    void theHeadingOfThisComputerShowsWhoIsHere(FxRobot robot) {
        host(robot, "Friday workshop");
        FakeDoorway.Room room = doorway.rooms.getFirst();
        robot.clickOn("On this computer");
        assertThat(room.looks).hasSize(1);
        assertThat(robot.lookup("#hosting-people").query().isVisible()).isTrue();

        robot.clickOn("Friday-workshop");
        assertThat(robot.lookup("#hosting-people").tryQuery()).isEmpty();
        robot.clickOn("#header-more").clickOn("Who is here…");
        assertThat(robot.lookup("#hosting-people").tryQuery()).isPresent();
    }

    @Test
    void whatWasDoneIsTakenBackByTheKeyboard(FxRobot robot) {
        Link own = host(robot, "Friday workshop");
        happen(own, people("#Friday-workshop", "Mei", "Ben"));
        robot.rightClickOn(
                Screens.ask(
                        () ->
                                robot.from(robot.lookup(".people-list"))
                                        .lookup("Ben")
                                        .<Label>query()));
        robot.clickOn("Remove from the room");
        assertThat(text(robot, "#toast-text")).isEqualTo("Ben was removed.");
        shoot("shell-toast");
        robot.interact(
                () ->
                        assertThat(upperEdge(robot, ".toast"))
                                .as("at the beginning of the talk, not over its newest lines")
                                .isBetween(
                                        upperEdge(robot, ".timeline"),
                                        upperEdge(robot, ".timeline") + 20));
        robot.press(KeyCode.ALT).type(KeyCode.Z).release(KeyCode.ALT);
        assertThat(own.requests)
                .contains(
                        new ClientRequest.Remove("#Friday-workshop", "Ben", ""),
                        new ClientRequest.Invite("#Friday-workshop", "Ben"));
    }

    @Test
    void closingTheWindowAsksOnceAndSaysWhoIsDisconnected(FxRobot robot) {
        Link own = host(robot, "Friday workshop");
        happen(own, people("#Friday-workshop", "Mei", "Ben", "Cleo", "Dara", "Ivo", "Tomas"));

        askToClose();
        assertThat(text(robot, "#question-title")).isEqualTo("Close Friday-workshop?");
        assertThat(text(robot, "#question-text"))
                .isEqualTo("Ben, Cleo, Dara and 2 others will be disconnected.");
        shoot("shell-close");
        robot.type(KeyCode.ESCAPE);
        assertThat(closed).isFalse();
        assertThat(stage.isShowing()).isTrue();

        askToClose();
        robot.clickOn("#question-yes");
        assertThat(closed).isTrue();
        assertThat(stage.isShowing()).isFalse();
        assertThat(surroundings.settings().get().window())
                .isEqualTo(
                        new Settings.Window(
                                stage.getScene().getWidth(), stage.getScene().getHeight(), false));
    }

    @Test
    void aGuestsWindowClosesWithoutAQuestion(FxRobot robot) {
        join(robot, "192.168.1.7/lobby", "Anna’s laptop", "#lobby");
        askToClose();
        assertThat(closed).isTrue();
    }

    @Test
    void aHostThatVanishesIsToldAndTriedAgain(FxRobot robot) {
        Link anna = join(robot, "192.168.1.7/lobby", "Anna’s laptop", "#lobby");
        happen(
                anna,
                new ClientEvent.Disconnected(new Failure(Failure.Kind.CLOSED_BY_HOST, "")),
                new ClientEvent.Reconnecting(1, Duration.ofSeconds(8)));
        assertThat(text(robot, "#banner-text"))
                .isEqualTo("The host closed the room. Trying again in 8 seconds.");
        shoot("shell-banner");

        robot.clickOn("#banner-action");
        assertThat(anna.calls).contains("retryNow");
        happen(
                anna,
                new ClientEvent.Connecting(2),
                new ClientEvent.Connected("Mei", "Anna’s laptop", true));
        assertThat(robot.lookup("#banner").query().isVisible()).isFalse();
    }

    @Test
    void aNetworkWithoutARoomShowsItsOwnPage(FxRobot robot) {
        host(robot, "Friday workshop");
        robot.clickOn("#side-join");
        robot.clickOn(".sheet-page #join-address").write("irc.libera.chat").type(KeyCode.ENTER);
        happen(
                doorway.link(),
                new ClientEvent.Connected("Mei", "Libera.Chat", false),
                new ClientEvent.HostNotice(NOW, "Welcome to Libera.Chat"));
        assertThat(text(robot, "#header-title")).isEqualTo("Libera.Chat");
        ListView<?> list = robot.lookup("#side-list").queryListView();
        assertThat(list.getSelectionModel().getSelectedItem())
                .isInstanceOf(SideItem.HostHeading.class);
        shoot("shell-page");
    }

    @Test
    void theHeaderSaysWhoCanReadAlong(FxRobot robot) {
        Link own = host(robot, "Friday workshop");
        Button lock = robot.lookup("#header-lock").queryButton();
        assertThat(lock.getText()).isEqualTo("Not encrypted");
        assertThat(lock.getAccessibleText())
                .isEqualTo("Not encrypted: others on the network can read along");
        shoot("shell-not-encrypted");
        Secrecy encrypted = new Secrecy(Secrecy.Proof.INVITE, OwnKey.make().fingerprint());
        happen(own, new ClientEvent.SecrecyChanged(encrypted));
        assertThat(lock.getText()).isEmpty();
        assertThat(lock.getTooltip().getText())
                .isEqualTo("Encrypted; people without encryption may come in too");
        shoot("shell-encrypted-mixed");
        robot.clickOn(lock);
        assertThat(robot.lookup("#host-key-words").tryQuery()).isPresent();
        robot.clickOn("#host-key-close");
        happen(own, new ClientEvent.FeaturesChanged(Set.of(Feature.ENCRYPTED_ONLY)));
        assertThat(lock.getTooltip().getText()).isEqualTo("Encrypted");
        shoot("shell-encrypted");
    }

    @Test
    void aSecondRoomOpensBesideTheFirst(FxRobot robot) {
        Link own = host(robot, "Friday workshop");
        robot.clickOn("#side-host");
        shoot("shell-host");
        robot.clickOn(".sheet-page #host-room");
        robot.write("homework").type(KeyCode.ENTER);
        assertThat(own.requests).containsExactly(new ClientRequest.Join("#homework", null));
        assertThat(doorway.rooms).hasSize(1);
        assertThat(robot.lookup(".sheets").query().isVisible()).isFalse();
    }

    @Test
    void leavingTheLastRoomLeadsBackToTheStart(FxRobot robot) {
        Link anna = join(robot, "192.168.1.7/lobby", "Anna’s laptop", "#lobby");
        robot.clickOn("#header-more").clickOn("Leave the room");
        assertThat(anna.calls).contains("close");
        assertThat(robot.lookup(".start").query().isVisible()).isTrue();
        assertThat(robot.lookup("Anna’s laptop · today").tryQuery()).isPresent();
    }

    @Test
    void aNarrowWindowHidesPeopleBehindAButton(FxRobot robot) {
        Link own = host(robot, "Friday workshop");
        happen(own, people("#Friday-workshop", "Mei", "Ben"));
        assertThat(robot.lookup(".people").query().isVisible()).isTrue();
        robot.interact(() -> stage.setWidth(800));
        assertThat(robot.lookup(".people").query().isVisible()).isFalse();
        robot.clickOn("#header-people");
        assertThat(robot.lookup(".people").query().isVisible()).isTrue();
        shoot("shell-narrow");
        robot.clickOn("#header-people");
        assertThat(robot.lookup(".people").query().isVisible()).isFalse();
    }

    private Link host(FxRobot robot, String room) {
        robot.lookup("#host-room").queryAs(TextField.class);
        robot.interact(() -> robot.lookup("#host-room").queryAs(TextField.class).setText(room));
        robot.clickOn("#host-open");
        Link link = doorway.link();
        happen(
                link,
                new ClientEvent.Connecting(1),
                new ClientEvent.Connected("Mei", "Snug", true),
                new ClientEvent.RoomEntered('#' + room.replace(' ', '-')));
        return link;
    }

    private Link join(FxRobot robot, String address, String network, String room) {
        boolean inside = !robot.lookup(".start").query().isVisible();
        if (inside) {
            robot.clickOn("#side-join");
        }
        String scope = inside ? ".sheet-page " : ".start ";
        robot.interact(
                () ->
                        robot.lookup(scope + "#join-address")
                                .queryAs(TextField.class)
                                .setText(address));
        robot.clickOn(scope + "#join-join");
        Link link = doorway.link();
        happen(
                link,
                new ClientEvent.Connecting(1),
                new ClientEvent.Connected("Mei", network, false),
                new ClientEvent.RoomEntered(room));
        return link;
    }

    private static ClientEvent people(String room, String... names) {
        return new ClientEvent.PeopleListed(
                room, List.of(names).stream().map(n -> new Person(n, Set.of(), false)).toList());
    }

    private static ClientEvent said(String room, String from, String text, boolean mention) {
        return new Said(room, NOW, null, from, false, Said.Kind.TEXT, text, mention);
    }

    private static void happen(Link link, ClientEvent... events) {
        WaitForAsyncUtils.waitForAsyncFx(Screens.PATIENCE_MILLIS, () -> link.happen(events));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void askToClose() {
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS,
                () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void shoot(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS, () -> Screens.shoot(stage.getScene(), name));
    }

    private static <T> T onScreen(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(Screens.PATIENCE_MILLIS, question);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static boolean isOf(String title, SideCell cell) {
        return cell.lookup(".side-title") instanceof Label label && label.getText().equals(title);
    }

    private static String badge(FxRobot robot, String title) {
        Label badge =
                Screens.ask(
                        () ->
                                (Label)
                                        robot.lookup(".side-cell")
                                                .<SideCell>match(cell -> isOf(title, cell))
                                                .query()
                                                .lookup(".badge"));
        return !badge.isVisible() ? "" : badge.getText().isEmpty() ? "•" : badge.getText();
    }

    private static double upperEdge(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        return node.localToScene(node.getLayoutBounds()).getMinY();
    }
}
