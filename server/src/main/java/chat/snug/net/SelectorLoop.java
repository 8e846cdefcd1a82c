package chat.snug.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.Channel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One selector and the one thread that turns it. Everything that hangs on the loop (connections,
 * timers, segments and all that handlers keep) is touched by this thread alone and needs no lock.
 *
 * <p>A turn: wait until something can be done; read once from each readable connection, write to
 * each that became writable, accept and finish connecting; deliver what was left unread; run the
 * tasks that other threads handed in; run the timers that are due; end the turn. Each of these
 * three kinds of work has its {@link Share} of a turn, so that those who make much of it do not
 * hold up those who have just said something. The end writes the queues that were filled and then
 * closes what is to be closed; as handlers that are told of a close may send to others, this
 * repeats until nothing is left (a bounded number of times; what is left then is for the next
 * turn).
 *
 * <p>Threads:
 *
 * <ul>
 *   <li><b>the loop's thread</b>, named by {@link #start}, not a daemon: runs all handlers, tasks
 *       and timers;
 *   <li><b>any other thread</b> may call {@link #execute}, {@link #inLoop}, {@link #listen}, {@link
 *       #connect}, {@link #close}, {@link Acceptor#close}, {@link Acceptor#address} and {@link
 *       PendingConnect#cancel}, and nothing else of this package.
 * </ul>
 *
 * There are no more.
 */
public final class SelectorLoop implements Executor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SelectorLoop.class);

    private final Thread thread;
    private final Selector selector;
    private final NanoClock clock;
    private final TaskQueue tasks = new TaskQueue();
    private final TimerQueue timers = new TimerQueue(this::nanoTime);
    private final Share share = new Share();
    private final SpareTime spareTime = new SpareTime(timers);
    private final Agenda agenda = new Agenda();
    private final WriteMemory memory = new WriteMemory();
    private final ReadMemory reading = new ReadMemory();
    private final Shutdown shutdown;
    private final Consumer<SelectionKey> onReady = this::ready;
    private long now;
    private boolean turnBegun;

    private SelectorLoop(String threadName, NanoClock clock) throws IOException {
        this.clock = clock;
        this.selector = Selector.open();
        this.now = clock.nanoTime();
        this.thread = new Thread(this::run, threadName);
        this.shutdown = new Shutdown(thread, selector);
    }

    /**
     * Starts a loop with a thread of its own.
     *
     * @param threadName as it appears in logs and thread dumps
     * @param clock drives the timers
     * @throws IOException if the system gives no selector
     */
    public static SelectorLoop start(String threadName, NanoClock clock) throws IOException {
        SelectorLoop loop = new SelectorLoop(threadName, clock);
        loop.thread.start();
        return loop;
    }

    /**
     * Runs a task on the loop's thread, in the next turn if not too many wait and in the order of
     * handing in; any thread. What a task throws is logged.
     *
     * @throws RejectedExecutionException once the loop is closed. A task that was taken before does
     *     run.
     */
    @Override
    public void execute(Runnable task) {
        if (tasks.add(task)) {
            selector.wakeup();
        }
    }

    /** Whether it is closed, and takes no task and no connection any more; any thread. */
    public boolean isClosed() {
        return tasks.isClosed();
    }

    /** Whether the caller is the loop's thread. */
    public boolean inLoop() {
        return thread.equals(Thread.currentThread());
    }

    /** What is to be done later; the loop's thread. */
    public TimerQueue timers() {
        return timers;
    }

    /**
     * Runs what takes long on the loop's thread, in portions that hand in the next one when they
     * are done: a {@link Share} of a turn for all of them, so that nobody else is held up. To be
     * used on the loop's thread only.
     */
    public Executor spareTime() {
        return spareTime;
    }

    /** The clock at the start of this turn, in nanoseconds; the loop's thread. */
    public long nanoTime() {
        return now;
    }

    /** The loop's memory for bytes to send; the loop's thread. */
    public SegmentPool segments() {
        return memory.segments();
    }

    /**
     * Bounds the memory of all that waits to be sent; any thread. Where it is not enough, all
     * queues are written, and then those connections are closed with {@link
     * CloseReason#SEND_QUEUE_FULL} that lag with most bytes, one after the other.
     *
     * @param bytes counted in whole segments, each once, however many connections wait for it
     */
    public void memoryLimit(long bytes) {
        execute(() -> memory.limit(bytes));
    }

    /**
     * Bounds the memory of all that has come and that handlers have left unread; any thread. Where
     * it is more, little is read from each peer at a time.
     */
    public void unreadLimit(long bytes) {
        execute(() -> reading.limit(bytes));
    }

    /** How many bytes have come that handlers have left unread; the loop's thread. */
    public long unreadBytes() {
        return reading.unread();
    }

    /** How many connections wait for their goodbye to arrive; the loop's thread. */
    public int lingering() {
        return shutdown.lingering();
    }

    /**
     * Listens on an address; any thread. The port is bound when this returns; peers are handed to
     * the handler from the next turn on.
     *
     * @param local the address, with port 0 for any free one
     * @param backlog how many peers may wait to be accepted
     * @throws java.net.BindException if the port is taken or not allowed
     * @throws java.net.UnknownHostException if the address is not resolved
     * @throws RejectedExecutionException once the loop is closed
     */
    public Acceptor listen(InetSocketAddress local, int backlog, AcceptHandler handler)
            throws IOException {
        return listen(local, backlog, null, handler);
    }

    /**
     * As above, for peers that encrypt beside those that do not.
     *
     * @param reception of this loop alone; null if nobody encrypts
     */
    public Acceptor listen(
            InetSocketAddress local,
            int backlog,
            @Nullable Reception reception,
            AcceptHandler handler)
            throws IOException {
        return Acceptor.bind(this, local, backlog, reception, handler);
    }

    /**
     * Connects to an address; any thread. Exactly one call to the handler follows.
     *
     * @param remote a resolved address; finding it is not the loop's work, because it blocks
     * @param timeoutNanos after which the attempt fails
     * @throws RejectedExecutionException once the loop is closed
     */
    public PendingConnect connect(
            InetSocketAddress remote, long timeoutNanos, ConnectHandler handler) {
        return connect(remote, timeoutNanos, null, handler);
    }

    /**
     * As above, and encrypts the connection before the handler gets it.
     *
     * @param tls how, or null to leave the bytes as they are
     */
    public PendingConnect connect(
            InetSocketAddress remote,
            long timeoutNanos,
            @Nullable Tls tls,
            ConnectHandler handler) {
        PendingConnect pending = new PendingConnect(this, remote, timeoutNanos, tls, handler);
        execute(pending::start);
        return pending;
    }

    /**
     * Closes the loop and all that hangs on it; any thread, more than once if need be. The tasks
     * that wait are run, connections are closed with {@link CloseReason#SHUTDOWN}; those that were
     * closed before with {@link Connection#closeAfterFlush} still have their linger time. Returns
     * when the thread has ended, or after some seconds if it cannot; at once when called from the
     * loop's own thread, which then ends after this turn.
     */
    @Override
    public void close() {
        if (tasks.close()) {
            selector.wakeup();
        }
        if (!inLoop()) {
            shutdown.await();
        }
    }

    // ---- for the rest of the package

    boolean executeIfOpen(Runnable task) {
        if (tasks.isClosed()) {
            return false;
        }
        try {
            execute(task);
            return true;
        } catch (RejectedExecutionException _) {
            return false; // closed in between: what the task would end has ended
        }
    }

    SelectionKey register(SelectableChannel channel, int ops, Registration registration)
            throws IOException {
        return channel.register(selector, ops, registration);
    }

    WriteMemory memory() {
        return memory;
    }

    Agenda agenda() {
        return agenda;
    }

    ReadMemory reading() {
        return reading;
    }

    /** A connection begins (1) or ends (-1) to wait for its goodbye to arrive. */
    void lingers(int change) {
        shutdown.lingers(change);
    }

    /** How many channels hang on the loop. */
    int registrations() {
        return selector.keys().size();
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    static void closeQuietly(Channel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("cannot close {}: {}", channel, e.toString());
        }
    }

    // ---- the thread

    private void run() {
        try {
            while (!tasks.isClosed()) {
                turnOrGoOn();
            }
        } catch (IOException | RuntimeException | Error e) {
            LOG.error("{} cannot go on; everything on it is closed", thread.getName(), e);
        }
        tasks.close();
        try {
            shutDown();
        } catch (IOException | RuntimeException | Error e) {
            LOG.error("{} could not close everything", thread.getName(), e);
        } finally {
            shutdown.closeSelector();
        }
    }

    /** A turn that there was no memory for: what was not done in it is done in the next. */
    private void turnOrGoOn() throws IOException {
        try {
            turn(false);
        } catch (OutOfMemoryError e) {
            LastWords.say(LOG, "{}: a turn was broken off", thread.getName(), e);
        }
    }

    private void turn(boolean closing) throws IOException {
        Thread.interrupted(); // an interrupted thread could not wait
        turnBegun = false;
        select(closing);
        beginTurn();
        agenda.beginTurn();
        runTasks(closing);
        runTimers();
        endTurn();
    }

    private void runTasks(boolean all) {
        share.begin();
        tasks.take();
        Runnable task;
        while ((all || !share.isUsedUp()) && (task = tasks.poll()) != null) {
            run(task);
        }
    }

    private void runTimers() {
        share.begin();
        long next = timers.next();
        Timer timer;
        while (!share.isUsedUp() && (timer = timers.pollDue(now, next)) != null) {
            run(timer.task);
        }
    }

    private void select(boolean closing) throws IOException {
        long nanos = agenda.isEmpty() ? timers.nanosUntilNext(clock.nanoTime()) : 0;
        if (nanos == 0 || !tasks.maySleep(closing)) {
            selector.selectNow(onReady);
        } else if (nanos == Long.MAX_VALUE) {
            selector.select(onReady);
        } else {
            selector.select(onReady, TimeUnit.NANOSECONDS.toMillis(nanos - 1) + 1);
        }
    }

    private void beginTurn() {
        if (!turnBegun) {
            turnBegun = true;
            now = clock.nanoTime();
            tasks.awake();
        }
    }

    private void ready(SelectionKey key) {
        beginTurn();
        if (key.attachment() instanceof Registration registration && key.isValid()) {
            try {
                registration.ready(key.readyOps());
                relieve();
            } catch (RuntimeException | Error e) {
                registration.failedSafely(e);
            }
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
            relieve();
        } catch (RuntimeException | Error e) {
            LastWords.say(LOG, "{}: a task failed", thread.getName(), e);
        }
    }

    /** Whatever waits to be sent must fit into the memory that there is for it. */
    private void relieve() {
        if (memory.isFull()) {
            agenda.flushAll();
            memory.relieve(selector.keys());
        }
    }

    private void endTurn() {
        agenda.endTurn();
        relieve();
        agenda.endTurn();
        memory.segments().endTurn();
    }

    /** The tasks that wait are run, everybody is closed, those who say goodbye are waited for. */
    private void shutDown() throws IOException {
        selector.wakeup();
        turn(true);
        shutdown.begin();
        endTurn();
        while (shutdown.isHeldUp()) {
            turn(true);
        }
        shutdown.closeTheRest();
        endTurn();
    }
}
