package chat.snug.ui.timeline;

import static chat.snug.ui.timeline.Talk.action;
import static chat.snug.ui.timeline.Talk.at;
import static chat.snug.ui.timeline.Talk.joined;
import static chat.snug.ui.timeline.Talk.left;
import static chat.snug.ui.timeline.Talk.mention;
import static chat.snug.ui.timeline.Talk.mine;
import static chat.snug.ui.timeline.Talk.notSent;
import static chat.snug.ui.timeline.Talk.pending;
import static chat.snug.ui.timeline.Talk.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.ModesChanged;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.Feature;
import chat.snug.ui.Look;
import chat.snug.ui.Messages;
import chat.snug.ui.ScreenExtension;
import chat.snug.ui.Screens;
import chat.snug.ui.Views;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.Undelivered;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ScreenExtension.class)
final class TimelineScreenTest {
    private static final String LONG =
            "A selector is asked which of its channels are ready, and only those are read. "
                    .repeat(5);

    private final List<URI> opened = new ArrayList<>();
    private TimelineViewModel timeline;
    private TimelineController controller;
    private Scene scene;

    @Start
    void start(Stage stage) {
        Views.Loaded<TimelineController> loaded = Views.TIMELINE.load(Messages.of(Locale.ENGLISH));
        controller = loaded.controller();
        controller.setOnLink(opened::add);
        timeline = newTimeline(Locale.UK);
        controller.show(timeline);
        scene = new Scene(loaded.root(), 816, 660);
        Look.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }

    private static TimelineViewModel newTimeline(Locale locale) {
        TimelineViewModel timeline =
                new TimelineViewModel(
                        Clock.fixed(at("14:30"), ZoneOffset.UTC), ZoneOffset.UTC, locale);
        timeline.setMe("Mei");
        return timeline;
    }

    private void apply(ConversationEvent... events) {
        settle(() -> timeline.apply(List.of(events)));
    }

