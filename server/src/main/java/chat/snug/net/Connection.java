package chat.snug.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One TCP connection of a {@link SelectorLoop}, whichever side opened it. Belongs to the loop's
 * thread: every method is called there, and so is its {@link ConnectionHandler}.
 *
 * <pre>
 *            closeAfterFlush, or the peer's end of stream
 *   OPEN ─────────────────────────────────► FLUSHING ──all written──► DRAINING
 *     │                                        │                         │
 *     └──── close, reset, queue full ────►  CLOSED  ◄── peer's end, linger time over
 * </pre>
 *
 * While DRAINING, the end of our stream is out and what the peer still sends is thrown away: a
 * socket that is closed with unread bytes resets the connection, and the peer might lose the
 * goodbye. The handler hears of the end when the connection leaves OPEN and FLUSHING; it does not
 * wait for the draining.
 *
 * <p>Idle, this object and the JDK's channel and key are all that a connection takes.
 */
public final class Connection extends Registration {
    /** The queue limit of a new connection, in bytes. */
    public static final int DEFAULT_QUEUE_LIMIT = 1024 * 1024;

    /** How long {@link #closeAfterFlush(CloseReason)} waits for the peer, in nanoseconds. */
    public static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private enum State {
        OPEN,
        FLUSHING,
        DRAINING,
        /** To be closed at the end of this turn. */
        DOOMED,
        CLOSED
    }

    private final SelectorLoop loop;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final InetSocketAddress remote;
    private final InetSocketAddress local;
    private @Nullable ConnectionHandler handler;
    private @Nullable OutboundQueue queue;
    private @Nullable ByteBuffer unread;
    private @Nullable CloseReason reason;
    private @Nullable Timer linger;
    private State state = State.OPEN;
    private int queueLimit = DEFAULT_QUEUE_LIMIT;
    private long lastReceived;
    private boolean paused;
    private boolean inputEnded;
    private boolean lags;
    private boolean listedToFlush;
    private boolean listedToResume;
    private boolean listedToEnd;

    private Connection(
            SelectorLoop loop, SocketChannel channel, SelectionKey key, InetSocketAddress remote)
            throws IOException {
        this.loop = loop;
        this.channel = channel;
        this.key = key;
        this.remote = remote;
        this.local = (InetSocketAddress) channel.getLocalAddress();
        this.lastReceived = loop.nanoTime();
    }

    /** Takes over a connected, non-blocking channel whose key wants to read. */
    static Connection open(SelectorLoop loop, SocketChannel channel, SelectionKey key)
            throws IOException {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        InetSocketAddress remote = (InetSocketAddress) channel.getRemoteAddress();
        Connection connection = new Connection(loop, channel, key, remote);
        key.attach(connection);
        return connection;
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
        if (state != State.OPEN || start == end) {
            return;
        }
        OutboundQueue to = queue;
        if (to == null) {
            to = listToFlush();
        }
        if (!to.extend(segment, start, end)) {
            add(to, segment, start, end);
        }
        if (to.bytes() > queueLimit) {
            overLimit();
        }
    }

    /**
     * Sends the bytes, copied once to the loop's own chain, whose position stays. Does nothing on a
     * connection that is not open.
     */
    public void send(ByteBuffer bytes) {
        if (isOpen() && bytes.hasRemaining()) {
            SegmentChain chain = loop.unicast();
            chain.append(bytes);
            send(chain.segment(), chain.start(), chain.end());
        }
    }

    /** Closes at the end of this turn and drops what is queued. The first reason counts. */
    public void close(CloseReason why) {
        assert loop.inLoop();
        if (state == State.OPEN || state == State.FLUSHING) {
            doom(why);
        }
    }

    /** As below, with the usual linger time. */
    public void closeAfterFlush(CloseReason why) {
        closeAfterFlush(why, LINGER_NANOS);
    }

