package chat.snug.ui.timeline;

import static chat.snug.ui.timeline.KeptTalk.lines;
import static chat.snug.ui.timeline.Talk.at;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.Found;
import chat.snug.client.ClientRequest;
import chat.snug.client.ClientRequest.Search;
import chat.snug.client.Feature;
import chat.snug.ui.EmptyView;
import chat.snug.ui.Look;
import chat.snug.ui.Messages;
import chat.snug.ui.ScreenExtension;
import chat.snug.ui.Screens;
import chat.snug.ui.Views;
import chat.snug.ui.timeline.TimelineItem.Day;
import chat.snug.ui.timeline.TimelineItem.Message;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The find bar over a timeline whose host keeps everything: keys, marks, days, and the way back.
 */
@ExtendWith(ScreenExtension.class)
final class FindScreenTest {
    private final KeptTalk kept = new KeptTalk(10_000);
    private TimelineViewModel timeline;
    private FindViewModel find;
    private TimelineList list;
    private Scene scene;
    private boolean nowhere;

    @Start
    void start(Stage stage) {
        Messages messages = Messages.of(Locale.ENGLISH);
        Views.Loaded<TimelineController> talk = Views.TIMELINE.load(messages);
        Views.Loaded<FindController> bar = Views.FIND.load(messages);
        Clock clock = Clock.fixed(at("14:30"), ZoneOffset.UTC);
        timeline = new TimelineViewModel(clock, ZoneOffset.UTC, Locale.UK);
        timeline.setAnywhere(true);
        timeline.setOnRequest(
                request -> {
                    if (!(request instanceof TimelineRequest.Read)) {
                        Platform.runLater(() -> timeline.apply(List.of(kept.answer(request))));
                    }
                });
        timeline.apply(new Page(Page.Part.NEWEST, null, lines(9_900, 10_000), true));
        find =
                new FindViewModel(
                        Talk.ROOM, timeline, () -> EnumSet.allOf(Feature.class), this::ask);
        talk.controller().show(timeline);
        bar.controller().show(find);
        bar.controller().setOnClosed(() -> list.requestFocus());
        list = (TimelineList) talk.root().lookup("#list");
        VBox.setVgrow(talk.root(), Priority.ALWAYS);
        scene = new Scene(new VBox(bar.root(), talk.root()), 800, 560);
        Look.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.sizeToScene(); // it has the size that the test before this one wanted
        stage.show();
    }

    /** Every thousandth message is found. */
    private void ask(ClientRequest request) {
        Search search = (Search) request;
        find.found(
                new Found(
                        search,
                        nowhere
                                ? List.of()
                                : List.of(
                                        KeptTalk.line(1_000),
                                        KeptTalk.line(5_000),
                                        KeptTalk.line(9_950)),
                        false));
    }

    private String count() {
        return Screens.ask(() -> ((Label) scene.lookup("#find-count")).getText());
    }

    private List<String> inView() {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS,
                () -> {
                    scene.getRoot().layout();
                    return list.visibleRows().stream()
                            .map(TimelineRow::item)
                            .filter(Message.class::isInstance)
                            .map(item -> ((Message) item).text())
                            .toList();
                });
    }

    @Test
    void whatIsNowhereIsSaidInThePlaceOfHits(FxRobot robot) throws TimeoutException {
        nowhere = true;
        Node nothing = Screens.ask(() -> scene.lookup("#timeline-nothing"));
        robot.interact(() -> find.openProperty().set(true));
        robot.write("qqqq").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitFor(
                Screens.PATIENCE_MILLIS, TimeUnit.MILLISECONDS, nothing::isVisible);
        assertThat(((EmptyView) nothing).getText()).isEqualTo("Nothing like “qqqq” was said here.");
        robot.interact(() -> Screens.shoot(scene, "find-nothing"));

        robot.type(KeyCode.BACK_SPACE);
        assertThat(nothing.isVisible()).isFalse();
    }

    @Test
    void enterStepsThroughAllThatIsKeptAndEscGoesBack(FxRobot robot) {
        List<String> before = inView();
        robot.interact(() -> find.openProperty().set(true));
        robot.clickOn("#find-words").write("t").type(KeyCode.ENTER);
        robot.interact(() -> find.wordsProperty().set("t9950"));
        robot.type(KeyCode.ENTER);
        assertThat(count()).isEqualTo("1 of 3");
        assertThat(inView()).contains("t9950");
        shoot(scene, "find-hit");
        robot.type(KeyCode.ENTER);
        assertThat(count()).isEqualTo("2 of 3");
        assertThat(inView()).contains("t5000");
        robot.type(KeyCode.F3);
        assertThat(inView()).contains("t1000");
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(inView()).contains("t5000");
        robot.clickOn("#find-older");
        assertThat(inView()).contains("t1000");
        robot.clickOn("#find-words").type(KeyCode.ESCAPE);
        assertThat(inView()).isEqualTo(before);
        assertThat(Screens.ask(() -> scene.lookup("#find").isVisible())).isFalse();
    }

    @Test
    void hitsAreMarkedTheCurrentOneStronger(FxRobot robot) {
        robot.interact(() -> find.openProperty().set(true));
        robot.clickOn("#find-words").write("t995").type(KeyCode.ENTER);
        assertThat(inView()).contains("t9959", "t9958");
        List<String> marks =
                Screens.ask(
                        () ->
                                list.lookupAll(".found-back").stream()
                                        .filter(FindScreenTest::isDrawn)
                                        .map(path -> path.getPseudoClassStates().toString())
                                        .toList());
        assertThat(marks).hasSizeGreaterThan(3);
        assertThat(marks).filteredOn(states -> states.contains("current")).hasSize(1);
        robot.clickOn("#find-close");
        assertThat(inView()).contains("t9959");
        assertThat(
                        Screens.ask(
                                () ->
                                        list.lookupAll(".found-back").stream()
                                                .anyMatch(FindScreenTest::hasShape)))
                .isFalse();
    }

    private static boolean isDrawn(Node mark) {
        return hasShape(mark) && mark.getParent().getParent().getParent().isVisible();
    }

    private static boolean hasShape(Node mark) {
        return !((Path) mark).getElements().isEmpty();
    }

    /** All windows but the tips that come where the pointer rests. */
    private static List<Window> windows() {
        return Screens.ask(
                () ->
                        Window.getWindows().stream()
                                .filter(window -> !(window instanceof Tooltip))
                                .toList());
    }

    private TimelineRow firstRow() {
        return Screens.ask(() -> list.visibleRows().getFirst());
    }

    @Test
    void aDayIsChosenFromTheCalendar(FxRobot robot) {
        robot.interact(() -> find.openProperty().set(true));
        robot.clickOn("#find-day");
        assertThat(windows()).hasSize(2);
        robot.interact(() -> find.goTo(LocalDate.of(2026, 10, 3)));
        inView();
        assertThat(firstRow().item())
                .isInstanceOfSatisfying(
                        Day.class, day -> assertThat(day.date()).hasToString("2026-10-03"));
        Window calendar = windows().getLast();
        robot.interact(calendar::hide);
        robot.clickOn(Screens.ask(() -> firstRow().lookup(".ruled-label")));
        assertThat(windows()).hasSize(2);
        shoot(windows().getLast().getScene(), "find-day");
        robot.type(KeyCode.ESCAPE);
        assertThat(windows()).hasSize(1);
    }

    private static void shoot(Scene shown, String name) {
        WaitForAsyncUtils.waitForAsyncFx(Screens.PATIENCE_MILLIS, () -> Screens.shoot(shown, name));
    }
}
