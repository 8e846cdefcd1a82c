package chat.snug.server.session;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Under which names somebody was here before, and when. A name belongs to one at a time, so this
 * proves what they said themselves, as long as they stay connected. The oldest is forgotten first.
 */
final class FormerNames {
    private static final int MOST = 16;

    /**
     * @param since an id before everything that was said under the name
     * @param until an id behind it
     * @param mask name, user and host
     */
    private record Former(String since, String until, String mask) {}

    private final Deque<Former> names = new ArrayDeque<>(2);

    void add(String since, String until, String mask) {
        if (names.size() == MOST) {
            names.removeFirst();
        }
        names.add(new Former(since, until, mask));
    }

    /** Whether an event of that id, by somebody of that mask, was theirs. */
    boolean cover(String id, String mask) {
        for (Former name : names) {
            if (id.compareTo(name.since) > 0
                    && id.compareTo(name.until) < 0
                    && mask.equals(name.mask)) {
                return true;
            }
        }
        return false;
    }
}
