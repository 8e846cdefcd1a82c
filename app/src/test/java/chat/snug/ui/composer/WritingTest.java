package chat.snug.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientRequest;
import chat.snug.client.MessageLimit;
import chat.snug.ui.composer.StyledText.Style;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Styles, undoing, recalling, drafts and how long a message may be. */
final class WritingTest {
    private static final String BOLD = "\u0002";

    private final ComposerViewModel composer = new ComposerViewModel(List::of);
    private final List<String> sent = new ArrayList<>();

    WritingTest() {
        composer.setOnSubmit(sent::add);
    }

    private void type(String letters) {
        for (int i = 0; i < letters.length(); i++) {
            composer.textProperty().set(composer.textProperty().get() + letters.charAt(i));
        }
    }

    private String text() {
        return composer.textProperty().get();
    }

    @Test
    void whatIsBoldGoesOutSoAndIsNeverSeenAsAControlCharacter() {
        type("so be it");
        composer.toggle(Style.BOLD, 3, 5);
        assertThat(text()).isEqualTo("so be it");
        composer.submit();
        assertThat(sent).containsExactly("so " + BOLD + "be" + BOLD + " it");
    }

    @Test
    void whatIsTypedNextIsBold() {
        type("so ");
        composer.toggle(Style.BOLD, 3, 3);
        type("be");
        composer.toggle(Style.BOLD, 5, 5);
        type(" it");
        composer.submit();
        assertThat(sent).containsExactly("so " + BOLD + "be" + BOLD + " it");
    }

    @Test
    void goingElsewhereForgetsWhatWasToBeBold() {
        type("so");
        composer.toggle(Style.BOLD, 2, 2);
        composer.moveCaret(0);
        composer.moveCaret(2);
        type("!");
        composer.submit();
        assertThat(sent).containsExactly("so!");
    }

    @Test
    void boldWordsAreRecalledBold() {
        type("be");
        composer.toggle(Style.BOLD, 0, 2);
        composer.submit();
        composer.historyUp();
        assertThat(text()).isEqualTo("be");
        composer.submit();
        assertThat(sent).containsExactly(BOLD + "be" + BOLD, BOLD + "be" + BOLD);
    }

    @Test
    void linesAreCutAndSlashesMeantWhateverTheirStyle() {
        type("/me pastes \n/part");
        composer.toggle(Style.ITALIC, 12, 17);
        composer.submit();
        assertThat(sent).containsExactly("/me pastes", "\u001d/part\u001d");
    }

    @Test
    void undoingGoesWordByWordAndTakesStylesBackToo() {
        type("so be");
        composer.toggle(Style.BOLD, 3, 5);
        assertThat(composer.undo()).isEqualTo(5);
        assertThat(composer.styledProperty().get().isPlain()).isTrue();
        assertThat(composer.undo()).isEqualTo(3);
        assertThat(text()).isEqualTo("so ");
        composer.redo();
        composer.redo();
        assertThat(composer.styledProperty().get().isPlain()).isFalse();
        assertThat(composer.redo()).isEqualTo(-1);
    }

    @Test
    void whatWasSentByMistakeComesBack() {
        type("oops");
        composer.submit();
        assertThat(composer.undo()).isEqualTo(4);
        assertThat(text()).isEqualTo("oops");
    }

    @Test
    void anEmojiTakesThePlaceOfWhatIsSelected() {
        type("so bad");
        assertThat(composer.insert("🎉", 3, 6)).isEqualTo(5);
        assertThat(text()).isEqualTo("so 🎉");
        composer.undo();
        assertThat(text()).isEqualTo("so bad");
    }

    @Test
    void theDraftIsToldAtEachChangeAndComesBackAnotherDay() {
        List<String> drafts = new ArrayList<>();
        composer.setOnDraft(drafts::add);
        type("be");
        composer.toggle(Style.BOLD, 0, 2);
        composer.submit();
        assertThat(drafts).containsExactly("b", "be", BOLD + "be" + BOLD, "");

        List<ClientRequest.Typing.State> told = new ArrayList<>();
        composer.setOnTyping(told::add);
        composer.restore(BOLD + "be" + BOLD);
        assertThat(text()).isEqualTo("be");
        assertThat(told).isEmpty();
        composer.submit();
        assertThat(sent).containsExactly(BOLD + "be" + BOLD, BOLD + "be" + BOLD);
    }

    @Test
    void aDraftNeverTakesThePlaceOfWhatIsWritten() {
        type("new");
        composer.restore("old");
        assertThat(text()).isEqualTo("new");
    }

    @Test
    void whatNobodyTakesStaysInTheField() {
        composer.setLimit(new MessageLimit(1_000, 10), "#lobby");
        composer.textProperty().set("x".repeat(900));
        assertThat(composer.sizeProperty().get()).isEqualTo(new MessageSize.Nearly(100));
        composer.textProperty().set("x".repeat(MessageLimit.MOST_BYTES + 1));
        composer.submit();
        assertThat(sent).isEmpty();
        assertThat(composer.sendableBinding().get()).isFalse();
        composer.textProperty().set("x".repeat(2_000));
        assertThat(composer.sizeProperty().get()).isEqualTo(new MessageSize.Several());
        assertThat(composer.sendableBinding().get()).isTrue();
    }
}
