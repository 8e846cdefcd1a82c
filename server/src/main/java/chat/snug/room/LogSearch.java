package chat.snug.room;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Looks through events in portions, so that whoever does other things on the same thread is never
 * held up for long by what is searched.
 */
final class LogSearch implements Runnable {
    /** A portion: so many comparisons of a character with something that is looked for. */
    private static final int PORTION = 1 << 18;

    /** What is done at once. */
    private static final int FIRST_PORTION = 1 << 13;

    /** What looking at an event costs at least. */
    private static final int EVENT = 64;

    private final List<RoomEvent> events;
    private final SearchQuery query;
    private final Predicate<RoomEvent> fitting;
    private final int looks;
    private final Executor portions;
    private final Predicate<RoomEvent> isStillThere;
    private final List<RoomEvent> found = new ArrayList<>();
    private final CompletableFuture<List<RoomEvent>> answer = new CompletableFuture<>();
    private int next;

    /**
     * @param events in the order in which they are looked at
     * @param portions runs what is not done at once
     * @param isStillThere whether an event is not forgotten meanwhile
     */
    LogSearch(
            List<RoomEvent> events,
            SearchQuery query,
            Executor portions,
            Predicate<RoomEvent> isStillThere) {
        this.events = events;
        this.query = query;
        this.fitting = query.fitting();
        this.looks = 1 + query.words().size();
        this.portions = portions;
        this.isStillThere = isStillThere;
    }

    CompletableFuture<List<RoomEvent>> answer() {
        look(FIRST_PORTION);
        return answer;
    }

    @Override
    public void run() {
        look(PORTION);
    }

    private void look(int portion) {
        long left = portion;
        while (left > 0 && next < events.size() && found.size() < query.limit()) {
            RoomEvent event = events.get(next++);
            if (event instanceof RoomEvent.Said said) {
                left -= (long) said.text().length() * looks;
            }
            left -= EVENT;
            if (fitting.test(event) && isStillThere.test(event)) {
                found.add(event);
            }
        }
        if (left > 0) {
            end();
            return;
        }
        portions.execute(this);
    }

    private void end() {
        found.removeIf(event -> !isStillThere.test(event));
        if (!query.oldest()) {
            Collections.reverse(found);
        }
        answer.complete(found);
    }
}
