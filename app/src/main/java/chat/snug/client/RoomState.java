package chat.snug.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One room that I am in: who is there. The names' keys are the caller's. */
final class RoomState {
    private final String name;
    private People people = new People();

    /** What RPL_NAMREPLY has brought so far; null between two lists. */
    private @Nullable People listing;

    /** People by their keys, and what they weigh together. */
    private static final class People {
        private final Map<String, Person> byKey = new LinkedHashMap<>();
        private long weight;

        @Nullable Person get(String key) {
            return byKey.get(key);
        }

        void put(String key, Person person) {
            Person before = byKey.put(key, person);
            weight += Weight.of(person) - (before == null ? 0 : Weight.of(before));
        }

        @Nullable Person remove(String key) {
            Person gone = byKey.remove(key);
            weight -= gone == null ? 0 : Weight.of(gone);
            return gone;
        }
    }

    /** Whether no list has ended yet since I came in. */
    private boolean fresh = true;

    RoomState(String name) {
        this.name = name;
    }

    /** The room's name as the host spells it. */
    String name() {
        return name;
    }

    /** What all that is known of people here weighs. */
    long weight() {
        return people.weight + (listing == null ? 0 : listing.weight);
    }

    boolean has(String key) {
        return people.get(key) != null;
    }

    @Nullable Person person(String key) {
        return people.get(key);
    }

    void put(String key, Person person) {
        people.put(key, person);
        if (listing != null) {
            listing.put(key, person);
        }
    }

    /** Takes somebody out, of an unfinished list too; whether they were here. */
    boolean remove(String key) {
        if (listing != null) {
            listing.remove(key);
        }
        return people.remove(key) != null;
    }

    /** Keeps modes and away under another name; whether they were here. */
    boolean rename(String oldKey, String newKey, String newName) {
        if (listing != null) {
            Person listed = listing.remove(oldKey);
            if (listed != null) {
                listing.put(newKey, listed.named(newName));
            }
        }
        Person person = people.remove(oldKey);
        if (person == null) {
            return false;
        }
        people.put(newKey, person.named(newName));
        return true;
    }

    /** One name of RPL_NAMREPLY. */
    void listed(String key, String nick, Set<Character> modes) {
        if (listing == null) {
            listing = new People();
        }
        Person known = people.get(key);
        Person now = known == null ? new Person(nick, modes, false) : known.named(nick);
        listing.put(key, now.ranked(modes));
    }

    /** Whether the end of a list can come: one has begun, or I have just come in. */
    boolean awaitsEndOfList() {
        return fresh || listing != null;
    }

    /** RPL_ENDOFNAMES: the list counts now. Returns everybody. */
    List<Person> endOfList() {
        fresh = false;
        if (listing != null) {
            people = listing;
            listing = null;
        }
        return new ArrayList<>(people());
    }

    Collection<Person> people() {
        return people.byKey.values();
    }

    /** Gives the person a rank more or less, if they are here. */
    void ranked(String key, char mode, boolean given) {
        Person person = people.get(key);
        if (person == null) {
            return;
        }
        Set<Character> modes = new TreeSet<>(person.modes());
        boolean changed = given ? modes.add(mode) : modes.remove(mode);
        if (changed) {
            people.put(key, person.ranked(modes));
        }
    }
}
