package chat.snug.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts that last: read from memory, written through. */
final class SqliteTable implements KeptTable {
    private final SqliteStore store;
    private final String kind;
    private final MemoryTable facts = new MemoryTable();

    SqliteTable(SqliteStore store, String kind) {
        this.store = store;
        this.kind = kind;
    }

    /** A fact that is in the file. */
    void loaded(String owner, String key, String value) {
        facts.put(owner, key, value);
    }

    /** The file does not know any of them any more. */
    void forgotten() {
        facts.clear();
    }

    /** Writes all of them again. */
    void rewrite() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (String owner : facts.owners()) {
            all.put(owner, new LinkedHashMap<>(facts.of(owner)));
        }
        store.write(new Write.TableSet(kind, all));
    }

    @Override
    public @Nullable String get(String owner, String key) {
        return facts.get(owner, key);
    }

    @Override
    public void put(String owner, String key, String value) {
        if (!value.equals(facts.get(owner, key))) {
            facts.put(owner, key, value);
            store.writeFact(new Write.FactSet(kind, owner, key, value));
        }
    }

    @Override
    public void remove(String owner, String key) {
        if (facts.get(owner, key) != null) {
            facts.remove(owner, key);
            store.writeFact(new Write.FactRemoved(kind, owner, key));
        }
    }

    @Override
    public void removeAll(String owner) {
        if (!facts.of(owner).isEmpty()) {
            facts.removeAll(owner);
            store.writeFact(new Write.OwnerRemoved(kind, owner));
        }
    }

    @Override
    public Map<String, String> of(String owner) {
        return facts.of(owner);
    }

    @Override
    public Set<String> owners() {
        return facts.owners();
    }
}
