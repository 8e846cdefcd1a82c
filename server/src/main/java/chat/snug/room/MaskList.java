package chat.snug.room;

import java.util.ArrayList;
import java.util.List;

/** One of a room's lists of masks, in the order in which they were set. */
final class MaskList {
    private final List<MaskEntry> entries = new ArrayList<>(2);
    private final List<String> folded = new ArrayList<>(2);
    private final List<PersonPattern> patterns = new ArrayList<>(2);

    boolean add(MaskEntry entry, String foldedMask) {
        if (folded.contains(foldedMask)) {
            return false;
        }
        entries.add(entry);
        folded.add(foldedMask);
        patterns.add(PersonPattern.of(foldedMask));
        return true;
    }

    boolean remove(String foldedMask) {
        int index = folded.indexOf(foldedMask);
        if (index < 0) {
            return false;
        }
        entries.remove(index);
        folded.remove(index);
        patterns.remove(index);
        return true;
    }

    boolean contains(String foldedMask) {
        return folded.contains(foldedMask);
    }

    boolean matches(Person person) {
        Looks looks = new Looks(person);
        for (int i = 0; i < patterns.size(); i++) {
            if (patterns.get(i).matches(looks)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an entry that looks at that of a person is about this one. */
    boolean matches(Person person, PersonPattern.Subject subject) {
        Looks looks = new Looks(person);
        return patterns.stream()
                .anyMatch(pattern -> pattern.subject() == subject && pattern.matches(looks));
    }

    /**
     * Until when it is about a person, in milliseconds of the epoch.
     *
     * @return the greatest number for always, the least if it is not
     */
    long lastEnd(Person person) {
        Looks looks = new Looks(person);
        long last = Long.MIN_VALUE;
        for (int i = 0; i < patterns.size(); i++) {
            if (patterns.get(i).matches(looks)) {
                last = Math.max(last, patterns.get(i).ends(entries.get(i).setAt()));
            }
        }
        return last;
    }

    /** When the next entry ends, in milliseconds of the epoch; the greatest number for never. */
    long nextEnd() {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < patterns.size(); i++) {
            next = Math.min(next, patterns.get(i).ends(entries.get(i).setAt()));
        }
        return next;
    }

    /** The entries that end by then. */
    List<String> endingBy(long time) {
        List<String> ending = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            if (patterns.get(i).ends(entries.get(i).setAt()) <= time) {
                ending.add(entries.get(i).mask());
            }
        }
        return ending;
    }

    List<MaskEntry> entries() {
        return List.copyOf(entries);
    }

    int size() {
        return entries.size();
    }
}
