package chat.snug.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chat.snug.client.MessageLimit;
import chat.snug.ui.Look;
import chat.snug.ui.Messages;
import chat.snug.ui.ScreenExtension;
import chat.snug.ui.Screens;
import chat.snug.ui.Views;
import chat.snug.ui.emoji.EmojiShelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ScreenExtension.class)
final class ComposerScreenTest {
    private final List<String> sent = new ArrayList<>();
    private final EmojiShelf shelf = new EmojiShelf(Runnable::run, Runnable::run);
    private final ComposerViewModel composer = newComposer("Friday workshop");
    private boolean enterSends = true;
    private ComposerController controller;
    private Scene scene;

    private ComposerViewModel newComposer(String title) {
        ComposerViewModel composer =
                new ComposerViewModel(
                        () -> List.of("Ben", "Benny", "Cleo"),
                        () -> List.of("#lobby", "#homework"),
                        () -> shelf.catalogProperty().get());
        composer.titleProperty().set(title);
        composer.setOnSubmit(sent::add);
        return composer;
    }

    @Start
    void start(Stage stage) {
        Views.Loaded<ComposerController> loaded = Views.COMPOSER.load(Messages.of(Locale.ENGLISH));
        controller = loaded.controller();
        controller.setEmoji(shelf, Messages.of(Locale.ENGLISH));
        controller.setEnterSends(() -> enterSends);
        controller.show(composer);
        StackPane window = new StackPane(loaded.root());
        StackPane.setAlignment(loaded.root(), Pos.BOTTOM_CENTER);
        ((StackPane) loaded.root()).setMaxHeight(StackPane.USE_PREF_SIZE);
        scene = new Scene(window, 816, 420);
        Look.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
        controller.focus();
    }

