package chat.snug.ui.notify;

import chat.snug.ui.RoomFacts;
import chat.snug.ui.Settings.Notifying;

/** Whether a message calls for the person, and where. */
public enum Calling {
    /** Not at all. */
    QUIET,
    /** By a card in the window, which the person looks at, but at another room. */
    WINDOW,
    /** By the desktop's own notification, as the person looks elsewhere. */
    DESKTOP;

    /**
     * How a message calls.
     *
     * @param meant whether it names the person, or is private
     * @param focused whether the person looks at the window
     * @param shown whether its conversation is the one shown
     */
    public static Calling of(
            Notifying settings, RoomFacts room, boolean meant, boolean focused, boolean shown) {
        if (settings.doNotDisturb() || (focused && shown) || !isWorthIt(settings, room, meant)) {
            return QUIET;
        }
        return focused ? WINDOW : DESKTOP;
    }

    private static boolean isWorthIt(Notifying settings, RoomFacts room, boolean meant) {
        return switch (room.level()) {
            case MUTED -> false;
            case EVERYTHING -> true;
            case MENTIONS -> meant;
            case USUAL ->
                    switch (settings.what()) {
                        case MENTIONS -> meant;
                        case EVERYTHING -> true;
                        case NOTHING -> false;
                    };
        };
    }
}
