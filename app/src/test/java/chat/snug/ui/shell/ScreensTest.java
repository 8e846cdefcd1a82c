package chat.snug.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.ui.Inspection;
import chat.snug.ui.Look;
import chat.snug.ui.ScreenExtension;
import chat.snug.ui.Screens;
import chat.snug.ui.Settings;
import chat.snug.ui.Settings.Appearance;
import chat.snug.ui.Settings.LanguageChoice;
import chat.snug.ui.Settings.LookChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Every screen in both looks, both languages and three sizes: a picture of each in {@code
 * target/screens}, and nothing cut, outside, faint or without a name for a screen reader.
 */
@ExtendWith(ScreenExtension.class)
final class ScreensTest {
    private record Size(int width, int height) {}

    private static final Size USUAL = new Size(1280, 800);
    private static final List<Size> SIZES =
            List.of(new Size(760, 480), USUAL, new Size(1920, 1080));

    @TempDir Path settings;

    private Stage stage;

    @SuppressWarnings("NullAway.Init")
    private ScreenTour tour;

    @Start
    void start(Stage shown) {
        stage = shown;
        // The same stage serves all tests, as small as may be: what it shows itself is not looked
        // at.
        shown.setWidth(Settings.Window.MIN_WIDTH);
        shown.setHeight(Settings.Window.MIN_HEIGHT);
    }

    @AfterEach
    void close() {
        tour.surroundings().settings().close();
        Screens.finish();
    }

    @ParameterizedTest
    @CsvSource({"en-GB, LIGHT", "en-GB, DARK", "zh-CN, LIGHT", "zh-CN, DARK"})
    void everyScreenIsWholeAndLegible(Locale locale, Look look) {
        begin(locale);
        onScreen(() -> look.dress(tour.scene()));
        List<String> problems = new ArrayList<>();
        for (var stop : tour.stops().entrySet()) {
            onScreen(stop.getValue());
            onScreen(
                    () -> {
                        for (Size size : SIZES) {
                            inspect(size, picture(stop.getKey(), locale, size, look), problems);
                        }
                    });
        }
        assertThat(problems).isEmpty();
    }

    private static String picture(String name, Locale locale, Size size, Look look) {
        return String.format(
                Locale.ROOT,
                "%s-%s-%dx%d-%s",
                name,
                locale.getLanguage(),
                size.width(),
                size.height(),
                look.name().toLowerCase(Locale.ROOT));
    }

    private void inspect(Size size, String name, List<String> problems) {
        lay(size);
        Parent root = tour.scene().getRoot();
        Inspection.of(root).forEach(problem -> problems.add(name + ": " + problem));
        Screens.shootOnce(root, 1, name);
    }

    @Test
    void theRoomIsWholeWithTextOfEverySizeAndOnAScreenOfTwoPixelsForOne() {
        begin(Locale.UK);
        goTo("room");
        List<String> problems = new ArrayList<>();
        for (int percent : new int[] {80, 130, 160}) {
            appear(percent);
            onScreen(
                    () -> {
                        lay(new Size(1280, 800));
                        Parent root = tour.scene().getRoot();
                        Screens.shootOnce(root, 1, "room-text-" + percent);
                        Inspection.of(root)
                                .forEach(problem -> problems.add(percent + " %: " + problem));
                        lay(SIZES.getFirst());
                        Screens.shootOnce(root, 1, "room-text-" + percent + "-small");
                        Inspection.of(root)
                                .forEach(
                                        problem -> problems.add(percent + " %, small: " + problem));
                    });
        }
        assertThat(problems).isEmpty();
        appear(100);
        onScreen(
                () -> {
                    lay(USUAL);
                    Screens.shootOnce(tour.scene().getRoot(), 1, "room-notice");
                    // As it is when the notice has gone: what the README shows.
                    tour.scene().lookup(".notices").setVisible(false);
                    Screens.shootOnce(tour.scene().getRoot(), 1, "room-readme");
                    lay(new Size(1920, 1080));
                    Screens.shootOnce(tour.scene().getRoot(), 2, "room-4k");
                });
    }

    private void appear(int percent) {
        onScreen(
                () ->
                        tour.surroundings()
                                .settings()
                                .update(
                                        s ->
                                                s.withAppearance(
                                                        s.appearance().withTextPercent(percent))));
    }

