package chat.snug.server.names;

import chat.snug.protocol.Skeleton;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds who or what has a name that looks like another ({@link Skeleton}). Only names that look
 * otherwise than they are compared are kept here; all others are found by their folded names.
 */
public final class LookAlikes<T> {
    private final Map<String, T> bySkeleton = new HashMap<>();
    private final Map<T, String> skeletons = new HashMap<>();

    /**
     * Something has a name from now on.
     *
     * @param name as it is shown
     * @param folded as it is compared
     */
    public void add(String name, String folded, T named) {
        String skeleton = Skeleton.of(name);
        if (!skeleton.equals(folded) && bySkeleton.putIfAbsent(skeleton, named) == null) {
            skeletons.put(named, skeleton);
        }
    }

    /** It has the name no more. */
    public void remove(T named) {
        if (!skeletons.isEmpty()) {
            String skeleton = skeletons.remove(named);
            if (skeleton != null) {
                bySkeleton.remove(skeleton);
            }
        }
    }

    /**
     * What has a name that looks like {@code name}.
     *
     * @param byFolded all that have a name, by their folded names
     */
    public @Nullable T find(String name, Map<String, T> byFolded) {
        String skeleton = Skeleton.of(name);
        T same = byFolded.get(skeleton);
        return same == null ? bySkeleton.get(skeleton) : same;
    }
}
