package chat.snug.ui.notify;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The program that shows notifications on this computer.
 *
 * @param kind which it is
 * @param file where it is
 * @param tellsClicks whether it stays and says when the notification is clicked
 */
record NotifyProgram(Kind kind, String file, boolean tellsClicks) {
    /** What it says then. */
    static final String CLICK = "default";

    private static final int ANSWER_SECONDS = 5;
    private static final int SHOWN_MILLIS = 10_000;

    /** The programs that are known. */
    enum Kind {
        /** Of libnotify; speaks org.freedesktop.Notifications. */
        NOTIFY_SEND("notify-send"),
        /** Of macOS. */
        OSASCRIPT("osascript");

        private final String program;

        Kind(String program) {
            this.program = program;
        }
    }

    /**
     * Looks for one; blocks for a moment.
     *
     * @param path folders as in {@code PATH}
     * @return null if there is none
     */
    static @Nullable NotifyProgram find(String path) throws InterruptedException {
        for (Kind kind : Kind.values()) {
            for (String folder : path.split(Pattern.quote(File.pathSeparator), -1)) {
                Path file = Path.of(folder.isEmpty() ? "." : folder).resolve(kind.program);
                if (file.isAbsolute() && Files.isExecutable(file)) {
                    return new NotifyProgram(
                            kind, file.toString(), kind == Kind.NOTIFY_SEND && knowsActions(file));
                }
            }
        }
        return null;
    }

    /** Since libnotify 0.8 its help tells of actions. */
    private static boolean knowsActions(Path file) throws InterruptedException {
        Process help = null;
        try {
            help = new ProcessBuilder(file.toString(), "--help").redirectErrorStream(true).start();
            help.getOutputStream().close();
            if (!help.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS)) {
                return false;
            }
            byte[] words = help.getInputStream().readAllBytes();
            return new String(words, StandardCharsets.UTF_8).contains("--action");
        } catch (IOException e) {
            return false; // it will fail once more when it is to show something, which is told
        } finally {
            if (help != null) {
                help.destroy();
            }
        }
    }

    /** How it is called; title and text are single lines. */
    List<String> command(String title, String text, String openWord) {
        return switch (kind) {
            case OSASCRIPT ->
                    List.of(
                            file,
                            "-e",
                            "on run argv",
                            "-e",
                            "display notification (item 2 of argv) with title (item 1 of argv)",
                            "-e",
                            "end run",
                            title,
                            text);
            case NOTIFY_SEND ->
                    tellsClicks
                            ? List.of(
                                    file,
                                    "--app-name=Snug",
                                    "--category=im.received",
                                    "--expire-time=" + SHOWN_MILLIS,
                                    "--wait",
                                    "--action=" + CLICK + '=' + openWord,
                                    "--",
                                    title,
                                    escaped(text))
                            : List.of(
                                    file,
                                    "--category=im.received",
                                    "--expire-time=" + SHOWN_MILLIS,
                                    "--",
                                    title,
                                    escaped(text));
        };
    }

    /** The text may hold markup (Desktop Notifications Specification, section 4), the title not. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
