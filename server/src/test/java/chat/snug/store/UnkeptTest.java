package chat.snug.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.room.Author;
import chat.snug.room.RoomEvent;
import chat.snug.room.RoomEvent.Said;
import chat.snug.room.RoomEvent.Speech;
import chat.snug.room.SearchQuery;
import chat.snug.room.Selection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class UnkeptTest {
    private static final Selection ALL = new Selection(null, null, true, 100, false);

    private final Outbox outbox =
            new Outbox(StoreOptions.in(Path.of("nowhere")), Runnable::run, () -> {});
    private final Unkept unkept = new Unkept(outbox);
    private final RoomEvent event =
            new Said(
                    "a1",
                    1,
                    new Author("ann", "ann", "home", null, false),
                    Speech.MESSAGE,
                    "hello",
                    Map.of());
    private final Write write = new Write.Appended(1, event);

    private void append() {
        outbox.write(write);
        unkept.appended(event);
    }

    /** What the file told when it was read, and then it was given what waited. */
    private <T> CompletableFuture<T> readJustBeforeItIsKept(T told) {
        outbox.progress().done(1, write.bytes());
        return CompletableFuture.completedFuture(told);
    }

    @Test
    void whatIsKeptWhileTheFileIsReadIsToldAllTheSame() {
        append();

        assertThat(unkept.select(ALL, () -> readJustBeforeItIsKept(List.of())))
                .isCompletedWithValue(List.of(event));
    }

    @Test
    void whatIsKeptWhileTheFileIsSearchedIsFoundAllTheSame() {
        append();

        assertThat(
                        unkept.search(
                                new SearchQuery("hello", null, null, null, 10, false),
                                () -> readJustBeforeItIsKept(List.of())))
                .isCompletedWithValue(List.of(event));
    }

    @Test
    void whatBothTellIsToldOnce() {
        append();

        assertThat(unkept.select(ALL, () -> readJustBeforeItIsKept(List.of(event))))
                .isCompletedWithValue(List.of(event));
    }
}
