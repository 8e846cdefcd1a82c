package chat.snug.server.session;

import chat.snug.protocol.Message;
import chat.snug.protocol.Tags;
import chat.snug.server.names.NameRules;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends an answer of any length as fast as the client takes it, so that nobody is closed because
 * they asked for much (Modern IRC, SAFELIST). No other line of the client is handled meanwhile, and
 * what was asked is looked at when its line is made. Looking at much, whether it becomes a line or
 * not, is done in portions, so that nobody else is held up, and costs the client some of the lines
 * that it may send.
 */
public final class LongAnswer {
    /** How often it is looked how much the client has taken. */
    private static final long TAKING_NANOS = 10_000_000;

    private final ServerState server;
    private final Session session;

    /** So much is looked at in one portion. */
    private static final int LOOKS = 16;

    private final Iterator<Optional<Message>> lines;
    private final int most;

    /** Around the lines if there is a label. */
    private @Nullable Batch batch;

    /**
     * @param lines one after the other, the last one included; empty for what was looked at and is
     *     no part of the answer
     */
    public LongAnswer(ServerState server, Session session, Iterator<Optional<Message>> lines) {
        this.server = server;
        this.session = session;
        this.lines = lines;
        this.most = server.limits.queueBytes() / 4;
    }

    /** Sends the answer at once if it is short. */
    public void send() {
        List<Message> first = portion();
        if (!lines.hasNext()) {
            first.forEach(session::send);
            if (session.connection.queuedBytes() > most) {
                session.intake.holdUntilTaken();
            }
            return;
        }
        LabeledReply labeled = session.answers.suspend();
        if (labeled != null) {
            batch = new Batch(server, "labeled-response");
            batch.open(session, labeled.tag());
        }
        session.intake.hold();
        write(first);
    }

    private List<Message> portion() {
        List<Message> portion = new ArrayList<>();
        int bytes = 0;
        int looks = 0;
        while (bytes < most && looks < LOOKS && lines.hasNext()) {
            looks++;
            Optional<Message> line = lines.next();
            if (line.isPresent()) {
                portion.add(line.get());
                bytes += NameRules.bytes(line.get().toString());
            }
        }
        session.intake.looked(looks);
        return portion;
    }

    private void write(List<Message> portion) {
        Tags tags = batch == null ? Tags.NONE : batch.inside();
        for (Message line : portion) {
            Outgoing answer = Outgoing.answer(line, server.ids.now(), session);
            server.broadcast.toOne(session, answer, tags);
        }
        if (lines.hasNext()) {
            server.loop.spareTime().execute(this::goOn);
            return;
        }
        if (batch != null) {
            batch.close(session);
        }
        session.intake.release();
    }

    private void goOn() {
        if (session.isGone()) {
            session.intake.release();
        } else if (session.connection.queuedBytes() > most) {
            server.loop.timers().schedule(TAKING_NANOS, this::goOn);
        } else {
            write(portion());
        }
    }
}
