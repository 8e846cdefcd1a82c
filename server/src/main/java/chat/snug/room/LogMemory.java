package chat.snug.room;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What all {@link MemoryRoomLog}s of a server may hold together, so that nobody can fill its memory
 * by saying much in many rooms. When it is too much, the room in which nothing was said for longest
 * forgets its oldest event.
 *
 * <p>Bytes are estimates on the high side. Belongs to the server's loop thread.
 */
public final class LogMemory {
    private static final int EVENT_BYTES = 256;
    private static final int ENTRY_BYTES = 160;
    private static final int BYTES_PER_CHAR = 2;

    private final int mostBytes;
    private final Executor portions;
    private final SequencedSet<MemoryRoomLog> byLastEvent = new LinkedHashSet<>();
    private long bytes;

    /**
     * @param mostBytes about how many bytes the events of all logs may take
     */
    public LogMemory(int mostBytes) {
        this(mostBytes, Runnable::run);
    }

    /**
     * @param mostBytes about how many bytes the events of all logs may take
     * @param portions does later, on the same thread, what would take long at once
     */
    public LogMemory(int mostBytes, Executor portions) {
        this.mostBytes = mostBytes;
        this.portions = portions;
    }

    Executor portions() {
        return portions;
    }

    /** About how many bytes the events of all logs take, never more than allowed. */
    public long bytes() {
        return bytes;
    }

    void took(MemoryRoomLog log, RoomEvent event) {
        byLastEvent.addLast(log);
        bytes += bytes(event);
        while (bytes > mostBytes) {
            byLastEvent.getFirst().forgetOldest();
        }
    }

    void gaveBack(MemoryRoomLog log, RoomEvent event) {
        bytes -= bytes(event);
        if (log.isEmpty()) {
            byLastEvent.remove(log);
        }
    }

    private static long bytes(RoomEvent event) {
        Author author = event.author();
        return EVENT_BYTES
                + bytes(author.nick())
                + bytes(author.user())
                + bytes(author.host())
                + switch (event) {
                    case RoomEvent.Said said -> bytes(said.text()) + bytes(said.tags());
                    case RoomEvent.Joined joined -> bytes(joined.realName());
                    case RoomEvent.Parted parted -> bytes(parted.reason());
                    case RoomEvent.Quit quit -> bytes(quit.reason());
                    case RoomEvent.Kicked kicked -> bytes(kicked.nick()) + bytes(kicked.reason());
                    case RoomEvent.Renamed renamed -> bytes(renamed.newNick());
                    case RoomEvent.TopicChanged changed -> bytes(changed.topic());
                    case RoomEvent.Redacted redacted ->
                            bytes(redacted.messageId()) + bytes(redacted.reason());
                    case RoomEvent.Changed changed -> {
                        long sum = 0;
                        for (RoomChange change : changed.changes()) {
                            sum += ENTRY_BYTES + bytes(change);
                        }
                        yield sum;
                    }
                };
    }

    private static long bytes(RoomChange change) {
        return switch (change) {
            case RoomChange.FlagSet _, RoomChange.LimitSet _ -> 0;
            case RoomChange.KeySet set -> bytes(set.key());
            case RoomChange.MaskSet set -> bytes(set.mask());
            case RoomChange.RankSet set -> bytes(set.nick());
        };
    }

    private static long bytes(Map<String, String> tags) {
        long sum = 0;
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            sum += ENTRY_BYTES + bytes(tag.getKey()) + bytes(tag.getValue());
        }
        return sum;
    }

    private static long bytes(@Nullable String text) {
        return text == null ? 0 : (long) text.length() * BYTES_PER_CHAR;
    }
}
