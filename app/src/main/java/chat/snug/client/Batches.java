package chat.snug.client;

import chat.snug.protocol.Message;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The batches that a host has open on one connection (<a
 * href="https://ircv3.net/specs/extensions/batch">IRCv3 batch</a>). What means something only
 * together is collected until the batch ends; a multi-line message becomes one message. Of all
 * other batches (netsplit, labeled-response, what nobody knows yet) only the label counts: their
 * messages pass as they come. What a host can make it keep is bounded.
 */
final class Batches {
    static final int MOST_OPEN = 64;
    static final int MOST_MESSAGES = 10_000;
    static final int MOST_CHARS = 4 * 1024 * 1024;

    /** Where whole things go. */
    interface Receiver {
        /** A message made of a batch. */
        void message(Message whole);

        /** A collected batch has ended. */
        void finished(Batch batch);
    }

    private final Map<String, Batch> open = new HashMap<>();
    private final Receiver receiver;
    private int messages;
    private int chars;

    Batches(Receiver receiver) {
        this.receiver = receiver;
    }

    /** Whether the message belongs to the batches: it is part of one, or begins or ends one. */
    boolean take(Message message) {
        if (message.command().equals("BATCH")) {
            String reference = message.param(0);
            if (reference.length() > 1 && reference.charAt(0) == '-') {
                close(reference.substring(1));
            } else if (reference.length() > 1) {
                begin(reference.substring(1), message);
            }
            return true;
        }
        Batch batch = collecting(of(message));
        if (batch == null) {
            return false;
        }
        add(batch, message);
        return true;
    }

    /** The label of the request that a message answers, its own or its batch's, or null. */
    @Nullable String label(Message message) {
        String label = message.tags().get("label");
        Batch batch = label == null ? of(message) : null;
        return batch == null ? label : batch.label();
    }

    private @Nullable Batch of(Message message) {
        String reference = message.tags().get("batch");
        return reference == null ? null : open.get(reference);
    }

    /** The batch itself or the nearest one around it that is collected, or null. */
    private static @Nullable Batch collecting(@Nullable Batch batch) {
        Batch found = batch;
        while (found != null && !found.isCollected()) {
            found = found.parent;
        }
        return found;
    }

    private void begin(String reference, Message opening) {
        if (open.size() < MOST_OPEN && !open.containsKey(reference)) {
            open.put(reference, new Batch(opening, of(opening)));
        }
    }

    private void add(Batch batch, Message message) {
        int length = message.trailing().length() + 100;
        if (messages < MOST_MESSAGES && chars + length <= MOST_CHARS) {
            messages++;
            chars += length;
            batch.messages.add(message);
        }
    }

    private void close(String reference) {
        Batch batch = open.remove(reference);
        if (batch == null || !batch.isCollected()) {
            return;
        }
        for (Message message : batch.messages) {
            messages--;
            chars -= message.trailing().length() + 100;
        }
        if (!batch.isMultiline()) {
            receiver.finished(batch);
            return;
        }
        Message whole = batch.joined();
        if (whole == null) {
            return;
        }
        Batch around = collecting(batch.parent);
        if (around == null) {
            receiver.message(whole);
        } else {
            add(around, whole);
        }
    }
}
