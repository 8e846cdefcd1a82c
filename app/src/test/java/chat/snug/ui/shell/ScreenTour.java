package chat.snug.ui.shell;

import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.Reacted;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.Failure;
import chat.snug.client.Feature;
import chat.snug.client.Person;
import chat.snug.client.Secrecy;
import chat.snug.hosting.Visitor;
import chat.snug.hosting.Visitors;
import chat.snug.key.OwnKey;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.FakeDoorway.Link;
import chat.snug.ui.RecentRoom;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestSurroundings;
import chat.snug.ui.notify.Desktop;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/**
 * Leads one window through every screen of the app, with much in it and with nothing in it. Each
 * stop follows from the one before. On the JavaFX thread.
 */
final class ScreenTour {
    private static final Instant NOW = Instant.parse("2026-11-20T14:02:00Z");
    private static final String ROOM = "#Friday-workshop";
    private static final String LONG_ROOM =
            "#A-room-whose-name-is-sixty-characters-long-and-not-one-more";

    private final FakeDoorway doorway = new FakeDoorway();
    private final Surroundings surroundings;
    private final Stage stage;
    private final Map<String, Runnable> stops = new LinkedHashMap<>();

    ScreenTour(Stage stage, Path settings, Locale locale) {
        this.stage = stage;
        surroundings = TestSurroundings.of(doorway, settings, locale);
        surroundings
                .settings()
                .update(
                        s ->
                                s.withRecent(recent("irc://irc.libera.chat/java", "java", 16))
                                        .withRecent(recent("192.168.1.7/lobby", "lobby", 19)));
        new SnugWindow(stage, surroundings, "Mei", _ -> {}, Desktop.none()).show(() -> {});
        stops.put("start", () -> {});
        stops.put("start-more", this::openMore);
        stops.put("start-error", this::joinInVain);
        stops.put("room-empty", this::hostARoom);
        stops.put("room", this::talk);
        stops.put("room-find", this::find);
        stops.put("room-commands", this::typeACommand);
        stops.put("emoji", this::pickEmoji);
        stops.put("switcher", this::openSwitcher);
        stops.put("switcher-nothing", () -> type("#switcher-field", "qqqq"));
        stops.put("mentions", () -> press("#side-mentions"));
        stops.put("settings", () -> press("#side-settings"));
        stops.put("settings-copies", () -> press("#copies-delete"));
        stops.put("keys", () -> key(KeyCode.SLASH, true));
        stops.put("invite", () -> press("#header-invite"));
        stops.put("room-settings", () -> choose("header-settings"));
        stops.put("hosting", this::whoIsHere);
        stops.put("private", this::talkInPrivate);
        stops.put("extremes", this::extremes);
        stops.put("page", this::network);
        stops.put("room-list", this::moreRooms);
        stops.put("account", () -> chooseNext("header-account"));
        stops.put("wire", () -> chooseNext("header-wire"));
        stops.put("banner", this::hostVanishes);
        stops.put("copy", this::readTheCopy);
        stops.put("sheet-host", () -> press("#side-host"));
        stops.put("sheet-join", () -> press("#side-join"));
        stops.put("question", this::close);
    }

    private static RecentRoom recent(String address, String room, int day) {
        String host = room.equals("java") ? "Libera.Chat" : "Anna’s laptop";
        Instant when = Instant.parse("2026-11-" + day + "T10:00:00Z");
        return new RecentRoom(false, address, room, host, when);
    }

    /** The stops in their order, by name. */
    Map<String, Runnable> stops() {
        return stops;
    }

    Scene scene() {
        return stage.getScene();
    }

    Surroundings surroundings() {
        return surroundings;
    }

    private void openMore() {
        ((ToggleButton) scene().lookup("#host-more")).setSelected(true);
        ((ToggleButton) scene().lookup("#join-more")).setSelected(true);
    }

    private void joinInVain() {
        ((ToggleButton) scene().lookup("#host-more")).setSelected(false);
        ((ToggleButton) scene().lookup("#join-more")).setSelected(false);
        type("#join-address", "192.168.1.20");
        press("#join-join");
        Failure nobody = new Failure(Failure.Kind.NOBODY_LISTENING, "");
        doorway.link().happen(new ClientEvent.ConnectFailed(nobody, null));
    }

    private void hostARoom() {
        type("#host-room", "Friday workshop");
        press("#host-open");
        doorway.link()
                .happen(
                        new ClientEvent.Connecting(1),
                        encrypted(Secrecy.Proof.INVITE),
                        new ClientEvent.Connected("Mei", "Snug", true),
                        new ClientEvent.FeaturesChanged(EnumSet.allOf(Feature.class)),
                        new ClientEvent.RoomEntered(ROOM),
                        people(ROOM, person("Mei", 'q', 'o')));
        // It waits a moment before it says so.
        find("#timeline-nothing").setVisible(true);
    }

