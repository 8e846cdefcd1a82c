package chat.snug.server.session;

import chat.snug.protocol.Capability;
import chat.snug.protocol.Message;
import chat.snug.protocol.Tags;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of what one client is answered. An answer to a labeled command is collected until the
 * command is done. What acknowledges a message waits until the message is kept, and whatever is
 * answered after it waits behind it; so the client can send on meanwhile, and answers keep their
 * order. With a store that lasts no longer than the process nothing ever waits.
 */
public final class Answers {
    private static final String NOT_KEPT =
            "This cannot be kept: nothing more fits where the host keeps what is said";

    private static final String HOLDS_FOR_NOW =
            "This holds now, but it is not kept yet: it may be gone once the host starts again";

    /** What stands in the queue: a line or batch, the answer to a labeled command, or a wait. */
    private sealed interface Waiting {
        record Line(Reply reply) implements Waiting {}

        record Labeled(LabeledReply reply) implements Waiting {}

        /** What follows is to be sent only when something is kept, which came with a verb. */
        record ForCommit(String verb) implements Waiting {}
    }

    private final ServerState server;
    private final Session session;
    private @Nullable LabeledReply labeled;
    private @Nullable ArrayDeque<Waiting> queue;
    private int pauses;

    /** Whether a wait was given up, and what it was for is not kept yet. */
    boolean waitsInVain;

    Answers(ServerState server, Session session) {
        this.server = server;
        this.session = session;
    }

    /** Sends something, as part of the answer to a labeled command if one is being answered. */
    void send(Reply reply) {
        if (labeled != null) {
            labeled.add(reply);
        } else if (queue != null) {
            queue.add(new Waiting.Line(reply));
        } else {
            write(reply);
        }
    }

    /** From here on until {@link #endLabeled()} what is sent is the answer to a command. */
    void beginLabeled(String label) {
        labeled = new LabeledReply(label);
    }

    public void endLabeled() {
        LabeledReply reply = labeled;
        labeled = null;
        if (reply == null) {
            return;
        }
        if (queue != null) {
            queue.add(new Waiting.Labeled(reply));
        } else {
            reply.send(server, session);
        }
    }

    /** Takes the answer that is being collected away, to go on with it later. */
    public @Nullable LabeledReply suspend() {
        LabeledReply reply = labeled;
        labeled = null;
        return reply;
    }

    /** From here on until {@link #endLabeled()} what is sent belongs to an answer, if to any. */
    public void resume(@Nullable LabeledReply reply) {
        labeled = reply;
    }

    /**
     * What is sent from here on, as the answer to this command and to later ones, waits until all
     * that was appended to the store is kept.
     *
     * @param verb of the command that is to be kept
     */
    public void awaitCommit(String verb) {
        if (server.store.isSettled()) {
            return;
        }
        if (queue == null) {
            queue = new ArrayDeque<>();
        }
        queue.add(new Waiting.ForCommit(verb));
        server.store.afterCommit(this::committed);
    }

    /**
     * Nothing is sent from here on until all that was put into the store is kept, neither answers
     * nor what others do: for changes that come after one another, as those of a room.
     *
     * @param verb of the command that has changed something
     * @param what it has changed
     */
    public void holdUntilKept(String verb, String what) {
        UntilKept.begin(server, session, () -> session.send(holdsForNow(verb, what)));
    }

    /** The same for what is not told to be kept. */
    public void holdUntilKept() {
        UntilKept.begin(server, session, () -> {});
    }

    void pauseWriting() {
        pauses++;
        session.connection.pauseWriting();
    }

    void resumeWriting() {
        if (--pauses == 0) {
            session.connection.resumeWriting();
        }
    }

    /** Whether something waits. */
    boolean isWaiting() {
        return queue != null;
    }

    /** The client is going: what was not acknowledged is not acknowledged any more. */
    void discard() {
        queue = null;
    }

    private void committed() {
        if (queue == null || session.isGone()) {
            return;
        }
        boolean kept = server.store.trouble() == null;
        String verb = queue.remove() instanceof Waiting.ForCommit(String waited) ? waited : "*";
        Waiting next;
        while ((next = queue.peek()) != null && !(next instanceof Waiting.ForCommit)) {
            queue.remove();
            switch (next) {
                case Waiting.Line(Reply reply) -> write(kept ? reply : refused(reply, verb));
                case Waiting.Labeled(LabeledReply reply) -> {
                    if (!kept) {
                        reply.replaceBy(notKept(verb));
                    }
                    reply.send(server, session);
                }
                case Waiting.ForCommit _ -> throw new IllegalStateException();
            }
        }
        if (queue.isEmpty()) {
            queue = null;
        }
    }

    private void write(Reply reply) {
        switch (reply) {
            case Outgoing line -> server.broadcast.toOne(session, line, Tags.NONE);
            case Batch batch -> batch.write(session, Tags.NONE, Tags.NONE);
        }
    }

    /** Only the command itself acknowledges it, or a batch of what was said. */
    private Reply refused(Reply reply, String verb) {
        return reply instanceof Outgoing line && !line.message().command().equals(verb)
                ? reply
                : notKept(verb);
    }

    private Outgoing notKept(String verb) {
        return Outgoing.plain(notKept(server, session, verb), server.ids.now());
    }

    /** What was done is done, and may not outlast the server. */
    private Message holdsForNow(String verb, String what) {
        return session.has(Capability.STANDARD_REPLIES)
                ? new Message(
                        Tags.NONE,
                        server.source,
                        "WARN",
                        List.of(verb, "NOT_KEPT", what, HOLDS_FOR_NOW))
                : new Message(
                        Tags.NONE, server.source, "NOTICE", List.of(session.nick(), HOLDS_FOR_NOW));
    }

    /**
     * Tells that something was said in vain, or will be. Why is for the host, who is told: guests
     * need not know where on the host's disk things are.
     *
     * @param verb of the command that was in vain
     */
    public static Message notKept(ServerState server, Session session, String verb) {
        return session.has(Capability.STANDARD_REPLIES)
                ? new Message(Tags.NONE, server.source, "FAIL", List.of(verb, "NOT_KEPT", NOT_KEPT))
                : new Message(
                        Tags.NONE, server.source, "NOTICE", List.of(session.nick(), NOT_KEPT));
    }
}
