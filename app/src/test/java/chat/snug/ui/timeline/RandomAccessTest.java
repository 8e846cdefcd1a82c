package chat.snug.ui.timeline;

import static chat.snug.ui.timeline.KeptTalk.line;
import static chat.snug.ui.timeline.KeptTalk.lines;
import static chat.snug.ui.timeline.Talk.at;
import static chat.snug.ui.timeline.Talk.confirmed;
import static chat.snug.ui.timeline.Talk.mine;
import static chat.snug.ui.timeline.Talk.pending;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.HistoryRead;
import chat.snug.client.ClientEvent.Reacted;
import chat.snug.client.ClientRequest.ReadHistory;
import chat.snug.ui.timeline.TimelineItem.Day;
import chat.snug.ui.timeline.TimelineItem.Edge;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.Note;
import chat.snug.ui.timeline.TimelineRequest.Around;
import chat.snug.ui.timeline.TimelineRequest.Newest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Any place of a long history at once: what is around it, what is next to it, and back. */
final class RandomAccessTest {
    private final List<TimelineRequest> asked = new ArrayList<>();
    private final TimelineViewModel timeline =
            new TimelineViewModel(
                    Clock.fixed(at("14:30"), ZoneOffset.UTC), ZoneOffset.UTC, Locale.UK);
    private final KeptTalk kept = new KeptTalk(10_000);

    RandomAccessTest() {
        timeline.setMe("Mei");
        timeline.setOnRequest(asked::add);
        timeline.setAnywhere(true);
        timeline.setShown(true);
        timeline.apply(new Page(Page.Part.NEWEST, null, lines(kept.size - 100, kept.size), true));
    }

    /** Answers all that was asked for, as a host does. */
    private void host() {
        List<TimelineRequest> questions = List.copyOf(asked);
        asked.clear();
        for (TimelineRequest question : questions) {
            timeline.apply(List.of(kept.answer(question)));
        }
    }

