package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.Reacted;
import chat.snug.client.ClientEvent.Redacted;
import chat.snug.client.ClientEvent.Said;
import chat.snug.ui.timeline.Page.Part;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.Unread;
import java.time.ZoneId;
import java.util.List;

/**
 * Which part of a conversation is in memory: grows by pages of history, and is cut where it gets
 * too much, at the end that is farther from the reader.
 */
final class LoadedPart {
    /** A row, and a reaction beside the rows, take as much memory as so many characters. */
    private static final int ROW = 100;

    private static final int REACTION = 500;

    private final TimelineLog log;
    private final ShownMessages shown;
    private final OwnWords own;
    private final UnreadLine unread;
    private final MessageMarks marks;
    private final Paging paging;
    private final MemoryLimit limit;
    private TimelineMemory memory = new TimelineMemory();
    private final ZoneId zone;
    private long counted;
    private boolean nearTop;
    private boolean hidden = true;

    LoadedPart(
            TimelineLog log,
            ShownMessages shown,
            OwnWords own,
            UnreadLine unread,
            MessageMarks marks,
            Paging paging,
            MemoryLimit limit,
            ZoneId zone) {
        this.log = log;
        this.shown = shown;
        this.own = own;
        this.unread = unread;
        this.marks = marks;
        this.paging = paging;
        this.limit = limit;
        this.zone = zone;
    }

    /** Puts a page in that was waited for. */
    void load(Page page) {
        boolean jumps =
                switch (page.part()) {
                    case EARLIER, LATER -> false;
                    case NEWEST -> !paging.attached();
                    case AROUND -> !page.events().isEmpty();
                };
        if (jumps && !overlaps(page)) {
            // What is loaded does not reach up to it: it can be had again from there.
            forgetAll();
            paging.elsewhere();
        }
        boolean first = !log.hasHostTime();
        boolean above = first || page.part() == Part.EARLIER;
        List<Message> added =
                new PageMerge(log, shown, zone)
                        .merge(page.events(), above ? log.firstEntry() : log.size());
        added.forEach(marks::added);
        for (ConversationEvent event : page.events()) {
            switch (event) {
                case Reacted reacted -> marks.reacted(reacted);
                case Redacted redacted -> marks.redacted(redacted);
                case ConversationEvent _ -> {}
            }
        }
        if (page.part() == Part.NEWEST) {
            unread.loaded(first);
        }
        paging.loaded(page);
    }

    private boolean overlaps(Page page) {
        return page.events().stream()
                .anyMatch(event -> event instanceof Said said && shown.ofId(said.id()) != null);
    }

    private void forgetAll() {
        forget(log.forgetAll());
    }

    /** Rows {@code first} to {@code last} are in view now. */
    void inView(int first, int last) {
        nearTop = first < log.rows().size() - 1 - last;
        paging.inView(first, last);
    }

    /** Whether it is on the screen. */
    void setShown(boolean now) {
        hidden = !now;
    }

    /**
     * Cuts what is too much.
     *
     * @param atEnd whether the reader is at the newest
     */
    void cut(boolean atEnd) {
        boolean below = nearTop && !atEnd && paging.known() && paging.anywhere();
        count();
        boolean crowded = hidden && memory.isFull();
        if (crowded) {
            marks.forgetAside();
        }
        int surplus = limit(atEnd, crowded).surplus(log, below);
        if (surplus > 0 && below) {
            forget(log.forgetNewest(surplus));
            paging.forgotNewest();
        } else if (surplus > 0) {
            forget(log.forgetOldest(surplus));
            putBack();
            paging.forgotOldest();
        }
        count();
    }

    private MemoryLimit limit(boolean atEnd, boolean crowded) {
        boolean rests = hidden && atEnd && paging.known() && paging.anywhere();
        return crowded ? MemoryLimit.CROWDED : rests ? MemoryLimit.RESTING : limit;
    }

    /** How many reactions are known beside the rows. */
    int aside() {
        return marks.aside();
    }

    private void count() {
        long now = log.length() + (long) ROW * log.size() + (long) REACTION * aside();
        memory.changed(now - counted);
        counted = now;
    }

    /** From now on what is loaded counts there. */
    void share(TimelineMemory now) {
        memory.changed(-counted);
        memory = now;
        memory.changed(counted);
    }

    /** The end is there again, and with it what waited for it. */
    void putBack() {
        own.putBack().forEach(marks::added);
    }

    private void forget(List<TimelineItem> items) {
        items.forEach(marks::forget);
        items.forEach(shown::forget);
        own.setAside(items);
        if (items.stream().anyMatch(Unread.class::isInstance)) {
            unread.forgotten();
        }
    }

    /** Whether its place is below a part of the past that ends before it. */
    boolean isBelow(ConversationEvent event) {
        return !paging.attached() && EventPlace.of(event) == EventPlace.IN_TIME;
    }
}
