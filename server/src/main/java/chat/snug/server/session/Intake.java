package chat.snug.server.session;

import chat.snug.net.CloseReason;
import chat.snug.protocol.LineDecoder;
import chat.snug.protocol.LineError;
import chat.snug.protocol.LineSink;
import chat.snug.protocol.MalformedMessageException;
import chat.snug.protocol.Message;
import chat.snug.protocol.MessageParser;
import chat.snug.protocol.Numeric;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of one client's lines in: from bytes to commands, one line after the other, and no
 * further line while there is a reason to wait. What waits is left to the client's own system.
 * Belongs to the loop's thread.
 */
public final class Intake implements LineSink {
    /** How often it is looked how much waits to be sent. */
    private static final long TAKING_NANOS = 10_000_000;

    /** So often saying nothing counts as a line. */
    private static final int BLANKS_PER_LINE = 32;

    /** So many lines that are part of a longer one cost as much as one that comes alone. */
    private static final int PARTS_PER_LINE = 8;

    /** So much may be looked at for one line. */
    private static final int LOOKS_PER_LINE = 500;

    private final ServerState server;
    private final Session session;
    private final Answers answers;
    private final LineDecoder decoder;
    private final Throttle throttle;
    private int holds;
    private int blanks;
    private int parts;
    private int looked;

    Intake(ServerState server, Session session, Answers answers) {
        this.server = server;
        this.session = session;
        this.answers = answers;
        this.decoder = new LineDecoder(server.limits.wire());
        this.throttle = new Throttle(server, session);
    }

    /** Handles the lines in some bytes; what is left unread comes again later. */
    void take(ByteBuffer bytes) {
        decoder.decode(bytes, this);
    }

    /** Handles what has come without any text in it: that costs the client as much as a line. */
    void takeNothing() {
        server.pace.begin(session);
        var _ = mayGoOn();
    }

    @Override
    public boolean line(ByteBuffer line) {
        server.pace.begin(session);
        try {
            Message message = MessageParser.parse(line);
            if (answers.isWaiting() && !CommandDispatcher.isTalk(message)) {
                dispatchWhenKept(message);
            } else {
                server.dispatcher.dispatch(session, message);
            }
        } catch (MalformedMessageException _) {
            // no command in it: there is nothing to answer to (RFC 2812, section 2.3)
        }
        return mayGoOn();
    }

    @Override
    public boolean nothing() {
        if (++blanks < BLANKS_PER_LINE) {
            return !session.isGone() && holds == 0;
        }
        blanks = 0;
        server.pace.begin(session);
        return mayGoOn();
    }

    @Override
    public boolean notUtf8(ByteBuffer line) {
        server.pace.begin(session);
        server.dispatcher.refuseNotUtf8(session, line);
        return mayGoOn();
    }

    /** Whatever is not talk is answered after what was said before has been acknowledged. */
    private void dispatchWhenKept(Message message) {
        hold();
        server.store.afterCommit(
                () -> {
                    if (!session.isGone()) {
                        server.pace.begin(session);
                        server.dispatcher.dispatch(session, message);
                        throttle.roomHeard();
                    }
                    release();
                });
    }

    private boolean mayGoOn() {
        boolean yielded = session.connection.yields();
        throttle.lineHandled();
        if (!server.store.keepsUp()) {
            hold();
            server.store.afterCommit(this::release);
        }
        return !session.isGone() && holds == 0 && yielded == session.connection.yields();
    }

    /** The line that is being handled is part of a longer one: so many cost as much as a line. */
    public void part() {
        if (++parts < PARTS_PER_LINE) {
            throttle.spare();
        } else {
            parts = 0;
        }
    }

    /** For the line that is being handled so much was looked at: much costs more lines. */
    public void looked(int things) {
        looked += things;
        charge(looked / LOOKS_PER_LINE);
        looked %= LOOKS_PER_LINE;
    }

