package chat.snug.ui.shell;

import javafx.application.Application;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Window;

/**
 * The whole app in a process of its own, in which somebody opens a room at once; says on the
 * standard output where it is.
 */
final class HostingProcess {
    private HostingProcess() {}

    public static void main(String[] arguments) {
        Window.getWindows()
                .addListener(
                        (ListChangeListener<Window>)
                                change -> {
                                    while (change.next()) {
                                        change.getAddedSubList().stream()
                                                .map(Window::getScene)
                                                .filter(HostingProcess::isFirstScreen)
                                                .forEach(HostingProcess::host);
                                    }
                                });
        Application.launch(SnugApp.class, arguments);
    }

    /** What scrolls has its content only once it is styled. */
    private static boolean isFirstScreen(Scene scene) {
        scene.getRoot().applyCss();
        return scene.lookup("#host-open") != null;
    }

    private static void host(Scene scene) {
        Label address = (Label) scene.lookup("#header-address");
        address.textProperty().addListener((_, _, text) -> System.out.println("ROOM " + text));
        ((Button) scene.lookup("#host-open")).fire();
    }
}
