package chat.snug.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which text has to be taken apart to be brought into lines, and into what. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux cannot break such lines")
final class ShapingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "سلام دنیا",
                "hello שלום",
                "नमस्ते दुनिया",
                "สวัสดีชาวโลก",
                "turned\u202earound",
                "nai\u0308ve",
                "zero\u200dwidth"
            })
    void takesApartWhatIsShaped(String text) {
        assertThat(Shaping.isNeeded(text)).isTrue();
        assertThat(String.join("", Shaping.words(text))).isEqualTo(text);
        assertThat(String.join("", Shaping.letters(text))).isEqualTo(text);
        assertThat(Shaping.isNeeded(Shaping.boxes(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello naïve world",
                "Привет, мир",
                "你想先看一下吗？",
                "こんにちは",
                "안녕",
                "👍🏽 “x” … 1 €"
            })
    void leavesAloneWhatStandsByItself(String text) {
        assertThat(Shaping.isNeeded(text)).isFalse();
        assertThat(Shaping.boxes(text.replaceAll("\\p{So}|\\p{Sk}", ""))).doesNotContain("□");
    }

    @Test
    void keepsWordsWholeButForVeryLongOnes() {
        assertThat(Shaping.words("سلام دنیا")).containsExactly("سلام ", "دنیا");
        assertThat(Shaping.words("ب".repeat(30))).hasSize(30);
        assertThat(Shaping.letters("नि")).containsExactly("नि");
    }

    @Test
    void aLabelHasOneLineWhileItsWordsWouldBeShaped() {
        StringProperty text = new SimpleStringProperty("hello");
        BooleanProperty wraps = new SimpleBooleanProperty();
        Shaping.wrap(text, wraps);
        assertThat(wraps.get()).isTrue();
        text.set("سلام دنیا");
        assertThat(wraps.get()).isFalse();
        text.set(null);
        assertThat(wraps.get()).isTrue();
    }
}
