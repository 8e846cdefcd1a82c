package chat.snug.ui.timeline;

import chat.snug.ui.timeline.TimelineItem.Delivered;
import chat.snug.ui.timeline.TimelineItem.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The "new" line: where somebody left off. It stands before the first message of somebody else that
 * came while nobody looked, stays while it is being read, and goes when one looks away or speaks.
 * There is none where nobody has read anything yet.
 */
final class UnreadLine {
    private final TimelineLog log;
    private @Nullable Instant readUntil;
    private @Nullable Instant told;
    private boolean looking;
    private boolean there;
    private boolean byHand;

    UnreadLine(TimelineLog log) {
        this.log = log;
    }

    /** Whether somebody looks at the conversation now. */
    void setLooking(boolean now) {
        if (looking && !now && !byHand) {
            clear();
        }
        if (!now) {
            byHand = false;
        }
        looking = now;
    }

    /** The host says, or somebody shows, that everything until then was read. */
    void readUpTo(Instant time) {
        if (readUntil == null || readUntil.isBefore(time)) {
            readUntil = time;
            told = time;
            if (!looking) {
                lift();
                settle();
            }
        }
    }

    /**
     * The person wants to read on from that message another time: the line stands before it until
     * it was looked at again. Returns how many messages that are.
     */
    int markFrom(Message first) {
        lift();
        int index = log.indexOf(first.key());
        readUntil = first.time().minusMillis(1);
        log.markUnread(index);
        there = true;
        byHand = looking;
        int count = 0;
        for (int i = index; i < log.size(); i++) {
            count += log.get(i) instanceof Message message && !message.mine() ? 1 : 0;
        }
        return count;
    }

    /** A message came at the end, at this index. */
    void added(int index) {
        if (!there && !looking && isNew(log.get(index))) {
            log.markUnread(index);
            there = true;
        }
    }

    /** What was new is not any more. */
    void clear() {
        lift();
        Message newest = newest();
        if (newest != null && (readUntil == null || readUntil.isBefore(newest.time()))) {
            readUntil = newest.time();
        }
    }

    /** The newest page came in; {@code first} if nothing was there before. */
    void loaded(boolean first) {
        if (!there && (first || !looking)) {
            settle();
        }
    }

    /** The row of the line was forgotten with others. */
    void forgotten() {
        there = false;
    }

    private void lift() {
        if (there) {
            log.unmarkUnread();
            there = false;
        }
    }

    /** Puts the line where it belongs, if it is known where somebody left off. */
    private void settle() {
        Instant until = readUntil;
        int first = -1;
        for (int i = log.size() - 1; i >= 0 && until != null; i--) {
            if (log.get(i) instanceof Message message && message.delivery() instanceof Delivered) {
                if (!message.time().isAfter(until)) {
                    break;
                }
                if (!message.mine()) {
                    first = i;
                }
            }
        }
        if (first >= 0) {
            log.markUnread(first);
            there = true;
        }
    }

    private boolean isNew(TimelineItem item) {
        return item instanceof Message message
                && !message.mine()
                && readUntil != null
                && message.time().isAfter(readUntil);
    }

    /** The newest message, if it is read just now and nobody was told yet; else null. */
    @Nullable Message readNow() {
        Message newest = looking && !byHand ? newest() : null;
        if (newest == null || (told != null && !told.isBefore(newest.time()))) {
            return null;
        }
        told = newest.time();
        return newest;
    }

    private @Nullable Message newest() {
        for (int i = log.size() - 1; i >= 0; i--) {
            if (log.get(i) instanceof Message message && message.delivery() instanceof Delivered) {
                return message;
            }
        }
        return null;
    }
}
