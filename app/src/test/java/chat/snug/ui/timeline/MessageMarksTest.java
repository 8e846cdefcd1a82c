package chat.snug.ui.timeline;

import static chat.snug.ui.timeline.Talk.at;
import static chat.snug.ui.timeline.Talk.said;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.HistoryPage;
import chat.snug.client.ClientEvent.Pending;
import chat.snug.client.ClientEvent.Reacted;
import chat.snug.client.ClientEvent.Redacted;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.Feature;
import chat.snug.ui.timeline.TimelineItem.Deletion;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.Quote;
import chat.snug.ui.timeline.TimelineItem.Reaction;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What comes onto a message later: replies, reactions, deletion. */
final class MessageMarksTest {
    private final List<TimelineRequest> asked = new ArrayList<>();
    private final TimelineViewModel timeline =
            new TimelineViewModel(
                    Clock.fixed(at("14:30"), ZoneOffset.UTC), ZoneOffset.UTC, Locale.UK);

    MessageMarksTest() {
        timeline.setOnRequest(asked::add);
    }

    private void apply(ConversationEvent... events) {
        timeline.apply(List.of(events));
    }

    static Said reply(String time, String id, String from, String text, String to) {
        Said.Kind kind = Said.Kind.TEXT;
        return new Said(Talk.ROOM, at(time), id, from, false, kind, text, false, null, to);
    }

    static Reacted reacted(
            @Nullable String id, String target, String from, String what, boolean removed) {
        boolean mine = from.equals("Mei");
        return new Reacted(Talk.ROOM, at("14:20"), id, target, from, mine, what, removed);
    }

    static Redacted redacted(String target, String by) {
        return new Redacted(Talk.ROOM, at("14:21"), target, by, "");
    }

    private Message message(String id) {
        return timeline.items().stream()
                .filter(item -> item instanceof Message m && id.equals(m.id()))
                .map(Message.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReplyQuotesTheFirstLineAndOpensAGroup() {
        apply(
                said(at("14:00"), "a", "Ben", "Who writes\nthe second test?"),
                said(at("14:01"), "b", "Cleo", "hm"),
                reply("14:02", "c", "Cleo", "I can.", "a"));

        assertThat(message("c").marks().quote()).isEqualTo(new Quote("a", "Ben", "Who writes"));
        assertThat(message("c").first()).isTrue();
    }

    @Test
    void whatIsAnsweredIsQuotedOnceItIsKnown() {
        apply(reply("14:02", "c", "Cleo", "I can.", "a"));
        assertThat(message("c").marks().quote()).isEqualTo(new Quote("a", "", ""));

        apply(
                new HistoryPage(
                        Talk.ROOM,
                        HistoryPage.Place.BELOW,
                        List.of(said(at("14:00"), "a", "Ben", "Who?")),
                        true));
        assertThat(message("c").marks().quote()).isEqualTo(new Quote("a", "Ben", "Who?"));
    }

    @Test
    void myOwnReplyQuotesWhileItIsOnItsWay() {
        timeline.setMe("Mei");
        apply(
                said(at("14:00"), "a", "Ben", "Who?"),
                new Pending(Talk.ROOM, at("14:01"), 1, Said.Kind.TEXT, "me", "a"));

        Message mine = (Message) timeline.items().getLast();
        assertThat(mine.marks().quote()).isEqualTo(new Quote("a", "Ben", "Who?"));
    }

    @Test
    void reactionsAreCountedByPersonAndTakenBack() {
        apply(
                said(at("14:00"), "a", "Ben", "Slides are up."),
                reacted("r1", "a", "Cleo", "👍", false),
                reacted("r2", "a", "cleo", "👍", false),
                reacted("r3", "a", "Mei", "👍", false),
                reacted("r4", "a", "Dara", "🎉", false));
        assertThat(message("a").marks().reactions())
                .containsExactly(
                        new Reaction("👍", List.of("cleo", "Mei"), true),
                        new Reaction("🎉", List.of("Dara"), false));

        apply(reacted(null, "a", "Mei", "👍", true), redacted("r4", "Dara"));
        assertThat(message("a").marks().reactions())
                .containsExactly(new Reaction("👍", List.of("cleo"), false));
    }

    @Test
    void reactionsAreBounded() {
        apply(said(at("14:00"), "a", "Ben", "flood me"));
        List<ConversationEvent> flood = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            flood.add(reacted("r" + i, "a", "p" + i, i % 2 == 0 ? "👍" : "x" + i, false));
        }
        timeline.apply(flood);

        assertThat(message("a").marks().reactions()).hasSize(MessageMarks.MOST_REACTIONS);
        assertThat(message("a").marks().reactions().getFirst().people())
                .hasSize(MessageMarks.MOST_PEOPLE);
    }

    @Test
    void whatIsDeletedLosesItsWordsEverywhere() {
        apply(
                said(at("14:00"), "a", "Ben", "oops"),
                reply("14:01", "b", "Cleo", "?", "a"),
                reacted("r1", "a", "Cleo", "👍", false),
                redacted("a", "Ben"));

        Message gone = message("a");
        assertThat(gone.marks().deletion()).isEqualTo(new Deletion("Ben", ""));
        assertThat(gone.text()).isEmpty();
        assertThat(gone.marks().reactions()).isEmpty();
        assertThat(message("b").marks().quote()).isEqualTo(new Quote("a", "Ben", ""));
    }

    @Test
    void marksOnWhatIsNotHereAreLetGo() {
        apply(reacted("r", "nowhere", "Ben", "👍", false), redacted("nowhere", "Ben"));

        assertThat(timeline.items()).isEmpty();
    }

    @Test
    void onlyWhatTheHostAndMyRoleAllowIsOffered() {
        apply(
                said(at("14:00"), "a", "Ben", "theirs"),
                Talk.mine("14:01", "m", "mine"),
                said(at("14:02"), "d", "Ben", "gone"),
                redacted("d", "Ben"));
        MessageChoices choices = timeline.choices();
        assertThat(choices.mayAnswer(message("a"))).isFalse();
        choices.setFeatures(EnumSet.allOf(Feature.class));

        assertThat(choices.mayAnswer(message("a"))).isTrue();
        assertThat(choices.mayReact(message("a"))).isTrue();
        assertThat(choices.mayDelete(message("a"))).isFalse();
        assertThat(choices.mayDelete(message("m"))).isTrue();
        assertThat(choices.mayAnswer(message("d"))).isFalse();
        choices.setModerator(true);
        assertThat(choices.mayDelete(message("a"))).isTrue();
        assertThat(choices.mayDelete(message("d"))).isFalse();
    }

    @Test
    void aSecondClickOnAReactionTakesItBack() {
        timeline.choices().setFeatures(EnumSet.allOf(Feature.class));
        apply(said(at("14:00"), "a", "Ben", "Slides are up."));
        timeline.choices().react(message("a"), "👍");
        apply(reacted("r3", "a", "Mei", "👍", false));
        timeline.choices().react(message("a"), "👍");

        assertThat(asked)
                .containsExactly(
                        new TimelineRequest.React("a", "👍", true),
                        new TimelineRequest.React("a", "👍", false));
    }
}
