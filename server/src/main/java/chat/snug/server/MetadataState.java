package chat.snug.server;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What a client has to do with METADATA, as long as it is connected. */
final class MetadataState {
    /** What is kept for accounts and rooms, by their names as they are compared. */
    static final String TABLE = "metadata";

    /** The keys of which it wants to know. */
    final Set<String> subscriptions = new LinkedHashSet<>();

    /** What somebody without an account said of themselves. */
    final Map<String, String> own = new LinkedHashMap<>();

    /** The state of the limit for changes. */
    long changes;

    MetadataState(long nowNanos) {
        this.changes = nowNanos;
    }
}
