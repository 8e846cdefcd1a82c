package chat.snug.ui.timeline;

import static chat.snug.ui.timeline.Talk.at;
import static chat.snug.ui.timeline.Talk.said;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.Found;
import chat.snug.client.ClientRequest;
import chat.snug.client.ClientRequest.Search;
import chat.snug.client.Feature;
import chat.snug.ui.timeline.FindViewModel.State;
import chat.snug.ui.timeline.TimelineItem.Message;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Finding words in a conversation: what is loaded, and what the host keeps. */
final class FindViewModelTest {
    private final List<ClientRequest> asked = new ArrayList<>();
    private final TimelineViewModel timeline =
            new TimelineViewModel(
                    Clock.fixed(at("14:30"), ZoneOffset.UTC), ZoneOffset.UTC, Locale.UK);
    private Set<Feature> features = EnumSet.allOf(Feature.class);
    private final FindViewModel find =
            new FindViewModel(Talk.ROOM, timeline, () -> features, asked::add);

    FindViewModelTest() {
        timeline.apply(
                List.of(
                        said(at("14:00"), "a", "Ben", "A Selector reads"),
                        said(at("14:01"), "b", "Cleo", "nothing here"),
                        said(at("14:02"), "c", "Ben", "and a selector writes"),
                        said(at("14:03"), "d", "Ben", "那个选择器线程")));
    }

    private @Nullable String shown() {
        long key = Objects.requireNonNull(timeline.jumpProperty().get()).key();
        return ((Message) timeline.items().get(timeline.indexOf(key))).id();
    }

    private Search search() {
        return (Search) asked.getLast();
    }

    @Test
    void goesFromTheNewestHitToOlderOnesAndAround() {
        features = Set.of();
        find.wordsProperty().set("selector");
        find.older();
        assertThat(shown()).isEqualTo("c");
        assertThat(find.stateProperty().get()).isEqualTo(new State(1, 2, false, true));
        find.older();
        assertThat(shown()).isEqualTo("a");
        find.older();
        assertThat(shown()).isEqualTo("c");
        find.newer();
        assertThat(shown()).isEqualTo("a");
        assertThat(asked).isEmpty();
    }

    @Test
    void findsChinese() {
        find.wordsProperty().set("选择器");
        find.older();
        assertThat(shown()).isEqualTo("d");
    }

    @Test
    void whatTheHostKeepsIsFoundToo() {
        find.wordsProperty().set(" selector ");
        find.older();
        assertThat(search()).isEqualTo(new Search(Talk.ROOM, "selector", null, null, null));
        assertThat(find.stateProperty().get()).isEqualTo(new State(1, 2, true, true));
        find.found(
                new Found(
                        search(),
                        List.of(
                                said(at("09:00"), "old", "Ben", "selector of the morning"),
                                said(at("14:00"), "a", "Ben", "A Selector reads")),
                        false));

        assertThat(find.stateProperty().get()).isEqualTo(new State(1, 3, false, true));
        find.older();
        find.older();
        assertThat(find.stateProperty().get().at()).isEqualTo(3);
    }

    @Test
    void theAnswerToAnEarlierQuestionIsNotShown() {
        find.wordsProperty().set("xyz");
        find.older();
        Search first = search();
        find.wordsProperty().set("zyx");
        find.found(new Found(first, List.of(said(at("09:00"), "o", "Ben", "xyz")), false));

        assertThat(find.stateProperty().get()).isEqualTo(State.NOTHING);
    }

    @Test
    void sayingNothingFindsNothing() {
        find.wordsProperty().set("  ");
        find.older();
        find.newer();
        assertThat(find.stateProperty().get()).isEqualTo(State.NOTHING);
        assertThat(asked).isEmpty();

        find.wordsProperty().set("absent");
        find.older();
        find.found(new Found(search(), List.of(), true));
        assertThat(find.stateProperty().get()).isEqualTo(new State(0, 0, false, true));
    }

    @Test
    void closingForgetsTheWords() {
        find.openProperty().set(true);
        find.wordsProperty().set("selector");
        find.older();
        find.openProperty().set(false);

        assertThat(find.wordsProperty().get()).isEmpty();
        assertThat(find.stateProperty().get()).isEqualTo(State.NOTHING);
    }
}