    private void talk() {
        Link own = doorway.link();
        own.happen(
                people(
                        ROOM,
                        person("Mei", 'q', 'o'),
                        person("Ben", 'o'),
                        person("Cleo"),
                        person("Dara"),
                        person("Ivo"),
                        new Person("Tomas", Set.of(), true)),
                new ClientEvent.TopicChanged(
                        ROOM, NOW, "Selectors, queues and fan-out · slides at 14:00", null),
                said("1", "Ben", "Slides are up. Shout if the projector is too dark."),
                said(
                        "2",
                        "Ben",
                        """
                        The exercise is to make this loop not block:
                        ```
                        while (loop.isOpen()) {
                            loop.turn();          // accept, read, flush once
                        }
                        ```\
                        """),
                reacted("1", "Cleo", "👍"),
                reacted("1", "Mei", "👍"),
                reacted("1", "Dara", "🎉"),
                new ClientEvent.PersonJoined(ROOM, NOW, person("Eve")),
                new ClientEvent.PersonLeft(
                        ROOM, NOW, "Eve", ClientEvent.PersonLeft.How.QUIT, null, ""),
                said("3", "Mei", "Who writes the second test?"),
                new ClientEvent.RoomEntered("#homework"));
        show("homework");
        own.happen(
                new Said(
                        ROOM,
                        NOW.plusSeconds(420),
                        "4",
                        "Cleo",
                        false,
                        Said.Kind.TEXT,
                        "@Mei I can. 你想先看一下吗？",
                        true,
                        null,
                        "3"),
                said("5", "Dara", "Look at `Selector.select`: \u0002one\u0002 thread. 👋 🎉"));
        show("Friday");
        own.happen(
                new Said(
                        "#homework", NOW, "h", "Cleo", false, Said.Kind.TEXT, "Mei: page 4?", true),
                new ClientEvent.TypingChanged(ROOM, "Cleo", true));
    }

    private void find() {
        doorway.link()
                .happen(
                        said("6", "Mei", "Yes please. See https://openjfx.io for the pulse bit."),
                        new ClientEvent.Pending(
                                ROOM,
                                NOW.plusSeconds(500),
                                9,
                                Said.Kind.TEXT,
                                "Back in five minutes"));
        key(KeyCode.F, true);
        type("#find-words", "selector");
    }

    private void typeACommand() {
        key(KeyCode.ESCAPE, false);
        press("#find-close");
        type(".composer-text", "/");
    }

    private void pickEmoji() {
        type(".composer-text", "");
        press(".composer-emoji");
    }

    private void openSwitcher() {
        key(KeyCode.ESCAPE, false);
        key(KeyCode.K, true);
    }

    private void whoIsHere() {
        key(KeyCode.ESCAPE, false);
        choose("header-who");
        Visitors here =
                new Visitors(
                        3,
                        List.of(
                                visitor("Mei", "127.0.0.1", true, 0, 0),
                                visitor("Ben", "192.168.1.31", false, 3, 48 << 10),
                                visitor("Cleo", "192.168.1.44", false, 0, 0)),
                        1);
        doorway.rooms.getFirst().looks.forEach(look -> look.accept(here));
    }

    private static Visitor visitor(
            String name, String address, boolean host, int quietMinutes, int waiting) {
        return new Visitor(
                name,
                address,
                null,
                host,
                true,
                NOW.minusSeconds(720),
                Duration.ofMinutes(quietMinutes),
                waiting,
                List.of(ROOM));
    }

    /** Chooses an entry of the header's menu. */
    private void choose(String id) {
        ((MenuButton) find("#header-more"))
                .getItems().stream()
                        .filter(item -> id.equals(item.getId()))
                        .findFirst()
                        .orElseThrow()
                        .fire();
    }

    private void talkInPrivate() {
        key(KeyCode.ESCAPE, false);
        type(".composer-text", "");
        doorway.link()
                .happen(new Said("Ben", NOW, "p", "Ben", false, Said.Kind.TEXT, "psst", true));
        show("Ben");
    }

