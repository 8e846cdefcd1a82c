package chat.snug.net;

import java.io.IOException;
import java.util.concurrent.Executor;

/** The selector thread. Only the signatures that the app compiles against. */
public final class SelectorLoop implements Executor, AutoCloseable {
    private SelectorLoop() {}

    public static SelectorLoop start(String threadName, NanoClock clock) throws IOException {
        if (threadName.isEmpty()) {
            throw new IOException("no name");
        }
        return new SelectorLoop();
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public void close() {}
}
