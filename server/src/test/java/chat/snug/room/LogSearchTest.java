package chat.snug.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.room.RoomEvent.Said;
import chat.snug.room.RoomEvent.Speech;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Searching what is in memory holds nobody up, whatever is said and looked for. */
class LogSearchTest {
    private static final Author ANN = new Author("ann", "u", "h");

    private final Deque<Runnable> later = new ArrayDeque<>();
    private final EventIds ids = new EventIds(() -> 1_000, 1);
    private final MemoryRoomLog log = new MemoryRoomLog(1_000, new LogMemory(64 << 20, later::add));

    private String say(String text) {
        String id = ids.next(ids.now());
        log.append(new Said(id, 1_000, ANN, Speech.MESSAGE, text, Map.of()));
        return id;
    }

    private static SearchQuery query(String text) {
        return new SearchQuery(text, null, null, null, 10);
    }

    @Test
    void aSearchMadeToBeSlowIsDoneInPortions() {
        for (int i = 0; i < 500; i++) {
            say("a".repeat(8_000));
        }
        say("a".repeat(300) + "b");

        CompletableFuture<List<RoomEvent>> answer = log.search(query("a".repeat(300) + "b"));

        int portions = 1;
        while (!later.isEmpty()) {
            assertThat(answer).isNotDone();
            later.poll().run();
            portions++;
        }
        assertThat(portions).isBetween(10, 100);
        assertThat(answer.resultNow()).hasSize(1);
    }

    @Test
    void whatIsTakenBackMeanwhileIsNotFound() {
        String first = say("a needle");
        for (int i = 0; i < 100; i++) {
            say("hay".repeat(3_000));
        }
        String last = say("another needle");

        CompletableFuture<List<RoomEvent>> answer = log.search(query("needle"));
        assertThat(answer).isNotDone();
        log.redact(last);
        while (!later.isEmpty()) {
            later.poll().run();
        }

        assertThat(answer.resultNow()).extracting(RoomEvent::id).containsExactly(first);
    }

    @Test
    void aWordIsFoundWhereverItIs() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String text = text(random, random.nextInt(60));
            String word = text(random, random.nextInt(1, 14));

            assertThat(new Word(word).isIn(text)).isEqualTo(text.contains(word));
        }
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(random.nextInt(5) == 0 ? 'b' : 'a');
        }
        return text.toString();
    }
}
