package chat.snug.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * The way from every other thread onto the JavaFX thread, and the only caller of {@link
 * Platform#runLater}.
 *
 * <p>However many events come in, at most one run is pending. It is cleared before it drains, so
 * that an event which arrives meanwhile is never left lying. A run hands over at most {@link
 * #EVENTS_PER_RUN} events and then lets the screen draw before it goes on: a flood of messages
 * never freezes the window. Events come out in the order in which they went in, and those of one
 * inbox that stand together come out as one batch.
 */
public final class UiEvents implements Executor {
    /** How many events one run hands over before the screen may draw again. */
    static final int EVENTS_PER_RUN = 1_000;

    private final Executor screen;
    private final Queue<Entry<?>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean pending = new AtomicBoolean();

    /** Events for the JavaFX thread. */
    public UiEvents() {
        this(Platform::runLater);
    }

    /** Events for any thread that runs what it is given, in order: for tests without a screen. */
    public UiEvents(Executor screen) {
        this.screen = screen;
    }

    /** Where batches go. Told apart by identity. */
    private static final class Inbox<E> {
        private final Consumer<? super List<E>> receiver;

        Inbox(Consumer<? super List<E>> receiver) {
            this.receiver = receiver;
        }

        @SuppressWarnings("unchecked") // a batch holds events of one inbox only
        void deliver(List<Object> batch) {
            receiver.accept((List<E>) batch);
        }
    }

    private record Entry<E>(Inbox<E> inbox, E event) {}

    /**
     * A place to put events from any thread; {@code receiver} gets them on the JavaFX thread, in
     * order, in batches of one or more.
     *
     * @param <E> the events
     */
    public <E> Consumer<E> inbox(Consumer<? super List<E>> receiver) {
        Inbox<E> inbox = new Inbox<>(receiver);
        return event -> put(new Entry<>(inbox, event));
    }

    /** Runs {@code task} on the JavaFX thread, after all events that were put in before it. */
    @Override
    public void execute(Runnable task) {
        put(new Entry<>(new Inbox<>(tasks -> tasks.forEach(Runnable::run)), task));
    }

    private void put(Entry<?> entry) {
        queue.add(entry);
        schedule();
    }

    private void schedule() {
        if (pending.compareAndSet(false, true)) {
            screen.execute(this::drain);
        }
    }

    private void drain() {
        pending.set(false);
        try {
            int left = EVENTS_PER_RUN;
            Entry<?> first = queue.peek();
            while (first != null && left > 0) {
                List<Object> batch = take(first.inbox(), left);
                left -= batch.size();
                first.inbox().deliver(batch);
                first = queue.peek();
            }
        } finally {
            if (!queue.isEmpty()) {
                schedule();
            }
        }
    }

    /** The events at the head of the queue that are for {@code inbox}, at most {@code limit}. */
    private List<Object> take(Inbox<?> inbox, int limit) {
        List<Object> batch = new ArrayList<>();
        Entry<?> head = queue.peek();
        while (head != null && head.inbox() == inbox && batch.size() < limit) {
            queue.remove();
            batch.add(head.event());
            head = queue.peek();
        }
        return batch;
    }
}
