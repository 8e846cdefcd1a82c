package chat.snug.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.BanKind;
import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.PeopleListed;
import chat.snug.client.ClientEvent.PersonChanged;
import chat.snug.client.ClientEvent.PersonJoined;
import chat.snug.client.ClientRequest;
import chat.snug.client.Feature;
import chat.snug.client.Person;
import chat.snug.key.OwnKey;
import chat.snug.ui.Look;
import chat.snug.ui.Messages;
import chat.snug.ui.ScreenExtension;
import chat.snug.ui.Screens;
import chat.snug.ui.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ScreenExtension.class)
final class PeopleScreenTest {
    private static final String ROOM = "#lobby";

    private final List<String> chosen = new ArrayList<>();
    private final List<ClientRequest> requests = new ArrayList<>();
    private PeopleController controller;
    private PeopleViewModel people;
    private Scene scene;

    @Start
    void start(Stage stage) {
        Views.Loaded<PeopleController> loaded = Views.PEOPLE.load(Messages.of(Locale.ENGLISH));
        controller = loaded.controller();
        people = new PeopleViewModel("Mei", Locale.ENGLISH);
        people.setHost("Mei");
        people.setOnPersonChosen(chosen::add);
        controller.show(people);
        scene = new Scene(loaded.root(), 216, 420);
        Look.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
        people.apply(
                List.of(
                        listed(
                                person("Mei", "o", false),
                                person("Ben", "o", false),
                                person("Cleo", "", false),
                                person("Dara", "", false),
                                person("Ivo", "v", false),
                                person("李雷", "", false),
                                person("Bartholomew the Longest of All", "o", false),
                                person("Tomas", "", true))));
    }

    private static Person person(String name, String modes, boolean away) {
        return new Person(name, modes.isEmpty() ? Set.of() : Set.of(modes.charAt(0)), away);
    }

    private static Person guest(String name) {
        return new Person(name, Set.of(), false, null, true, null, null);
    }

    private static PeopleListed listed(Person... people) {
        return new PeopleListed(ROOM, List.of(people));
    }

    private void shoot(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(Screens.PATIENCE_MILLIS, () -> Screens.shoot(scene, name));
    }

    @Test
    void whoIsOnlyAGuestIsMarkedForEyesAndEars(FxRobot robot) {
        robot.interact(
                () -> people.apply(List.of(listed(person("Ben", "o", false), guest("Zoe")))));
        shoot("people-guest");

        assertThat(texts("Zoe")).containsExactly("Zoe", "guest");
        assertThat(spoken("Zoe")).isEqualTo("Zoe, guest, the name is not proved");
        assertThat(texts("Ben")).containsExactly("Ben", "mod");
    }

    private List<String> texts(String name) {
        return Screens.ask(
                () -> {
                    Node cell = cellOf(name);
                    return Stream.of(".person-name", ".person-badge")
                            .map(part -> ((Label) cell.lookup(part)).getText())
                            .toList();
                });
    }

    private String spoken(String name) {
        return Screens.ask(() -> cellOf(name).getAccessibleText());
    }

