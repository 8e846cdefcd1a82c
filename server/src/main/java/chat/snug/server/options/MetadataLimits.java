package chat.snug.server.options;

import chat.snug.room.RateLimit;
import java.util.concurrent.TimeUnit;

/**
 * The limits of METADATA. A key and a value of the greatest length fit into one line, whoever they
 * are told of.
 *
 * @param subscriptions how many keys a client may subscribe to
 * @param keys how many keys a person or a room may have
 * @param keyBytes the longest key
 * @param valueBytes the longest value
 * @param changes how often somebody may change something
 * @param syncLines how many values are sent at once; of more, a client is told to ask later
 */
public record MetadataLimits(
        int subscriptions,
        int keys,
        int keyBytes,
        int valueBytes,
        RateLimit changes,
        int syncLines) {
    private static final MetadataLimits DEFAULTS =
            new MetadataLimits(
                    50, 50, 40, 300, new RateLimit(20, TimeUnit.SECONDS.toNanos(2)), 4_000);

    /** What holds unless the host says otherwise. */
    public static MetadataLimits defaults() {
        return DEFAULTS;
    }

    /** These limits with others for how many keys there may be. */
    public MetadataLimits withKeys(int newSubscriptions, int newKeys) {
        return new MetadataLimits(
                newSubscriptions, newKeys, keyBytes, valueBytes, changes, syncLines);
    }

    /** These limits with another one for changes. */
    public MetadataLimits withChanges(RateLimit newChanges) {
        return new MetadataLimits(subscriptions, keys, keyBytes, valueBytes, newChanges, syncLines);
    }

    /** These limits with another one for what is sent at once. */
    public MetadataLimits withSyncLines(int lines) {
        return new MetadataLimits(subscriptions, keys, keyBytes, valueBytes, changes, lines);
    }

    /** What stands behind the name of the capability. */
    public String capabilityValue() {
        return "before-connect,max-subs="
                + subscriptions
                + ",max-keys="
                + keys
                + ",max-key-bytes="
                + keyBytes
                + ",max-value-bytes="
                + valueBytes;
    }
}