    /** The line that is being handled costs the client as much as some more. */
    public void charge(int lines) {
        throttle.charge(lines);
    }

    /** No line of the client is handled until {@link #release()} was called as often as this. */
    void hold() {
        if (holds++ == 0) {
            session.connection.pauseReading();
        }
    }

    /** One reason less for the client to wait. */
    void release() {
        if (--holds == 0 && !session.isGone()) {
            session.connection.resumeReading();
        }
    }

    /**
     * Answers the command that is being handled when some work is done that takes longer than a
     * turn of the loop. Until then no other line of the client is handled, so that answers stay in
     * order. A client that has gone meanwhile is not answered.
     *
     * @param work may be done on any thread; what is done already is answered at once
     * @param answer is given what came out of it, or why nothing did; on the loop's thread
     */
    public <T extends @Nullable Object> void later(
            CompletableFuture<T> work, BiConsumer<@Nullable T, @Nullable Throwable> answer) {
        if (work.isDone()) {
            if (work.isCompletedExceptionally()) {
                answer.accept(null, work.exceptionNow());
            } else {
                answer.accept(work.resultNow(), null);
            }
            return;
        }
        LabeledReply reply = answers.suspend();
        hold();
        var _ =
                work.whenComplete(
                        (result, failure) ->
                                server.loop.execute(
                                        () -> {
                                            if (!session.isGone()) {
                                                answers.resume(reply);
                                                answer.accept(result, failure);
                                                answers.endLabeled();
                                            }
                                            release();
                                        }));
    }

    /**
     * Does what a command asks in steps: the first at once, and the others in shares of later
     * turns, as fast as the client takes what they send it. No other line of the client is handled
     * until the last one is done.
     *
     * @param step does the next one, and tells whether there are more
     */
    public void inSteps(BooleanSupplier step) {
        if (step.getAsBoolean()) {
            LabeledReply reply = answers.suspend();
            if (reply != null) {
                reply.begin(server, session);
            }
            hold();
            server.loop.spareTime().execute(() -> goOn(step, reply));
        }
    }

    private void goOn(BooleanSupplier step, @Nullable LabeledReply reply) {
        if (!session.isGone() && session.connection.queuedBytes() > mostWaiting()) {
            server.loop.timers().schedule(TAKING_NANOS, () -> goOn(step, reply));
            return;
        }
        boolean more = false;
        try {
            if (!session.isGone()) {
                server.pace.begin(session);
                answers.resume(reply);
                more = step.getAsBoolean();
                throttle.roomHeard();
                if (more) {
                    var _ = answers.suspend();
                    server.loop.spareTime().execute(() -> goOn(step, reply));
                } else {
                    answers.endLabeled();
                }
            }
        } finally {
            if (!more) {
                release();
            }
        }
    }

    private int mostWaiting() {
        return server.limits.queueBytes() / 4;
    }

    /**
     * No line of the client is handled until it has taken most of what waits to be sent to it:
     * somebody who asks for much must not be closed because the answers fill the queue.
     */
    public void holdUntilTaken() {
        hold();
        server.loop.timers().schedule(0, this::releaseWhenTaken);
    }

    private void releaseWhenTaken() {
        if (session.isGone() || session.connection.queuedBytes() <= mostWaiting()) {
            release();
        } else {
            server.loop.timers().schedule(TAKING_NANOS, this::releaseWhenTaken);
        }
    }

    @Override
    public void refused(LineError error) {
        blanks = BLANKS_PER_LINE; // it is answered, so it counts
        switch (error) {
            case TOO_LONG, TAGS_TOO_LONG ->
                    server.replies.numeric(
                            session, Numeric.ERR_INPUTTOOLONG, "Input line was too long");
            case INVALID_UTF8 -> server.replies.notUtf8(session, "*");
            case ENDLESS -> session.drop("Line without an end", CloseReason.PROTOCOL_ERROR);
        }
    }
}
