package chat.snug.server.session;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What a client has to do with METADATA, as long as it is connected. */
public final class MetadataState {
    /** What is kept for accounts and rooms, by their names as they are compared. */
    public static final String TABLE = "metadata";

    /** The keys of which it wants to know. */
    public final Set<String> subscriptions = new LinkedHashSet<>();

    /** What somebody without an account said of themselves. */
    public final Map<String, String> own = new LinkedHashMap<>();

    /** The state of the limit for changes. */
    public long changes;

    public MetadataState(long nowNanos) {
        this.changes = nowNanos;
    }
}
