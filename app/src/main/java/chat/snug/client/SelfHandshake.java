package chat.snug.client;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/**
 * A TLS handshake of this computer with itself, in memory. The first one of a process takes many
 * times as long as the next.
 */
final class SelfHandshake {
    /** A handshake takes a handful. */
    private static final int MOST_TURNS = 40;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine asking;
    private final SSLEngine answering;

    SelfHandshake(SSLEngine asking, SSLEngine answering) {
        this.asking = asking;
        this.answering = answering;
        asking.setUseClientMode(true);
        answering.setUseClientMode(false);
    }

    /** Blocks until it is over; whether it went well. */
    boolean play() throws SSLException {
        int size = asking.getSession().getPacketBufferSize();
        ByteBuffer there = ByteBuffer.allocate(2 * size);
        ByteBuffer back = ByteBuffer.allocate(2 * size);
        for (int turn = 0; turn < MOST_TURNS && !isOver(); turn++) {
            send(asking, there, answering);
            send(answering, back, asking);
        }
        return isOver();
    }

    private boolean isOver() {
        return asking.getSession().isValid()
                && !asking.getSession().getProtocol().equals("NONE")
                && isIdle(asking)
                && isIdle(answering);
    }

    private static boolean isIdle(SSLEngine engine) {
        return engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING;
    }

    private static void send(SSLEngine from, ByteBuffer wire, SSLEngine to) throws SSLException {
        ByteBuffer said = ByteBuffer.allocate(to.getSession().getApplicationBufferSize());
        var _ = from.wrap(NOTHING.duplicate(), wire);
        think(from);
        wire.flip();
        var _ = to.unwrap(wire, said);
        think(to);
        wire.compact();
    }

    private static void think(SSLEngine engine) {
        for (Runnable task = engine.getDelegatedTask();
                task != null;
                task = engine.getDelegatedTask()) {
            task.run();
        }
    }
}