    /** On the JavaFX thread. */
    private Node cellOf(String name) {
        return scene.getRoot().lookupAll(".person-cell").stream()
                .filter(cell -> String.valueOf(cell.getAccessibleText()).startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aClickOnAPersonOpensAPrivateConversation(FxRobot robot) {
        shoot("people");
        robot.clickOn("Cleo");
        assertThat(chosen).containsExactly("Cleo");
        robot.clickOn("Mei").clickOn("Host");
        assertThat(chosen).containsExactly("Cleo");
    }

    @Test
    void thePeopleAreReachedByTheKeyboard(FxRobot robot) {
        robot.interact(() -> robot.lookup("#list").query().requestFocus());
        robot.type(KeyCode.HOME).type(KeyCode.DOWN, 3).type(KeyCode.ENTER);
        shoot("people-keyboard");

        assertThat(chosen).containsExactly("Bartholomew the Longest of All");
    }

    private void moderate() {
        moderate(Set.of(Feature.MUTE));
    }

    private void moderate(Set<Feature> features) {
        people.setModerator(
                new Moderator(
                        () -> ROOM,
                        people,
                        () -> features,
                        requests::add,
                        _ -> {},
                        Messages.of(Locale.ENGLISH)));
    }

    @Test
    void aModeratorsMenuOpensWithTheSecondButton(FxRobot robot) {
        robot.interact(() -> moderate());
        robot.rightClickOn("Cleo");
        robot.clickOn("Make moderator");
        assertThat(requests).containsExactly(new ClientRequest.Promote(ROOM, "Cleo", true));
        assertThat(chosen).isEmpty();

        robot.rightClickOn("Cleo").clickOn("Write privately");
        assertThat(chosen).containsExactly("Cleo");
        robot.rightClickOn("Mei");
        assertThat(robot.lookup("#person-write").tryQuery()).isEmpty();
    }

    @Test
    void theMenuOpensByTheKeyboardForTheRowThatHasIt(FxRobot robot) {
        robot.interact(() -> moderate());
        robot.interact(() -> robot.lookup("#list").query().requestFocus());
        robot.type(KeyCode.HOME).type(KeyCode.DOWN, 5);
        robot.interact(
                () -> {
                    Node list = robot.lookup("#list").query();
                    PickResult nowhere = new PickResult(list, 1, 1);
                    list.fireEvent(
                            new ContextMenuEvent(
                                    ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                                    100,
                                    200,
                                    400,
                                    300,
                                    true,
                                    nowhere));
                });
        robot.clickOn("Mute");
        assertThat(requests).containsExactly(new ClientRequest.Mute(ROOM, "Cleo", true));
    }

    @Test
    void theMenuOpensByTheKeysForItWhereTheSystemAsksForNone(FxRobot robot) {
        robot.interact(() -> moderate());
        robot.interact(() -> robot.lookup("#list").query().requestFocus());
        robot.type(KeyCode.HOME).type(KeyCode.DOWN, 5);
        robot.interact(
                () ->
                        robot.lookup("#list")
                                .query()
                                .fireEvent(
                                        new KeyEvent(
                                                KeyEvent.KEY_PRESSED,
                                                "",
                                                "",
                                                KeyCode.F10,
                                                true,
                                                false,
                                                false,
                                                false)));
        robot.clickOn("Mute");
        assertThat(requests).containsExactly(new ClientRequest.Mute(ROOM, "Cleo", true));
    }

    @Test
    void theKeyIsAskedForWhenTheMenuOpensAndOfferedOnceItIsTold(FxRobot robot) {
        robot.interact(() -> moderate(Set.of(Feature.ACCOUNT_BANS, Feature.KEY_BANS)));
        robot.rightClickOn("Cleo");
        assertThat(requests).containsExactly(new ClientRequest.AskKey("Cleo"));
        requests.clear();
        robot.clickOn("Remove and ban");
        assertThat(robot.lookup("#person-BAN_KEY").tryQuery()).isEmpty();

        Person keyed =
                new Person("Cleo", Set.of(), false, null, true, null, OwnKey.make().fingerprint());
        robot.interact(() -> people.apply(List.of(new PersonChanged(ROOM, keyed))));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("By the key of their computer");
        assertThat(requests)
                .containsExactly(
                        new ClientRequest.Ban(ROOM, "Cleo", BanKind.KEY, true),
                        new ClientRequest.Remove(ROOM, "Cleo", ""));
    }

    @Test
    void aGuestsMenuOffersOnlyToWrite(FxRobot robot) {
        robot.rightClickOn("Cleo");
        assertThat(robot.lookup("#person-write").tryQuery()).isPresent();
        assertThat(robot.lookup("#person-PROMOTE").tryQuery()).isEmpty();
    }

    @Test
    void whoTheyAreCanBeReadOut(FxRobot robot) {
        List<String> texts =
                robot.lookup(".person-cell").queryAll().stream()
                        .map(Node::getAccessibleText)
                        .toList();

        assertThat(texts)
                .contains("Mei, host", "Ben, moderator", "Cleo", "Tomas, away", "Here · 6");
    }

    @Test
    void anEmptyRoomSaysSo(FxRobot robot) {
        robot.interact(() -> controller.show(new PeopleViewModel("Mei", Locale.ENGLISH)));

        assertThat(robot.lookup(".empty-text").queryLabeled().getText())
                .isEqualTo("Whoever is inside sees who is here.");
    }

    @Test
    void aCrowdIsShownWithFewNodesAndGrowsWithoutAFreeze(FxRobot robot) {
        List<Person> crowd = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            crowd.add(person("guest" + i, "", i % 7 == 0));
        }
        robot.interact(() -> people.apply(List.of(new PeopleListed(ROOM, crowd))));
        List<ConversationEvent> arrivals = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            arrivals.add(new PersonJoined(ROOM, Instant.EPOCH, person("new" + i, "", false)));
        }
        long[] nanos = new long[1];
        robot.interact(
                () -> {
                    long start = System.nanoTime();
                    people.apply(arrivals);
                    scene.getRoot().layout();
                    nanos[0] = System.nanoTime() - start;
                });

        ListView<?> list = robot.lookup("#list").queryListView();
        assertThat(list.getItems()).hasSize(2_102);
        assertThat(Screens.ask(() -> list.lookupAll(".person-cell").size())).isLessThan(40);
        // A second's worth of arrivals in a small part of a second.
        assertThat(nanos[0]).isLessThan(500_000_000L);
        shoot("people-crowd");
    }
}