    private void refuse(ReadHistory.Part part, String id) {
        ReadHistory request = new ReadHistory(Talk.ROOM, part, id, null);
        timeline.apply(List.of(new HistoryRead(request, List.of(), false, true)));
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

    private String ends() {
        return end(timeline.items().getFirst()) + ' ' + end(timeline.items().getLast());
    }

    private static String end(TimelineItem item) {
        return item instanceof Edge edge ? edge.state().name() : "-";
    }

    private TimelineItem shown() {
        long key = Objects.requireNonNull(timeline.jumps.jumpProperty().get()).key();
        return timeline.items().get(timeline.indexOf(key));
    }

    private void scrollToTheEnd() {
        int last = timeline.items().size() - 1;
        timeline.inView(last - 20, last);
    }

    @Test
    void whatIsLoadedStaysUntilThePageAroundAMessageIsThere() {
        timeline.goTo("m500", line(500).time());
        assertThat(asked).containsExactly(new Around("m500", line(500).time()));
        assertThat(timeline.jumps.seekingProperty().get()).isTrue();
        assertThat(texts()).isEqualTo(texts(kept.size - 100, kept.size));

        host();
        assertThat(timeline.jumps.seekingProperty().get()).isFalse();
        assertThat(((Message) shown()).id()).isEqualTo("m500");
        assertThat(texts()).isEqualTo(texts(450, 550));
        assertThat(ends()).isEqualTo("MORE MORE");
        assertThat(timeline.atEndProperty().get()).isFalse();
    }

    @Test
    void thePartGrowsAtBothEndsUntilItReachesThem() {
        timeline.goTo("m200");
        host();
        for (int i = 0; i < 10; i++) {
            timeline.inView(0, 20);
            host();
        }
        assertThat(ends()).isEqualTo("BEGINNING MORE");
        assertThat(texts()).isEqualTo(texts(0, 350));
        kept.size = 400;
        for (int i = 0; i < 10; i++) {
            scrollToTheEnd();
            host();
        }
        assertThat(ends()).isEqualTo("BEGINNING -");
        assertThat(texts()).isEqualTo(texts(0, 400));
        assertThat(timeline.attachedProperty().get()).isTrue();
    }

    @Test
    void aPlaceNextToWhatIsLoadedJoinsIt() {
        timeline.goTo("m" + (kept.size - 130));
        host();
        assertThat(texts()).isEqualTo(texts(kept.size - 180, kept.size));
        assertThat(ends()).isEqualTo("MORE -");
        assertThat(timeline.attachedProperty().get()).isTrue();
    }

    @Test
    void goingToTheNewestBlanksNothingAndFollowsAgain() {
        timeline.goTo("m500");
        host();
        timeline.goToNewest();
        timeline.goToNewest();
        assertThat(asked).containsExactly(new Newest());
        assertThat(texts()).isEqualTo(texts(450, 550));
        assertThat(timeline.atEndProperty().get()).isFalse();

        timeline.apply(List.of(line(kept.size)));
        host();
        assertThat(texts()).isEqualTo(texts(kept.size - 100, kept.size + 1));
        assertThat(timeline.atEndProperty().get()).isTrue();
        assertThat(ends()).isEqualTo("MORE -");
    }

    @Test
    void aPageThatNobodyWantsAnyMoreTakesNobodyAway() {
        timeline.goTo("m500");
        timeline.goToNewest();
        host();
        assertThat(texts()).isEqualTo(texts(kept.size - 100, kept.size));
        timeline.goTo("m500");
        timeline.goTo("m700");
        host();
        assertThat(((Message) shown()).id()).isEqualTo("m700");
    }

    @Test
    void aMessageThatIsNotKeptIsMissedAndNothingMoves() {
        timeline.goTo("m500");
        refuse(ReadHistory.Part.AROUND, "m500");
        assertThat(timeline.jumps.missedProperty().get()).isEqualTo(1);
        timeline.goTo("nowhere");
        asked.clear();
        ReadHistory request = new ReadHistory(Talk.ROOM, ReadHistory.Part.AROUND, "nowhere", null);
        timeline.apply(List.of(new HistoryRead(request, List.of(), false, false)));
        assertThat(timeline.jumps.missedProperty().get()).isEqualTo(2);
        assertThat(asked).isEmpty();
        assertThat(texts()).isEqualTo(texts(kept.size - 100, kept.size));
        assertThat(timeline.jumps.seekingProperty().get()).isFalse();
    }

    @Test
    void aDayIsShownFromItsBeginning() {
        timeline.goTo(LocalDate.of(2026, 9, 5));
        assertThat(asked).containsExactly(new Around(null, Instant.parse("2026-09-05T00:00:00Z")));
        host();
        assertThat(shown())
                .isInstanceOfSatisfying(
                        Day.class,
                        day -> assertThat(day.date()).isEqualTo(LocalDate.of(2026, 9, 5)));
        assertThat(texts()).isEqualTo(texts(4 * 144 - 50, 4 * 144 + 50));
    }

    @Test
    void aDayBeforeEverythingAndOneAfterItAreItsEnds() {
        timeline.goTo(LocalDate.of(2026, 1, 1));
        asked.clear();
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        timeline.apply(List.of(kept.page(ReadHistory.Part.AROUND, null, start, 0, 50)));
        assertThat(shown()).isInstanceOf(Day.class);
        assertThat(texts()).startsWith("t0");

        timeline.goToNewest();
        host();
        timeline.goTo(LocalDate.of(2027, 1, 1));
        assertThat(asked).isEmpty();
        assertThat(((Message) shown()).text()).isEqualTo("t" + (kept.size - 1));
    }

    @Test
    void withoutRandomAccessADayIsSoughtPageByPage() {
        timeline.setAnywhere(false);
        timeline.goTo(LocalDate.ofInstant(line(kept.size - 250).time(), ZoneOffset.UTC));
        int pages = 0;
        while (!asked.isEmpty()) {
            host();
            pages++;
        }
        assertThat(pages).isBetween(2, 3);
        assertThat(shown()).isInstanceOf(Day.class);
        assertThat(timeline.attachedProperty().get()).isTrue();
    }

    @Test
    void whatISayWhileReadingThePastTakesMeToIt() {
        timeline.goTo("m500");
        host();
        timeline.apply(List.of(pending("14:29", 7, "mine")));
        assertThat(asked).containsExactly(new Newest());
        assertThat(texts()).isEqualTo(texts(450, 550));
        host();
        assertThat(texts()).endsWith("t" + (kept.size - 1), "mine");
        timeline.apply(List.of(confirmed(7, mine("14:29", "own", "mine"))));
        assertThat(texts()).endsWith("t" + (kept.size - 1), "mine");
        assertThat(timeline.atEndProperty().get()).isTrue();
    }

    @Test
    void wordsOfTheAppWaitForTheEnd() {
        timeline.goTo("m500");
        host();
        timeline.note("You are away");
        assertThat(timeline.items()).noneMatch(Note.class::isInstance);
        timeline.goToNewest();
        host();
        assertThat(timeline.items().getLast()).isInstanceOf(Note.class);
    }

    @Test
    void goesBackToWhereTheReaderWasThoughThatIsNotLoadedAnyMore() {
        timeline.goTo("m500");
        host();
        int row = 20;
        timeline.setPlace(new Place(timeline.items().get(row).key(), -7));
        Position before = timeline.position();
        timeline.goTo("m5000");
        host();
        timeline.goBack(before);
        assertThat(asked).containsExactly(new Around(before.id(), before.time()));
        host();
        assertThat(((Message) shown()).id()).isEqualTo(before.id());

        timeline.setPlace(new Place(shown().key(), -7));
        Position now = timeline.position();
        timeline.goBack(now);
        assertThat(timeline.jumps.jumpProperty().get().top()).isEqualTo(-7.0);
        timeline.goBack(Position.END);
        host();
        assertThat(texts()).endsWith("t" + (kept.size - 1));
    }

    @Test
    void reactionsFindTheirMessageOnAnotherPageAndSurviveIt() {
        Reacted thumb = MessageMarksTest.reacted("r1", "m500", "Cleo", "👍", false);
        timeline.apply(List.of(thumb));
        timeline.goTo("m500");
        host();
        assertThat(((Message) shown()).marks().reactions()).hasSize(1);
        timeline.goToNewest();
        host();
        timeline.apply(List.of(thumb, MessageMarksTest.reacted("r2", "m500", "Ben", "👍", false)));
        timeline.goTo("m500");
        host();
        assertThat(((Message) shown()).marks().reactions().getFirst().people())
                .containsExactly("Cleo", "Ben");
    }

    @Test
    void aPageThatDoesNotComeCanBeAskedForAgain() {
        timeline.goTo("m500");
        host();
        scrollToTheEnd();
        asked.clear();
        refuse(ReadHistory.Part.AFTER, "m549");
        assertThat(ends()).endsWith("FAILED");
        timeline.tryAgain((Edge) timeline.items().getLast());
        host();
        assertThat(texts()).isEqualTo(texts(450, 650));
    }

    @Test
    void pagesOfComingsAloneAreGoneThroughAndEnd() {
        timeline.goTo("m500");
        host();
        scrollToTheEnd();
        asked.clear();
        Instant time = line(549).time().plusSeconds(60);
        HistoryRead.Mark end = new HistoryRead.Mark("j1", time);
        later("m549", end, true);
        scrollToTheEnd();
        assertThat(asked).containsExactly(new TimelineRequest.Later("j1", time));
        later("j1", end, true);
        assertThat(timeline.attachedProperty().get()).isTrue();
    }

    /** A page that brings nothing but somebody who came. */
    private void later(String id, HistoryRead.Mark end, boolean more) {
        ReadHistory request = new ReadHistory(Talk.ROOM, ReadHistory.Part.AFTER, id, null);
        List<ConversationEvent> events = List.of(Talk.joined("14:00", "Tom"));
        timeline.apply(List.of(new HistoryRead(request, events, end, end, more, false)));
    }

    @Test
    void aTalkThatNobodyLooksAtHoldsNoMoreThanAFewScreens() {
        timeline.apply(lines(10_000, 12_000));
        assertThat(texts()).hasSizeGreaterThan(2_000);
        timeline.setShown(false);
        int most = MemoryLimit.RESTING.rows() + MemoryLimit.RESTING.batch();
        assertThat(timeline.items()).hasSizeLessThanOrEqualTo(most + 1);
        timeline.apply(lines(12_000, 13_000));
        assertThat(timeline.items()).hasSizeLessThanOrEqualTo(most + 1);
        assertThat(texts()).endsWith("t12999");
        assertThat(ends()).isEqualTo("MORE -");
    }
}
