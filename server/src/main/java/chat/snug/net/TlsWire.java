package chat.snug.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.WritableByteChannel;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tlschannel.ClientTlsChannel;
import tlschannel.HeapBufferAllocator;
import tlschannel.NeedsReadException;
import tlschannel.NeedsTaskException;
import tlschannel.NeedsWriteException;
import tlschannel.ServerTlsChannel;
import tlschannel.TlsChannel;
import tlschannel.TlsChannelBuilder;

/**
 * A socket whose bytes are encrypted. Before anything else {@link #shakeHands} is called until it
 * is {@link Progress#DONE}; {@link Handshake} does that. Between two calls it holds no buffers, but
 * for what the socket did not take of a record, and for a record that has come in part.
 *
 * <p>A peer that wants to shake hands a second time (possible in TLS 1.2 only) is hung up on: that
 * would need time on another thread in the middle of the stream, and nobody needs it.
 */
final class TlsWire extends Wire {
    private static final Logger LOG = LoggerFactory.getLogger(TlsWire.class);

    /** So much is taken from the socket in one go: a peer may send records with nothing in them. */
    private static final int BYTES_PER_TURN = 64 * 1024;

    private static final HeapBufferAllocator BUFFERS = new HeapBufferAllocator();

    /** What a handshake waits for. */
    enum Progress {
        DONE,
        READ,
        WRITE,
        TASK
    }

    private final SSLEngine engine;
    private final TlsChannel tls;
    private final WritableByteChannel plaintext = new Plaintext();
    private @Nullable ByteBuffer first;
    private @Nullable Runnable task;
    private boolean holdsBack;
    private boolean holdsMore;
    private boolean ended;
    private int budget;
    private boolean heard;

    /**
     * Takes over a wire before anything was sent on it.
     *
     * @param first what was read from it already, or null
     */
    TlsWire(Wire socket, Tls how, @Nullable ByteBuffer first) {
        super(socket);
        this.first = first;
        this.engine = how.engine();
        this.tls =
                engine.getUseClientMode()
                        ? frugal(ClientTlsChannel.newBuilder(new Ciphertext(), engine)).build()
                        : frugal(
                                        ServerTlsChannel.newBuilder(new Ciphertext(), how.context())
                                                .withEngineFactory(_ -> engine))
                                .build();
    }

    private static <B extends TlsChannelBuilder<B>> B frugal(B builder) {
        return builder.withRunTasks(false)
                .withReleaseBuffers(true)
                .withPlainBufferAllocator(BUFFERS)
                .withEncryptedBufferAllocator(BUFFERS);
    }

    @Override
    boolean isEncrypted() {
        return true;
    }

    @Override
    @Nullable X509Certificate peerCertificate() {
        try {
            Certificate[] shown = engine.getSession().getPeerCertificates();
            return shown[0] instanceof X509Certificate certificate ? certificate : null;
        } catch (SSLPeerUnverifiedException _) {
            return null;
        }
    }

    /**
     * Goes on with the handshake as far as it can.
     *
     * @throws IOException if there will be no encrypted connection, and why; the peer was told
     */
    Progress shakeHands() throws IOException {
        budget = BYTES_PER_TURN;
        try {
            tls.handshake();
            holdsMore = true; // the peer's first words may have come with the end of the handshake
            return Progress.DONE;
        } catch (NeedsReadException _) {
            return Progress.READ;
        } catch (NeedsWriteException _) {
            return Progress.WRITE;
        } catch (NeedsTaskException e) {
            task = e.getTask();
            return Progress.TASK;
        } catch (IOException e) {
            sendAlert();
            throw e;
        }
    }

    /** Whether anything at all has come of the peer. */
    boolean heard() {
        return heard;
    }

    /** What {@link Progress#TASK} waits for; to be run on any thread, once. */
    Runnable takeTask() {
        Runnable taken = task;
        task = null;
        return taken == null ? () -> {} : taken;
    }

