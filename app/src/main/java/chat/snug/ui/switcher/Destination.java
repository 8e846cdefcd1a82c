package chat.snug.ui.switcher;

/**
 * Somewhere to go.
 *
 * @param kind what it is
 * @param title what it is called
 * @param place where it is: the host
 * @param unread how many messages are unread there
 * @param calls how many of these are meant for the person
 * @param go goes there; on the JavaFX thread
 */
public record Destination(
        Kind kind, String title, String place, int unread, int calls, Runnable go) {
    /** What one can go to. */
    public enum Kind {
        ROOM,
        /** A conversation with somebody. */
        TALK,
        /** Somebody with whom none is open yet; found only by their name. */
        PERSON,
        /** The page of a host. */
        HOST,
        /** A room that one is not in now, but was lately. */
        LATELY
    }
}
