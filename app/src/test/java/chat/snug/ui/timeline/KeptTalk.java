package chat.snug.ui.timeline;

import static chat.snug.ui.timeline.Talk.said;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.HistoryRead;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientRequest.ReadHistory;
import chat.snug.client.ClientRequest.ReadHistory.Part;
import chat.snug.ui.timeline.TimelineRequest.Around;
import chat.snug.ui.timeline.TimelineRequest.Earlier;
import chat.snug.ui.timeline.TimelineRequest.Later;
import chat.snug.ui.timeline.TimelineRequest.Newest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A host that keeps a long talk, one message every ten minutes, and gives any page of it. */
final class KeptTalk {
    int size;

    KeptTalk(int size) {
        this.size = size;
    }

    /** Message {@code i}: 144 a day since the first of September. */
    static Said line(int i) {
        Instant time = Instant.parse("2026-09-01T00:00:00Z").plusSeconds(600L * i);
        return said(time, "m" + i, i % 2 == 0 ? "Ben" : "Cleo", "t" + i);
    }

    static List<Said> lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(KeptTalk::line).toList();
    }

    /** What comes back. */
    HistoryRead answer(TimelineRequest question) {
        return switch (question) {
            case Around(String id, Instant time) -> {
                int at = id == null ? indexOf(Objects.requireNonNull(time)) : number(id);
                yield page(Part.AROUND, id, time, at - 50, at + 50);
            }
            case Earlier(String id, Instant time) -> {
                int at = number(Objects.requireNonNull(id));
                yield page(Part.BEFORE, id, time, at - 100, at);
            }
            case Later(String id, Instant time) -> {
                int at = number(Objects.requireNonNull(id));
                yield page(Part.AFTER, id, time, at + 1, at + 101);
            }
            case Newest _ -> page(Part.NEWEST, null, null, size - 100, size);
            default -> throw new AssertionError(question);
        };
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    private static int indexOf(Instant time) {
        return (int) ((time.getEpochSecond() - line(0).time().getEpochSecond()) / 600);
    }

    HistoryRead page(Part part, @Nullable String id, @Nullable Instant time, int from, int to) {
        List<ConversationEvent> events =
                List.copyOf(lines(Math.clamp(from, 0, size), Math.clamp(to, 0, size)));
        ReadHistory request = new ReadHistory(Talk.ROOM, part, id, time);
        return new HistoryRead(request, events, !events.isEmpty(), false);
    }
}