    /** The library sends what the engine wants to say at the end only if all went well. */
    private void sendAlert() {
        try {
            ByteBuffer alert = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
            engine.closeOutbound();
            engine.wrap(ByteBuffer.allocate(0), alert);
            channel.write(alert.flip());
        } catch (IOException e) {
            LOG.debug("{}: cannot say why there is no connection: {}", remote, e.toString());
        }
    }

    /** Reads what is there, up to the size of the buffer. */
    @Override
    int read(ByteBuffer bytes) {
        if (ended) {
            return super.read(bytes); // after our goodbye nothing is listened to
        }
        int before = bytes.position();
        holdsMore = false;
        budget = BYTES_PER_TURN;
        try {
            int count = 0;
            while (bytes.hasRemaining() && count >= 0) {
                count = tls.read(bytes);
            }
            // The end, or the bytes behind a full buffer, are met by the next read.
            holdsMore = bytes.position() > before;
            return holdsMore ? bytes.position() - before : END_OF_STREAM;
        } catch (NeedsReadException _) {
            return bytes.position() - before;
        } catch (NeedsWriteException _) {
            holdsBack = true;
            holdsMore = true;
            return bytes.position() - before;
        } catch (IOException e) { // a NeedsTaskException too
            LOG.debug("{}: cannot read: {}", remote, e.toString());
            holdsMore = bytes.position() > before;
            return holdsMore ? bytes.position() - before : FAILED;
        }
    }

    @Override
    boolean write(@Nullable OutboundQueue queue, ByteBuffer scratch) {
        try {
            if (holdsBack) {
                plaintext.write(scratch.clear().limit(0));
            }
            if (queue != null) {
                queue.writeTo(plaintext, scratch);
            }
            return true;
        } catch (IOException e) {
            LOG.debug("{}: cannot write: {}", remote, e.toString());
            return false;
        }
    }

    @Override
    boolean holdsBack() {
        return holdsBack;
    }

    /** Not while the peer has to take something first. */
    @Override
    boolean holdsMore() {
        return holdsMore && !holdsBack;
    }

    /**
     * Says so inside of the encryption too; if the socket does not even take that, then outside.
     */
    @Override
    boolean endStream() {
        ended = true;
        holdsMore = false;
        try {
            tls.shutdown();
        } catch (IOException e) {
            LOG.debug("{}: no goodbye: {}", remote, e.toString());
        }
        return super.endStream();
    }

    @Override
    void close() {
        SelectorLoop.closeQuietly(tls);
        super.close();
    }

    /** What the peer will read. */
    private final class Plaintext implements WritableByteChannel {
        @Override
        public int write(ByteBuffer bytes) throws IOException {
            int before = bytes.remaining();
            try {
                tls.write(bytes);
                holdsBack = false;
            } catch (NeedsWriteException _) {
                holdsBack = true; // of what was taken
            }
            if (before > 0 && bytes.remaining() == before && engine.isOutboundDone()) {
                throw new ClosedChannelException();
            }
            return before - bytes.remaining();
        }

        @Override
        public boolean isOpen() {
            return tls.isOpen();
        }

        @Override
        public void close() {
            SelectorLoop.closeQuietly(tls);
        }
    }

    /** What is on the socket, after what was read from it before. */
    private final class Ciphertext implements ByteChannel {
        @Override
        public int read(ByteBuffer bytes) throws IOException {
            ByteBuffer before = first;
            if (before == null) {
                int count = budget <= 0 ? 0 : channel.read(bytes);
                budget -= count;
                heard |= count > 0;
                return count;
            }
            heard = true;
            int count = Math.min(before.remaining(), bytes.remaining());
            bytes.put(before.slice(before.position(), count));
            before.position(before.position() + count);
            if (!before.hasRemaining()) {
                first = null;
            }
            return count;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            return channel.write(bytes);
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() {
            SelectorLoop.closeQuietly(channel);
        }
    }
}
