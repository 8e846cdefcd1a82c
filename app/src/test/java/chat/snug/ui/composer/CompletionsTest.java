package chat.snug.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.TypedLine;
import chat.snug.ui.emoji.EmojiCatalog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CompletionsTest {
    private static final EmojiCatalog EMOJI = EmojiCatalog.load();

    private final ComposerViewModel composer =
            new ComposerViewModel(
                    () -> List.of("Mei", "Ben", "benedikt", "Cleo", "李雷"),
                    () -> List.of("#lobby", "#homework", "#lunch"),
                    () -> EMOJI);
    private final List<String> sent = new ArrayList<>();

    CompletionsTest() {
        composer.setOnSubmit(sent::add);
    }

    private List<String> offered(String text) {
        composer.textProperty().set(text);
        return composer.suggestions().stream().map(Suggestion::written).toList();
    }

    private String take(int index) {
        int caret = composer.take(index);
        String text = composer.textProperty().get();
        return caret < 0 ? "nothing" : text.substring(0, caret) + "|" + text.substring(caret);
    }

    @Test
    void anAtSignOffersEverybodyAndThenWhoeverFits() {
        assertThat(offered("ask @")).containsExactly("Ben", "benedikt", "Cleo", "Mei", "李雷");
        assertThat(offered("ask @be")).containsExactly("Ben", "benedikt");
        assertThat(offered("ask @eo")).containsExactly("Cleo");
        assertThat(offered("ask @zz")).isEmpty();
        assertThat(offered("mail@be")).isEmpty();
    }

    @Test
    void whoIsTakenStandsInTheText() {
        offered("ask @be");
        assertThat(composer.choosing()).isTrue();
        composer.choose(1);
        assertThat(take(composer.chosenProperty().get())).isEqualTo("ask @benedikt |");
        assertThat(composer.suggestions()).isEmpty();
    }

    @Test
    void theWordAtTheCaretCountsWhereverItIs() {
        composer.textProperty().set("ask @c about it");
        composer.moveCaret(6);
        assertThat(take(0)).isEqualTo("ask @Cleo |about it");
    }

    @Test
    void whatIsWrittenInFullIsSent() {
        offered("ask @BEN");
        assertThat(composer.choosing()).isFalse();
        offered("see #lobby");
        assertThat(composer.choosing()).isFalse();
    }

    @Test
    void aHashOffersRooms() {
        assertThat(offered("see #")).containsExactly("#lobby", "#homework", "#lunch");
        assertThat(offered("see #L")).containsExactly("#lobby", "#lunch");
        assertThat(take(1)).isEqualTo("see #lunch |");
        assertThat(offered("#1 is best")).isEmpty();
    }

    @Test
    void aColonOffersEmojiFromTwoLettersOn() {
        assertThat(offered(":D")).isEmpty();
        assertThat(offered("so :tad")).startsWith("🎉");
        assertThat(take(0)).isEqualTo("so 🎉 |");
        assertThat(offered("at 10:30")).isEmpty();
        assertThat(offered("::")).isEmpty();
        assertThat(offered(":笑")).isNotEmpty();
    }

    @Test
    void aShortNameWrittenToItsEndIsItsEmoji() {
        assertThat(composer.shortName("so :tada:", 9))
                .isEqualTo(new Completions.ShortName(3, "🎉"));
        assertThat(composer.shortName("so :nothing-like-it:", 20)).isNull();
        assertThat(composer.shortName("so::", 4)).isNull();
        assertThat(composer.shortName("::", 2)).isNull();
    }

    @Test
    void aSlashOffersCommandsAtTheBeginningOnly() {
        assertThat(offered("/")).hasSameSizeAs(TypedLine.commands());
        assertThat(offered("/M")).containsExactly("/me", "/msg");
        assertThat(offered("see /m")).isEmpty();
    }

    @Test
    void putAwayItStaysAwayForThatWord() {
        offered("@b");
        assertThat(composer.dismiss()).isTrue();
        assertThat(offered("@be")).isEmpty();
        assertThat(offered("@be @m")).containsExactly("Mei");
        composer.dismiss();
        offered("");
        assertThat(offered("@b")).containsExactly("Ben", "benedikt");
    }

    @Test
    void tabShowsWhomItGoesThroughAndEnterSends() {
        composer.textProperty().set("be");
        composer.complete(2, false);
        assertThat(composer.suggestions())
                .containsExactly(new Suggestion.Person("Ben"), new Suggestion.Person("benedikt"));
        assertThat(composer.chosenProperty().get()).isZero();
        assertThat(composer.choosing()).isFalse();
        composer.complete(composer.textProperty().get().length(), false);
        assertThat(composer.textProperty().get()).isEqualTo("benedikt: ");
        assertThat(composer.chosenProperty().get()).isOne();

        assertThat(take(0)).isEqualTo("Ben: |");
        composer.submit();
        assertThat(sent).containsExactly("Ben:");
        assertThat(composer.suggestions()).isEmpty();
    }

    @Test
    void beforeEmojiAreReadNoneAreOffered() {
        ComposerViewModel early = new ComposerViewModel(List::of);
        early.textProperty().set(":tada");
        assertThat(early.suggestions()).isEmpty();
        assertThat(early.shortName(":tada:", 6)).isNull();
    }
}
