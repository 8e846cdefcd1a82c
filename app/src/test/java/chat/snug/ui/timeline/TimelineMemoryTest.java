package chat.snug.ui.timeline;

import static chat.snug.ui.timeline.Talk.at;
import static chat.snug.ui.timeline.Talk.said;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.PersonLeft;
import chat.snug.client.ClientEvent.PersonLeft.How;
import chat.snug.client.ClientEvent.Reacted;
import chat.snug.client.ClientEvent.TopicChanged;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a host fills in all conversations together, whatever it tells. */
class TimelineMemoryTest {
    private static final int MANY = 300;
    private static final Instant TWO = at("14:00");

    private final TimelineMemory memory = new TimelineMemory();

    private TimelineViewModel timeline() {
        TimelineViewModel timeline =
                new TimelineViewModel(
                        Clock.fixed(at("14:30"), ZoneOffset.UTC), ZoneOffset.UTC, Locale.UK);
        memory.add(timeline);
        return timeline;
    }

    private static List<ConversationEvent> talk(int lines, int length) {
        List<ConversationEvent> events = new ArrayList<>();
        String text = "x".repeat(length);
        for (int i = 0; i < lines; i++) {
            events.add(said(TWO.plusMillis(i), "i" + i, "Ben", text));
        }
        return events;
    }

    @Test
    void talksThatNobodyLooksAtKeepLittleWhereThereIsTooMuchOfAll() {
        List<ConversationEvent> talk = talk(200, 8_000);
        List<TimelineViewModel> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            TimelineViewModel timeline = timeline();
            timeline.apply(talk);
            all.add(timeline);
        }
        long rows = all.stream().mapToLong(one -> one.items().size()).sum();
        assertThat(rows * 8_000).isLessThan(2 * TimelineMemory.MOST);
        assertThat(all.getFirst().items()).hasSizeGreaterThan(150);
        assertThat(all.getLast().items()).isNotEmpty();
    }

    @Test
    void whatIsClosedIsFreeForOthers() {
        List<ConversationEvent> talk = talk(200, 8_000);
        for (int i = 0; i < 20; i++) {
            TimelineViewModel timeline = timeline();
            timeline.apply(talk);
            memory.remove(timeline);
        }
        assertThat(memory.isFull()).isFalse();
        TimelineViewModel last = timeline();
        last.apply(talk);
        assertThat(last.items()).hasSizeGreaterThan(150);
    }

    @Test
    void theOneThatIsShownKeepsItsOwn() {
        List<ConversationEvent> talk = talk(200, 8_000);
        TimelineViewModel hidden = timeline();
        for (int i = 0; i < 20; i++) {
            hidden = timeline();
            hidden.apply(talk);
        }
        assertThat(hidden.items()).hasSizeLessThan(100);
        TimelineViewModel shown = timeline();
        shown.setShown(true);
        shown.apply(talk);
        assertThat(shown.items()).hasSizeGreaterThan(150);
    }

    @Test
    void whatIsNoMessageIsBoundedByItsLengthToo() {
        TimelineViewModel timeline = timeline();
        timeline.setShown(true);
        String topic = "x".repeat(8_000);
        for (int i = 0; i < 2_000; i++) {
            timeline.apply(
                    List.of(new TopicChanged(Talk.ROOM, TWO.plusMillis(i), topic + i, "Ben")));
        }
        assertThat(timeline.items().size() * 8_000L).isLessThan(2 * MemoryLimit.CHARACTERS);
    }

    @Test
    void peopleWhoComeAndGoAreNotOneLineForEver() {
        TimelineViewModel timeline = timeline();
        List<ConversationEvent> gone = new ArrayList<>();
        for (int i = 0; i < 3 * MembershipLine.MOST; i++) {
            gone.add(
                    new PersonLeft(Talk.ROOM, TWO.plusMillis(i), "p" + i, How.QUIT, null, "x" + i));
        }
        timeline.apply(gone);
        assertThat(timeline.items()).hasSize(1 + 3); // a day, and the lines
    }

    @Test
    void reactionsToWhatIsNotThereAreForgottenWhereThereIsTooMuch() {
        TimelineViewModel timeline = timeline();
        for (int i = 0; i < 20_000; i++) {
            String id = "r" + i;
            String target = "t" + i / 30;
            timeline.apply(
                    List.of(new Reacted(Talk.ROOM, TWO, id, target, "p" + i, false, "+", false)));
        }
        assertThat(timeline.part.aside()).isLessThanOrEqualTo(2 * MessageMarks.MOST_GIVEN);
        timeline.apply(talk(1, 10));
        String answered = "i0";
        for (int i = 0; i < 20_000; i++) {
            String id = "s" + i;
            timeline.apply(
                    List.of(new Reacted(Talk.ROOM, TWO, id, answered, "p", false, "+", i % 2 > 0)));
        }
        assertThat(timeline.part.aside()).isLessThanOrEqualTo(2 * MessageMarks.MOST_GIVEN);
    }
}
