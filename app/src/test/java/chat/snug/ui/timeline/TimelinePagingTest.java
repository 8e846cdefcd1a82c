package chat.snug.ui.timeline;

import static chat.snug.ui.timeline.Talk.at;
import static chat.snug.ui.timeline.Talk.confirmed;
import static chat.snug.ui.timeline.Talk.joined;
import static chat.snug.ui.timeline.Talk.mine;
import static chat.snug.ui.timeline.Talk.pending;
import static chat.snug.ui.timeline.Talk.said;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.Said;
import chat.snug.ui.timeline.Page.Part;
import chat.snug.ui.timeline.TimelineItem.Day;
import chat.snug.ui.timeline.TimelineItem.Edge;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineRequest.Earlier;
import chat.snug.ui.timeline.TimelineRequest.Later;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was said before: paged in, in its place, once, and never with a hole. */
final class TimelinePagingTest {
    private final List<TimelineRequest> asked = new ArrayList<>();
    private TimelineViewModel timeline = timeline(MemoryLimit.USUAL);

    private TimelineViewModel timeline(MemoryLimit limit) {
        TimelineViewModel fresh =
                new TimelineViewModel(
                        Clock.fixed(at("14:30"), ZoneOffset.UTC), ZoneOffset.UTC, Locale.UK, limit);
        fresh.setMe("Mei");
        fresh.setOnRequest(asked::add);
        fresh.setAnywhere(true);
        fresh.setShown(true);
        return fresh;
    }

    /** Message {@code i} of a long talk, one a minute. */
    private static Said line(int i) {
        Instant time = Instant.parse("2026-11-20T08:00:00Z").plusSeconds(60L * i);
        return said(time, "m" + i, i / 3 % 2 == 0 ? "Ben" : "Cleo", "t" + i);
    }

