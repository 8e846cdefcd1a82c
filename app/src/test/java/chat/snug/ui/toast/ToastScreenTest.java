package chat.snug.ui.toast;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.ui.Look;
import chat.snug.ui.Messages;
import chat.snug.ui.ScreenExtension;
import chat.snug.ui.Screens;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ScreenExtension.class)
final class ToastScreenTest {
    private final ToastViewModel toasts = new ToastViewModel();
    private final AtomicInteger undone = new AtomicInteger();
    private Scene scene;

    @Start
    void start(Stage stage) {
        ToastBar bar = new ToastBar(toasts, Messages.of(Locale.ENGLISH));
        scene = new Scene(new StackPane(new Button("below"), bar), 480, 400);
        Look.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.sizeToScene(); // it has the size that the test before this one wanted
        stage.show();
    }

    @Test
    void aLineComesAndItsButtonTakesBack(FxRobot robot) {
        assertThat(robot.lookup(".toast").query().isVisible()).isFalse();
        robot.interact(
                () -> toasts.show(new Toast("Ben was removed.", "Undo", undone::incrementAndGet)));
        assertThat(robot.lookup(".toast").query().getAccessibleText())
                .isEqualTo("Ben was removed.");
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS, () -> Screens.shoot(scene, "toast"));

        robot.clickOn("#toast-action");

        assertThat(undone).hasValue(1);
        assertThat(robot.lookup(".toast").query().isVisible()).isFalse();
    }

    @Test
    void aLineWithNothingToDoHasNoButton(FxRobot robot) {
        robot.interact(() -> toasts.show(new Toast("Ben is asked back in.")));
        assertThat(robot.lookup("#toast-action").queryButton().isVisible()).isFalse();
    }

    @Test
    void whatLiesBelowIsReached(FxRobot robot) {
        AtomicInteger pressed = new AtomicInteger();
        robot.interact(
                () -> {
                    robot.lookup("below").queryButton().setOnAction(_ -> pressed.getAndIncrement());
                    toasts.show(new Toast("Ben was removed.", "Undo", () -> {}));
                });
        robot.clickOn("below");
        assertThat(pressed).hasValue(1);
    }
}
