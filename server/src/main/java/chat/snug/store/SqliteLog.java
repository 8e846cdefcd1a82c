package chat.snug.store;

import chat.snug.room.RoomEvent;
import chat.snug.room.RoomLog;
import chat.snug.room.SearchQuery;
import chat.snug.room.Selection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A log that lasts. What is asked of it is answered after all that was handed in before. */
final class SqliteLog implements RoomLog {
    private final SqliteStore store;
    private final @Nullable Unkept unkept;
    private String key;
    private long number;
    private boolean open;
    private long lastSaid;

    /**
     * @param number its number in the file
     * @param open whether the file knows it
     * @param lastSaid when something was said in it last
     * @param unkept knows what is not in the file yet, null if one may wait for that
     */
    SqliteLog(
            SqliteStore store,
            String key,
            long number,
            boolean open,
            long lastSaid,
            @Nullable Unkept unkept) {
        this.store = store;
        this.key = key;
        this.number = number;
        this.open = open;
        this.lastSaid = lastSaid;
        this.unkept = unkept;
    }

    String key() {
        return key;
    }

    void moveTo(String newKey) {
        key = newKey;
        if (open) {
            store.write(new Write.LogRenamed(number, newKey));
        }
    }

    @Override
    public void append(RoomEvent event) {
        if (!open) {
            open = true;
            store.write(new Write.LogOpened(number, key));
        }
        if (event instanceof RoomEvent.Said said && said.speech() != RoomEvent.Speech.TAGS) {
            lastSaid = said.time();
        }
        if (store.isTaken(new Write.Appended(number, event)) && unkept != null) {
            unkept.appended(event);
        }
    }

    /** What follows goes into a log with a new number; the old one is deleted bit by bit. */
    @Override
    public void clear() {
        if (open) {
            store.write(new Write.LogDropped(number));
        }
        forgotten();
    }

    /** The file does not know it any more. */
    void forgotten() {
        number = store.nextLog();
        open = false;
        lastSaid = 0;
        if (unkept != null) {
            unkept.clear();
        }
    }

    @Override
    public CompletableFuture<List<RoomEvent>> select(Selection selection) {
        long asked = number;
        Supplier<CompletableFuture<List<RoomEvent>>> kept =
                () ->
                        store.ask(
                                false,
                                statements -> new LogReader(statements, asked).select(selection));
        return unkept == null ? kept.get() : unkept.select(selection, kept);
    }

    @Override
    public CompletableFuture<@Nullable RoomEvent> find(String id) {
        long asked = number;
        Supplier<CompletableFuture<@Nullable RoomEvent>> kept =
                () -> store.ask(false, statements -> new LogReader(statements, asked).find(id));
        return unkept == null ? kept.get() : unkept.find(id, kept);
    }

    @Override
    public void redact(String id) {
        if (store.isTaken(new Write.Redacted(number, id)) && unkept != null) {
            unkept.redacted(id);
        }
    }

    @Override
    public CompletableFuture<List<RoomEvent>> search(SearchQuery query) {
        long asked = number;
        Supplier<CompletableFuture<List<RoomEvent>>> kept =
                () -> store.ask(true, statements -> new LogReader(statements, asked).search(query));
        return unkept == null ? kept.get() : unkept.search(query, kept);
    }

    @Override
    public long lastSaid() {
        return lastSaid;
    }
}
