package chat.snug.store;

import chat.snug.room.LogMemory;
import chat.snug.room.MemoryRoomLog;
import chat.snug.room.RoomEvent;
import chat.snug.room.SearchQuery;
import chat.snug.room.Selection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What happened in one log and is not in the file yet, for a host who wants the room to go on while
 * nothing can be kept: it stands in every answer, behind what the file tells. What the file has
 * meanwhile stands there once, because events are known by their ids. Not larger than the {@link
 * Outbox}, which has the same events. Belongs to the loop's thread.
 */
final class Unkept {
    /** When so many writes are kept, so is what was done to the event. */
    private record Mark(long writes, String id) {}

    private final Outbox outbox;
    private final MemoryRoomLog events =
            new MemoryRoomLog(Integer.MAX_VALUE, new LogMemory(Integer.MAX_VALUE));
    private final Deque<Mark> appended = new ArrayDeque<>();
    private final Deque<Mark> redacted = new ArrayDeque<>();

    Unkept(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The outbox has just taken it. */
    void appended(RoomEvent event) {
        forgetKept();
        events.append(event);
        appended.add(new Mark(outbox.taken(), event.id()));
    }

    /** The outbox has just taken it. */
    void redacted(String id) {
        forgetKept();
        events.redact(id);
        redacted.add(new Mark(outbox.taken(), id));
    }

    void clear() {
        events.clear();
        appended.clear();
        redacted.clear();
    }

    private void forgetKept() {
        long kept = outbox.kept();
        String last = null;
        while (!appended.isEmpty() && appended.getFirst().writes <= kept) {
            last = appended.removeFirst().id;
        }
        if (last != null) {
            events.forgetUpTo(last);
        }
        while (!redacted.isEmpty() && redacted.getFirst().writes <= kept) {
            redacted.removeFirst();
        }
    }

    // The file is asked after looking here: what it is given between the two is told by both, and
    // would be told by neither the other way round.

    CompletableFuture<List<RoomEvent>> select(
            Selection selection, Supplier<CompletableFuture<List<RoomEvent>>> kept) {
        forgetKept();
        List<RoomEvent> unkept = events.select(selection).resultNow();
        return joined(unkept, kept, selection.limit(), selection.newestFirst());
    }

    CompletableFuture<List<RoomEvent>> search(
            SearchQuery query, Supplier<CompletableFuture<List<RoomEvent>>> kept) {
        forgetKept();
        List<RoomEvent> unkept = events.search(query).resultNow();
        return joined(unkept, kept, query.limit(), !query.oldest());
    }

    CompletableFuture<@Nullable RoomEvent> find(
            String id, Supplier<CompletableFuture<@Nullable RoomEvent>> kept) {
        forgetKept();
        CompletableFuture<@Nullable RoomEvent> found = events.find(id);
        if (found.resultNow() != null) {
            return found;
        }
        boolean isRedacted = redactedIds().contains(id);
        return kept.get().thenApply(event -> isRedacted ? null : event);
    }

    private CompletableFuture<List<RoomEvent>> joined(
            List<RoomEvent> unkept,
            Supplier<CompletableFuture<List<RoomEvent>>> kept,
            int limit,
            boolean newest) {
        Set<String> without = redactedIds();
        return kept.get().thenApply(events -> joined(events, unkept, without, limit, newest));
    }

    private static List<RoomEvent> joined(
            List<RoomEvent> kept,
            List<RoomEvent> unkept,
            Set<String> without,
            int limit,
            boolean newest) {
        if (unkept.isEmpty() && without.isEmpty()) {
            return kept;
        }
        TreeMap<String, RoomEvent> byId = new TreeMap<>();
        kept.forEach(event -> byId.put(event.id(), event));
        unkept.forEach(event -> byId.put(event.id(), event));
        byId.keySet().removeAll(without);
        List<RoomEvent> all = new ArrayList<>(byId.values());
        int size = all.size();
        if (size <= limit) {
            return all;
        }
        return newest ? all.subList(size - limit, size) : all.subList(0, limit);
    }

    private Set<String> redactedIds() {
        Set<String> ids = new HashSet<>();
        redacted.forEach(mark -> ids.add(mark.id));
        return ids;
    }
}
