package chat.snug.ui.shell;

import chat.snug.ui.Messages;
import java.io.PrintStream;
import javafx.application.Application;

/** Starts the app, or says in one sentence why it cannot. */
public final class Main {
    private Main() {}

    /**
     * Runs the app until its window is closed.
     *
     * @param arguments none are known
     */
    public static void main(String[] arguments) {
        try {
            Application.launch(SnugApp.class, arguments);
        } catch (UnsupportedOperationException e) {
            // What the toolkit throws where there is no display to open.
            PrintStream err = System.err;
            err.println(Messages.ofSystem().text("app.no-screen"));
            System.exit(1);
        }
    }
}
