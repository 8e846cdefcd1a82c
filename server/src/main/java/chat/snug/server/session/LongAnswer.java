package chat.snug.server.session;

import chat.snug.protocol.Message;
import chat.snug.protocol.Tags;
import chat.snug.server.names.NameRules;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends an answer of any length as fast as the client takes it, so that nobody is closed because
 * they asked for much (Modern IRC, SAFELIST). No other line of the client is handled meanwhile, and
 * what was asked is looked at when its line is made.
 */
public final class LongAnswer {
    /** How often it is looked how much the client has taken. */
    private static final long TAKING_NANOS = 10_000_000;

    private final ServerState server;
    private final Session session;
    private final Iterator<Message> lines;
    private final int most;

    /** Around the lines if there is a label. */
    private @Nullable Batch batch;

    /**
     * @param lines one after the other, the last one included
     */
    public LongAnswer(ServerState server, Session session, Iterator<Message> lines) {
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
        LabeledReply labeled = session.takeLabeled();
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
        while (bytes < most && lines.hasNext()) {
            Message line = lines.next();
            portion.add(line);
            bytes += NameRules.bytes(line.toString());
        }
        return portion;
    }

    private void write(List<Message> portion) {
        Tags tags = batch == null ? Tags.NONE : batch.inside();
        for (Message line : portion) {
            Outgoing answer = Outgoing.answer(line, server.ids.now(), session);
            server.broadcast.toOne(session, answer, tags);
        }
        if (lines.hasNext()) {
            server.loop.timers().schedule(0, this::goOn);
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
