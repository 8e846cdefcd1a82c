package chat.snug.ui.timeline;

import chat.snug.ui.timeline.TimelineItem.Edge;

/** Why a timeline has nothing to show, if it has nothing. */
enum Emptiness {
    /** There is something, or it is not known yet. */
    NONE,
    /** Nothing was said yet, as far as the host knows. */
    UNSAID,
    /** What was looked for is nowhere. */
    UNFOUND;

    /**
     * What it is now.
     *
     * @param attached whether the newest is loaded
     * @param unfound whether something is looked for in vain
     */
    static Emptiness of(TimelineLog log, boolean attached, boolean unfound) {
        if (unfound) {
            return UNFOUND;
        }
        Edge head = log.head();
        boolean whole = attached && (head == null || head.state() == Edge.State.BEGINNING);
        return whole && log.isUnsaid() ? UNSAID : NONE;
    }
}
