package chat.snug.ui.timeline;

import static chat.snug.ui.timeline.Talk.at;
import static chat.snug.ui.timeline.Talk.said;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.Found;
import chat.snug.client.ClientEvent.Said;
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
        long key = Objects.requireNonNull(timeline.jumps.jumpProperty().get()).key();
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
        assertThat(find.stateProperty().get()).isEqualTo(new State(1, 2, false, true, false));
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
        assertThat(find.stateProperty().get()).isEqualTo(new State(1, 2, true, true, false));
        find.found(
                new Found(
                        search(),
                        List.of(
                                said(at("09:00"), "old", "Ben", "selector of the morning"),
                                said(at("14:00"), "a", "Ben", "A Selector reads")),
                        false));

        assertThat(find.stateProperty().get()).isEqualTo(new State(1, 3, false, true, false));
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
        assertThat(find.stateProperty().get()).isEqualTo(new State(0, 0, false, true, false));
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

    @Test
    void whatIsLookedForIsMarkedAndTheCurrentHitKnown() {
        features = Set.of();
        find.wordsProperty().set(" selector ");
        assertThat(timeline.lookedForProperty().get())
                .isEqualTo(new LookedFor("selector", null, -1));
        find.older();
        LookedFor now = timeline.lookedForProperty().get();
        assertThat(timeline.items())
                .filteredOn(item -> item instanceof Message message && now.isAt(message))
                .singleElement()
                .isEqualTo(timeline.items().get(timeline.items().size() - 2));
        find.openProperty().set(true);
        find.openProperty().set(false);
        assertThat(timeline.lookedForProperty().get()).isEqualTo(LookedFor.NOTHING);
    }

    @Test
    void gathersAllHitsHoweverFewTheHostGivesAtOnce() {
        find.wordsProperty().set("tea");
        find.older();
        find.found(new Found(search(), teas(700, 100), false));
        assertThat(find.stateProperty().get()).isEqualTo(new State(1, 100, true, true, false));
        // The oldest so far comes again: others may have been said at that moment.
        assertThat(search().before()).isEqualTo(teas(601, 1).getFirst().time().plusMillis(1));
        find.found(new Found(search(), teas(601, 100), false));
        assertThat(find.stateProperty().get()).isEqualTo(new State(1, 199, true, true, false));
        find.found(new Found(search(), teas(502, 7), false));
        assertThat(find.stateProperty().get()).isEqualTo(new State(1, 205, false, true, false));
    }

    @Test
    void doesNotGatherForEver() {
        find.wordsProperty().set("tea");
        find.older();
        int newest = 2_000;
        while (find.stateProperty().get().asking()) {
            find.found(new Found(search(), teas(newest, 100), false));
            newest -= 100;
        }
        State state = find.stateProperty().get();
        assertThat(state.count()).isEqualTo(FindViewModel.MOST);
        assertThat(state.more()).isTrue();
        find.newer();
        assertThat(find.stateProperty().get().at()).isEqualTo(FindViewModel.MOST);
    }

    /** So many messages about tea, oldest first, the last of them at minute {@code newest}. */
    private static List<Said> teas(int newest, int count) {
        List<Said> teas = new ArrayList<>();
        for (int minute = newest - count + 1; minute <= newest; minute++) {
            teas.add(said(at("00:00").plusSeconds(60L * minute), "tea" + minute, "Ben", "tea"));
        }
        return teas;
    }

    @Test
    void escapeGoesBackToWhereOneWas() {
        features = Set.of();
        long first = timeline.items().get(1).key();
        timeline.atEndProperty().set(false);
        timeline.setPlace(new Place(first, -3));
        find.openProperty().set(true);
        find.wordsProperty().set("selector");
        find.older();
        timeline.setPlace(new Place(timeline.items().get(3).key(), 0));
        find.older();
        find.leave();

        assertThat(find.openProperty().get()).isFalse();
        assertThat(Objects.requireNonNull(timeline.jumps.jumpProperty().get()).key())
                .isEqualTo(first);
        assertThat(Objects.requireNonNull(timeline.jumps.jumpProperty().get()).top())
                .isEqualTo(-3.0);
        find.openProperty().set(true);
        var jump = timeline.jumps.jumpProperty().get();
        find.leave();
        assertThat(timeline.jumps.jumpProperty().get()).isSameAs(jump);
    }

    @Test
    void everyWordIsFoundWhereverItStands() {
        assertThat(Hits.holds("tea in the evening", "evening tea")).isTrue();
        assertThat(Hits.holds("tea in the evening", "evening coffee")).isFalse();
        assertThat(Hits.in("Tea, tea and the evening", "tea"))
                .containsExactly(new Hits.Hit(0, 3), new Hits.Hit(5, 8));
        assertThat(Hits.in("tea in the evening", "evening tea"))
                .containsExactly(new Hits.Hit(0, 3), new Hits.Hit(11, 18));
        assertThat(Hits.in("tea", " ")).isEmpty();
        assertThat(Hits.in("x".repeat(10_000), "x")).hasSize(100);
    }
}
