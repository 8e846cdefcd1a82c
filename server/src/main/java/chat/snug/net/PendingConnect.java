package chat.snug.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An attempt to connect that is under way. Its outcome goes to the {@link ConnectHandler}. */
public final class PendingConnect extends Registration {
    private static final Logger LOG = LoggerFactory.getLogger(PendingConnect.class);

    private final SelectorLoop loop;
    private final InetSocketAddress remote;
    private final long timeoutNanos;
    private final @Nullable Tls tls;
    private final ConnectHandler handler;
    private @Nullable Handshake handshake;
    private @Nullable SocketChannel channel;
    private @Nullable SelectionKey key;
    private @Nullable Timer timeout;
    private long deadline;
    private boolean settled;

    PendingConnect(
            SelectorLoop loop,
            InetSocketAddress remote,
            long timeoutNanos,
            @Nullable Tls tls,
            ConnectHandler handler) {
        this.loop = loop;
        this.remote = remote;
        this.timeoutNanos = timeoutNanos;
        this.tls = tls;
        this.handler = handler;
    }

    /**
     * Gives up; any thread. The handler is told {@link ConnectFailure.Kind#CANCELLED}, unless the
     * outcome was already known: then this does nothing.
     */
    public void cancel() {
        loop.executeIfOpen(
                () -> {
                    if (handshake == null) {
                        fail(ConnectFailure.CANCELLED);
                    } else {
                        handshake.cancel();
                    }
                });
    }

    /** The loop's thread begins. */
    void start() {
        if (settled) {
            return;
        }
        deadline = loop.nanoTime() + timeoutNanos;
        try {
            if (remote.isUnresolved()) {
                throw new UnknownHostException(remote.getHostString());
            }
            channel = SocketChannel.open();
            channel.configureBlocking(false);
            boolean connected = channel.connect(remote);
            key = loop.register(channel, connected ? 0 : SelectionKey.OP_CONNECT, this);
            if (connected) {
                connected(channel, key);
            } else {
                timeout =
                        loop.timers().schedule(timeoutNanos, () -> fail(ConnectFailure.TIMED_OUT));
            }
        } catch (IOException e) {
            fail(ConnectFailure.of(e));
        } catch (UnsupportedAddressTypeException e) {
            fail(ConnectFailure.of(new IOException("no such addresses on this machine", e)));
        }
    }

    @Override
    void ready(int readyOps) {
        if (settled || channel == null || key == null) {
            return;
        }
        try {
            if (channel.finishConnect()) {
                connected(channel, key);
            }
        } catch (IOException e) {
            fail(ConnectFailure.of(e));
        }
    }

    private void connected(SocketChannel to, SelectionKey with) throws IOException {
        if (to.getLocalAddress().equals(to.getRemoteAddress())) {
            // TCP's simultaneous open: nobody listens there, the socket has met itself.
            throw new ConnectException("connected to itself");
        }
        Wire wire = new Wire(to, with);
        wire.interest(0);
        TlsWire encrypted = tls == null ? null : new TlsWire(wire, tls, null);
        settle();
        if (tls == null || encrypted == null) {
            Opening.connected(loop, wire, handler);
            return;
        }
        handshake = new Handshake(loop, encrypted, tls, handler);
        handshake.start(Math.max(0, deadline - loop.nanoTime()));
        handler.answered();
    }

    private void fail(ConnectFailure why) {
        if (settled) {
            return;
        }
        settle();
        if (channel != null) {
            SelectorLoop.closeQuietly(channel);
        }
        try {
            handler.failed(why);
        } catch (RuntimeException | Error e) {
            LOG.warn("{}: the handler failed when told that there is no connection", remote, e);
        }
    }

    private void settle() {
        settled = true;
        if (timeout != null) {
            timeout.cancel();
        }
    }

    @Override
    void failed(Throwable failure) {
        fail(new ConnectFailure(ConnectFailure.Kind.OTHER, new IOException(failure)));
        LOG.warn("{}: failed while connecting", remote, failure);
    }

    @Override
    void loopClosing() {
        fail(ConnectFailure.CANCELLED);
    }
}