    /**
     * Reads no more, sends what is queued and nothing else, then closes.
     *
     * @param lingerNanos after which the connection is closed, whether the peer took all or not
     */
    public void closeAfterFlush(CloseReason why, long lingerNanos) {
        assert loop.inLoop();
        if (state != State.OPEN) {
            return;
        }
        state = State.FLUSHING;
        reason = why;
        unread = null;
        loop.lingers(1);
        linger = loop.timers().schedule(lingerNanos, () -> doom(why));
        if (queue == null) {
            listToEnd();
        }
        updateInterest();
    }

    /** Lets the peer wait: nothing is read until {@link #resumeReading()}. */
    public void pauseReading() {
        assert loop.inLoop();
        paused = true;
        updateInterest();
    }

    /** Reads again. What was left unread comes first, not before the next turn. */
    public void resumeReading() {
        assert loop.inLoop();
        paused = false;
        if (unread != null) {
            listToResume();
        } else {
            updateInterest();
        }
    }

    /** The peer's address; also after the end. */
    public InetSocketAddress remoteAddress() {
        return remote;
    }

    /** Our address, as the peer sees it where nothing translates addresses; also after the end. */
    public InetSocketAddress localAddress() {
        return local;
    }

    /** How many bytes wait to be written. */
    public int queuedBytes() {
        return queue == null ? 0 : queue.bytes();
    }

