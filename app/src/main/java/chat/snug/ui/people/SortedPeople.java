package chat.snug.ui.people;

import chat.snug.client.Conversations;
import chat.snug.ui.people.PeopleRow.Entry;
import chat.snug.ui.people.PeopleRow.Heading;
import chat.snug.ui.people.PeopleRow.Section;
import java.text.CollationKey;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * People as rows: by section, in it by role and name as the language sorts names. Somebody who
 * comes or goes moves one row, found by halving; the counts in the headings follow on {@link
 * #count()}.
 */
final class SortedPeople {
    /** Somebody's place in the order; the name's key is worked out once. */
    private record Placed(Entry entry, CollationKey name, String key) {}

    private static final Comparator<Placed> ORDER =
            Comparator.comparing((Placed placed) -> placed.entry.role())
                    .thenComparing(Placed::name)
                    .thenComparing(Placed::key);

    private final ObservableList<PeopleRow> rows = FXCollections.observableArrayList();
    private final ObservableList<PeopleRow> readOnly =
            FXCollections.unmodifiableObservableList(rows);

    private final List<Placed> hosts = new ArrayList<>();
    private final List<Placed> here = new ArrayList<>();
    private final List<Placed> away = new ArrayList<>();
    private final Collator collator;

    SortedPeople(Locale locale) {
        collator = Collator.getInstance(locale);
        collator.setStrength(Collator.SECONDARY);
    }

    ObservableList<PeopleRow> rows() {
        return readOnly;
    }

    /** Shows just these, in one change. */
    void setAll(Collection<Entry> people) {
        hosts.clear();
        here.clear();
        away.clear();
        people.stream().map(this::place).forEach(p -> section(p.entry).add(p));
        List<PeopleRow> all = new ArrayList<>();
        for (Section section : Section.values()) {
            List<Placed> placed = people(section);
            placed.sort(ORDER);
            if (!placed.isEmpty()) {
                all.add(new Heading(section, placed.size()));
                placed.forEach(p -> all.add(p.entry));
            }
        }
        rows.setAll(all);
    }

    void add(Entry entry) {
        Placed placed = place(entry);
        List<Placed> section = section(entry);
        int start = start(entry.section());
        if (section.isEmpty()) {
            rows.add(start, new Heading(entry.section(), 1));
        }
        int at = -1 - Collections.binarySearch(section, placed, ORDER);
        section.add(at, placed);
        rows.add(start + 1 + at, entry);
    }

    void remove(Entry entry) {
        List<Placed> section = section(entry);
        int start = start(entry.section());
        int at = Collections.binarySearch(section, place(entry), ORDER);
        section.remove(at);
        rows.remove(start + 1 + at);
        if (section.isEmpty()) {
            rows.remove(start);
        }
    }

    /** Puts {@code now} in the place of {@code before}, which may be the same one. */
    void replace(Entry before, Entry now) {
        List<Placed> section = section(before);
        Placed placed = place(now);
        int at = Collections.binarySearch(section, place(before), ORDER);
        if (before.section() == now.section() && ORDER.compare(section.get(at), placed) == 0) {
            section.set(at, placed);
            rows.set(start(now.section()) + 1 + at, now);
        } else {
            remove(before);
            add(now);
        }
    }

    /** Writes the counts into the headings: once a batch, not once a person. */
    void count() {
        for (Section section : Section.values()) {
            Heading heading = new Heading(section, people(section).size());
            int start = start(section);
            if (heading.count() > 0 && !rows.get(start).equals(heading)) {
                rows.set(start, heading);
            }
        }
    }

    /** Where the heading of {@code section} stands, or would. */
    private int start(Section section) {
        int start = 0;
        for (Section before : Section.values()) {
            if (before == section) {
                return start;
            }
            int size = people(before).size();
            start += size == 0 ? 0 : size + 1;
        }
        return start;
    }

    private List<Placed> section(Entry entry) {
        return people(entry.section());
    }

    private List<Placed> people(Section section) {
        return switch (section) {
            case HOST -> hosts;
            case HERE -> here;
            case AWAY -> away;
        };
    }

    private Placed place(Entry entry) {
        String name = entry.person().name();
        return new Placed(entry, collator.getCollationKey(name), Conversations.key(name));
    }
}
