package chat.snug.server.history;

import chat.snug.store.KeptTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far each of many people has read in each target. Who has read in a target is found without
 * looking at all of them.
 */
final class Bookmarks {
    /** Owner: who has read; key: the target; value: milliseconds of the epoch. */
    private final KeptTable table;

    /** Those who have read in a target, and maybe some of whom everything was forgotten since. */
    private final Map<String, Set<String>> readers = new HashMap<>();

    Bookmarks(KeptTable table) {
        this.table = table;
        for (String reader : table.owners()) {
            table.of(reader).keySet().forEach(target -> note(reader, target));
        }
    }

    private void note(String reader, String target) {
        readers.computeIfAbsent(target, _ -> new HashSet<>(2)).add(reader);
    }

    /** In milliseconds of the epoch, null if it is not known. */
    @Nullable Long get(String reader, String target) {
        String value = table.get(reader, target);
        return value == null ? null : Long.valueOf(value);
    }

    void put(String reader, String target, long time) {
        table.put(reader, target, Long.toString(time));
        note(reader, target);
    }

    /** In how many targets somebody has read. */
    int count(String reader) {
        return table.of(reader).size();
    }

    void forget(String reader) {
        for (String target : new ArrayList<>(table.of(reader).keySet())) {
            Set<String> all = readers.get(target);
            if (all != null && all.remove(reader) && all.isEmpty()) {
                readers.remove(target);
            }
        }
        table.removeAll(reader);
    }

    /** A target is called otherwise. */
    void renamed(String from, String to) {
        Set<String> all = readers.remove(from);
        if (all == null) {
            return;
        }
        for (String reader : all) {
            String value = table.get(reader, from);
            if (value != null) {
                table.remove(reader, from);
                table.put(reader, to, value);
                note(reader, to);
            }
        }
    }
}