    /** Whether bytes can be sent: nobody has closed it, and no failure was seen. */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** How many bytes may wait for this peer, {@link #DEFAULT_QUEUE_LIMIT} unless told. */
    public void queueLimit(int bytes) {
        queueLimit = bytes;
    }

    /** The loop's {@link SelectorLoop#nanoTime()} when bytes came last, or when it was opened. */
    public long lastReceivedNanos() {
        return lastReceived;
    }

    @Override
    public String toString() {
        return "Connection[" + remote + " " + state + "]";
    }

    // ---- the write path

    private OutboundQueue listToFlush() {
        OutboundQueue taken = loop.takeQueue();
        queue = taken;
        if (!listedToFlush) {
            listedToFlush = true;
            loop.listToFlush(this);
        }
        return taken;
    }

    private void add(OutboundQueue to, Segment segment, int start, int end) {
        if (lags && to.isThin()) {
            to.addCopy(loop.segments(), segment, start, end);
            return;
        }
        to.add(segment, start, end);
        if (to.isFull()) {
            flush();
        }
    }

    private void overLimit() {
        if (!lags) {
            flush();
        }
        if (queuedBytes() > queueLimit) {
            doom(CloseReason.SEND_QUEUE_FULL);
        }
    }

    /** The end of a turn: writes, unless the socket has to become writable first. */
    void flushTurn() {
        listedToFlush = false;
        if (!lags) {
            flush();
        }
    }

    private void flush() {
        OutboundQueue from = queue;
        if (from == null || state == State.DOOMED) {
            return;
        }
        try {
            lags = !from.writeTo(channel, loop.scratch());
        } catch (IOException e) {
            LOG.debug("{}: cannot write: {}", remote, e.toString());
            doom(CloseReason.RESET_BY_PEER);
            return;
        }
        if (lags) {
            from.compact(loop.segments());
        } else {
            giveQueueBack();
            if (state == State.FLUSHING) {
                listToEnd();
            }
        }
        updateInterest();
    }

    private void giveQueueBack() {
        if (queue != null) {
            loop.giveBack(queue);
            queue = null;
        }
    }

    // ---- the read path

    @Override
    void ready(int readyOps) {
        if ((readyOps & SelectionKey.OP_WRITE) != 0 && lags) {
            flush();
        }
        if ((readyOps & SelectionKey.OP_READ) != 0 && wantsToRead()) {
            read();
        }
    }

    private void read() {
        ByteBuffer bytes = loop.readBuffer();
        int count;
        try {
            count = channel.read(bytes.clear());
        } catch (IOException e) {
            LOG.debug("{}: cannot read: {}", remote, e.toString());
            doom(CloseReason.RESET_BY_PEER);
            return;
        }
        if (count < 0) {
            inputEnded = true;
            if (state == State.DRAINING) {
                doom(CloseReason.CLOSED_BY_PEER);
            } else {
                closeAfterFlush(CloseReason.CLOSED_BY_PEER);
            }
        } else if (state == State.OPEN && count > 0) {
            lastReceived = loop.nanoTime();
            deliver(bytes.flip());
        }
    }

    /** What was left unread comes again, before anything newer. */
    void resumeTurn() {
        listedToResume = false;
        if (unread != null && !paused && state == State.OPEN) {
            deliver(unread);
        }
    }

    private void deliver(ByteBuffer bytes) {
        int before = bytes.remaining();
        if (handler != null) {
            handler.received(this, bytes);
        }
        if (state != State.OPEN) {
            return;
        }
        if (!bytes.hasRemaining()) {
            unread = null;
        } else {
            if (unread == null) {
                unread = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
            }
            if (!paused) {
                if (unread.remaining() == before) {
                    throw new IllegalStateException("the handler neither reads nor pauses");
                }
                listToResume();
            }
        }
        updateInterest();
    }

    private void listToResume() {
        if (!listedToResume) {
            listedToResume = true;
            loop.listToResume(this);
        }
    }

    // ---- interest and the end

    private boolean wantsToRead() {
        return switch (state) {
            case OPEN -> !paused && unread == null;
            case DRAINING -> true;
            case FLUSHING, DOOMED, CLOSED -> false;
        };
    }

    /** The only place where the key's interest is set. */
    private void updateInterest() {
        if (state == State.DOOMED || state == State.CLOSED) {
            return;
        }
        int ops = (wantsToRead() ? SelectionKey.OP_READ : 0) | (lags ? SelectionKey.OP_WRITE : 0);
        if (ops != key.interestOps()) {
            key.interestOps(ops);
        }
    }

    private void doom(CloseReason why) {
        if (state == State.DOOMED || state == State.CLOSED) {
            return;
        }
        if (reason == null) {
            reason = why;
        }
        state = State.DOOMED;
        listToEnd();
    }

    private void listToEnd() {
        if (!listedToEnd) {
            listedToEnd = true;
            loop.listToEnd(this);
        }
    }

    /** The end of a turn: takes the next step of closing and tells the handler. */
    void endTurn() {
        listedToEnd = false;
        if (state == State.FLUSHING && !inputEnded) {
            drain();
        } else {
            closeChannel();
        }
        if (handler != null && reason != null) {
            ConnectionHandler told = handler;
            handler = null;
            try {
                told.closed(this, reason);
            } catch (RuntimeException | Error e) {
                LOG.warn("{}: the handler failed when told of the end", remote, e);
            }
        }
    }

    private void drain() {
        state = State.DRAINING;
        try {
            channel.shutdownOutput();
            updateInterest();
        } catch (IOException e) {
            LOG.debug("{}: cannot end the stream: {}", remote, e.toString());
            closeChannel();
        }
    }

    private void closeChannel() {
        state = State.CLOSED;
        unread = null;
        giveQueueBack();
        if (linger != null) {
            linger.cancel();
            linger = null;
            loop.lingers(-1);
        }
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("{}: cannot close: {}", remote, e.toString());
        }
    }

    @Override
    void failed(Throwable failure) {
        LOG.warn("{}: closed, because its handler failed", remote, failure);
        doom(CloseReason.HANDLER_FAILED);
    }

    /** Whoever is already saying goodbye may finish within the linger time. */
    @Override
    void loopClosing() {
        if (state == State.OPEN) {
            doom(CloseReason.SHUTDOWN);
        }
    }

    /** The loop cannot wait for anybody any longer. */
    void abort() {
        doom(CloseReason.SHUTDOWN);
    }
}
