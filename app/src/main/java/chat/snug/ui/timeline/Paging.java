package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.HistoryRead.Mark;
import chat.snug.client.ClientEvent.Said;
import chat.snug.ui.timeline.Page.Part;
import chat.snug.ui.timeline.TimelineItem.Delivered;
import chat.snug.ui.timeline.TimelineItem.Edge;
import chat.snug.ui.timeline.TimelineItem.Edge.End;
import chat.snug.ui.timeline.TimelineItem.Edge.State;
import chat.snug.ui.timeline.TimelineItem.Entry;
import chat.snug.ui.timeline.TimelineItem.Message;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How far a conversation is loaded, upwards and downwards, and what is asked for next.
 *
 * <p>Mostly the newest is loaded: then it is attached, and what happens is shown at once. Whoever
 * goes far back, or jumps to a place in the past, stands in a part that ends below as well. What
 * happens meanwhile waits here and is shown once the part has grown down to it, so that there is
 * never a hole.
 */
final class Paging {
    /** So near an end of what is loaded, in rows, the next page is asked for. */
    static final int NEAR = 120;

    /** More than this is not kept waiting: it is asked for again instead. */
    static final int MOST_WAITING = 1_000;

    private final TimelineLog log;
    private final Consumer<TimelineRequest> requests;
    private final Deque<ConversationEvent> waiting = new ArrayDeque<>();
    private boolean overflowed;
    private final int room;
    private boolean anywhere;
    private boolean known;
    private boolean askedNewest;
    private @Nullable Mark above;
    private @Nullable Mark below;
    private @Nullable Mark askedAbove;
    private @Nullable Mark askedBelow;
    private @Nullable String soughtId;
    private @Nullable Instant soughtTime;

    /** {@code room} is how many rows there may be where only earlier pages can be asked for. */
    Paging(TimelineLog log, int room, Consumer<TimelineRequest> requests) {
        this.log = log;
        this.room = room;
        this.requests = requests;
    }

    /**
     * Whether any part of the history can be asked for, not only what is earlier than everything
     * that ever came.
     */
    void setAnywhere(boolean now) {
        anywhere = now;
    }

    boolean anywhere() {
        return anywhere;
    }

    /** Whether the host keeps what was said: a page of it has come. */
    boolean known() {
        return known;
    }

    /** Whether the newest is loaded. */
    boolean attached() {
        return log.foot() == null;
    }

    /** Something happens that is below what is loaded. */
    void keepWaiting(ConversationEvent event) {
        waiting.add(event);
        if (waiting.size() > MOST_WAITING) {
            waiting.remove();
            overflowed = true;
        }
    }

    /**
     * What happened since {@code page} was asked for, to be shown now. What the page told already
     * is known by its time where it has no id.
     */
    List<ConversationEvent> takeWaiting(Page page) {
        Instant told = Instant.MIN;
        for (ConversationEvent event : page.events()) {
            Instant time = EventPlace.timeOf(event);
            told = time != null && time.isAfter(told) ? time : told;
        }
        List<ConversationEvent> all = new ArrayList<>();
        for (ConversationEvent event : waiting) {
            Instant time = EventPlace.timeOf(event);
            if (event instanceof Said || time == null || time.isAfter(told)) {
                all.add(event);
            }
        }
        waiting.clear();
        return all;
    }

    // ---- asking

    /** These rows, of all with the edges, are in view. */
    void inView(int first, int last) {
        if (first < NEAR) {
            askEarlier(State.MORE);
        }
        if (log.rows().size() - 1 - last < NEAR) {
            askLater(State.MORE);
        }
    }

    /** The person asks for a page again that did not come. */
    void tryAgain(Edge edge) {
        switch (edge.end()) {
            case EARLIER -> askEarlier(State.FAILED);
            case LATER -> askLater(State.FAILED);
        }
    }

    private void askEarlier(State from) {
        Edge edge = log.head();
        Mark oldest = above == null ? mark(oldest()) : above;
        if (edge == null || edge.state() != from || oldest == null) {
            return;
        }
        if (!anywhere && log.size() >= room) {
            setHead(State.FULL);
        } else {
            setHead(State.LOADING);
            askedAbove = oldest;
            requests.accept(new TimelineRequest.Earlier(oldest.id(), oldest.time()));
        }
    }

    private void askLater(State from) {
        Edge edge = log.foot();
        Mark newest = below == null ? mark(newest()) : below;
        if (edge != null && edge.state() == from && newest != null) {
            setFoot(State.LOADING);
            overflowed = false;
            waiting.clear();
            askedBelow = newest;
            requests.accept(new TimelineRequest.Later(newest.id(), newest.time()));
        }
    }

    /** Asks for the newest page; what is loaded stays until it is there. */
    void askNewest() {
        if (askedNewest) {
            return;
        }
        askedNewest = true;
        setFoot(State.LOADING);
        overflowed = false;
        waiting.clear();
        requests.accept(new TimelineRequest.Newest());
    }

    /** Whether the newest page is on its way. */
    boolean askedNewest() {
        return askedNewest;
    }

    /**
     * Asks for what brings a message or a moment that is not loaded: what stands around it, or page
     * after page of what is earlier.
     *
     * @return whether there is hope
     */
    boolean seek(@Nullable String id, @Nullable Instant time) {
        if (anywhere) {
            soughtId = id;
            soughtTime = time;
            askedNewest = false;
            requests.accept(new TimelineRequest.Around(id, time));
            return true;
        }
        askEarlier(State.MORE);
        return isLoading(log.head());
    }