    /** Does something and lays out, as the next pulse would. */
    private void settle(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS,
                () -> {
                    action.run();
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                });
    }

    private void shoot(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(Screens.PATIENCE_MILLIS, () -> Screens.shoot(scene, name));
    }

    private void talk() {
        apply(
                said("14:02", "Ben", "Slides are up. Shout if the projector is too dark."),
                said("14:03", "Ben", "And the exercise is to make this loop not block."),
                joined("14:04", "Cleo"),
                joined("14:04", "Dara"),
                joined("14:05", "Eve"),
                joined("14:05", "Finn"),
                joined("14:06", "Gus"),
                left("14:07", "Tom", ""),
                mention("14:09", "Cleo", "@Mei I can. 你想先看一下吗？"),
                mine("14:10", "m", "Yes please. See https://openjfx.io for the pulse bit."),
                action("14:11", "Ivo", "opens a window 🪟"),
                said("14:12", "李雷", "大家好，我是新来的。👋 🎉 👍🏽 👨‍👩‍👧 ❤️"),
                said("14:12", "李雷", "今天的练习是用一个选择器线程写一个聊天室，谁都不能把它堵住。".repeat(4)),
                said("14:13", "Dara", LONG),
                new ModesChanged(Talk.ROOM, at("14:14"), "+o Ben", "Mei"),
                new Said(
                        Talk.ROOM,
                        at("14:15"),
                        "n1",
                        "clock",
                        false,
                        Said.Kind.NOTICE,
                        "It is a quarter past two.",
                        false),
                pending("14:16", 8, "this one did not get there"),
                notSent(8, ""),
                pending("14:16", 9, "Back in five minutes"));
    }

    @Test
    void looksLikeARoom() {
        talk();
        shoot("timeline-room");
    }

    private void livelyTalk() {
        settle(
                () -> {
                    timeline.choices().setFeatures(EnumSet.allOf(Feature.class));
                    timeline.apply(
                            new Page(
                                    Page.Part.NEWEST,
                                    null,
                                    List.of(
                                            said(at("09:00"), "s", "Ben", "Slides are up."),
                                            said(at("09:01"), "q", "Mei", "Who writes the test?"),
                                            said(at("09:02"), "x", "Tom", "oops, wrong room")),
                                    false));
                    timeline.setLooking(true);
                    timeline.setLooking(false);
                });
        apply(
                MessageMarksTest.reacted("1", "s", "Cleo", "👍", false),
                MessageMarksTest.reacted("2", "s", "Mei", "👍", false),
                MessageMarksTest.reacted("3", "s", "Dara", "🎉", false),
                MessageMarksTest.reacted("4", "s", "Dara", "nice", false),
                MessageMarksTest.redacted("x", "Tom"),
                MessageMarksTest.reply("14:09", "r", "Cleo", "I can. 你想先看一下吗？", "q"),
                said(at("14:10"), "l", "Cleo", "Two lines:\nthis is the second\n\nand a fourth"),
                MessageMarksTest.reply("14:11", "u", "Dara", "And that one?", "unknown"));
    }

    @Test
    void looksLively(FxRobot robot) {
        livelyTalk();
        robot.moveTo("And that one?");
        shoot("timeline-lively");
        assertThat(robot.lookup("#message-toolbar").query().isVisible()).isTrue();
    }

    @Test
    void theToolbarDoesWhatItSays(FxRobot robot) {
        List<TimelineRequest> asked = new ArrayList<>();
        livelyTalk();
        settle(() -> timeline.setOnRequest(asked::add));
        robot.moveTo("And that one?").clickOn("#message-toolbar > .icon-button");
        assertThat(asked).containsExactly(new TimelineRequest.Answer("u", "Dara", "And that one?"));
    }

    @Test
    void theToolbarGoesWithItsMessage(FxRobot robot) {
        livelyTalk();
        robot.moveTo("And that one?").moveTo("#message-toolbar > .icon-button");
        assertThat(robot.lookup("#message-toolbar").query().isVisible()).isTrue();
        for (int i = 0; i < 60; i++) {
            apply(said("14:12", "Ben", "And so on, for the " + i + "th time."));
        }
        assertThat(rowInView("And that one?")).isEmpty();
        assertThat(robot.lookup("#message-toolbar").query().isVisible()).isFalse();
    }

    @Test
    void aQuoteLeadsToWhatItAnswers(FxRobot robot) {
        livelyTalk();
        for (int i = 0; i < 60; i++) {
            apply(said("14:12", "Ben", "And so on, for the " + i + "th time."));
        }
        apply(MessageMarksTest.reply("14:13", "v", "Dara", "Mei does.", "q"));
        assertThat(rowInView("Who writes the test?")).isEmpty();
        robot.clickOn(Screens.ask(() -> rowInView("Mei does.").orElseThrow().lookup(".quote")));

        assertThat(rowInView("Who writes the test?")).isPresent();
    }

    /** The row whose words are these; rows out of view wait, hidden, to be used again. */
    private Optional<TimelineRow> rowInView(String text) {
        TimelineList list = Screens.ask(() -> (TimelineList) scene.lookup("#list"));
        return Screens.ask(
                () ->
                        list.visibleRows().stream()
                                .filter(
                                        row ->
                                                row.item() instanceof Message said
                                                        && said.text().equals(text))
                                .findFirst());
    }

    @Test
    void aRightClickOnWhatHasJustGoneIsHarmless(FxRobot robot) {
        talk();
        timeline.setOnRequest(_ -> {});
        robot.interact(
                () -> {
                    TimelineRow last = rowInView("Back in five minutes").orElseThrow();
                    Point2D at = last.localToScene(60, 4);
                    Message failed =
                            (Message) rowInView("this one did not get there").orElseThrow().item();
                    timeline.retry((Undelivered) failed.delivery());
                    MouseEvent press = press(at);
                    last.getParent().fireEvent(press);
                    assertThatCode(() -> last.getParent().fireEvent(menu(at)))
                            .doesNotThrowAnyException();
                });
    }

    private static MouseEvent press(Point2D at) {
        return new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                MouseButton.SECONDARY,
                1,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                false,
                true,
                true,
                null);
    }

    private static ContextMenuEvent menu(Point2D at) {
        return new ContextMenuEvent(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                false,
                null);
    }

    @Test
    void looksLikeARoomInChinese() {
        timeline = newTimeline(Locale.SIMPLIFIED_CHINESE);
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS,
                () -> {
                    Views.Loaded<TimelineController> chinese =
                            Views.TIMELINE.load(Messages.of(Locale.SIMPLIFIED_CHINESE));
                    controller = chinese.controller();
                    controller.show(timeline);
                    scene.setRoot(chinese.root());
                });
        talk();
        shoot("timeline-room-chinese");
    }

    @Test
    void aLittleTalkSitsAtTheBottom() {
        apply(
                joined("14:00", "Ben"),
                said("14:02", "Ben", "Anybody here?"),
                mine("14:03", "m1", "Come in."));
        shoot("timeline-little");
    }

    @Test
    void whatDidNotGetThereIsSentAgainByAClick(FxRobot robot) {
        List<Long> again = new ArrayList<>();
        timeline.setOnRequest(request -> again.add(((TimelineRequest.Again) request).token()));
        talk();
        int rows = timeline.items().size();
        robot.clickOn("Try again");

        assertThat(again).containsExactly(8L);
        assertThat(timeline.items()).hasSize(rows - 1);
    }

    @Test
    void aLinkIsOpenedByAClick(FxRobot robot) {
        talk();
        robot.clickOn(".message-link");

        assertThat(opened).containsExactly(URI.create("https://openjfx.io"));
    }

    @Test
    void aMessageIsReachedAndUsedByTheKeyboard(FxRobot robot) {
        talk();
        robot.interact(() -> scene.lookup("#list").requestFocus());
        robot.type(KeyCode.UP, 2).push(KeyCode.SHORTCUT, KeyCode.C);
        assertThat(clipboard(robot)).isEqualTo("this one did not get there");

        List<Long> again = new ArrayList<>();
        timeline.setOnRequest(request -> again.add(((TimelineRequest.Again) request).token()));
        robot.type(KeyCode.ENTER);
        assertThat(again).containsExactly(8L);

        robot.type(KeyCode.HOME).type(KeyCode.DOWN, 5).type(KeyCode.ENTER);
        assertThat(opened).containsExactly(URI.create("https://openjfx.io"));
        shoot("timeline-keyboard");
    }

    private static String clipboard(FxRobot robot) {
        List<String> content = new ArrayList<>();
        robot.interact(() -> content.add(Clipboard.getSystemClipboard().getString()));
        return content.getFirst();
    }

    @Test
    void aMessageIsCopiedByItsMenu(FxRobot robot) {
        talk();
        robot.rightClickOn(".message-link");
        robot.clickOn("Copy with name and time");
        assertThat(clipboard(robot))
                .isEqualTo("Mei, 14:10: Yes please. See https://openjfx.io for the pulse bit.");

        robot.rightClickOn(".message-link").clickOn("Open https://openjfx.io");
        assertThat(opened).hasSize(1);
    }

    @Test
    void whatIsNewBelowIsOneClickAway(FxRobot robot) {
        talk();
        assertThat(robot.lookup(".timeline-newest").queryButton().isVisible()).isFalse();
        robot.moveTo("#list").scroll(10, VerticalDirection.UP);
        assertThat(robot.lookup(".timeline-newest").queryButton().getText())
                .isEqualTo("To the newest");
        apply(said("14:20", "Ben", "one"));
        assertThat(robot.lookup(".timeline-newest").queryButton().getText())
                .isEqualTo("1 new message");
        apply(said("14:20", "Ben", "two"), said("14:21", "Cleo", "three"));
        shoot("timeline-new-below");

        robot.clickOn("3 new messages");
        assertThat(robot.lookup(".timeline-newest").queryButton().isVisible()).isFalse();
        assertThat(timeline.newBelowProperty().get()).isZero();
        assertThat(timeline.atEndProperty().get()).isTrue();
    }

    @Test
    void whatIsTypedAtAMessageGoesToTheField(FxRobot robot) {
        StringBuilder typed = new StringBuilder();
        controller.setOnTyped(typed::append);
        talk();
        robot.clickOn("It is a quarter past two.").write("hi").type(KeyCode.UP, KeyCode.ESCAPE);

        assertThat(typed).hasToString("hi");
    }

    @Test
    void linksInNotesOfTheAppAreClicked(FxRobot robot) {
        settle(() -> timeline.note("The room is open: snug://192.168.1.20:6667/lobby"));
        robot.clickOn(".message-link");

        assertThat(opened).containsExactly(URI.create("snug://192.168.1.20:6667/lobby"));
    }

    @Test
    void everyMessageCanBeReadOut(FxRobot robot) {
        talk();
        List<String> texts =
                Screens.ask(
                        () ->
                                robot.lookup(".message-row").queryAll().stream()
                                        .filter(Node::isVisible)
                                        .map(Node::getAccessibleText)
                                        .toList());

        assertThat(texts)
                .contains(
                        "Cleo, 14:09: @Mei I can. 你想先看一下吗？",
                        "You, 14:16, not sent: this one did not get there",
                        "You, 14:16, on its way: Back in five minutes");
    }
}
