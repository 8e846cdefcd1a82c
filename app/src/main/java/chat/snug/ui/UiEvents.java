package chat.snug.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import javafx.application.Platform;

/**
 * The way from every other thread onto the JavaFX thread, and the only caller of {@link
 * Platform#runLater}.
 *
 * <p>However many events come in, at most one run is pending. It is cleared before it drains, so
 * that an event which arrives meanwhile is never left lying. A run hands over at most {@link
 * #EVENTS_PER_RUN} events, begins nothing more after {@link #NANOS_PER_RUN}, and then lets the
 * screen draw before it goes on: a flood of messages never freezes the window, and neither does
 * code that is not warm yet. Events come out in the order in which they went in, and those of one
 * inbox that stand together come out as one batch.
 *
 * <p>An inbox with a {@link Tap} is bounded: at {@value #HIGH_WATER} waiting events, of which large
 * ones count as several, its tap is closed, and at {@value #LOW_WATER} opened again. What flows in
 * between, which is what one read of a socket held, is kept too: nothing is ever dropped.
 */
public final class UiEvents implements Executor {
    /** How many events one run hands over before the screen may draw again. */
    static final int EVENTS_PER_RUN = 1_000;

    /** How many events one inbox is given at once. */
    static final int EVENTS_AT_ONCE = 200;

    /** After so long the screen may draw again, however few events were handed over. */
    static final long NANOS_PER_RUN = 6_000_000;

    /** As many waiting events of one inbox close its tap. */
    static final int HIGH_WATER = 4_000;

    /** As few waiting events open it again, early enough that the screen does not run dry. */
    static final int LOW_WATER = 1_000;

    /** Where the events of an inbox flow from. Called by any thread, one call at a time. */
    public interface Tap {
        /**
         * The screen is behind: let nothing more flow. Must return at once. Called again for each
         * event that comes all the same, so that a closing and an opening on their way from two
         * threads cannot overtake each other for good.
         */
        void close();

        /** Let it flow again. Must return at once. */
        void open();
    }

    private static final Tap ALWAYS_OPEN =
            new Tap() {
                @Override
                public void close() {}

                @Override
                public void open() {}
            };

    private final Executor screen;
    private final LongSupplier nanos;
    private final Queue<Entry<?>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean pending = new AtomicBoolean();

    /** Events for the JavaFX thread. */
    public UiEvents() {
        this(Platform::runLater, System::nanoTime);
    }

    /** Events for any thread that runs what it is given, in order: for tests without a screen. */
    public UiEvents(Executor screen) {
        this(screen, () -> 0);
    }

    UiEvents(Executor screen, LongSupplier nanos) {
        this.screen = screen;
        this.nanos = nanos;
    }

    /** Where batches go, and how much waits for it. Told apart by identity. */
    private static final class Inbox<E> {
        private final Consumer<? super List<E>> receiver;
        private final Tap tap;
        private final ToIntFunction<? super E> weight;
        private final AtomicInteger waiting = new AtomicInteger();
        private boolean closed;

        Inbox(Consumer<? super List<E>> receiver, Tap tap, ToIntFunction<? super E> weight) {
            this.receiver = receiver;
            this.tap = tap;
            this.weight = weight;
        }

        Entry<E> entry(E event) {
            return new Entry<>(this, event, weight.applyAsInt(event));
        }

        void added(int weight) {
            if (waiting.addAndGet(weight) >= HIGH_WATER) {
                turn();
            }
        }

        void taken(int weight) {
            if (waiting.addAndGet(-weight) <= LOW_WATER) {
                turn();
            }
        }

        /** Looks at the level anew: whoever came here first may have turned the tap already. */
        private synchronized void turn() {
            int level = waiting.get();
            if (level >= HIGH_WATER) {
                closed = true;
                tap.close();
            } else if (closed && level <= LOW_WATER) {
                closed = false;
                tap.open();
            }
        }

        @SuppressWarnings("unchecked") // a batch holds events of one inbox only
        void deliver(List<Object> batch) {
            receiver.accept((List<E>) batch);
        }
    }

    private record Entry<E>(Inbox<E> inbox, E event, int weight) {}

    /**
     * A place to put events from any thread; {@code receiver} gets them on the JavaFX thread, in
     * order, in batches of one or more. Unbounded: for what this app itself does.
     *
     * @param <E> the events
     */
    public <E> Consumer<E> inbox(Consumer<? super List<E>> receiver) {
        return inbox(receiver, ALWAYS_OPEN, _ -> 1);
    }

    /**
     * As {@link #inbox(Consumer)}, but bounded: for what somebody else sends.
     *
     * @param tap closed while the screen is behind
     * @param weight as how many usual ones an event counts
     * @param <E> the events
     */
    public <E> Consumer<E> inbox(
            Consumer<? super List<E>> receiver, Tap tap, ToIntFunction<? super E> weight) {
        Inbox<E> inbox = new Inbox<>(receiver, tap, weight);
        return event -> put(inbox.entry(event));
    }

    /** Runs {@code task} on the JavaFX thread, after all events that were put in before it. */
    @Override
    public void execute(Runnable task) {
        Inbox<Runnable> own =
                new Inbox<>(tasks -> tasks.forEach(Runnable::run), ALWAYS_OPEN, _ -> 1);
        put(own.entry(task));
    }

    private void put(Entry<?> entry) {
        queue.add(entry);
        entry.inbox().added(entry.weight());
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
            long begun = nanos.getAsLong();
            int left = EVENTS_PER_RUN;
            Entry<?> first = queue.peek();
            while (first != null && left > 0 && nanos.getAsLong() - begun < NANOS_PER_RUN) {
                List<Object> batch = take(first.inbox(), Math.min(left, EVENTS_AT_ONCE));
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
        int weight = 0;
        Entry<?> head = queue.peek();
        while (head != null && head.inbox() == inbox && batch.size() < limit) {
            queue.remove();
            batch.add(head.event());
            weight += head.weight();
            head = queue.peek();
        }
        inbox.taken(weight);
        return batch;
    }
}
