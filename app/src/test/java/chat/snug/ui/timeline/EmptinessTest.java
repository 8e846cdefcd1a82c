package chat.snug.ui.timeline;

import static chat.snug.ui.timeline.Talk.at;
import static chat.snug.ui.timeline.Talk.joined;
import static chat.snug.ui.timeline.Talk.said;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.Found;
import chat.snug.client.ClientRequest;
import chat.snug.client.Feature;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When there is nothing to read, and why. */
final class EmptinessTest {
    private final TimelineViewModel timeline =
            new TimelineViewModel(
                    Clock.fixed(at("14:30"), ZoneOffset.UTC), ZoneOffset.UTC, Locale.UK);
    private final List<ClientRequest> asked = new ArrayList<>();
    private final Set<Feature> features = EnumSet.noneOf(Feature.class);
    private final FindViewModel find =
            new FindViewModel(Talk.ROOM, timeline, () -> features, asked::add);

    private Emptiness now() {
        return timeline.emptinessProperty().get();
    }

    @Test
    void aRoomInWhichNobodySpokeIsUnsaidUntilSomebodyDoes() {
        timeline.apply(List.of(joined("14:00", "Ben")));
        assertThat(now()).isEqualTo(Emptiness.UNSAID);

        timeline.apply(List.of(said("14:01", "Ben", "Hello")));
        assertThat(now()).isEqualTo(Emptiness.NONE);
    }

    @Test
    void wordsOfTheAppAreSomething() {
        timeline.note("No such command");
        assertThat(now()).isEqualTo(Emptiness.NONE);
    }

    @Test
    void whatIsFoundNowhereIsSaidUntilOtherWordsAreLookedFor() {
        timeline.apply(List.of(said("14:01", "Ben", "Hello")));
        find.openProperty().set(true);
        find.wordsProperty().set("tea");
        assertThat(now()).isEqualTo(Emptiness.NONE);
        find.older();
        assertThat(now()).isEqualTo(Emptiness.UNFOUND);

        find.wordsProperty().set("hel");
        assertThat(now()).isEqualTo(Emptiness.NONE);
        find.older();
        assertThat(now()).isEqualTo(Emptiness.NONE);
    }

    @Test
    void asLongAsTheHostLooksNothingIsSaidOfIt() {
        features.add(Feature.SEARCH);
        timeline.apply(List.of(said("14:01", "Ben", "Hello")));
        find.openProperty().set(true);
        find.wordsProperty().set("tea");
        find.older();
        assertThat(now()).isEqualTo(Emptiness.NONE);

        ClientRequest.Search search = (ClientRequest.Search) asked.getFirst();
        find.found(new Found(search, List.of(), true));
        assertThat(now()).as("a host that could not look").isEqualTo(Emptiness.NONE);

        find.wordsProperty().set("teas");
        find.older();
        find.found(new Found((ClientRequest.Search) asked.getLast(), List.of(), false));
        assertThat(now()).isEqualTo(Emptiness.UNFOUND);
        find.leave();
        assertThat(now()).isEqualTo(Emptiness.NONE);
    }
}
