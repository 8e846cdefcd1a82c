package chat.snug.server.session;

import chat.snug.room.Flag;
import chat.snug.room.MaskEntry;
import chat.snug.room.MaskKind;
import chat.snug.room.Room;
import chat.snug.room.RoomRecord;
import chat.snug.room.Topic;
import chat.snug.store.Fields;
import chat.snug.store.KeptTable;
import chat.snug.store.Store;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about rooms, so that a room is after a restart what it was, and so is one that
 * everybody has left. A room is worth it if it is the host's own, if something was said in it or if
 * it belongs to an account; with a store that does not last none is.
 */
final class RoomRecords {
    private static final String NAME = "name";
    private static final String CREATED = "created";
    private static final String TOPIC = "topic";
    private static final String FLAGS = "flags";
    private static final String KEY = "key";
    private static final String LIMIT = "limit";
    private static final String FOUNDER = "founder";
    private static final String OPERATORS = "operators";
    private static final String VOICED = "voiced";

    /** The mask, who set it, and when. */
    private static final int FIELDS_OF_MASK = 3;

    private final Store store;
    private final KeptTable table;

    RoomRecords(Store store) {
        this.store = store;
        this.table = store.table("room");
    }

    /** Whether a room stays known when it is empty. */
    boolean isWorthIt(Channel channel) {
        return store.lasts()
                && (channel.stays
                        || channel.log.lastSaid() > 0
                        || channel.room.record().founder() != null);
    }

    /** Keeps what a room is at this moment, if it is worth it. */
    void save(String folded, Channel channel) {
        if (isWorthIt(channel)) {
            save(folded, channel.room.record());
        }
    }

    private void save(String folded, RoomRecord record) {
        Topic topic = record.topic();
        table.put(folded, NAME, record.name());
        table.put(folded, CREATED, Long.toString(record.createdAt()));
        set(
                folded,
                TOPIC,
                topic == null
                        ? null
                        : Fields.join(
                                List.of(
                                        topic.text(),
                                        topic.setBy(),
                                        Long.toString(topic.setAt()))));
        table.put(folded, FLAGS, Fields.join(record.flags().stream().map(Flag::name).toList()));
        set(folded, KEY, record.key());
        set(folded, LIMIT, record.limit() == 0 ? null : Integer.toString(record.limit()));
        set(folded, FOUNDER, record.founder());
        set(folded, OPERATORS, list(List.copyOf(record.operators())));
        set(folded, VOICED, list(List.copyOf(record.voiced())));
        for (MaskKind kind : MaskKind.values()) {
            List<String> fields = new ArrayList<>();
            for (MaskEntry entry : record.masks().getOrDefault(kind, List.of())) {
                fields.add(entry.mask());
                fields.add(entry.setBy());
                fields.add(Long.toString(entry.setAt()));
            }
            set(folded, kind.name(), list(fields));
        }
    }

    private static @Nullable String list(List<String> texts) {
        return texts.isEmpty() ? null : Fields.join(texts);
    }

    private void set(String folded, String key, @Nullable String value) {
        if (value == null) {
            table.remove(folded, key);
        } else {
            table.put(folded, key, value);
        }
    }

    /** The names of all rooms that are known. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (String owner : table.owners()) {
            String name = name(owner);
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    /** The name that a room had, null if none is known. */
    @Nullable String name(String folded) {
        return table.get(folded, NAME);
    }

    /** How many entries the lists of a room have that is known; 0 for one that is not. */
    int masks(String folded) {
        int count = 0;
        for (MaskKind kind : MaskKind.values()) {
            count += split(table.get(folded, kind.name())).size() / FIELDS_OF_MASK;
        }
        return count;
    }

    /** Makes a room what it was, if it is known. */
    void restore(String folded, Room room) {
        Map<String, String> facts = table.of(folded);
        String name = facts.get(NAME);
        if (name == null) {
            return;
        }
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (String flag : split(facts.get(FLAGS))) {
            flags.add(Flag.valueOf(flag));
        }
        Map<MaskKind, List<MaskEntry>> masks = new EnumMap<>(MaskKind.class);
        for (MaskKind kind : MaskKind.values()) {
            List<String> fields = split(facts.get(kind.name()));
            List<MaskEntry> entries = new ArrayList<>();
            for (int i = 0; i + 2 < fields.size(); i += FIELDS_OF_MASK) {
                entries.add(
                        new MaskEntry(
                                fields.get(i),
                                fields.get(i + 1),
                                Long.parseLong(fields.get(i + 2))));
            }
            masks.put(kind, entries);
        }
        List<String> topic = split(facts.get(TOPIC));
        room.restore(
                new RoomRecord(
                        name,
                        Long.parseLong(facts.getOrDefault(CREATED, "0")),
                        topic.size() < 3
                                ? null
                                : new Topic(
                                        topic.get(0), topic.get(1), Long.parseLong(topic.get(2))),
                        flags,
                        facts.get(KEY),
                        Integer.parseInt(facts.getOrDefault(LIMIT, "0")),
                        masks,
                        facts.get(FOUNDER),
                        new LinkedHashSet<>(split(facts.get(OPERATORS))),
                        new LinkedHashSet<>(split(facts.get(VOICED)))));
    }

    private static List<String> split(@Nullable String value) {
        return value == null ? List.of() : Fields.split(value);
    }

    void forget(String folded) {
        table.removeAll(folded);
    }
}
