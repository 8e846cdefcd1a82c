package chat.snug.net;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody who has connected and is not in yet.
 *
 * <pre>
 *   SILENT ──any byte but 0x16──────────────────────────────────────────► in, plain
 *     │ 0x16
 *   GREETING ──a whole record──► WAITING ──its turn──► SHAKING ──done──► in, encrypted
 * </pre>
 *
 * All of it has to be done in one span of time, after which it is hung up on. As long as the first
 * record of a handshake has not come whole, nothing but its bytes is kept, so trickling it gains
 * nothing. Belongs to the loop's thread.
 */
final class Newcomer extends Registration implements ConnectHandler {
    private enum State {
        SILENT,
        GREETING,
        WAITING,
        SHAKING,
        LEFT
    }

    private static final byte HANDSHAKE = 0x16;
    private static final byte MAJOR_VERSION = 3;
    private static final int HEADER_BYTES = 5;
    private static final int MAX_RECORD_BYTES = 1 << 14;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final Logger LOG = LoggerFactory.getLogger(Newcomer.class);

    private final SelectorLoop loop;
    private final Wire wire;
    private final Reception reception;
    private final AcceptHandler handler;
    private State state = State.SILENT;
    private ByteBuffer greeting = NOTHING;
    private long deadline;
    private @Nullable Timer timer;

    Newcomer(SelectorLoop loop, Wire wire, Reception reception, AcceptHandler handler) {
        this.loop = loop;
        this.wire = wire;
        this.reception = reception;
        this.handler = handler;
    }

    void start(long patienceNanos) {
        deadline = loop.nanoTime() + patienceNanos;
        timer = loop.timers().schedule(patienceNanos, () -> hangUp("not in after all this time"));
        wire.key.attach(this);
        wire.interest(SelectionKey.OP_READ);
    }

    InetAddress address() {
        return wire.remote.getAddress();
    }

    @Override
    void ready(int readyOps) {
        if (state != State.SILENT && state != State.GREETING) {
            return;
        }
        ByteBuffer bytes = loop.reading().buffer().clear();
        int count = wire.read(bytes);
        bytes.flip();
        if (count < 0) {
            hangUp("gone again");
        } else if (count > 0 && state == State.SILENT && bytes.get(0) != HANDSHAKE) {
            leave();
            Opening.accepted(loop, wire, handler, bytes);
        } else if (count > 0) {
            greet(bytes);
        }
    }

    private void greet(ByteBuffer bytes) {
        state = State.GREETING;
        if (greeting.remaining() < bytes.remaining()) {
            int length = greeting.position() + bytes.remaining();
            greeting =
                    ByteBuffer.allocate(Math.max(length, 2 * greeting.capacity()))
                            .put(greeting.flip());
        }
        greeting.put(bytes);
        if (greeting.position() < HEADER_BYTES) {
            return;
        }
        int record = Short.toUnsignedInt(greeting.getShort(HEADER_BYTES - Short.BYTES));
        if (greeting.get(1) != MAJOR_VERSION || record == 0 || record > MAX_RECORD_BYTES) {
            hangUp("no handshake (RFC 8446, section 5.1)");
        } else if (greeting.position() >= HEADER_BYTES + record) {
            greeting.flip();
            state = State.WAITING;
            wire.interest(0);
            if (!reception.await(this)) {
                hangUp("tries to encrypt too often");
            }
        }
    }

    /** It is this one's turn. */
    void shakeHands() {
        state = State.SHAKING;
        Tls tls = reception.tls();
        new Handshake(loop, new TlsWire(wire, tls, greeting), tls, this)
                .start(deadline - loop.nanoTime());
        greeting = NOTHING;
    }

    @Override
    public @Nullable ConnectionHandler connected(Connection connection) {
        leave();
        return handler.accepted(connection);
    }

    @Override
    public void failed(ConnectFailure why) {
        LOG.debug("{}: {} {}", wire.remote, why.kind(), String.valueOf(why.cause()));
        leave();
    }

    private void hangUp(String why) {
        if (state != State.SHAKING && state != State.LEFT) {
            LOG.debug("{}: {}", wire.remote, why);
            leave();
            wire.close();
        }
    }

    private void leave() {
        boolean shook = state == State.SHAKING;
        if (state != State.LEFT) {
            state = State.LEFT;
            greeting = NOTHING;
            if (timer != null) {
                timer.cancel();
            }
            reception.left(this, shook);
        }
    }

    @Override
    void failed(Throwable failure) {
        hangUp("failed");
        LOG.warn("{}: failed on its way in", wire.remote, failure);
    }

    @Override
    void loopClosing() {
        hangUp("closing");
    }
}
