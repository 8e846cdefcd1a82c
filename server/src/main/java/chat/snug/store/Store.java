package chat.snug.store;

import chat.snug.room.RoomLog;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

    /**
     * Forgets from now on what is older or more than this. A store that does not last has bounds of
     * its own.
     *
     * @param age after which an event is forgotten, null for never
     * @param eventsPerLog how many events of a log are kept, the newest; 0 for all
     */
    void keepFor(@Nullable Duration age, int eventsPerLog);

    /** Forgets all logs and all facts, and leaves no trace of them. */
    void forgetEverything();

    /** Whether what is kept is there again after a restart. */
    boolean lasts();

    /** The time of the newest event that was kept before this start, 0 if there is none. */
    long lastTime();

    /**
     * Whether all that was appended and put so far is kept, so that there is nothing to wait for.
     */
    boolean isSettled();

    /**
     * Whether the store is not too far behind. If it is, no more should be read from clients until
     * {@link #afterCommit} says that it has caught up.
     */
    boolean keepsUp();

    /**
     * Why nothing can be kept at present, as a sentence for people; null if all is well, or if the
     * host wants the room to go on in memory. While it is not null, {@link #afterCommit} waits for
     * nothing, and nothing may be acknowledged as kept.
     */
    @Nullable String trouble();

    /**
     * Whom to tell, on the loop's thread and in a sentence for the host, that nothing can be kept
     * any more, and that it can again.
     */
    void onFailure(Consumer<String> told);

    /** Keeps what is still to be kept, and ends. */
    @Override
    void close();
}