    /** Lets the window draw as often as it takes to settle. */
    private void drawn() {
        for (int i = 0; i < 3; i++) {
            CountDownLatch pulse = new CountDownLatch(1);
            Runnable told = pulse::countDown;
            WaitForAsyncUtils.waitForAsyncFx(
                    Screens.PATIENCE_MILLIS,
                    () -> {
                        scene.addPostLayoutPulseListener(told);
                        Platform.requestNextPulse();
                    });
            try {
                assertThat(pulse.await(Screens.PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            WaitForAsyncUtils.waitForAsyncFx(
                    Screens.PATIENCE_MILLIS, () -> scene.removePostLayoutPulseListener(told));
        }
    }

    private void shoot(String name) {
        drawn();
        WaitForAsyncUtils.waitForAsyncFx(Screens.PATIENCE_MILLIS, () -> Screens.shoot(scene, name));
    }

    private TextArea field(FxRobot robot) {
        return robot.lookup("#text").queryAs(TextArea.class);
    }

    private double height(FxRobot robot) {
        robot.interact(
                () -> {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                });
        return field(robot).getHeight();
    }

    @Test
    void enterSends(FxRobot robot) {
        shoot("composer-empty");
        robot.write("hello").type(KeyCode.ENTER);

        assertThat(sent).containsExactly("hello");
        assertThat(field(robot).getText()).isEmpty();
        assertThat(field(robot).getPromptText()).isEqualTo("Message Friday workshop");
    }

    @Test
    void shiftEnterBreaksTheLine(FxRobot robot) {
        robot.write("one").push(KeyCode.SHIFT, KeyCode.ENTER).write("two");
        assertThat(field(robot).getText()).isEqualTo("one\ntwo");
        assertThat(sent).isEmpty();

        robot.clickOn("Send");
        assertThat(sent).containsExactly("one\ntwo");
        assertThat(field(robot).isFocused()).isTrue();
    }

    @Test
    void growsToSixLinesAndBack(FxRobot robot) {
        double one = height(robot);
        robot.interact(() -> composer.textProperty().set("a\nb"));
        double two = height(robot);
        robot.interact(() -> composer.textProperty().set("a\nb\nc\nd\ne\nf"));
        double six = height(robot);
        shoot("composer-six-lines");
        robot.interact(() -> composer.textProperty().set("word ".repeat(2_000)));
        double most = height(robot);
        robot.interact(() -> composer.textProperty().set("word ".repeat(40)));
        double wrapped = height(robot);
        robot.interact(() -> composer.textProperty().set(""));

        assertThat(two).isGreaterThan(one + 10);
        assertThat(six).isCloseTo(one + 5 * (two - one), within(4.0));
        assertThat(most).isCloseTo(six, within(4.0));
        assertThat(wrapped).isGreaterThan(one).isLessThan(six);
        assertThat(height(robot)).isEqualTo(one);
    }

    @Test
    void tabCompletesNamesAndThenLeaves(FxRobot robot) {
        robot.write("be").type(KeyCode.TAB);
        assertThat(field(robot).getText()).isEqualTo("Ben: ");
        robot.type(KeyCode.TAB);
        assertThat(field(robot).getText()).isEqualTo("Benny: ");
        robot.push(KeyCode.SHIFT, KeyCode.TAB).write("hi");
        assertThat(field(robot).getText()).isEqualTo("Ben: hi");

        robot.write(" ").type(KeyCode.TAB);
        assertThat(field(robot).isFocused()).isFalse();
        assertThat(field(robot).getText()).isEqualTo("Ben: hi ");
    }

    @Test
    void upBringsBackWhatWasSent(FxRobot robot) {
        robot.write("one").type(KeyCode.ENTER).write("two").type(KeyCode.ENTER);
        robot.type(KeyCode.UP, 2).write("!");
        assertThat(field(robot).getText()).isEqualTo("one!");
    }

    @Test
    void aSlashShowsTheCommands(FxRobot robot) {
        robot.write("/");
        ListView<?> list = robot.lookup("#suggestions").queryListView();
        assertThat(list.isVisible()).isTrue();
        shoot("composer-commands");

        robot.write("t").type(KeyCode.ENTER);
        assertThat(field(robot).getText()).isEqualTo("/topic ");
        assertThat(list.isVisible()).isFalse();
        robot.write("Slides").type(KeyCode.ENTER);
        assertThat(sent).containsExactly("/topic Slides");

        robot.write("/").type(KeyCode.ESCAPE);
        assertThat(list.isVisible()).isFalse();
    }

    @Test
    void aCommandIsTakenByAClick(FxRobot robot) {
        robot.write("/").clickOn("/nick name").write("Meister");

        assertThat(field(robot).getText()).isEqualTo("/nick Meister");
    }

    @Test
    void pastedLinesAreOneMessage(FxRobot robot) {
        robot.interact(
                () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString("one\n\ntwo\nthree");
                    Clipboard.getSystemClipboard().setContent(content);
                });
        robot.push(KeyCode.SHORTCUT, KeyCode.V).type(KeyCode.ENTER);

        assertThat(sent).containsExactly("one\n\ntwo\nthree");
    }

    @Test
    void saysWhyNothingCanBeSentAndKeepsTheText(FxRobot robot) {
        robot.write("hello");
        robot.interact(
                () -> composer.unavailableProperty().set("Not connected. Trying again soon."));
        robot.type(KeyCode.ENTER);
        shoot("composer-unavailable");

        assertThat(sent).isEmpty();
        assertThat(field(robot).getText()).isEqualTo("hello");
        Node send = robot.lookup("#send").query();
        assertThat(send.isDisabled()).isTrue();
        assertThat(robot.lookup("#reason").queryLabeled().isVisible()).isTrue();
    }

    @Test
    void takesOverWhatIsTypedElsewhere(FxRobot robot) {
        robot.write("one").type(KeyCode.HOME);
        robot.interact(() -> scene.getRoot().requestFocus());
        robot.interact(() -> controller.type("!"));
        robot.write("?");

        assertThat(field(robot).getText()).isEqualTo("one!?");
    }

    @Test
    void eachConversationKeepsItsDraft(FxRobot robot) {
        ComposerViewModel other = newComposer("homework");
        robot.write("draft");
        robot.interact(() -> controller.show(other));
        assertThat(field(robot).getText()).isEmpty();
        assertThat(field(robot).getPromptText()).isEqualTo("Message homework");
        robot.write("other");
        robot.interact(() -> controller.show(composer));

        assertThat(field(robot).getText()).isEqualTo("draft");
        assertThat(other.textProperty().get()).isEqualTo("other");
    }

    @Test
    void anAtSignAndAHashShowWhoAndWhatThereIs(FxRobot robot) {
        robot.write("ask @be");
        shoot("composer-people");
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(field(robot).getText()).isEqualTo("ask @Benny ");
        robot.write("in #h").type(KeyCode.TAB).write("too");
        assertThat(field(robot).getText()).isEqualTo("ask @Benny in #homework too");
        assertThat(sent).isEmpty();
    }

    @Test
    void emojiAreOfferedAndWrittenOut(FxRobot robot) {
        robot.write("so :tad");
        shoot("composer-emoji-names");
        robot.type(KeyCode.ENTER);
        assertThat(field(robot).getText()).isEqualTo("so 🎉 ");
        robot.write(":+1:!");
        assertThat(field(robot).getText()).isEqualTo("so 🎉 👍!");
        robot.push(KeyCode.SHORTCUT, KeyCode.Z).push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(field(robot).getText()).isEqualTo("so 🎉 :+1");
    }

    @Test
    void anEmojiIsPickedWhereTheCaretIs(FxRobot robot) {
        robot.write("well done").type(KeyCode.HOME).push(KeyCode.SHORTCUT, KeyCode.E);
        robot.write("tada").type(KeyCode.ENTER).write(" ").type(KeyCode.ENTER);
        assertThat(sent).containsExactly("🎉 well done");

        robot.clickOn("#emoji").write("tada").type(KeyCode.ESCAPE).write("back");
        assertThat(field(robot).getText()).isEqualTo("back");
    }

    @Test
    void stylesAreSeenAndSent(FxRobot robot) {
        robot.write("so ").push(KeyCode.SHORTCUT, KeyCode.B).write("bold");
        robot.push(KeyCode.SHORTCUT, KeyCode.B).write(" and slanted 🎉 code 👍🏽");
        robot.interact(() -> field(robot).selectRange(12, 19));
        robot.push(KeyCode.SHORTCUT, KeyCode.I);
        assertThat(field(robot).getSelectedText()).isEqualTo("slanted");
        robot.interact(() -> field(robot).selectRange(23, 27));
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.M).type(KeyCode.END);
        shoot("composer-styles");
        assertThat(field(robot).getText()).isEqualTo("so bold and slanted 🎉 code 👍🏽");
        assertThat(robot.lookup(".field-paint .emoji").queryAll()).hasSize(2);
        assertThat(robot.lookup(".field-bold").queryText().getText()).isEqualTo("bold");

        robot.type(KeyCode.ENTER);
        assertThat(sent)
                .containsExactly(
                        "so \u0002bold\u0002 and \u001dslanted\u001d 🎉 \u0011code\u0011 👍🏽");
        robot.type(KeyCode.UP).push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(field(robot).getText()).isEmpty();
    }

    @Test
    void wrappedLinesKeepTheirStyle(FxRobot robot) {
        robot.interact(() -> composer.textProperty().set("words 🎉 ".repeat(60)));
        robot.interact(
                () -> {
                    field(robot).selectAll();
                    composer.toggle(StyledText.Style.ITALIC, 0, 300);
                    field(robot).end();
                });
        shoot("composer-wrapped");
        assertThat(robot.lookup(".field-letters").queryAll()).hasSizeGreaterThan(6);
    }

    @Test
    void enterBreaksTheLineForWhoWantsIt(FxRobot robot) {
        enterSends = false;
        robot.write("one").type(KeyCode.ENTER).write("two");
        assertThat(sent).isEmpty();
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(sent).containsExactly("one\ntwo");
        robot.write("three").push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(sent).containsExactly("one\ntwo", "three");
    }

    @Test
    void aQuietCounterTellsHowMuchIsLeft(FxRobot robot) {
        assertThat(robot.lookup("#size").queryLabeled().isVisible()).isFalse();
        robot.interact(() -> composer.setLimit(new MessageLimit(100, 5), "#lobby"));
        robot.interact(() -> composer.textProperty().set("x".repeat(90)));
        assertThat(robot.lookup("#size").queryLabeled().getText()).isEqualTo("10 left");
        shoot("composer-nearly-full");
        robot.interact(() -> composer.textProperty().set("x".repeat(101)));
        assertThat(robot.lookup("#size").queryLabeled().getText())
                .isEqualTo("Goes out as several messages");
    }
}
