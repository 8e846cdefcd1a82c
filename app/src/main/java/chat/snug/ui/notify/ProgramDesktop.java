package chat.snug.ui.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notifications by a {@link NotifyProgram}. Whoever asks never waits: one thread starts the
 * program, and each that stays for a click has a thread of its own, {@value #STAYING} at most.
 */
public final class ProgramDesktop implements Desktop, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProgramDesktop.class);
    private static final int STAYING = 4;
    private static final int QUEUED = 8;
    private static final long IDLE_SECONDS = 10;

    private final String path;
    private final String openWord;
    private final ThreadPoolExecutor starter =
            new ThreadPoolExecutor(
                    1,
                    1,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(QUEUED),
                    task -> Thread.ofPlatform().daemon().name("snug-notice").unstarted(task));
    private final Deque<Process> staying = new ArrayDeque<>();
    private @Nullable NotifyProgram program;
    private boolean looked;

    /**
     * The programs in these folders.
     *
     * @param path as in {@code PATH}
     * @param openWord what a button says that opens the message, where the desktop shows one
     */
    public ProgramDesktop(String path, String openWord) {
        this.path = path;
        this.openWord = openWord;
        starter.allowCoreThreadTimeOut(true);
    }

    @Override
    public void show(String title, String text, Outcome outcome) {
        try {
            starter.execute(() -> start(title, text, outcome));
        } catch (RejectedExecutionException e) {
            outcome.failed(); // too many at once, or the app closes
        }
    }

    private void start(String title, String text, Outcome outcome) {
        try {
            if (!looked) {
                looked = true;
                program = NotifyProgram.find(path);
            }
            NotifyProgram found = program;
            if (found == null) {
                outcome.failed();
            } else {
                start(found, title, text, outcome);
            }
        } catch (IOException e) {
            LOG.warn("Notifications stay in the window: {}", e.toString());
            program = null;
            outcome.failed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the app closes
        }
    }

    private void start(NotifyProgram found, String title, String text, Outcome outcome)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(found.command(title, text, openWord))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        process.getOutputStream().close();
        keep(process);
        if (found.tellsClicks()) {
            Thread.ofPlatform()
                    .daemon()
                    .name("snug-notice-click")
                    .start(() -> awaitClick(process, outcome));
        } else {
            await(process, outcome);
        }
    }

    /** Who stays longest for a click stays no more; its notification does. */
    private void keep(Process process) {
        synchronized (staying) {
            staying.addLast(process);
            if (staying.size() > STAYING) {
                staying.removeFirst().destroy();
            }
        }
    }

    private void awaitClick(Process process, Outcome outcome) {
        try {
            await(process, outcome);
        } catch (IOException e) {
            LOG.debug("A notification ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was clicked comes as a line before the end. */
    private void await(Process process, Outcome outcome) throws IOException, InterruptedException {
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            int code = process.waitFor();
            boolean stayed;
            synchronized (staying) {
                stayed = staying.remove(process);
            }
            if (NotifyProgram.CLICK.equals(line)) {
                outcome.clicked();
            } else if (stayed && code != 0) {
                outcome.failed();
            }
        }
    }

    /** Nothing is shown or heard of any more; what is shown stays as long as the desktop wants. */
    @Override
    public void close() {
        starter.shutdownNow();
        synchronized (staying) {
            staying.forEach(Process::destroy);
            staying.clear();
        }
    }
}
