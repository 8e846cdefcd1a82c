package chat.snug.ui.door;

import java.util.List;

/**
 * One line of a list on the host's page: what it says, and what can be done about it.
 *
 * @param key tells the lines of a list apart
 * @param text what it is about
 * @param caption what else is known
 * @param actions what can be done, the usual thing last
 */
record DoorLine(String key, String text, String caption, List<Action> actions) {
    /**
     * What can be done.
     *
     * @param words for the button
     */
    record Action(String words, Runnable does) {}

    DoorLine {
        actions = List.copyOf(actions);
    }

    /** Two that look alike need no change on the screen. */
    boolean looksLike(DoorLine other) {
        return key.equals(other.key)
                && text.equals(other.text)
                && caption.equals(other.caption)
                && actions.size() == other.actions.size();
    }

    /** Whether two lists look alike. */
    static boolean lookAlike(List<DoorLine> some, List<DoorLine> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; i < some.size() && same; i++) {
            same = some.get(i).looksLike(others.get(i));
        }
        return same;
    }
}
