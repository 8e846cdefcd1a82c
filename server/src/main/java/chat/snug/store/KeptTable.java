package chat.snug.store;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Small facts of one kind, by who owns them and by their key. All of them are in memory, and those
 * of a lasting {@link Store} are there again after a restart.
 *
 * <p>Belongs to the server's loop thread.
 */
public interface KeptTable {
    /** A fact, null if it is not known. */
    @Nullable String get(String owner, String key);

    /** Sets a fact. */
    void put(String owner, String key, String value);

    /** Takes a fact away, if it is there. */
    void remove(String owner, String key);

    /** Takes all facts of an owner away. */
    void removeAll(String owner);

    /** What is known of an owner, in the order in which it was first put. Read only. */
    Map<String, String> of(String owner);

    /** All of whom something is known. Read only. */
    Set<String> owners();
}
