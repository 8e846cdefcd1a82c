package chat.snug.ui.timeline;

import static chat.snug.ui.timeline.Talk.at;
import static chat.snug.ui.timeline.Talk.joined;
import static chat.snug.ui.timeline.Talk.kicked;
import static chat.snug.ui.timeline.Talk.left;
import static chat.snug.ui.timeline.Talk.renamed;
import static chat.snug.ui.timeline.Talk.said;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.ModesChanged;
import chat.snug.client.ClientEvent.RoomLeft;
import chat.snug.client.ClientEvent.RoomRefused;
import chat.snug.client.ClientEvent.TopicChanged;
import chat.snug.client.RoomName;
import chat.snug.ui.Messages;
import chat.snug.ui.timeline.TimelineItem.Happened;
import chat.snug.ui.timeline.TimelineItem.Membership;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MembershipTest {
    private static final TimelineWords ENGLISH =
            new TimelineWords(Messages.of(Locale.ENGLISH).bundle(), Locale.ENGLISH);

    private final TimelineViewModel timeline =
            new TimelineViewModel(
                    Clock.fixed(at("14:30"), ZoneOffset.UTC), ZoneOffset.UTC, Locale.UK);

    @Test
    void whatIsCopiedHasNothingInItThatNobodySees() {
        assertThat(ENGLISH.toCopy("timeline.quoted", "سلمى", "14:30", "مرحبا"))
                .contains("سلمى", "مرحبا")
                .doesNotContain("\u200e");
    }

    private void apply(ConversationEvent... events) {
        timeline.apply(List.of(events));
    }

    private List<String> lines() {
        return lines(ENGLISH);
    }

    private List<String> lines(TimelineWords words) {
        List<String> lines = new ArrayList<>();
        for (TimelineItem item : timeline.items()) {
            switch (item) {
                case Membership line -> lines.add(words.membership(line));
                case Happened line -> lines.add(words.happened(line));
                case TimelineItem.Message _, TimelineItem.Note _ -> {}
                case TimelineItem.Day _, TimelineItem.Unread _, TimelineItem.Edge _ -> {}
            }
        }
        return lines;
    }

    @Test
    void manyComingsAndGoingsAreOneLine() {
        apply(joined("14:00", "Cleo"), joined("14:01", "Dara"), left("14:02", "Tom", ""));
        apply(joined("14:03", "Eve"), joined("14:04", "Finn"), joined("14:05", "Gus"));

        assertThat(lines()).containsExactly("Cleo, Dara and 3 others came in · Tom left");
    }

    @Test
    void itIsToldInChineseToo() {
        apply(joined("14:00", "Cleo"), joined("14:01", "Dara"), left("14:02", "Tom", "再见"));
        apply(joined("14:03", "Eve"), joined("14:04", "Finn"), joined("14:05", "Gus"));
        Locale china = Locale.SIMPLIFIED_CHINESE;

        assertThat(lines(new TimelineWords(Messages.of(china).bundle(), china)))
                .containsExactly("Cleo、Dara 和另外 3 人 进来了 · Tom 离开了（再见）");
    }

    @Test
    void whatSomebodySaysBeginsANewLine() {
        apply(joined("14:00", "Cleo"), said("14:01", "Ben", "hello"), joined("14:02", "Dara"));

        assertThat(lines()).containsExactly("Cleo came in", "Dara came in");
    }

    @Test
    void whoComesAndGoesIsToldOnce() {
        apply(joined("14:00", "Cleo"), left("14:01", "cleo", "bye"));
        assertThat(lines()).containsExactly("cleo came in and left");

        apply(joined("14:02", "Cleo"));
        assertThat(lines()).containsExactly("Cleo came in");
    }

    @Test
    void whoLeavesAndComesBackIsToldOnce() {
        apply(left("14:01", "Tom", "Connection lost"));
        assertThat(lines()).containsExactly("Tom left (Connection lost)");

        apply(joined("14:02", "Tom"));
        assertThat(lines()).containsExactly("Tom left and came back");

        apply(left("14:03", "Tom", "Bye"));
        assertThat(lines()).containsExactly("Tom left (Bye)");
    }

    @Test
    void aNewNameIsToldAndFollowsThePerson() {
        apply(renamed("14:00", "Ben", "Benny"), renamed("14:01", "Benny", "Benjamin"));
        assertThat(lines()).containsExactly("Ben is now called Benjamin");

        apply(said("14:02", "Ben", "hm"));
        apply(joined("14:03", "guest17"), renamed("14:04", "guest17", "Ivo"));
        assertThat(lines()).containsExactly("Ben is now called Benjamin", "Ivo came in");
    }

    @Test
    void theFirstNameAgainIsTheLastStep() {
        apply(renamed("14:00", "Ben", "Benny"), renamed("14:01", "Benny", "Ben"));

        assertThat(lines()).containsExactly("Benny is now called Ben");
    }

    @Test
    void aRemovalIsNeverHiddenByComingBack() {
        apply(kicked("14:00", "Tom", "Mei"), joined("14:01", "Tom"));

        assertThat(lines()).containsExactly("Mei removed Tom · Tom came in");
    }

    @Test
    void manyRemovalsOrNewNamesAreANumber() {
        for (int i = 0; i < 5; i++) {
            apply(renamed("14:00", "a" + i, "b" + i), kicked("14:00", "t" + i, "Mei"));
        }

        assertThat(lines())
                .containsExactly(
                        "t0, t1 and 3 others were removed · a0, a1 and 3 others have new names");
    }

    @Test
    void aThousandComingsInOneBatchChangeTheRowOnce() {
        apply(joined("14:00", "Cleo"));
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
        for (int i = 0; i < 1_000; i++) {
            batch.add(joined("14:01", "guest" + i));
        }
        timeline.apply(batch);

        assertThat(changes).hasSize(1);
        assertThat(lines()).containsExactly("Cleo, guest0 and 999 others came in");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    +q ~t:10:~a:Dave          | Mei muted Dave for 10 minutes
                    +q ~t:60:~a:Dave          | Mei muted Dave for 1 hour
                    +q ~t:90:dave!*@*         | Mei muted dave for 90 minutes
                    -q ~t:10:~a:Dave          | Mei let Dave speak again
                    +b ~a:Dave                | Mei banned Dave
                    +b *!*@10.0.0.7           | Mei banned everyone at 10.0.0.7
                    +b dave!*@10.0.0.7        | Mei banned dave
                    +b ~z:abcdefghijkl        | Mei banned whoever has the key abcdefgh…
                    -b ~a:Dave                | Mei let Dave in again
                    +b *!*@*                  | Mei banned *!*@*
                    """)
    void whoIsMeantIsToldInWords(String modes, String line) {
        apply(new ModesChanged(Talk.ROOM, at("14:00"), modes, "Mei"));

        assertThat(lines()).containsExactly(line);
    }

    @Test
    void whoseKeyIsMeantIsToldWhereItIsKnown() {
        timeline.setNameOfKey(key -> key.equals("abcdefghijkl") ? "Eli" : null);
        apply(
                new ModesChanged(Talk.ROOM, at("14:00"), "+b ~z:abcdefghijkl", "Mei"),
                new ModesChanged(Talk.ROOM, at("14:01"), "+q ~t:10:~z:mnopqrstuvwx", "Mei"));

        assertThat(lines(timeline.words(Messages.of(Locale.ENGLISH).bundle())))
                .containsExactly(
                        "Mei banned Eli (key abcdefgh…)",
                        "Mei muted whoever has the key mnopqrst… for 10 minutes");
    }

    @Test
    void whatComesByItselfIsNotToldAsAnActOfTheHostsMachine() {
        apply(
                new ModesChanged(Talk.ROOM, at("14:00"), "-q ~t:10:~a:Dave", "snug.local"),
                new ModesChanged(Talk.ROOM, at("14:01"), "+o Mei", "snug.local"));

        assertThat(lines())
                .containsExactly("Time is over: Dave may speak again", "Mei is a moderator");
    }

    @Test
    void whyOneMayNotComeInIsToldInWords() {
        apply(
                new RoomRefused(
                        Talk.ROOM,
                        RoomRefused.Reason.BANNED,
                        "Cannot join channel (+b): You are banned from this room"),
                new RoomRefused(Talk.ROOM, RoomRefused.Reason.OTHER, "Not today"));

        assertThat(lines())
                .containsExactly(
                        "You may not come into " + RoomName.toScreen(Talk.ROOM) + ".",
                        "You could not go in: Not today");
    }

    @Test
    void whoRemovedMeIsNotAReason() {
        apply(new RoomLeft(Talk.ROOM, "Mei", "Mei"));

        assertThat(lines()).containsExactly("Mei removed you from the room");
    }

    @Test
    void whatHappensToTheRoomIsAQuietLine() {
        apply(
                new TopicChanged(Talk.ROOM, at("14:00"), "Slides at 14:00", null),
                new TopicChanged(Talk.ROOM, at("14:01"), "It’s late", "Mei"),
                new TopicChanged(Talk.ROOM, at("14:02"), "", "Mei"),
                new ModesChanged(Talk.ROOM, at("14:03"), "+o Ben", "Mei"),
                new ModesChanged(Talk.ROOM, at("14:04"), "-v Tom", "Mei"),
                new ModesChanged(Talk.ROOM, at("14:05"), "+mt", "Mei"),
                new RoomLeft(Talk.ROOM, "Mei", "too loud"),
                new RoomLeft(Talk.ROOM, null, ""));

        assertThat(lines())
                .containsExactly(
                        "Mei changed the topic: It’s late",
                        "Mei removed the topic",
                        "Mei made Ben a moderator",
                        "Mei muted Tom",
                        "Mei changed the room’s settings (+mt)",
                        "Mei removed you from the room: too loud",
                        "You left the room");
    }
}