    private static List<Said> lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(TimelinePagingTest::line).toList();
    }

    private void newest(List<? extends ConversationEvent> events, boolean more) {
        timeline.apply(new Page(Part.NEWEST, null, events, more));
    }

    private void earlier(List<? extends ConversationEvent> events, boolean more) {
        timeline.apply(new Page(Part.EARLIER, null, events, more));
    }

    private void apply(ConversationEvent... events) {
        timeline.apply(List.of(events));
    }

    private List<String> texts() {
        return timeline.items().stream()
                .filter(Message.class::isInstance)
                .map(item -> ((Message) item).text())
                .toList();
    }

    private static List<String> texts(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "t" + i).toList();
    }

    private String head() {
        return timeline.items().getFirst() instanceof Edge edge ? edge.state().name() : "-";
    }

    private String foot() {
        return timeline.items().getLast() instanceof Edge edge ? edge.state().name() : "-";
    }

    @Test
    void whatWasSaidBeforeStandsAboveWhatIsSaidNow() {
        apply(joined("14:00", "Mei"), said("14:01", "Ben", "hello"));
        newest(lines(0, 50), true);

        assertThat(texts()).startsWith("t0").endsWith("t49", "hello").hasSize(51);
        assertThat(head()).isEqualTo("MORE");
    }

    @Test
    void aRoomWhereNobodySaidAnythingHasABeginning() {
        newest(List.of(joined("14:00", "Mei")), true);
        timeline.inView(0, timeline.items().size() - 1);
        assertThat(asked).containsExactly(new Earlier(null, at("14:00")));

        earlier(List.of(), false);
        assertThat(head()).isEqualTo("BEGINNING");
    }

    @Test
    void pagesAreAskedForOneAtATimeAndEarlyEnough() {
        newest(lines(300, 500), true);
        timeline.inView(Paging.NEAR, Paging.NEAR + 20);
        assertThat(asked).isEmpty();

        timeline.inView(Paging.NEAR - 1, Paging.NEAR + 20);
        timeline.inView(0, 20);
        assertThat(asked).containsExactly(new Earlier("m300", line(300).time()));
        assertThat(head()).isEqualTo("LOADING");

        earlier(lines(200, 300), true);
        assertThat(texts()).isEqualTo(texts(200, 500));
        timeline.inView(5, 25);
        assertThat(asked).hasSize(2);
        earlier(lines(100, 200), false);
        assertThat(head()).isEqualTo("BEGINNING");
        timeline.inView(0, 20);
        assertThat(asked).hasSize(2);
    }

    @Test
    void aPageThatDoesNotComeCanBeAskedForAgain() {
        newest(lines(100, 200), true);
        timeline.inView(0, 20);
        timeline.historyFailed();
        assertThat(head()).isEqualTo("FAILED");
        timeline.inView(0, 20);
        assertThat(asked).hasSize(1);

        timeline.tryAgain((Edge) timeline.items().getFirst());
        assertThat(asked).hasSize(2);
        earlier(lines(0, 100), false);
        assertThat(texts()).isEqualTo(texts(0, 200));
    }

    @Test
    void groupsAndDaysGoOnAcrossTheSeam() {
        List<Said> all = lines(0, 400);
        timeline.apply(all);
        List<String> whole = rows();
        for (int cut : new int[] {1, 2, 150, 151, 152, 399}) {
            timeline = timeline(MemoryLimit.USUAL);
            newest(all.subList(cut, 400), true);
            timeline.inView(0, 0);
            earlier(all.subList(0, cut), false);
            assertThat(rows().subList(1, rows().size())).as("cut at " + cut).isEqualTo(whole);
        }
    }

    private List<String> rows() {
        return timeline.items().stream()
                .map(
                        item ->
                                switch (item) {
                                    case Message m -> (m.first() ? m.from() + ":" : "+") + m.text();
                                    case Day day -> day.date().toString();
                                    case TimelineItem other -> other.getClass().getSimpleName();
                                })
                .toList();
    }

    @Test
    void messagesOfOneMomentKeepTheHostsOrder() {
        List<Said> sameTime = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            sameTime.add(said(at("14:00"), "s" + i, "Ben", "t" + i));
        }
        newest(sameTime.subList(20, 40), true);
        timeline.inView(0, 0);
        earlier(sameTime.subList(0, 20), false);

        assertThat(texts()).isEqualTo(texts(0, 40));
    }

    @Test
    void nothingStandsTwiceHoweverPagesOverlap() {
        Random random = new Random(11);
        for (int round = 0; round < 100; round++) {
            timeline = timeline(MemoryLimit.USUAL);
            int start = 100 + random.nextInt(50);
            newest(lines(start, 200), true);
            while (start > 0) {
                timeline.inView(0, 0);
                int from = Math.max(0, start - random.nextInt(40));
                earlier(lines(from, Math.min(200, start + random.nextInt(20))), from > 0);
                start = from;
            }
            newest(lines(150, 210), true);
            assertThat(texts()).as("round " + round).isEqualTo(texts(0, 210));
        }
    }

    @Test
    void whatCameWhileAwayFollowsWithoutAHole() {
        newest(lines(0, 50), false);
        newest(lines(40, 90), true);

        assertThat(texts()).isEqualTo(texts(0, 90));
        assertThat(head()).isEqualTo("BEGINNING");
    }

    @Test
    void myMessageFoundInAPageBecomesSentInPlace() {
        apply(pending("14:00", 1, "mine"));
        long key = timeline.items().getLast().key();
        apply(confirmed(1, mine("14:00", "own", "mine")));
        newest(List.of(line(0), mine("14:00", "own", "mine")), false);

        assertThat(texts()).containsExactly("t0", "mine");
        assertThat(timeline.items().getLast().key()).isEqualTo(key);
    }

    @Test
    void notesOfTheAppStayBelowWhatWasSaidBefore() {
        timeline.note("The room is open");
        newest(lines(0, 3), false);

        assertThat(rows()).endsWith("Note").contains("+t2");
    }

    @Test
    void memoryIsBoundedWhicheverWayOneReads() {
        MemoryLimit limit = new MemoryLimit(1_000, 1_000_000, 100);
        timeline = timeline(limit);
        int start = 20_000;
        newest(lines(start - 100, start), true);
        timeline.atEndProperty().set(false);
        for (int i = 0; i < 50; i++) {
            timeline.inView(0, 20);
            start -= 100;
            earlier(lines(start - 100, start), true);
            assertThat(timeline.items().size()).isLessThanOrEqualTo(1_100 + 2);
        }
        assertThat(texts()).startsWith("t" + (start - 100));
        assertThat(foot()).isEqualTo("MORE");
        assertThat(timeline.attachedProperty().get()).isFalse();

        // And down again, while the talk goes on.
        timeline.apply(List.of(line(20_000)));
        asked.clear();
        int turns = 0;
        while (!timeline.attachedProperty().get() && turns++ < 100) {
            int last = timeline.items().size() - 1;
            timeline.inView(last - 20, last);
            if (asked.getLast() instanceof Later(String id, Instant _)) {
                int from = Integer.parseInt(id.substring(1)) + 1;
                int to = Math.min(20_001, from + 100);
                timeline.apply(new Page(Part.LATER, id, lines(from, to), to < 20_001));
            }
            assertThat(timeline.items().size()).isLessThanOrEqualTo(1_100 + 2);
        }
        assertThat(texts()).endsWith("t19999", "t20000").doesNotHaveDuplicates();
        assertThat(texts().size()).isGreaterThan(900);
        int first = Integer.parseInt(texts().getFirst().substring(1));
        assertThat(texts()).isEqualTo(texts(first, 20_001));
    }

    @Test
    void whereOnlyEarlierPagesCanBeAskedForMemoryIsBoundedToo() {
        timeline = timeline(new MemoryLimit(1_000, 1_000_000, 100));
        timeline.setAnywhere(false);
        int start = 20_000;
        newest(lines(start - 100, start), true);
        timeline.atEndProperty().set(false);
        for (int i = 0; i < 50 && !head().equals("FULL"); i++) {
            timeline.inView(0, 20);
            start -= 100;
            if (head().equals("LOADING")) {
                earlier(lines(start - 100, start), true);
            }
        }
        assertThat(texts().size()).isBetween(900, 1_100);
        assertThat(texts()).endsWith("t19999");

        timeline.atEndProperty().set(true);
        for (int i = 20_000; i < 20_300; i++) {
            timeline.apply(List.of(line(i)));
        }
        timeline.inView(0, 20);
        assertThat(head()).isEqualTo("FULL");
        int first = Integer.parseInt(texts().getFirst().substring(1));
        assertThat(texts()).isEqualTo(texts(first, 20_300));
    }

    @Test
    void aMessageFurtherUpIsSoughtPageByPage() {
        timeline.setAnywhere(false);
        newest(lines(500, 600), true);
        timeline.goTo("m350");
        earlier(lines(400, 500), true);
        assertThat(asked).hasSize(2).allMatch(Earlier.class::isInstance);
        earlier(lines(300, 400), true);

        assertThat(asked).hasSize(2);
        Jumps.Jump jump = timeline.jumps.jumpProperty().get();
        assertThat(timeline.items().get(timeline.indexOf(jump.key())))
                .isInstanceOfSatisfying(Message.class, m -> assertThat(m.id()).isEqualTo("m350"));
        assertThat(timeline.atEndProperty().get()).isFalse();

        timeline.goTo("nowhere");
        earlier(lines(200, 300), false);
        assertThat(asked).hasSize(3);
    }

    @Test
    void longTextsAreBoundedByTheirLength() {
        timeline = timeline(new MemoryLimit(1_000, 100_000, 100));
        for (int i = 0; i < 100; i++) {
            timeline.apply(List.of(said(line(i).time(), "l" + i, "Ben", "x".repeat(9_000) + i)));
            int length = texts().stream().mapToInt(String::length).sum();
            assertThat(length).isLessThanOrEqualTo(110_000);
        }
        assertThat(texts().getLast()).endsWith("99");
    }

    @Test
    void whatHappensWhileOneReadsThePastComesOnceTheGapIsClosed() {
        timeline = timeline(new MemoryLimit(100, 1_000_000, 10));
        newest(lines(900, 1_000), true);
        timeline.atEndProperty().set(false);
        timeline.inView(0, 20);
        earlier(lines(800, 900), true);
        assertThat(timeline.attachedProperty().get()).isFalse();

        apply(line(1_000), pending("14:00", 7, "back"));
        assertThat(asked).endsWith(new TimelineRequest.Newest());
        apply(line(1_001));
        newest(lines(901, 1_001), true);

        assertThat(timeline.attachedProperty().get()).isTrue();
        assertThat(texts()).endsWith("t999", "t1000", "back", "t1001");
        assertThat(timeline.newBelowProperty().get()).isZero();
    }

    @Test
    void aMessageThatIsNotLoadedIsFetchedWithWhatStandsAroundIt() {
        newest(lines(500, 600), true);
        timeline.goTo("m100");
        assertThat(asked).endsWith(new TimelineRequest.Around("m100", null));
        timeline.apply(new Page(Part.AROUND, "m100", lines(50, 150), true));

        assertThat(texts()).isEqualTo(texts(50, 150));
        assertThat(head()).isEqualTo("MORE");
        assertThat(foot()).isEqualTo("MORE");
        Jumps.Jump jump = timeline.jumps.jumpProperty().get();
        assertThat(timeline.items().get(timeline.indexOf(jump.key())))
                .isInstanceOfSatisfying(Message.class, m -> assertThat(m.id()).isEqualTo("m100"));

        timeline.goToNewest();
        newest(lines(500, 600), true);
        assertThat(texts()).isEqualTo(texts(500, 600));
        assertThat(foot()).isEqualTo("-");
    }
}
