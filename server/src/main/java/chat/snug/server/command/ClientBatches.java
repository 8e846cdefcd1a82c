package chat.snug.server.command;

import static chat.snug.server.session.CommandDispatcher.Guard.REGISTERED;

import chat.snug.protocol.Command;
import chat.snug.protocol.Message;
import chat.snug.room.RoomEvent.Speech;
import chat.snug.server.names.NameRules;
import chat.snug.server.options.HistoryLimits;
import chat.snug.server.session.ClientBatch;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.LabeledReply;
import chat.snug.server.session.Multiline;
import chat.snug.server.session.Profile;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * BATCH from clients (<a href="https://ircv3.net/specs/extensions/client-batch">IRCv3
 * client-batch</a>), of which there is one kind, the message of several lines (<a
 * href="https://ircv3.net/specs/extensions/multiline">IRCv3 multiline</a>).
 *
 * <p>A client has one batch at a time. When something is wrong with it the client is told once, and
 * the rest of the batch is left out up to its end. What is not tagged as a part of it goes its way.
 */
public final class ClientBatches {
    private static final String INVALID = "MULTILINE_INVALID";
    private static final int MAX_REFERENCE = 64;

    private final ServerState server;
    private final MessageCommands messages;

    public ClientBatches(ServerState server, MessageCommands messages) {
        this.server = server;
        this.messages = messages;
    }

    public void addTo(CommandDispatcher table) {
        table.on("BATCH", REGISTERED, Command.Batch.class, this::batch);
        table.batches(this::takes);
    }

    private void batch(Session session, Command.Batch command) {
        String reference = command.reference().substring(1);
        switch (command.reference().charAt(0)) {
            case '+' -> begin(session, reference, command);
            case '-' -> end(session, reference);
            default -> fail(session, INVALID, List.of(), "A reference begins with + or -");
        }
    }

    private void begin(Session session, String reference, Command.Batch command) {
        ClientBatch open = session.batch;
        if (open != null && !open.failed) {
            fail(session, INVALID, List.of(), "Another batch is open");
            return;
        }
        List<String> params = command.params();
        String type = params.isEmpty() ? "" : params.getFirst();
        if (!isReference(reference)) {
            fail(session, INVALID, List.of(), "Invalid reference");
            return;
        }
        String target = params.size() == 2 ? params.get(1) : "";
        ClientBatch batch =
                new ClientBatch(reference, target, command.tags(), session.answers.suspend());
        session.batch = batch;
        if (!type.equals(Multiline.TYPE)) {
            refuse(
                    session,
                    batch,
                    "UNKNOWN_TYPE",
                    List.of(reference, type),
                    "There is no such type of batch");
        } else if ((session.profile() & Profile.MULTILINE) == 0) {
            invalid(session, batch, "Batches of lines need batch and draft/multiline");
        } else if (target.isEmpty() || target.indexOf(',') >= 0) {
            invalid(session, batch, "Invalid multiline batch: it has one target");
        } else {
            batch.timer =
                    server.loop
                            .timers()
                            .schedule(
                                    server.limits.history().batch().toNanos(),
                                    () -> timedOut(session, batch));
        }
    }

    private void timedOut(Session session, ClientBatch batch) {
        if (!session.isGone() && batch.equals(session.batch)) {
            refuse(session, batch, "TIMEOUT", List.of(batch.reference), "Batch timed out");
        }
    }

    /**
     * Takes a line that is part of a batch.
     *
     * @return false if it is no part of any
     */
    private boolean takes(Session session, Message message) {
        String reference = message.tags().get("batch");
        if (reference == null || (session.profile() & Profile.MULTILINE) == 0) {
            return false;
        }
        ClientBatch batch = session.batch;
        if (batch == null || !batch.reference.equals(reference)) {
            fail(session, INVALID, List.of(), "There is no such batch");
        } else if (!batch.failed) {
            add(session, batch, message);
            if (!batch.failed) { // what spoils it is a line as any other
                session.intake.part();
            }
        }
        return true;
    }

    private void add(Session session, ClientBatch batch, Message message) {
        HistoryLimits limits = server.limits.history();
        Speech speech = speech(message.command());
        if (speech == null
                || message.params().size() < 2
                || (batch.speech != null && batch.speech != speech)) {
            invalid(session, batch, "Invalid multiline batch");
            return;
        }
        if (!server.fold(message.param(0)).equals(server.fold(batch.target))) {
            refuse(
                    session,
                    batch,
                    "MULTILINE_INVALID_TARGET",
                    List.of(batch.target, message.param(0)),
                    "Invalid multiline target");
            return;
        }
        String text = message.param(1);
        boolean concat = message.tags().has(Multiline.CONCAT);
        if (concat && text.isEmpty()) {
            invalid(session, batch, "Invalid multiline batch with concatenated blank line");
            return;
        }
        batch.speech = speech;
        batch.lines.add(new Multiline.Line(text, concat));
        batch.bytes += NameRules.bytes(text) + (concat || batch.lines.size() == 1 ? 0 : 1);
        if (batch.bytes > limits.multilineBytes()) {
            refuse(
                    session,
                    batch,
                    "MULTILINE_MAX_BYTES",
                    List.of(Integer.toString(limits.multilineBytes())),
                    "Multiline batch max-bytes exceeded");
        } else if (batch.lines.size() > limits.multilineLines()) {
            refuse(
                    session,
                    batch,
                    "MULTILINE_MAX_LINES",
                    List.of(Integer.toString(limits.multilineLines())),
                    "Multiline batch max-lines exceeded");
        }
    }

    private void end(Session session, String reference) {
        ClientBatch batch = session.batch;
        if (batch == null || !batch.reference.equals(reference)) {
            fail(session, INVALID, List.of(), "There is no such batch");
            return;
        }
        session.batch = null;
        batch.stop();
        if (batch.failed) {
            return;
        }
        Speech speech = batch.speech;
        if (speech == null || batch.isBlank()) {
            invalid(session, batch, "Invalid multiline batch with blank lines only");
            return;
        }
        String text = Multiline.text(batch.lines);
        answer(
                session,
                batch,
                () -> messages.say(session, List.of(batch.target), speech, text, batch.tags));
    }

    private static @Nullable Speech speech(String verb) {
        return switch (verb) {
            case "PRIVMSG" -> Speech.MESSAGE;
            case "NOTICE" -> Speech.NOTICE;
            default -> null;
        };
    }

    private static boolean isReference(String text) {
        boolean good = !text.isEmpty() && text.length() <= MAX_REFERENCE;
        for (int i = 0; i < text.length() && good; i++) {
            char c = text.charAt(i);
            good =
                    (c >= '0' && c <= '9')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= 'a' && c <= 'z')
                            || c == '-';
        }
        return good;
    }

    private void invalid(Session session, ClientBatch batch, String text) {
        refuse(session, batch, INVALID, List.of(), text);
    }

    private void refuse(
            Session session, ClientBatch batch, String code, List<String> context, String text) {
        batch.fail();
        answer(session, batch, () -> fail(session, code, context, text));
    }

    private void fail(Session session, String code, List<String> context, String text) {
        server.replies.fail(session, "BATCH", code, context, text);
    }

    /** The answer has the label of the first line of the batch. */
    private static void answer(Session session, ClientBatch batch, Runnable answer) {
        LabeledReply own = session.answers.suspend();
        session.answers.resume(batch.labeled);
        answer.run();
        session.answers.endLabeled();
        session.answers.resume(own);
    }
}
