package chat.snug.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listening port of a {@link SelectorLoop}. When the process has no descriptors left, it pauses
 * for a moment and goes on; the peers wait in the backlog.
 */
public final class Acceptor extends Registration implements AutoCloseable {
    /** So many in one turn, that a rush of newcomers does not hold up those who are in. */
    private static final int ACCEPTS_PER_TURN = 128;

    static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private static final Logger LOG = LoggerFactory.getLogger(Acceptor.class);

    private final SelectorLoop loop;
    private final ServerSocketChannel channel;
    private final InetSocketAddress address;
    private final @Nullable Reception reception;
    private final AcceptHandler handler;
    private @Nullable SelectionKey key;

    private Acceptor(
            SelectorLoop loop,
            ServerSocketChannel channel,
            @Nullable Reception reception,
            AcceptHandler handler)
            throws IOException {
        this.loop = loop;
        this.channel = channel;
        this.reception = reception;
        this.handler = handler;
        this.address = (InetSocketAddress) channel.getLocalAddress();
    }

    /** Binds a port at once, for {@link SelectorLoop#listen}; any thread. */
    static Acceptor bind(
            SelectorLoop loop,
            InetSocketAddress local,
            int backlog,
            @Nullable Reception reception,
            AcceptHandler handler)
            throws IOException {
        if (local.isUnresolved()) {
            throw new UnknownHostException(local.getHostString());
        }
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.bind(local, backlog);
            Acceptor acceptor = new Acceptor(loop, channel, reception, handler);
            loop.execute(acceptor::register);
            return acceptor;
        } catch (IOException | RuntimeException e) {
            SelectorLoop.closeQuietly(channel);
            throw e;
        }
    }

    /** Where it listens, with the port that the system chose if none was asked for. Any thread. */
    public InetSocketAddress address() {
        return address;
    }

    /** Listens no more; any thread. The port is free when the loop's next turn begins. */
    @Override
    public void close() {
        if (loop.inLoop()) {
            loopClosing();
        } else {
            loop.executeIfOpen(this::loopClosing);
        }
    }

    private void register() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            key = loop.register(channel, SelectionKey.OP_ACCEPT, this);
        } catch (IOException e) {
            LOG.warn("{}: cannot listen", address, e);
            loopClosing();
        }
    }

    @Override
    void ready(int readyOps) {
        for (int i = 0; i < ACCEPTS_PER_TURN && channel.isOpen(); i++) {
            SocketChannel accepted;
            try {
                accepted = channel.accept();
            } catch (IOException e) {
                pause(e);
                return;
            }
            if (accepted == null) {
                return;
            }
            open(accepted);
        }
    }

    private void open(SocketChannel accepted) {
        try {
            accepted.configureBlocking(false);
            SelectionKey reading = loop.register(accepted, SelectionKey.OP_READ, this);
            Wire wire = new Wire(accepted, reading);
            if (reception == null) {
                Opening.accepted(loop, wire, handler, null);
            } else {
                reception.arrived(loop, wire, handler);
            }
        } catch (IOException e) {
            LOG.debug("{}: a peer was gone before it was accepted: {}", address, e.toString());
            SelectorLoop.closeQuietly(accepted);
        }
    }

    private void pause(IOException why) {
        LOG.warn(
                "{}: cannot accept ({}), trying again in {} ms; raise the limit of open files if"
                        + " this goes on",
                address,
                why.getMessage(),
                TimeUnit.NANOSECONDS.toMillis(PAUSE_NANOS));
        wants(0);
        loop.timers().schedule(PAUSE_NANOS, () -> wants(SelectionKey.OP_ACCEPT));
    }

    /** Whether it waits for descriptors. */
    boolean isPaused() {
        return key != null && key.isValid() && key.interestOps() == 0;
    }

    private void wants(int ops) {
        if (key != null && key.isValid()) {
            key.interestOps(ops);
        }
    }

    @Override
    void failed(Throwable failure) {
        LOG.warn("{}: failed while accepting", address, failure);
    }

    @Override
    void loopClosing() {
        SelectorLoop.closeQuietly(channel);
    }
}
