package chat.snug.server.session;

/**
 * Keeps something about people or rooms, and is told when they are no more or are called otherwise.
 * Called on the loop's thread.
 */
public interface Observer {
    /** Somebody who was let in is gone. */
    default void gone(Session person) {}

    /** A client is told that somebody is here whom it follows. */
    default void seen(Session follower, Session person) {}

    /** A room has another name; both as they are compared. */
    default void renamed(String from, String to) {}

    /** A room that nobody is in was forgotten; its name as it is compared. */
    default void forgotten(String room) {}
}
