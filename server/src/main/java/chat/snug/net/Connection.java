package chat.snug.net;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One TCP connection of a {@link SelectorLoop}, whichever side opened it. Belongs to the loop's
 * thread: every method is called there, and so is its {@link ConnectionHandler}.
 *
 * <p>It ends in one of two ways: at once ({@link #close}, a reset, a full queue, a handler that
 * failed) or after a goodbye ({@link #closeAfterFlush}, the peer's end of stream). Either way the
 * handler is told exactly once, at the end of a turn.
 *
 * <p>Idle, this object, its {@link Wire} and {@link Inbound} and the JDK's channel and key are all
 * that there is.
 */
public final class Connection extends Registration {
    /** The queue limit of a new connection, in bytes. */
    public static final int DEFAULT_QUEUE_LIMIT = 1024 * 1024;

    /** How long {@link #closeAfterFlush(CloseReason)} waits for the peer, in nanoseconds. */
    public static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final SelectorLoop loop;
    private final Wire wire;
    private final Inbound inbound;
    private @Nullable ConnectionHandler handler;
    private @Nullable OutboundQueue queue;

    /** Null as long as the connection is open. */
    private @Nullable Ending ending;

    private int queueLimit = DEFAULT_QUEUE_LIMIT;
    private boolean listedToFlush;
    private boolean writingPaused;

    /** The key of the wire wants to read. */
    Connection(SelectorLoop loop, Wire wire) {
        this.loop = loop;
        this.wire = wire;
        this.inbound = new Inbound(loop, wire, this);
    }

    /** What the wire has read beyond what it gave is delivered in the next turn. */
    void goOn() {
        inbound.goOn();
    }

    /** What was read before there was a connection is delivered. */
    void begin(ByteBuffer bytes) {
        inbound.begin(bytes);
    }

    /** Whoever was asked has said who handles the bytes; null turns the connection away. */
    void handledBy(@Nullable ConnectionHandler newHandler) {
        if (newHandler == null) {
            closeAfterFlush(CloseReason.REFUSED);
        } else {
            handler = newHandler;
        }
    }

    /**
     * Sends a range of a segment without copying it. Does nothing on a connection that is not open.
     *
     * @param segment from {@link SegmentChain#segment()}, in the turn of the append
     */
    public void send(Segment segment, int start, int end) {
        assert loop.inLoop();
        if (ending != null || start == end) {
            return;
        }
        OutboundQueue to = queue == null ? takeQueue() : queue;
        if (!to.extend(segment, start, end)) {
            to.add(segment, start, end);
        }
        if (to.bytes() > queueLimit || to.isFull()) {
            flushEarly();
        }
    }

    /**
     * Sends bytes that are for this connection alone: they are copied once. Does nothing on a
     * connection that is not open.
     *
     * @param bytes what to send; its position does not move
     */
    public void send(ByteBuffer bytes) {
        if (ending == null && bytes.hasRemaining()) {
            SegmentChain unicast = loop.memory().unicast();
            unicast.append(bytes);
            send(unicast.segment(), unicast.start(), unicast.end());
        }
    }

    /** Closes at the end of this turn and drops what is queued. The first reason counts. */
    public void close(CloseReason why) {
        assert loop.inLoop();
        if (ending == null || !ending.isDraining()) {
            doom(why);
        }
    }

    /** As {@link #closeAfterFlush(CloseReason, long)}, with the usual linger time. */
    public void closeAfterFlush(CloseReason why) {
        closeAfterFlush(why, LINGER_NANOS);
    }

    /**
     * Closes after a goodbye: reads no more, writes what is queued and nothing that is sent later,
     * then ends the stream. The handler is told when that is done; the socket stays until the peer
     * has ended the stream too.
     *
     * @param lingerNanos after which the socket is closed whatever the peer has taken
     */
    public void closeAfterFlush(CloseReason why, long lingerNanos) {
        assert loop.inLoop();
        if (ending == null) {
            inbound.forget();
            ending = new Ending(this, loop, why);
            ending.linger(lingerNanos);
            endIfFlushed();
            updateInterest();
        }
    }

    /** Lets the peer wait: nothing is read until {@link #resumeReading()}. */
    public void pauseReading() {
        assert loop.inLoop();
        inbound.pause();
    }

    /** Reads again. What was left unread comes first, not before the next turn. */
    public void resumeReading() {
        assert loop.inLoop();
        inbound.resume();
    }

    /** Whether the peer has to wait until {@link #resumeReading()}. */
    public boolean isPaused() {
        return inbound.isPaused();
    }

    /**
     * Writes nothing until {@link #resumeWriting()}, or until more waits than the queue may hold:
     * who can take it is not closed for that. What is sent meanwhile waits in its order; a goodbye
     * waits as well, but not beyond its linger time.
     */
    public void pauseWriting() {
        assert loop.inLoop();
        writingPaused = true;
        updateInterest();
    }

    /** Writes again, first what has waited. */
    public void resumeWriting() {
        assert loop.inLoop();
        writingPaused = false;
        flush();
    }

    /**
     * Whether the others go first: what this peer sends is then read as what was left unread is, in
     * its share of a turn. For those who send much, and for strangers.
     */
    public void yields(boolean toOthers) {
        inbound.yields(toOthers);
    }

    /** Whether the others go first. */
    public boolean yields() {
        return inbound.yields();
    }

    /** The peer's address; also after the end. */
    public InetSocketAddress remoteAddress() {
        return wire.remote;
    }

    /** Our address, as the peer sees it where nothing translates addresses; also after the end. */
    public InetSocketAddress localAddress() {
        return wire.local;
    }

    /** Whether nobody on the way can read or change what is said. */
    public boolean isEncrypted() {
        return wire.isEncrypted();
    }

    /**
     * The certificate whose key the peer has proved to have; null if it showed none or nothing is
     * encrypted. Who that is, is for others to say: it may be made out to anybody, by anybody.
     */
    public @Nullable X509Certificate peerCertificate() {
        return wire.peerCertificate();
    }

    /** How many bytes wait to be written. */
    public int queuedBytes() {
        return queue == null ? 0 : queue.bytes();
    }

    /** Whether bytes can be sent: nobody has closed it, and no failure was seen. */
    public boolean isOpen() {
        return ending == null;
    }

    /** How many bytes may wait for this peer, {@link #DEFAULT_QUEUE_LIMIT} unless told. */
    public void queueLimit(int bytes) {
        queueLimit = bytes;
    }

    /** The loop's {@link SelectorLoop#nanoTime()} when bytes came last, or when it was opened. */
    public long lastReceivedNanos() {
        return inbound.lastReceived();
    }

    boolean hasQueue() {
        return queue != null;
    }

    /** What the selector watches for. */
    int interest() {
        return wire.interest();
    }

    @Override
    public String toString() {
        ConnectionState state = ending == null ? ConnectionState.OPEN : ending.state();
        return "Connection[" + wire.remote + " " + state + "]";
    }

    // ---- the write path

    private OutboundQueue takeQueue() {
        OutboundQueue taken = loop.memory().takeQueue();
        queue = taken;
        if (!listedToFlush) {
            loop.agenda().flush(this);
            listedToFlush = true;
        }
        return taken;
    }

    private void giveQueueBack() {
        if (queue != null) {
            loop.memory().giveBack(queue);
            queue = null;
        }
    }

    /** Whoever is over the limit has the rest of this turn to live, unless the socket takes it. */
    private void flushEarly() {
        writingPaused &= queuedBytes() <= queueLimit;
        flush();
        if (queuedBytes() > queueLimit) {
            doom(CloseReason.SEND_QUEUE_FULL);
        }
    }

    /** The end of a turn: writes, unless the socket has to become writable first. */
    void flushTurn() {
        listedToFlush = false;
        if (queue != null && !queue.lags()) {
            flush();
        }
    }

    private void flush() {
        if (isOver() || writingPaused || (queue == null && !wire.holdsBack())) {
            return;
        }
        if (!wire.write(queue, loop.memory().scratch())) {
            doom(CloseReason.RESET_BY_PEER);
            return;
        }
        if (queue != null && !queue.lags()) {
            giveQueueBack();
        }
        endIfFlushed();
        goOn();
        updateInterest();
    }

    private void endIfFlushed() {
        if (ending != null && queue == null && !wire.holdsBack()) {
            ending.flushed();
        }
    }

    // ---- the read path

    @Override
    void ready(int readyOps) {
        if ((readyOps & SelectionKey.OP_WRITE) != 0) {
            flush();
        }
        if ((readyOps & SelectionKey.OP_READ) != 0) {
            inbound.ready();
        }
    }

    /** It is the turn of what was left unread. */
    void resumeTurn() {
        inbound.resumeTurn();
    }

    /** Gives bytes to whoever handles them. */
    void handle(ByteBuffer bytes) {
        if (handler != null) {
            handler.received(this, bytes);
        }
    }

    /** Tells whoever handles the bytes that something came without any. */
    void handleNothing() {
        if (handler != null) {
            handler.receivedNothing(this);
        }
    }

    /** Whether the goodbye is out and what the peer still sends is thrown away. */
    boolean isDraining() {
        return ending != null && ending.isDraining();
    }

    /** The only place where the interest of the key is set. */
    void updateInterest() {
        if (!isOver()) {
            boolean lags = queue == null ? wire.holdsBack() : queue.lags();
            int reading = inbound.isAwaited() ? SelectionKey.OP_READ : 0;
            wire.interest(reading | (lags && !writingPaused ? SelectionKey.OP_WRITE : 0));
        }
    }

    // ---- the end

    /** Nothing more is read or written; the end of the turn closes the socket. */
    void doom(CloseReason why) {
        if (ending == null) {
            ending = new Ending(this, loop, why);
        }
        ending.doom();
    }

    /** All queues together are too long: this one is dropped at once. */
    void giveUp() {
        doom(CloseReason.SEND_QUEUE_FULL);
        giveQueueBack();
    }

    private boolean isOver() {
        return ending != null && ending.isOver();
    }

    /** The end of a turn: takes the next step of closing and tells the handler. */
    void endTurn() {
        if (ending == null) {
            return; // only what ends is listed
        }
        ending.step(wire, inbound.hasEnded());
        if (isOver()) {
            inbound.forget();
            giveQueueBack();
            wire.close();
        } else {
            updateInterest();
        }
        if (handler != null) {
            ConnectionHandler told = handler;
            handler = null;
            ending.tell(told);
        }
    }

    @Override
    void failed(Throwable failure) {
        doom(CloseReason.HANDLER_FAILED);
        LOG.warn("{}: closed, because its handler failed", wire.remote, failure);
    }

    /** Whoever is already saying goodbye may finish within the linger time. */
    @Override
    void loopClosing() {
        if (isOpen()) {
            doom(CloseReason.SHUTDOWN);
        }
    }
}
