package chat.snug.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.HistoryPage;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientRequest;
import chat.snug.client.Failure;
import chat.snug.client.Feature;
import chat.snug.ui.FakeDoorway.Link;
import chat.snug.ui.composer.ComposerViewModel.Answered;
import chat.snug.ui.timeline.TimelineItem;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a conversation asks of its host, and what it does with the answers. */
final class ConversationTest extends ShellFixture {
    private Link arrive(Feature... features) {
        Link link = visit("#lobby");
        link.happen(new ClientEvent.FeaturesChanged(Set.of(features)));
        link.requests.clear();
        return link;
    }

    private static Said spoken(String id, int second, String text) {
        Instant time = NOW.plusSeconds(second);
        return new Said("#lobby", time, id, "Ben", false, Said.Kind.TEXT, text, false);
    }

    private TimelineItem.Message last() {
        return (TimelineItem.Message) shown().timeline().items().getLast();
    }

    @Test
    void whatIsReadIsToldOnlyWhileTheWindowHasTheFocus() {
        Link link = arrive(Feature.READ_MARKERS);
        shell.focusedProperty().set(false);
        link.happen(spoken("a", 1, "one"), spoken("b", 2, "two"));
        assertThat(link.requests).isEmpty();

        shell.focusedProperty().set(true);
        assertThat(link.requests)
                .containsExactly(new ClientRequest.MarkRead("#lobby", NOW.plusSeconds(2)));

        // The same moment still: the rest is told together, when one looks away.
        link.happen(spoken("c", 3, "three"));
        link.happen(spoken("d", 4, "four"));
        assertThat(link.requests).hasSize(1);
        shell.focusedProperty().set(false);
        assertThat(link.requests)
                .hasSize(2)
                .endsWith(new ClientRequest.MarkRead("#lobby", NOW.plusSeconds(4)));
    }

    @Test
    void whereTheHostKeepsNoMarksNoneAreTold() {
        Link link = arrive();
        link.happen(spoken("a", 1, "one"));
        assertThat(link.requests).isEmpty();
    }

    @Test
    void whatIsReadInAnotherAppIsNotUnreadHere() {
        Link link = arrive(Feature.READ_MARKERS);
        shell.focusedProperty().set(false);
        link.happen(spoken("a", 1, "one"), spoken("b", 2, "two"));
        assertThat(shown().unreadProperty().get()).isEqualTo(2);
        link.happen(new ClientEvent.MarkedRead("#lobby", NOW.plusSeconds(2)));
        assertThat(shown().unreadProperty().get()).isZero();
        assertThat(shell.unreadProperty().get()).isZero();
    }

    @Test
    void anAnswerNamesWhatItAnswersOnce() {
        Link link = arrive(Feature.REPLIES);
        link.happen(spoken("a", 1, "Who writes it?"));
        shown().timeline().choices().answer(last());
        assertThat(shown().composer().answeredProperty().get())
                .isEqualTo(new Answered("a", "Ben", "Who writes it?"));
        type("me");
        type("and you?");

        assertThat(link.requests)
                .containsExactly(
                        new ClientRequest.Say("#lobby", "me", Said.Kind.TEXT, "a"),
                        new ClientRequest.Say("#lobby", "and you?", Said.Kind.TEXT, null));
    }

    @Test
    void reactionsAndDeletionGoToTheHost() {
        Link link = arrive(Feature.REACTIONS, Feature.REDACTION);
        Instant time = NOW.plusSeconds(1);
        link.happen(new Said("#lobby", time, "m", "Mei", true, Said.Kind.TEXT, "oops", false));
        shown().timeline().choices().react(last(), "👍");
        shown().timeline().choices().delete(last());

        assertThat(link.requests)
                .containsExactly(
                        new ClientRequest.React("#lobby", "m", "👍", false),
                        new ClientRequest.Redact("#lobby", "m", ""));
    }

    @Test
    void writingIsToldWhereTheOthersCanSeeIt() {
        Link link = arrive(Feature.TYPING);
        shown().composer().textProperty().set("h");
        shown().composer().textProperty().set("");
        assertThat(link.requests)
                .containsExactly(
                        new ClientRequest.Typing("#lobby", ClientRequest.Typing.State.ACTIVE),
                        new ClientRequest.Typing("#lobby", ClientRequest.Typing.State.DONE));

        Link other = arrive();
        shown().composer().textProperty().set("h");
        assertThat(other.requests).isEmpty();
    }

    @Test
    void whoWritesIsTold() {
        Link link = arrive(Feature.TYPING);
        link.happen(new ClientEvent.TypingChanged("#lobby", "Ana", true));
        assertThat(writing()).isEqualTo("Ana is writing…");
        link.happen(new ClientEvent.TypingChanged("#lobby", "Ben", true));
        assertThat(writing()).isEqualTo("Ana and Ben are writing…");
        link.happen(new ClientEvent.TypingChanged("#lobby", "Cleo", true));
        assertThat(writing()).isEqualTo("Several people are writing…");
        link.happen(spoken("a", 1, "done"), new ClientEvent.TypingChanged("#lobby", "Cleo", false));
        assertThat(writing()).isEqualTo("Ana is writing…");
        link.happen(new ClientEvent.Disconnected(new Failure(Failure.Kind.TIMED_OUT, "")));
        assertThat(writing()).isEmpty();
    }

    private String writing() {
        return shown().composer().othersWritingProperty().get();
    }

    @Test
    void olderMessagesAreAskedForAndComeInAbove() {
        Link link = arrive(Feature.HISTORY);
        link.happen(page(HistoryPage.Place.BELOW, false, spoken("b", 2, "two")));
        shown().timeline().inView(0, 2);
        assertThat(link.requests).containsExactly(new ClientRequest.Older("#lobby"));
        link.happen(page(HistoryPage.Place.ABOVE, true, spoken("a", 1, "one")));

        assertThat(shown().timeline().items())
                .filteredOn(TimelineItem.Message.class::isInstance)
                .extracting(item -> ((TimelineItem.Message) item).text())
                .containsExactly("one", "two");
    }

    @Test
    void whatIsFoundReachesTheConversationThatAsked() {
        Link link = arrive(Feature.SEARCH);
        shown().finding().wordsProperty().set("selector");
        shown().finding().older();
        ClientRequest.Search asked = (ClientRequest.Search) link.requests.getLast();
        link.happen(new ClientEvent.Found(asked, List.of(spoken("x", 1, "selector")), false));

        assertThat(shown().finding().stateProperty().get().count()).isEqualTo(1);
    }

    private static HistoryPage page(HistoryPage.Place place, boolean all, Said said) {
        return new HistoryPage("#lobby", place, List.of(said), all);
    }
}
