package chat.snug.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link KeptTable} that lasts as long as the process. */
final class MemoryTable implements KeptTable {
    private final Map<String, Map<String, String>> facts = new LinkedHashMap<>();

    @Override
    public @Nullable String get(String owner, String key) {
        return of(owner).get(key);
    }

    @Override
    public void put(String owner, String key, String value) {
        facts.computeIfAbsent(owner, _ -> new LinkedHashMap<>()).put(key, value);
    }

    @Override
    public void remove(String owner, String key) {
        Map<String, String> known = facts.get(owner);
        if (known != null && known.remove(key) != null && known.isEmpty()) {
            facts.remove(owner);
        }
    }

    @Override
    public void removeAll(String owner) {
        facts.remove(owner);
    }

    void clear() {
        facts.clear();
    }

    @Override
    public Map<String, String> of(String owner) {
        Map<String, String> known = facts.get(owner);
        return known == null ? Map.of() : Collections.unmodifiableMap(known);
    }

    @Override
    public Set<String> owners() {
        return Collections.unmodifiableSet(facts.keySet());
    }
}
