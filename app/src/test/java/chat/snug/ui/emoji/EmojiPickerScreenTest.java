package chat.snug.ui.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.ui.Look;
import chat.snug.ui.Messages;
import chat.snug.ui.ScreenExtension;
import chat.snug.ui.Screens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ScreenExtension.class)
final class EmojiPickerScreenTest {
    private final EmojiShelf shelf = new EmojiShelf(Runnable::run, Runnable::run);
    private final List<String> taken = new ArrayList<>();
    private Button opener;
    private TextField field;
    private EmojiPicker picker;
    private Scene scene;

    @Start
    void start(Stage stage) {
        opener = new Button("Emoji");
        field = new TextField();
        picker = new EmojiPicker(shelf, Messages.of(Locale.ENGLISH));
        opener.setOnAction(_ -> picker.show(opener, taken::add));
        opener.setFocusTraversable(false);
        StackPane window = new StackPane(field, opener);
        StackPane.setAlignment(opener, Pos.BOTTOM_RIGHT);
        scene = new Scene(window, 760, 480);
        Look.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.sizeToScene(); // it has the size that the test before this one wanted
        stage.show();
        field.requestFocus();
    }

    private void open(FxRobot robot) {
        robot.interact(opener::fire);
        assertThat(picker.isShowing()).isTrue();
    }

    private String about(FxRobot robot) {
        return robot.lookup("#about").queryLabeled().getText();
    }

    @Test
    void isSearchedAndTakenByKeyboard(FxRobot robot) {
        open(robot);
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS, () -> Screens.shoot(scene, "emoji-picker"));
        robot.write("par");
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS, () -> Screens.shoot(scene, "emoji-search"));
        robot.write("ty pop");
        assertThat(about(robot)).isEqualTo("party popper  :tada:");
        robot.type(KeyCode.ENTER);

        assertThat(taken).containsExactly("🎉");
        assertThat(picker.isShowing()).isFalse();
        assertThat(field.isFocused()).isTrue();
        open(robot);
        assertThat(robot.lookup("#search").queryTextInputControl().getText()).isEmpty();
        assertThat(about(robot)).isEqualTo("party popper  :tada:");
    }

    @Test
    void liesWhollyInTheWindowAndGoesByEscOrAClickElsewhere(FxRobot robot) {
        open(robot);
        Bounds card = cardInTheWindow(robot);
        assertThat(card.getMinX()).isGreaterThanOrEqualTo(0);
        assertThat(card.getMinY()).isGreaterThanOrEqualTo(0);
        assertThat(card.getMaxX()).isLessThanOrEqualTo(760);
        assertThat(card.getMaxY()).isLessThanOrEqualTo(480);
        robot.type(KeyCode.ESCAPE);
        assertThat(picker.isShowing()).isFalse();
        assertThat(field.isFocused()).isTrue();

        open(robot);
        robot.clickOn("#search");
        assertThat(picker.isShowing()).isTrue();
        robot.clickOn(robot.offset(field, -300, 0));
        assertThat(picker.isShowing()).isFalse();
    }

    private static Bounds cardInTheWindow(FxRobot robot) {
        Node card = robot.lookup("#emoji-picker").query();
        return WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS, () -> card.localToScene(card.getLayoutBounds()));
    }

    @Test
    void aClickTakesWhatItIsOn(FxRobot robot) {
        open(robot);
        Node grin =
                robot.lookup(".emoji-list .emoji-tile")
                        .match(node -> "grinning face".equals(node.getAccessibleText()))
                        .query();
        robot.clickOn(grin);
        assertThat(taken).containsExactly("😀");
    }

    @Test
    void arrowsAndGroupsGoThroughAllOfThem(FxRobot robot) {
        open(robot);
        robot.type(KeyCode.RIGHT).type(KeyCode.DOWN, 12);
        assertThat(chosenTile(robot).getAccessibleText())
                .isEqualTo(about(robot).replaceFirst("  .*", ""));

        robot.interact(() -> robot.lookup(".emoji-groups .button").nth(3).queryButton().fire());
        assertThat(about(robot)).isEqualTo("grapes  :grapes:");
        assertThat(chosenTile(robot).getAccessibleText()).isEqualTo("grapes");
    }

    private static Node chosenTile(FxRobot robot) {
        robot.interact(() -> robot.lookup(".emoji-list").query().getParent().layout());
        return robot.lookup(".emoji-list .emoji-tile")
                .match(
                        node ->
                                node.isVisible()
                                        && node.getPseudoClassStates().stream()
                                                .anyMatch(
                                                        p ->
                                                                p.getPseudoClassName()
                                                                        .equals("chosen")))
                .query();
    }
}
