package chat.snug.server.history;

import chat.snug.room.Point;
import chat.snug.room.RoomEvent;
import chat.snug.room.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a part of a {@link Story}: as many events as are wanted of those that a client can be told
 * about. A log knows some of the reasons why it cannot, and for the others it is asked again.
 *
 * @param story what is read
 * @param messagesOnly whether only what was said with text is told
 * @param shown what else must hold for an event to be told
 * @param loop runs what is to be done on the loop's thread
 */
record Chapter(Story story, boolean messagesOnly, Predicate<RoomEvent> shown, Executor loop) {
    /** The newest events between two points, oldest first. */
    CompletableFuture<List<RoomEvent>> newest(
            @Nullable Point after, @Nullable Point before, int limit) {
        return read(after, before, true, limit);
    }

    /** The oldest events between two points, oldest first. */
    CompletableFuture<List<RoomEvent>> oldest(
            @Nullable Point after, @Nullable Point before, int limit) {
        return read(after, before, false, limit);
    }

    /** Events on both sides of a point, and what is at it. */
    CompletableFuture<List<RoomEvent>> around(Point point, int limit) {
        return newest(null, Points.behind(point), limit)
                .thenCombine(
                        oldest(point, null, limit),
                        (before, after) -> {
                            int half = Math.min(before.size(), (limit + 1) / 2);
                            int behind = Math.min(after.size(), limit - half);
                            int ahead = Math.min(before.size(), limit - behind);
                            List<RoomEvent> both =
                                    new ArrayList<>(
                                            before.subList(before.size() - ahead, before.size()));
                            both.addAll(after.subList(0, behind));
                            return both;
                        });
    }

    private CompletableFuture<List<RoomEvent>> read(
            @Nullable Point after, @Nullable Point before, boolean newestFirst, int limit) {
        Point from = story.from();
        Point start = from == null ? after : Points.newer(after, from);
        return read(start, before, newestFirst, limit, List.of());
    }

    private CompletableFuture<List<RoomEvent>> read(
            @Nullable Point after,
            @Nullable Point before,
            boolean newestFirst,
            int limit,
            List<RoomEvent> known) {
        int missing = limit - counted(known);
        CompletableFuture<List<RoomEvent>> selected =
                story.log()
                        .select(new Selection(after, before, newestFirst, missing, messagesOnly));
        Function<List<RoomEvent>, CompletionStage<List<RoomEvent>>> more =
                events -> {
                    List<RoomEvent> all = join(events, known, newestFirst);
                    boolean isEnough = counted(all) == limit || all.size() >= 2 * limit;
                    if (events.size() < missing || isEnough) {
                        return CompletableFuture.completedFuture(all);
                    }
                    return newestFirst
                            ? read(after, id(events.getFirst()), true, limit, all)
                            : read(id(events.getLast()), before, false, limit, all);
                };
        return selected.isDone()
                ? selected.thenCompose(more)
                : selected.thenComposeAsync(more, loop);
    }

    /** What was taken back comes on top (IRCv3 message-redaction, chat history), within reason. */
    private static int counted(List<RoomEvent> events) {
        int counted = 0;
        for (RoomEvent event : events) {
            counted += event instanceof RoomEvent.Redacted ? 0 : 1;
        }
        return counted;
    }

    private List<RoomEvent> join(List<RoomEvent> events, List<RoomEvent> known, boolean inFront) {
        List<RoomEvent> all = new ArrayList<>(inFront ? List.of() : known);
        for (RoomEvent event : events) {
            if (shown.test(event)) {
                all.add(event);
            }
        }
        if (inFront) {
            all.addAll(known);
        }
        return all;
    }

    private static Point id(RoomEvent event) {
        return new Point.Id(event.id());
    }
}
