package chat.snug.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Takes a client's events on its loop and hands them to the test, which waits for them. */
public final class EventLog implements Consumer<ClientEvent> {
    private static final long PATIENCE_SECONDS = 60;

    private final BlockingQueue<ClientEvent> queue = new LinkedBlockingQueue<>();
    private final List<ClientEvent> passed = new ArrayList<>();

    @Override
    public void accept(ClientEvent event) {
        queue.add(event);
    }

    /** The next event of a kind; those before it are passed over. */
    public <E extends ClientEvent> E await(Class<E> kind) {
        return await(kind, _ -> true);
    }

    /** The next event of a kind that fits. */
    public <E extends ClientEvent> E await(Class<E> kind, Predicate<E> fits) {
        try {
            while (true) {
                ClientEvent event = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (event == null) {
                    throw new AssertionError("no " + kind.getSimpleName() + " after " + passed);
                }
                if (kind.isInstance(event) && fits.test(kind.cast(event))) {
                    return kind.cast(event);
                }
                passed.add(event);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** What has come and was passed over, or not awaited yet. */
    public List<ClientEvent> notAwaited() {
        List<ClientEvent> all = new ArrayList<>(passed);
        all.addAll(rest());
        return all;
    }

    /** What has come and was not awaited yet. */
    public List<ClientEvent> rest() {
        List<ClientEvent> rest = new ArrayList<>();
        queue.drainTo(rest);
        return rest;
    }
}
