package chat.snug.ui.mentions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class MentionsViewModelTest {
    private final MentionsViewModel model = new MentionsViewModel();

    private static Mention mention(Object where, String id) {
        return new Mention(where, id, Instant.EPOCH, "Ben", "lobby", "Mei?", () -> {});
    }

    @Test
    void theLatestComeFirstAndTheOldestGo() {
        for (int i = 0; i < MentionsViewModel.KEPT + 5; i++) {
            model.add(mention(this, "m" + i), false);
        }
        assertThat(model.mentions()).hasSize(MentionsViewModel.KEPT);
        assertThat(model.mentions().getFirst().id()).isEqualTo("m204");
        assertThat(model.mentions().getLast().id()).isEqualTo("m5");
        assertThat(model.freshProperty().get()).isEqualTo(MentionsViewModel.KEPT);
    }

    @Test
    void whatWasSeenInItsPlaceIsNotNewInTheListAndLookingEndsAllNews() {
        model.add(mention(this, "a"), true);
        assertThat(model.freshProperty().get()).isZero();
        model.add(mention(this, "b"), false);
        assertThat(model.freshProperty().get()).isEqualTo(1);
        model.look();
        assertThat(model.freshProperty().get()).isZero();
        assertThat(model.mentions()).hasSize(2);
    }

    @Test
    void whatIsDeletedOrGoneIsNotListed() {
        Object lobby = "lobby";
        Object music = "music";
        model.add(mention(lobby, "a"), false);
        model.add(mention(music, "a"), false);
        model.add(mention(music, "b"), false);
        model.remove(music, "a");
        assertThat(model.mentions()).hasSize(2);
        model.keepIf(lobby::equals);
        assertThat(model.mentions()).extracting(Mention::where).containsExactly(lobby);
        assertThat(model.freshProperty().get()).isEqualTo(1);
    }
}
