package chat.snug.server.door;

import chat.snug.server.host.Act;
import chat.snug.server.host.Deed;
import chat.snug.store.Fields;
import chat.snug.store.KeptTable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;

/**
 * The log of who did what to look after the rooms: the last so many acts. Of what strangers do in
 * rooms of their own it keeps less, so that they cannot push out what the others did.
 */
public final class Deeds {
    private static final String FACTS = "facts";

    private static final String STRANGER = "stranger";
    private static final int STRANGER_FIELD = 6;

    /** What strangers do has so much of the log at most. */
    private static final int PART_OF_STRANGERS = 5;

    private record Entry(long number, Deed deed, boolean byStranger) {}

    private final KeptTable table;
    private final int most;
    private final Deque<Entry> newestFirst = new ArrayDeque<>();
    private int byStrangers;
    private long next;

    /**
     * @param table where they are kept
     * @param most how many are kept
     */
    public Deeds(KeptTable table, int most) {
        this.table = table;
        this.most = most;
        TreeMap<Long, List<String>> kept = new TreeMap<>();
        for (String number : table.owners()) {
            String facts = table.get(number, FACTS);
            if (facts != null) {
                kept.put(Long.parseLong(number), Fields.split(facts));
            }
        }
        kept.forEach((number, fields) -> put(number, read(fields), isByStranger(fields)));
        next = kept.isEmpty() ? 0 : kept.lastKey() + 1;
        dropOldest();
    }

    /**
     * Keeps what was done.
     *
     * @param byStranger whether somebody did it in a room of their own
     */
    public void add(Deed deed, boolean byStranger) {
        long number = next++;
        put(number, deed, byStranger);
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
                                deed.reason(),
                                byStranger ? STRANGER : "")));
        dropOldest();
    }

    private void put(long number, Deed deed, boolean byStranger) {
        newestFirst.addFirst(new Entry(number, deed, byStranger));
        byStrangers += byStranger ? 1 : 0;
    }

    private void dropOldest() {
        while (byStrangers > most / PART_OF_STRANGERS) {
            dropOldest(true);
        }
        while (newestFirst.size() > most) {
            dropOldest(false);
        }
    }

    /**
     * Drops the oldest.
     *
     * @param ofStrangers of those whose they are
     */
    private void dropOldest(boolean ofStrangers) {
        Iterator<Entry> oldestFirst = newestFirst.descendingIterator();
        Entry oldest = oldestFirst.next();
        while (oldest.byStranger != ofStrangers && oldestFirst.hasNext()) {
            oldest = oldestFirst.next();
        }
        oldestFirst.remove();
        byStrangers -= oldest.byStranger ? 1 : 0;
        table.removeAll(Long.toString(oldest.number));
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
        byStrangers = 0;
    }

    private static boolean isByStranger(List<String> fields) {
        return fields.size() > STRANGER_FIELD && fields.get(STRANGER_FIELD).equals(STRANGER);
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
