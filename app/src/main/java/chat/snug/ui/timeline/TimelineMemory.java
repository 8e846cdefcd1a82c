package chat.snug.ui.timeline;

/**
 * How much the timelines of all conversations with one host hold in memory together. While it is
 * too much, those that nobody looks at keep the least. JavaFX thread.
 */
public final class TimelineMemory {
    /** In characters: many long conversations, and a small part of the heap. */
    static final long MOST = 8_000_000;

    private long used;

    /** A conversation is there. */
    public void add(TimelineViewModel timeline) {
        timeline.part.share(this);
    }

    /** A conversation is closed for good. */
    public void remove(TimelineViewModel timeline) {
        timeline.part.share(new TimelineMemory());
    }

    void changed(long by) {
        used += by;
    }

    boolean isFull() {
        return used > MOST;
    }
}
