package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.Confirmed;
import chat.snug.client.ClientEvent.NotSent;
import chat.snug.client.ClientEvent.Pending;
import chat.snug.client.ClientEvent.Said;
import chat.snug.ui.timeline.TimelineItem.Delivered;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.Note;
import chat.snug.ui.timeline.TimelineItem.OnItsWay;
import chat.snug.ui.timeline.TimelineItem.Undelivered;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What I say until the host has it: it stands at the end, and becomes in its place what the host
 * confirms. While a part of the past is shown that does not reach the end, it is set aside.
 */
final class OwnWords {
    private static final int MOST_NOTES = 100;

    private final TimelineLog log;
    private final ShownMessages shown;
    private final List<Message> aside = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    OwnWords(TimelineLog log, ShownMessages shown) {
        this.log = log;
        this.shown = shown;
    }

    /** Returns the row of what is on its way now; it stands at the end as soon as that is there. */
    Message pending(Pending pending, String me, boolean attached) {
        Said said =
                new Said(
                        pending.conversation(),
                        pending.time(),
                        null,
                        me,
                        true,
                        pending.kind(),
                        pending.text(),
                        false,
                        null,
                        pending.replyTo());
        Message message = new Message(log.nextKey(), said, new OnItsWay(pending.token()));
        if (attached) {
            log.addLast(message);
        } else {
            aside.add(message);
        }
        shown.add(message);
        return message;
    }

    /** The row of a message that is confirmed now, or null if it has none. */
    @Nullable Message confirmed(Confirmed confirmed) {
        Long key = shown.confirmed(confirmed.token());
        int index = key == null ? -1 : log.indexOf(key);
        if (index < 0 || !(log.get(index) instanceof Message message)) {
            aside.removeIf(waiting -> Long.valueOf(waiting.key()).equals(key));
            return null;
        }
        Message sent = message.confirmed(confirmed.said());
        if (shown.ofId(sent.id()) != null) {
            log.remove(index);
        } else {
            log.replace(index, sent);
            shown.add(sent);
        }
        return sent;
    }

    void notSent(NotSent notSent) {
        Long key = shown.ofToken(notSent.token());
        Undelivered failed = new Undelivered(notSent.token(), notSent.reason(), notSent.why());
        int index = key == null ? -1 : log.indexOf(key);
        if (index >= 0 && log.get(index) instanceof Message message) {
            log.replace(index, message.withDelivery(failed));
        }
        aside.replaceAll(
                waiting ->
                        Long.valueOf(waiting.key()).equals(key)
                                ? waiting.withDelivery(failed)
                                : waiting);
    }

    /** Takes a message away that did not get there; whether it was there. */
    boolean take(Undelivered undelivered) {
        Long key = shown.confirmed(undelivered.token());
        int index = key == null ? -1 : log.indexOf(key);
        if (index >= 0) {
            log.remove(index);
        }
        return index >= 0;
    }

    /** These rows are gone: those that wait for the host come back later. */
    void setAside(List<TimelineItem> gone) {
        for (TimelineItem item : gone) {
            if (item instanceof Message message && !(message.delivery() instanceof Delivered)) {
                aside.add(message);
                shown.add(message);
            } else if (item instanceof Note note) {
                setAside(note);
            }
        }
    }

    /** Words of the app, for when the end is there again. */
    void setAside(Note note) {
        notes.add(note);
        if (notes.size() > MOST_NOTES) {
            notes.removeFirst();
        }
    }

    /** The end is loaded again: returns my words that stand there now. */
    List<Message> putBack() {
        List<Message> back = List.copyOf(aside);
        back.forEach(log::addLast);
        aside.clear();
        notes.forEach(log::addLast);
        notes.clear();
        return back;
    }
}