    private void extremes() {
        Link own = doorway.link();
        List<Person> crowd = new ArrayList<>();
        crowd.add(person("Mei", 'q', 'o'));
        crowd.add(person("مريم", 'o'));
        crowd.add(person("小明"));
        crowd.add(person("🦊fox"));
        crowd.add(person("somebody_with_a_name_of_thirty"));
        for (int i = 0; i < 2_000; i++) {
            crowd.add(person("guest" + i));
        }
        own.happen(
                new ClientEvent.RoomEntered(LONG_ROOM),
                new ClientEvent.PeopleListed(LONG_ROOM, crowd),
                new ClientEvent.TopicChanged(LONG_ROOM, NOW, "🎉".repeat(40) + " topic", null),
                said(LONG_ROOM, "e1", "مريم", "مرحبا بكم في الغرفة، كيف حالكم اليوم؟"),
                said(LONG_ROOM, "e2", "🦊fox", "🎉👍❤️😀🫖🦊👋🏽👨‍👩‍👧🇪🇺".repeat(30)),
                said(LONG_ROOM, "e3", "小明", "今天的练习是用一个选择器线程写一个聊天室。".repeat(6)),
                said(LONG_ROOM, "e4", "somebody_with_a_name_of_thirty", "x".repeat(400)));
        show("A-room");
        type(".composer-text", "😀 🎉 emoji in the field");
    }

    private void network() {
        type(".composer-text", "");
        press("#side-join");
        type(".sheet-page #join-address", "irc.libera.chat");
        press(".sheet-page #join-join");
        doorway.link()
                .happen(
                        encrypted(Secrecy.Proof.VOUCHED),
                        new ClientEvent.Connected("Mei", "Libera.Chat", false),
                        new ClientEvent.HostNotice(NOW, "Welcome to Libera.Chat, Mei"));
    }

    private static ClientEvent encrypted(Secrecy.Proof proof) {
        return new ClientEvent.SecrecyChanged(new Secrecy(proof, OwnKey.make().fingerprint()));
    }

    private void moreRooms() {
        choose("header-rooms");
        doorway.link()
                .happen(
                        new ClientEvent.RoomListed("#java", 412, "The language, and its machine"),
                        new ClientEvent.RoomListed("#openjfx", 58, ""),
                        new ClientEvent.RoomListed("#中文", 1204, "欢迎"),
                        new ClientEvent.RoomListEnd());
    }

    private void chooseNext(String id) {
        key(KeyCode.ESCAPE, false);
        choose(id);
    }

    private void hostVanishes() {
        key(KeyCode.ESCAPE, false);
        doorway.link()
                .happen(
                        new ClientEvent.Disconnected(new Failure(Failure.Kind.CLOSED_BY_HOST, "")),
                        new ClientEvent.Reconnecting(1, Duration.ofSeconds(8)));
    }

    /** While the host is away, what is shown of the past is one's own copy. */
    private void readTheCopy() {
        List<ClientEvent.ConversationEvent> page =
                List.of(said("#java", "c", "Ben", "This was said while the host was there."));
        doorway.link()
                .happen(
                        new ClientEvent.HistoryPage(
                                "#java", ClientEvent.HistoryPage.Place.BELOW, page, true));
        show("java");
    }

    private void close() {
        key(KeyCode.ESCAPE, false);
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    /** Chooses the side bar's entry whose name begins so. */
    private void show(String begins) {
        @SuppressWarnings("unchecked")
        ListView<SideItem> list = (ListView<SideItem>) scene().lookup("#side-list");
        list.getItems().stream()
                .filter(
                        item ->
                                item instanceof SideItem.Entry(ConversationViewModel entry)
                                        && entry.titleProperty().get().startsWith(begins))
                .findFirst()
                .ifPresentOrElse(
                        list.getSelectionModel()::select,
                        () -> {
                            throw new AssertionError("no " + begins + " in the side bar");
                        });
    }

    private void press(String what) {
        ((ButtonBase) find(what)).fire();
    }

    private void type(String where, String text) {
        TextInputControl field = (TextInputControl) find(where);
        field.requestFocus();
        field.setText(text);
        field.end();
    }

    private Node find(String what) {
        Node node = scene().lookup(what);
        if (node == null) {
            throw new AssertionError("no " + what);
        }
        return node;
    }

    private void key(KeyCode code, boolean shortcut) {
        Node target = scene().getFocusOwner() == null ? scene().getRoot() : scene().getFocusOwner();
        target.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false));
    }

    private static ClientEvent people(String room, Person... people) {
        return new ClientEvent.PeopleListed(room, List.of(people));
    }

    private static Person person(String name, Character... modes) {
        return new Person(name, Set.of(modes), false);
    }

    private static Said said(String id, String from, String text) {
        return said(ROOM, id, from, text);
    }

    private static Said said(String room, String id, String from, String text) {
        boolean mine = from.equals("Mei");
        Instant at = NOW.plusSeconds(60);
        return new Said(room, at, id, from, mine, Said.Kind.TEXT, text, false);
    }

    private static Reacted reacted(String target, String from, String what) {
        return new Reacted(ROOM, NOW, null, target, from, from.equals("Mei"), what, false);
    }
}
