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
 * messages pass as they come. Of the batches around a batch no more is kept than what counts.
 */
final class Batches {
    static final int MOST_OPEN = 64;
    static final int MOST_MESSAGES = 10_000;

    /** Where whole things go. */
    interface Receiver {
        /** A message made of a batch. */
        void message(Message whole);

        /** A collected batch has ended. */
        void finished(Batch batch);
    }

    /**
     * An open batch.
     *
     * @param label of the request that it answers, its own or that of a batch around it, or null
     * @param own what is collected of it; null if nothing is
     * @param around the nearest batch around it that is collected, as long as that is open, or null
     */
    private record Open(@Nullable String label, @Nullable Batch own, @Nullable Batch around) {
        @Nullable Batch collecting() {
            return own == null ? around : own;
        }
    }

    private final Map<String, Open> open = new HashMap<>();
    private final Allowance allowance;
    private final Receiver receiver;
    private int messages;

    Batches(Allowance allowance, Receiver receiver) {
        this.allowance = allowance;
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
        Open within = of(message);
        Batch batch = within == null ? null : within.collecting();
        if (batch == null) {
            return false;
        }
        add(batch, message);
        return true;
    }

    /** The label of the request that a message answers, its own or its batch's, or null. */
    @Nullable String label(Message message) {
        String label = message.tags().get("label");
        Open within = label == null ? of(message) : null;
        return within == null ? label : within.label();
    }

    private @Nullable Open of(Message message) {
        String reference = message.tags().get("batch");
        return reference == null ? null : open.get(reference);
    }

    private void begin(String reference, Message opening) {
        if (open.size() < MOST_OPEN && !open.containsKey(reference)) {
            Open parent = of(opening);
            Batch batch = new Batch(opening);
            open.put(
                    reference,
                    new Open(
                            label(opening),
                            batch.isCollected() ? batch : null,
                            parent == null ? null : parent.collecting()));
        }
    }

    private void add(Batch batch, Message message) {
        if (messages < MOST_MESSAGES && allowance.take(Weight.of(message))) {
            messages++;
            batch.messages.add(message);
        }
    }

    private void close(String reference) {
        Open closed = open.remove(reference);
        Batch batch = closed == null ? null : closed.own();
        if (closed == null || batch == null) {
            return;
        }
        letGo(batch, closed.around());
        if (!batch.isMultiline()) {
            receiver.finished(batch);
            return;
        }
        Message whole = batch.joined();
        if (whole == null) {
            return;
        }
        if (closed.around() == null) {
            receiver.message(whole);
        } else {
            add(closed.around(), whole);
        }
    }

    /** Nothing is collected in the batch any more, not even of the batches within that are open. */
    private void letGo(Batch batch, @Nullable Batch around) {
        open.replaceAll(
                (_, inner) ->
                        batch.equals(inner.around())
                                ? new Open(inner.label(), inner.own(), around)
                                : inner);
        messages -= batch.messages.size();
        for (Message message : batch.messages) {
            allowance.giveBack(Weight.of(message));
        }
    }
}
