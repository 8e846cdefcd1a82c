package chat.snug.store;

import chat.snug.room.RoomLog;
import java.util.Set;

/**
 * Where a server keeps what it must not forget.
 *
 * <p>Belongs to the server's loop thread, which never waits for it.
 */
public interface Store extends AutoCloseable {
    /**
     * The log of a room, or of a private conversation. It is there from the first time that it is
     * asked for.
     *
     * @param key tells the logs apart; how names are folded is the caller's matter
     */
    RoomLog log(String key);

    /** The keys of all logs that there are, in no order. Read only. */
    Set<String> logs();

    /** Forgets a log and everything in it. */
    void forget(String key);

    /** A log has another key from now on; one that had that key before is forgotten. */
    void renameLog(String from, String to);

    /**
     * Facts of one kind. It is there from the first time that it is asked for.
     *
     * @param kind tells the tables apart
     */
    KeptTable table(String kind);

    /**
     * Runs something on the loop's thread as soon as all that was appended and put so far is kept
     * as safely as this store can; at once if it is already.
     */
    void afterCommit(Runnable task);

    /** Keeps what is still to be kept, and ends. */
    @Override
    void close();
}
