package chat.snug.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.WritableByteChannel;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
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

    /** So many records are read in one step, and not beyond one with nothing in it. */
    private static final int RECORDS_PER_STEP = 8;

    /** A handshake has about ten, and more only where certificates come in small pieces. */
    private static final int RECORDS_OF_HANDSHAKE = 64;

    /** A change of the peer's keys derives 3, and 3 more if it wants us to change ours. */
    private static final int KEYS_PER_STEP = 16;

    private static final int KEYS_OF_HANDSHAKE = 32;

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
    private final Ciphertext ciphertext;
    private final WritableByteChannel plaintext = new Plaintext();
    private @Nullable Runnable task;
    private boolean holdsBack;
    private boolean holdsMore;
    private boolean readNothing;
    private boolean isStuck;
    private boolean ended;

    /**
     * Takes over a wire before anything was sent on it.
     *
     * @param first what was read from it already, or null
     */
    TlsWire(Wire socket, Tls how, @Nullable ByteBuffer first) {
        super(socket);
        this.ciphertext = new Ciphertext(channel, first);
        this.ciphertext.allow(RECORDS_OF_HANDSHAKE);
        this.engine = how.engine();
        this.tls = over(ciphertext, engine, how.context());
    }

    /** Encrypts what an engine has to say, and decrypts what its peer says. */
    static TlsChannel over(Ciphertext ciphertext, SSLEngine engine, SSLContext context) {
        return engine.getUseClientMode()
                ? frugal(ClientTlsChannel.newBuilder(ciphertext, engine)).build()
                : frugal(
                                ServerTlsChannel.newBuilder(ciphertext, context)
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
        KeyChanges.allow(KEYS_OF_HANDSHAKE);
        try {
            tls.handshake();
            holdsMore = true; // the peer's first words may have come with the end of the handshake
            return Progress.DONE;
        } catch (NeedsReadException _) {
            if (ciphertext.hasHeldBack()) {
                throw new SSLException("more records than any handshake has");
            }
            return Progress.READ;
        } catch (NeedsWriteException _) {
            return Progress.WRITE;
        } catch (NeedsTaskException e) {
            task = e.getTask();
            return Progress.TASK;
        } catch (IOException e) {
            sendAlert();
            throw e;
        } finally {
            KeyChanges.allowAll();
        }
    }

    /** Whether anything at all has come of the peer. */
    boolean heard() {
        return ciphertext.heard();
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

    /**
     * Reads some records, up to the size of the buffer. Behind one with nothing in it is an end:
     * what else has come is for the next step.
     */
    @Override
    int read(ByteBuffer bytes) {
        if (ended) {
            return super.read(bytes); // after our goodbye nothing is listened to
        }
        int before = bytes.position();
        holdsMore = false;
        readNothing = false;
        isStuck = false;
        KeyChanges.allow(KEYS_PER_STEP);
        try {
            int count = 0;
            for (int i = 0; i < RECORDS_PER_STEP && bytes.hasRemaining() && count >= 0; i++) {
                ciphertext.allowOne();
                count = tls.read(bytes);
            }
            // The end, or the bytes behind a full buffer, are met by the next read.
            holdsMore = bytes.position() > before;
            return holdsMore ? bytes.position() - before : END_OF_STREAM;
        } catch (NeedsReadException _) {
            readNothing = ciphertext.hasHeldBack();
            holdsMore = readNothing;
            return bytes.position() - before;
        } catch (NeedsWriteException _) {
            readNothing = true;
            isStuck = true;
            holdsBack = true;
            holdsMore = true;
            return bytes.position() - before;
        } catch (IOException e) { // a NeedsTaskException too
            LOG.debug("{}: cannot read: {}", remote, e.toString());
            holdsMore = bytes.position() > before;
            return holdsMore ? bytes.position() - before : FAILED;
        } finally {
            KeyChanges.allowAll();
        }
    }

    @Override
    boolean readNothing() {
        return readNothing;
    }

    /** The peer wants an answer to a record with nothing in it, and takes none. */
    @Override
    boolean isStuck() {
        return isStuck && holdsBack;
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
}
