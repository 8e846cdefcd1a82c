package chat.snug.ui.timeline;

import static chat.snug.ui.timeline.Talk.action;
import static chat.snug.ui.timeline.Talk.at;
import static chat.snug.ui.timeline.Talk.confirmed;
import static chat.snug.ui.timeline.Talk.mine;
import static chat.snug.ui.timeline.Talk.notSent;
import static chat.snug.ui.timeline.Talk.pending;
import static chat.snug.ui.timeline.Talk.said;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.Said;
import chat.snug.ui.timeline.TimelineItem.Day;
import chat.snug.ui.timeline.TimelineItem.Delivered;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.OnItsWay;
import chat.snug.ui.timeline.TimelineItem.Undelivered;
import chat.snug.ui.timeline.TimelineRequest.Again;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

final class TimelineViewModelTest {
    private final TimelineViewModel timeline = timeline(ZoneOffset.UTC);

    private static TimelineViewModel timeline(ZoneId zone) {
        return new TimelineViewModel(Clock.fixed(at("14:30"), zone), zone, Locale.UK);
    }

    private void apply(ConversationEvent... events) {
        timeline.apply(List.of(events));
    }

    /** One word a row: "Ben:text" opens a group, "+text" goes on, "[date]" is a day. */
    private List<String> rows() {
        return rows(timeline);
    }

    private static List<String> rows(TimelineViewModel timeline) {
        return timeline.items().stream()
                .map(
                        item ->
                                switch (item) {
                                    case Message m -> (m.first() ? m.from() + ":" : "+") + m.text();
                                    case Day day -> "[" + day.date() + "]";
                                    case TimelineItem.Note note -> "(" + note.text() + ")";
                                    case TimelineItem.Membership _ -> "~";
                                    case TimelineItem.Happened _ -> "!";
                                    case TimelineItem.Unread _ -> "=";
                                    case TimelineItem.Edge edge -> edge.state().name();
                                })
                .toList();
    }

    private Message message(int index) {
        return (Message) timeline.items().get(index);
    }

    @Test
    void groupsWhatOnePersonSaysWithinFiveMinutes() {
        apply(
                said("14:00", "Ben", "a"),
                said("14:04:59", "ben", "b"),
                said("14:05", "Ben", "c"),
                said("14:05:01", "Cleo", "d"),
                said("14:05:02", "Ben", "e"));

        assertThat(rows())
                .containsExactly("[2026-11-20]", "Ben:a", "+b", "Ben:c", "Cleo:d", "Ben:e");
    }

    @Test
    void anActionStandsByItself() {
        apply(
                said("14:00", "Ben", "a"),
                action("14:01", "Ben", "waves"),
                said("14:02", "Ben", "b"));

        assertThat(rows()).containsExactly("[2026-11-20]", "Ben:a", "Ben:waves", "Ben:b");
    }

    @Test
    void aNewDayBeginsAtMidnightInTheZone() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        TimelineViewModel there = timeline(tokyo);
        there.apply(List.of(said("14:59:59", "Ben", "late"), said("15:00", "Ben", "early")));