    @Test
    void lookSizeAndLanguageChangeAtOnceAndNothingIsLost() {
        begin(Locale.UK);
        goTo("room");
        Label topic = Screens.ask(() -> (Label) tour.scene().lookup("#header-topic"));
        double before = topic.getFont().getSize();
        change(s -> s.withTextPercent(150));
        assertThat(topic.getFont().getSize()).isEqualTo(before * 1.5);

        change(s -> s.withLook(LookChoice.DARK));
        assertThat(name().getTextFill()).isEqualTo(Color.web("#ece5dc"));
        change(s -> s.withLook(LookChoice.LIGHT));
        assertThat(name().getTextFill()).isEqualTo(Color.web("#2b2621"));

        List<String> english = texts();
        change(s -> s.withLanguage(LanguageChoice.CHINESE));
        assertThat(Screens.ask(() -> ((Button) tour.scene().lookup("#side-join")).getText()))
                .isEqualTo("加入");
        assertThat(texts())
                .contains("创建", "发送", "邀请", "房主", "在这里 · 4")
                .contains("Who writes the second test?")
                .doesNotContain("Host", "Join", "Send", "Invite", "Here · 4", "available");
        change(s -> s.withLanguage(LanguageChoice.ENGLISH));
        assertThat(texts()).containsExactlyInAnyOrderElementsOf(english);
    }

    @Test
    void theLinesThatAreThereSpeakTheOtherLanguageToo() {
        begin(Locale.UK);
        goTo("room-empty");
        assertThat(texts()).contains("Friday 20 November");
        change(s -> s.withLanguage(LanguageChoice.CHINESE));
        assertThat(texts()).contains("11月20日星期五").doesNotContain("Friday 20 November");
    }

    @Test
    void theRoomsNameComesBeforeTheWordOnItsButton() {
        begin(Locale.UK);
        goTo("room");
        appear(160);
        onScreen(() -> lay(SIZES.getFirst()));
        Button invite = Screens.ask(() -> (Button) tour.scene().lookup("#header-invite"));
        assertThat(invite.getContentDisplay()).isEqualTo(ContentDisplay.GRAPHIC_ONLY);
        assertThat(name().getWidth()).isGreaterThan(invite.getWidth());

        onScreen(() -> lay(USUAL));
        assertThat(invite.getContentDisplay()).isEqualTo(ContentDisplay.LEFT);
    }

    private Label name() {
        return Screens.ask(() -> (Label) tour.scene().lookup("#header-title"));
    }

    private void change(UnaryOperator<Appearance> change) {
        onScreen(
                () -> {
                    tour.surroundings()
                            .settings()
                            .update(s -> s.withAppearance(change.apply(s.appearance())));
                    lay(USUAL);
                });
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        onScreen(() -> collect(tour.scene().getRoot(), texts));
        return texts;
    }

    private static void collect(Node node, List<String> texts) {
        if (node.isVisible()) {
            if (node instanceof Text text && !text.getText().isBlank()) {
                texts.add(text.getText());
            }
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
            }
        }
    }

    @Test
    void tabGoesThroughTheWindowAsItIsRead() {
        begin(Locale.UK);
        goTo("room");
        List<String> order = new ArrayList<>();
        onScreen(
                () -> {
                    tour.scene().lookup("#side-host").requestFocus();
                    for (int i = 0; i < 40; i++) {
                        Node here = tour.scene().getFocusOwner();
                        String area = area(here);
                        if (order.isEmpty() || !order.getLast().equals(area)) {
                            order.add(area);
                        }
                        here.requestFocusTraversal(TraversalDirection.NEXT);
                    }
                });
        assertThat(order).startsWith("side-bar", "header", "timeline", "composer", "people");
    }

    private static String area(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            for (String area : List.of("side-bar", "header", "timeline", "composer", "people")) {
                if (up.getStyleClass().contains(area)) {
                    return area;
                }
            }
        }
        return "elsewhere: " + node;
    }

    private void begin(Locale locale) {
        onScreen(() -> tour = new ScreenTour(stage, settings, locale));
    }

    private void goTo(String stop) {
        for (var each : tour.stops().entrySet()) {
            onScreen(each.getValue());
            onScreen(() -> lay(USUAL));
            if (each.getKey().equals(stop)) {
                return;
            }
        }
    }

    /** As several pulses would: what a layout finds out may change what is laid out next. */
    private void lay(Size size) {
        Parent root = tour.scene().getRoot();
        root.resize(size.width(), size.height());
        SnapshotParameters corner = new SnapshotParameters();
        corner.setViewport(new Rectangle2D(0, 0, 1, 1));
        for (int i = 0; i < 3; i++) {
            // Styles and lays out what has changed, as a pulse does; root.applyCss() styles all.
            root.snapshot(corner, null);
        }
    }

    private static void onScreen(Runnable action) {
        Callable<Boolean> task =
                () -> {
                    action.run();
                    return true;
                };
        WaitForAsyncUtils.waitForAsyncFx(Screens.PATIENCE_MILLIS, task);
        WaitForAsyncUtils.waitForFxEvents(1);
    }
}
