package chat.snug.server.door;

import chat.snug.server.host.Acquaintance;
import chat.snug.store.Fields;
import chat.snug.store.KeptTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Those about whom was decided at the door. Only so many are remembered, the newest; who is
 * forgotten has to ask again.
 */
public final class Acquaintances {
    private static final String FACTS = "facts";

    private final KeptTable table;
    private final int most;

    /**
     * @param table where they are kept
     * @param most how many are kept
     */
    public Acquaintances(KeptTable table, int most) {
        this.table = table;
        this.most = most;
    }

    /** Remembers somebody, and nothing else of them than this. */
    public void remember(Acquaintance person) {
        if (table.get(person.key(), FACTS) == null && table.owners().size() >= most) {
            List<Acquaintance> all = all();
            if (!all.isEmpty()) {
                table.removeAll(all.getLast().key());
            }
        }
        table.put(
                person.key(),
                FACTS,
                Fields.join(
                        List.of(
                                person.name(),
                                Boolean.toString(person.welcome()),
                                Long.toString(person.since().toEpochMilli()))));
    }

    /** Who is known by a key, null if nobody is. */
    public @Nullable Acquaintance find(String key) {
        String facts = table.get(key, FACTS);
        if (facts == null) {
            return null;
        }
        List<String> fields = Fields.split(facts);
        return new Acquaintance(
                key,
                fields.get(0),
                Boolean.parseBoolean(fields.get(1)),
                Instant.ofEpochMilli(Long.parseLong(fields.get(2))));
    }

    /** They have to ask again; says who they were, null if nobody was known by that key. */
    public @Nullable Acquaintance forget(String key) {
        Acquaintance known = find(key);
        table.removeAll(key);
        return known;
    }

    /** All who are remembered, the newest first. */
    public List<Acquaintance> all() {
        List<Acquaintance> all = new ArrayList<>();
        for (String key : table.owners()) {
            Acquaintance known = find(key);
            if (known != null) {
                all.add(known);
            }
        }
        all.sort(
                Comparator.comparing(Acquaintance::since)
                        .reversed()
                        .thenComparing(Acquaintance::key));
        return all;
    }
}