        assertThat(rows(there))
                .containsExactly("[2026-11-20]", "Ben:late", "[2026-11-21]", "Ben:early");
    }

    @Test
    void whatTheHostTellsLateStandsAtItsTime() {
        apply(said("14:00", "Ben", "a"), said("14:10", "Ben", "c"));
        apply(said("14:05", "Cleo", "b"));
        apply(said("14:06", "Cleo", "b2"));

        assertThat(rows()).containsExactly("[2026-11-20]", "Ben:a", "Cleo:b", "+b2", "Ben:c");
    }

    @Test
    void olderDaysGetTheirOwnLineHoweverTheyComeIn() {
        Instant yesterday = at("14:00").minusSeconds(86_400);
        apply(said("14:00", "Ben", "today"));
        apply(said(yesterday, "y2", "Ben", "yesterday"));
        apply(said(yesterday.minusSeconds(60), "y1", "Ben", "before"));

        assertThat(rows())
                .containsExactly(
                        "[2026-11-19]", "Ben:before", "+yesterday", "[2026-11-20]", "Ben:today");
    }

    @Test
    void anyOrderOfArrivalGivesTheSameRows() {
        List<ConversationEvent> inOrder = new ArrayList<>();
        Instant start = at("20:00");
        for (int i = 0; i < 60; i++) {
            // Nine minutes apart at most, so that groups, people and days change on the way.
            Instant time = start.plusSeconds(i * 211L * (i % 3));
            inOrder.add(said(time.plusMillis(i), "m" + i, i % 4 < 2 ? "Ben" : "Cleo", "t" + i));
        }
        inOrder.sort(Comparator.comparing(event -> ((Said) event).time()));
        timeline.apply(inOrder);
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<ConversationEvent> shuffled = new ArrayList<>(inOrder);
            Collections.shuffle(shuffled, random);
            TimelineViewModel other = timeline(ZoneOffset.UTC);
            int from = 0;
            while (from < shuffled.size()) {
                int to = Math.min(shuffled.size(), from + 1 + random.nextInt(12));
                other.apply(shuffled.subList(from, to));
                from = to;
            }
            assertThat(rows(other)).as("round " + round).isEqualTo(rows());
        }
    }

    @Test
    void nothingStandsTwice() {
        apply(said(at("14:00"), "x", "Ben", "once"));
        apply(said(at("14:00"), "x", "Ben", "once"), said(at("14:00"), "x", "Ben", "once"));

        assertThat(rows()).containsExactly("[2026-11-20]", "Ben:once");
    }

    @Test
    void aMessageOfMineKeepsItsPlaceWhenTheHostConfirmsIt() {
        timeline.setMe("Mei");
        apply(pending("14:00", 1, "hello"), pending("14:00:01", 2, "again"));
        long key = timeline.items().get(1).key();
        apply(said("13:59:59", "Ben", "between"));
        apply(confirmed(1, mine("14:00:02", "m1", "hello")));

        assertThat(rows()).containsExactly("[2026-11-20]", "Mei:hello", "+again", "Ben:between");
        assertThat(timeline.items().get(1).key()).isEqualTo(key);
        assertThat(message(1).delivery()).isEqualTo(new Delivered("m1"));
        assertThat(message(1).time()).isEqualTo(at("14:00:02"));
        assertThat(message(2).delivery()).isEqualTo(new OnItsWay(2));
    }

    @Test
    void aConfirmedMessageIsNotShownAgainByItsId() {
        apply(pending("14:00", 1, "hello"));
        apply(confirmed(1, mine("14:00", "m1", "hello")), mine("14:00", "m1", "hello"));
        assertThat(rows()).containsExactly("[2026-11-20]", "Mei:hello");

        apply(pending("14:01", 2, "seen elsewhere"), mine("14:01", "m2", "seen elsewhere"));
        apply(confirmed(2, mine("14:01", "m2", "seen elsewhere")));
        assertThat(rows()).containsExactly("[2026-11-20]", "Mei:hello", "+seen elsewhere");
    }

    @Test
    void aMessageConfirmedOnAnotherDayMovesThere() {
        apply(pending("23:59:59", 1, "late"));
        Instant next = at("23:59:59").plusSeconds(2);
        apply(
                confirmed(
                        1,
                        new Said(
                                Talk.ROOM,
                                next,
                                "m1",
                                "Mei",
                                true,
                                Said.Kind.TEXT,
                                "late",
                                false)));

        assertThat(rows()).containsExactly("[2026-11-21]", "Mei:late");
    }

    @Test
    void whatWasNotSentCanBeSentAgain() {
        List<Long> again = new ArrayList<>();
        timeline.setOnRequest(request -> again.add(((Again) request).token()));
        apply(said("13:00", "Ben", "a"), pending("14:00", 7, "lost"));
        apply(notSent(7, "no"));
        Undelivered failed = (Undelivered) message(2).delivery();
        assertThat(failed).isEqualTo(new Undelivered(7, "no"));

        timeline.retry(failed);
        timeline.retry(failed);

        assertThat(again).containsExactly(7L);
        assertThat(rows()).containsExactly("[2026-11-20]", "Ben:a");
    }

    @Test
    void countsWhatComesWhileTheEndIsOutOfView() {
        apply(said("14:00", "Ben", "a"));
        assertThat(timeline.newBelowProperty().get()).isZero();

        timeline.atEndProperty().set(false);
        apply(said("14:01", "Ben", "b"), said("14:02", "Cleo", "c"));
        apply(said("13:00", "Cleo", "of long ago"), mine("14:03", "x", "from my phone"));
        assertThat(timeline.newBelowProperty().get()).isEqualTo(2);

        timeline.atEndProperty().set(true);
        assertThat(timeline.newBelowProperty().get()).isZero();
    }

    @Test
    void whoeverSpeaksSeesIt() {
        apply(said("14:00", "Ben", "a"));
        timeline.atEndProperty().set(false);
        apply(pending("14:01", 1, "b"));

        assertThat(timeline.atEndProperty().get()).isTrue();
    }

    @Test
    void notesStandWhereTheyWereMade() {
        apply(said("14:40", "Ben", "a host whose clock is ahead"));
        timeline.note("No such command");
        apply(said("14:41", "Ben", "b"));

        assertThat(rows())
                .containsExactly(
                        "[2026-11-20]",
                        "Ben:a host whose clock is ahead",
                        "(No such command)",
                        "Ben:b");
    }

    @Test
    void aBatchIsOneAddition() {
        apply(said("14:00", "Ben", "a"));
        List<String> changes = new ArrayList<>();
        timeline.items()
                .addListener(
                        (ListChangeListener<TimelineItem>)
                                change -> {
                                    while (change.next()) {
                                        changes.add(change.toString());
                                    }
                                });
        List<ConversationEvent> batch = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            batch.add(said(at("14:00").plusMillis(i), "b" + i, i % 2 == 0 ? "Ben" : "Cleo", "t"));
        }
        timeline.apply(batch);

        assertThat(changes).hasSize(1);
        assertThat(timeline.items()).hasSize(5_002);
    }

    @Test
    void theOldestAreForgottenManyAtOnce() {
        TimelineViewModel small =
                new TimelineViewModel(
                        Clock.fixed(at("14:30"), ZoneOffset.UTC),
                        ZoneOffset.UTC,
                        Locale.UK,
                        new MemoryLimit(10, 1_000, 5));
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            small.apply(List.of(said(at("14:00").plusSeconds(i), "m" + i, "Ben", "t" + i)));
            sizes.add(small.items().size());
        }

        assertThat(sizes).allMatch(size -> size <= 15);
        assertThat(rows(small).getFirst()).isEqualTo("[2026-11-20]");
        assertThat(rows(small).get(1)).startsWith("Ben:");
        assertThat(rows(small).getLast()).isEqualTo("+t39");
        Set<LocalDate> days = new TreeSet<>();
        small.items()
                .forEach(item -> days.addAll(item instanceof Day d ? Set.of(d.date()) : Set.of()));
        assertThat(days).hasSize(1);

        // What was forgotten does not come back at the top.
        int size = small.items().size();
        small.apply(List.of(said(at("14:00"), "m0", "Ben", "t0")));
        assertThat(small.items()).hasSize(size);
    }
}
