package chat.snug.store;

import chat.snug.room.RoomEvent;
import chat.snug.room.RoomLog;
import chat.snug.room.SearchQuery;
import chat.snug.room.Selection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A log that lasts. What is asked of it is answered after all that was handed in before. */
final class SqliteLog implements RoomLog {
    private final SqliteStore store;
    private String key;
    private long number;
    private boolean open;
    private long lastSaid;

    /**
     * @param number its number in the file
     * @param open whether the file knows it
     * @param lastSaid when something was said in it last
     */
    SqliteLog(SqliteStore store, String key, long number, boolean open, long lastSaid) {
        this.store = store;
        this.key = key;
        this.number = number;
        this.open = open;
        this.lastSaid = lastSaid;
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
        store.write(new Write.Appended(number, event));
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
    }

    @Override
    public CompletableFuture<List<RoomEvent>> select(Selection selection) {
        long asked = number;
        return store.ask(false, statements -> new LogReader(statements, asked).select(selection));
    }

    @Override
    public CompletableFuture<@Nullable RoomEvent> find(String id) {
        long asked = number;
        return store.ask(false, statements -> new LogReader(statements, asked).find(id));
    }

    @Override
    public void redact(String id) {
        store.write(new Write.Redacted(number, id));
    }

    @Override
    public CompletableFuture<List<RoomEvent>> search(SearchQuery query) {
        long asked = number;
        return store.ask(true, statements -> new LogReader(statements, asked).search(query));
    }

    @Override
    public long lastSaid() {
        return lastSaid;
    }
}
