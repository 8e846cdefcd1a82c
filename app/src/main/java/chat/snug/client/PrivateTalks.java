package chat.snug.client;

import java.util.LinkedHashSet;
import java.util.Set;

/** The people with whom there is a private conversation. Outlives the connection. */
final class PrivateTalks {
    /** A host can invent people; a person cannot talk to more than this many. */
    static final int MOST = 500;

    private final Set<String> names = new LinkedHashSet<>();

    /** Whether there is one now; false only if there are too many. */
    boolean open(String name) {
        return names.contains(Conversations.key(name))
                || (names.size() < MOST && names.add(Conversations.key(name)));
    }

    boolean has(String name) {
        return names.contains(Conversations.key(name));
    }

    /** Whether there was one under the old name; one under the new name becomes the same. */
    boolean rename(String from, String to) {
        return close(from) && open(to);
    }

    boolean close(String name) {
        return names.remove(Conversations.key(name));
    }
}