    /** Whether what stands around something is on its way. */
    boolean isSeeking() {
        return soughtId != null || soughtTime != null;
    }

    void seekNoMore() {
        soughtId = null;
        soughtTime = null;
    }

    /** Whether there may be something earlier than what is loaded. */
    boolean moreAbove() {
        return log.head() != null && log.head().state() != State.BEGINNING;
    }

    /** What earlier means; in a room where nobody has said anything, what happened first. */
    private @Nullable Entry oldest() {
        Entry happened = null;
        for (int i = 0; i < log.size(); i++) {
            if (isAnchor(log.get(i))) {
                return (Entry) log.get(i);
            }
            if (happened == null && log.get(i) instanceof Entry entry) {
                happened = entry;
            }
        }
        return happened;
    }

    private @Nullable Entry newest() {
        for (int i = log.size() - 1; i >= 0; i--) {
            if (isAnchor(log.get(i))) {
                return (Entry) log.get(i);
            }
        }
        return null;
    }

    private static boolean isAnchor(TimelineItem item) {
        return item instanceof Message message && message.delivery() instanceof Delivered;
    }

    private static @Nullable Mark mark(@Nullable Entry entry) {
        if (entry == null) {
            return null;
        }
        String id = entry instanceof Message message ? message.id() : null;
        return new Mark(id, entry.time());
    }

    // ---- what comes of it

    /** Whether this page is what is waited for, or tells the newest unasked. */
    boolean expects(Page page) {
        return switch (page.part()) {
            case EARLIER -> isLoading(log.head()) && answers(page, askedAbove);
            case LATER -> isLoading(log.foot()) && answers(page, askedBelow);
            // Whoever reads the past is not taken away from it.
            case NEWEST -> attached() || askedNewest;
            case AROUND ->
                    isSeeking()
                            && Objects.equals(page.id(), soughtId)
                            && Objects.equals(page.time(), soughtTime);
        };
    }

    private static boolean answers(Page page, @Nullable Mark asked) {
        return page.id() == null || (asked != null && page.id().equals(asked.id()));
    }

    private static boolean isLoading(@Nullable Edge edge) {
        return edge != null && edge.state() == State.LOADING;
    }

    /** The page is in the log: moves the ends of what is loaded. */
    void loaded(Page page) {
        known = true;
        switch (page.part()) {
            case EARLIER -> {
                boolean more = page.more() && (above == null || !above.equals(page.first()));
                above = page.first();
                setHead(more ? State.MORE : State.BEGINNING);
            }
            case LATER -> {
                boolean more = page.more() && (below == null || !below.equals(page.last()));
                below = page.last();
                later(more || overflowed);
            }
            case NEWEST -> {
                askedNewest = false;
                if (log.head() == null || !page.more()) {
                    above = page.first();
                    setHead(page.more() ? State.MORE : State.BEGINNING);
                }
                later(overflowed);
            }
            case AROUND -> {
                seekNoMore();
                around(page);
            }
        }
    }

    /** It stands alone, or has joined what was loaded at one of its ends. */
    private void around(Page page) {
        if (moreAbove() || log.head() == null) {
            above = isBeyond(page.first(), oldest(), false) ? page.first() : null;
            setHead(State.MORE);
        }
        if (!attached()) {
            below = isBeyond(page.last(), newest(), true) ? page.last() : null;
            setFoot(State.MORE);
        }
    }

    private static boolean isBeyond(@Nullable Mark mark, @Nullable Entry end, boolean later) {
        if (mark == null || end == null) {
            return mark != null;
        }
        return later ? !mark.time().isBefore(end.time()) : !mark.time().isAfter(end.time());
    }

    /** What is loaded is another part of the past, which ends before the newest. */
    void elsewhere() {
        above = null;
        below = null;
        log.setHead(null);
        setFoot(State.MORE);
    }

    private void later(boolean more) {
        if (more) {
            setFoot(State.MORE);
        } else {
            log.setFoot(null);
        }
    }

    /** A page that was asked for does not come. */
    void failed(Part part) {
        switch (part) {
            case EARLIER -> {
                if (isLoading(log.head())) {
                    setHead(State.FAILED);
                }
            }
            case LATER, NEWEST -> {
                askedNewest = false;
                if (isLoading(log.foot())) {
                    setFoot(State.FAILED);
                }
            }
            case AROUND -> seekNoMore();
        }
    }

    /** The oldest rows are gone: if the host keeps them they can be had again. */
    void forgotOldest() {
        above = null;
        if (known) {
            setHead(anywhere ? State.MORE : State.FULL);
        }
    }

    /** The newest rows are gone: they can be had again. */
    void forgotNewest() {
        below = null;
        setFoot(State.MORE);
    }

    private void setHead(State state) {
        Edge before = log.head();
        long key = before == null ? log.nextKey() : before.key();
        log.setHead(new Edge(key, End.EARLIER, state));
    }

    private void setFoot(State state) {
        Edge before = log.foot();
        long key = before == null ? log.nextKey() : before.key();
        log.setFoot(new Edge(key, End.LATER, state));
    }
}
