package chat.snug.server.door;

import chat.snug.server.host.Act;
import chat.snug.server.host.Deed;
import chat.snug.store.Fields;
import chat.snug.store.KeptTable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/** The log of who did what to look after the rooms: the last so many acts. */
public final class Deeds {
    private static final String FACTS = "facts";

    private record Entry(long number, Deed deed) {}

    private final KeptTable table;
    private final int most;
    private final Deque<Entry> newestFirst = new ArrayDeque<>();
    private long next;

    /**
     * @param table where they are kept
     * @param most how many are kept
     */
    public Deeds(KeptTable table, int most) {
        this.table = table;
        this.most = most;
        TreeMap<Long, Deed> kept = new TreeMap<>();
        for (String number : table.owners()) {
            String facts = table.get(number, FACTS);
            if (facts != null) {
                kept.put(Long.parseLong(number), read(Fields.split(facts)));
            }
        }
        kept.forEach((number, deed) -> newestFirst.addFirst(new Entry(number, deed)));
        next = kept.isEmpty() ? 0 : kept.lastKey() + 1;
        dropOldest();
    }

    public void add(Deed deed) {
        long number = next++;
        newestFirst.addFirst(new Entry(number, deed));
        table.put(
                Long.toString(number),
                FACTS,
                Fields.join(
                        List.of(
                                Long.toString(deed.when().toEpochMilli()),
                                deed.who(),
                                deed.act().name(),
                                deed.whom(),
                                deed.room(),
                                deed.reason())));
        dropOldest();
    }

    private void dropOldest() {
        while (newestFirst.size() > most) {
            table.removeAll(Long.toString(newestFirst.removeLast().number));
        }
    }

    /** The newest, not more than so many, the newest first. */
    public List<Deed> newest(int count) {
        List<Deed> deeds = new ArrayList<>();
        for (Entry entry : newestFirst) {
            if (deeds.size() == count) {
                break;
            }
            deeds.add(entry.deed);
        }
        return deeds;
    }

    /** What is kept was forgotten, and so is this. */
    public void forget() {
        newestFirst.clear();
    }

    private static Deed read(List<String> fields) {
        return new Deed(
                Instant.ofEpochMilli(Long.parseLong(fields.get(0))),
                fields.get(1),
                Act.valueOf(fields.get(2)),
                fields.get(3),
                fields.get(4),
                fields.get(5));
    }
}
