package chat.snug.ui.timeline;

import static chat.snug.ui.timeline.Talk.at;
import static chat.snug.ui.timeline.Talk.mine;
import static chat.snug.ui.timeline.Talk.pending;
import static chat.snug.ui.timeline.Talk.said;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.MarkedRead;
import chat.snug.ui.timeline.Page.Part;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.Unread;
import chat.snug.ui.timeline.TimelineRequest.Read;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The line where one left off, and what is told as read. */
final class UnreadLineTest {
    private final List<TimelineRequest> asked = new ArrayList<>();
    private final TimelineViewModel timeline =
            new TimelineViewModel(
                    Clock.fixed(at("14:30"), ZoneOffset.UTC), ZoneOffset.UTC, Locale.UK);

    UnreadLineTest() {
        timeline.setOnRequest(asked::add);
    }

    private void apply(ConversationEvent... events) {
        timeline.apply(List.of(events));
    }

    /** The messages, with "=" for the line. */
    private String rows() {
        StringBuilder rows = new StringBuilder();
        for (TimelineItem item : timeline.items()) {
            if (item instanceof Message message) {
                rows.append(message.text());
            } else if (item instanceof Unread) {
                rows.append('=');
            }
        }
        return rows.toString();
    }

    @Test
    void standsBeforeTheFirstThatCameWhileNobodyLooked() {
        timeline.setLooking(true);
        apply(said("14:00", "Ben", "a"));
        timeline.setLooking(false);
        apply(said("14:01", "Ben", "b"), said("14:02", "Ben", "c"));
        assertThat(rows()).isEqualTo("a=bc");
        assertThat(timeline.items())
                .filteredOn(item -> item instanceof Message m && m.text().equals("b"))
                .allMatch(item -> ((Message) item).first());

        timeline.setLooking(true);
        apply(said("14:03", "Ben", "d"));
        assertThat(rows()).isEqualTo("a=bcd");

        timeline.setLooking(false);
        assertThat(rows()).isEqualTo("abcd");
        apply(said("14:04", "Ben", "e"));
        assertThat(rows()).isEqualTo("abcd=e");
    }

    @Test
    void goesWhenOneSpeaksAndIsNotDrawnForOnesOwn() {
        timeline.setLooking(true);
        apply(said("14:00", "Ben", "a"));
        timeline.setLooking(false);
        apply(mine("14:01", "x", "from my phone"));
        assertThat(rows()).doesNotContain("=");
        apply(said("14:02", "Ben", "b"));
        assertThat(rows()).contains("=b");

        timeline.setLooking(true);
        apply(pending("14:03", 1, "c"));
        assertThat(rows()).doesNotContain("=");
    }

    @Test
    void survivesOlderMessages() {
        timeline.setLooking(true);
        apply(said(at("14:00"), "a", "Ben", "a"));
        timeline.setLooking(false);
        apply(said("14:01", "Ben", "b"));
        timeline.setLooking(true);
        timeline.apply(
                new Page(
                        Part.NEWEST,
                        null,
                        List.of(
                                said(at("12:00"), "y", "Ben", "y"),
                                said(at("13:00"), "z", "Ben", "z"),
                                said(at("14:00"), "a", "Ben", "a")),
                        true));
        timeline.inView(0, 3);
        timeline.apply(
                new Page(
                        Part.EARLIER,
                        null,
                        List.of(said(at("11:00").minusSeconds(86_400), "x", "Ben", "x")),
                        false));

        assertThat(rows()).isEqualTo("xyza=b");
    }

    @Test
    void theHostKnowsWhereOneLeftOff() {
        timeline.setLooking(true);
        apply(new MarkedRead(Talk.ROOM, at("12:30")));
        timeline.apply(
                new Page(
                        Part.NEWEST,
                        null,
                        List.of(
                                said(at("12:00"), "y", "Ben", "y"),
                                said(at("13:00"), "z", "Ben", "z")),
                        false));

        assertThat(rows()).isEqualTo("y=z");
    }

    @Test
    void whatIsReadElsewhereIsNotNewHere() {
        timeline.setLooking(true);
        apply(said("14:00", "Ben", "a"));
        timeline.setLooking(false);
        apply(said("14:01", "Ben", "b"), said("14:02", "Ben", "c"));
        apply(new MarkedRead(Talk.ROOM, at("14:01")));
        assertThat(rows()).isEqualTo("ab=c");
        apply(new MarkedRead(Talk.ROOM, at("14:02")));
        assertThat(rows()).isEqualTo("abc");
    }

    @Test
    void isToldAsReadOnlyWhileSomebodyLooksAtTheEnd() {
        apply(said(at("14:00"), "a", "Ben", "a"));
        assertThat(asked).isEmpty();

        timeline.setLooking(true);
        assertThat(asked).containsExactly(new Read("a", at("14:00")));
        timeline.setLooking(true);
        assertThat(asked).hasSize(1);

        timeline.atEndProperty().set(false);
        apply(said(at("14:01"), "b", "Ben", "b"));
        assertThat(asked).hasSize(1);
        timeline.atEndProperty().set(true);
        assertThat(asked).endsWith(new Read("b", at("14:01"))).hasSize(2);

        timeline.setLooking(false);
        apply(said(at("14:02"), "c", "Ben", "c"));
        assertThat(asked).hasSize(2);
    }

    @Test
    void isDrawnByHandAndStaysUntilOneHasLookedAgain() {
        List<TimelineRequest> asked = new ArrayList<>();
        timeline.setLooking(true);
        apply(said("14:00", "Ben", "a"), said("14:01", "Ben", "b"), said("14:02", "Ben", "c"));
        timeline.setOnRequest(asked::add);
        TimelineItem second = timeline.items().get(timeline.items().size() - 2);
        timeline.markUnread((TimelineItem.Message) second);
        assertThat(rows()).isEqualTo("a=bc");
        assertThat(asked).containsExactly(new TimelineRequest.Unread(2));

        apply(said("14:03", "Ben", "d"));
        assertThat(asked).hasSize(1);
        timeline.setLooking(false);
        assertThat(rows()).isEqualTo("a=bcd");
        timeline.setLooking(true);
        assertThat(rows()).isEqualTo("a=bcd");
        assertThat(asked).last().isInstanceOf(TimelineRequest.Read.class);
        timeline.setLooking(false);
        assertThat(rows()).isEqualTo("abcd");
    }
}
