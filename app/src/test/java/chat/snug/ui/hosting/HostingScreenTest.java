package chat.snug.ui.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientRequest;
import chat.snug.hosting.KeepingRules;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.Look;
import chat.snug.ui.ScreenExtension;
import chat.snug.ui.Screens;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestSurroundings;
import chat.snug.ui.Views;
import chat.snug.ui.door.DoorViewModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ScreenExtension.class)
final class HostingScreenTest {
    @TempDir Path settings;

    private final FakeHouse house = new FakeHouse();
    private Surroundings surroundings;
    private HostingController controller;
    private StackPane place;
    private Scene scene;

    @Start
    void start(Stage stage) {
        surroundings = TestSurroundings.of(new FakeDoorway(), settings);
        Views.Loaded<HostingController> view = Views.HOSTING.load(surroundings.messages());
        controller = view.controller();
        place = new StackPane(view.root());
        scene = new Scene(place, 780, 720);
        Look.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.setWidth(780);
        stage.setHeight(720);
        stage.show();
        house.door = new DoorViewModel(surroundings, house::tell, _ -> {});
        controller.show(new HostingViewModel(surroundings, house), surroundings.messages());
        house.see(
                1,
                FakeHouse.mei(),
                FakeHouse.ben(48 << 10, Duration.ofMinutes(3)),
                FakeHouse.cleo());
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(Screens.PATIENCE_MILLIS, controller::hide);
        surroundings.settings().close();
    }

    /** To what stands at the end of the page. */
    private static void scrollDown(FxRobot robot) {
        ScrollPane page = robot.lookup("#hosting").queryAs(ScrollPane.class);
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS,
                () -> {
                    page.applyCss();
                    page.layout();
                    page.setVvalue(1);
                    page.layout();
                });
    }

    @Test
    void whoIsHereIsListedAndCanBeReadOut(FxRobot robot) {
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS, () -> Screens.shoot(scene, "hosting"));
        assertThat(robot.lookup("#hosting-summary").queryAs(Label.class).getText())
                .isEqualTo("3 people are here, 1 at the door");
        assertThat(robot.lookup(".visitor-cell").<Node>queryAll())
                .extracting(Node::getAccessibleText)
                .contains(
                        "Ben, 192.168.1.31 · signed in as ben · here for 12 min, quiet for 3 min,"
                                + " 48 KB behind");
    }

    @Test
    void itLooksOnlyWhileItIsShown(FxRobot robot) {
        assertThat(controller.isLooking()).isTrue();
        Node root = Screens.ask(() -> place.getChildren().getFirst());
        robot.interact(() -> place.getChildren().clear());
        assertThat(controller.isLooking()).isFalse();
        robot.interact(() -> place.getChildren().add(root));
        assertThat(controller.isLooking()).isTrue();
        robot.interact(controller::hide);
        assertThat(controller.isLooking()).isFalse();
    }

    @Test
    void theMenuOfARowOpensByMouseAndByKeyboard(FxRobot robot) {
        robot.rightClickOn("Cleo").clickOn("Mute");
        assertThat(house.requests)
                .containsExactly(new ClientRequest.Mute("#Friday-workshop", "Cleo", true));

        robot.interact(() -> robot.lookup("#hosting-people").query().requestFocus());
        robot.type(KeyCode.HOME).type(KeyCode.DOWN).type(KeyCode.ENTER);
        robot.clickOn("Write privately");
        assertThat(house.calls).containsExactly("write Ben");
    }

    @Test
    void whatIsKeptIsChosen(FxRobot robot) {
        scrollDown(robot);
        robot.clickOn("#hosting-earlier");
        ComboBox<Integer> days = robot.lookup("#hosting-days").queryComboBox();
        robot.interact(() -> days.getSelectionModel().select(Integer.valueOf(30)));
        assertThat(house.own.keeping).isEqualTo(new KeepingRules(false, 30, 0));
        assertThat(robot.lookup("#hosting-data").queryAs(Label.class).getText())
                .isEqualTo("/data/rooms/friday · 3.2 MB");
    }

    @Test
    void eachRoomHasItsInviteAndItsSettings(FxRobot robot) {
        robot.clickOn("Invite").clickOn("Settings");
        assertThat(house.calls)
                .containsExactly("invite #Friday-workshop", "settings #Friday-workshop");
    }

    @Test
    void forgettingAndClosingAreAsked(FxRobot robot) {
        scrollDown(robot);
        robot.clickOn("#hosting-forget");
        assertThat(Objects.requireNonNull(house.question).title()).isEqualTo("Forget everything?");
        robot.clickOn("#hosting-close");
        assertThat(house.calls).containsExactly("close");
    }
}
