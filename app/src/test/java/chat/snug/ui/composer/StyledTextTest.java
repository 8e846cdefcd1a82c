package chat.snug.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.ui.composer.StyledText.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StyledTextTest {
    private static final char BOLD = '\u0002';
    private static final char ITALIC = '\u001d';
    private static final char MONOSPACE = '\u0011';

    private static StyledText bold(String text, int start, int end) {
        return StyledText.plain(text).toggled(Style.BOLD, start, end);
    }

    private static String shown(StyledText text) {
        return text.encoded().replace(BOLD, '*').replace(ITALIC, '/').replace(MONOSPACE, '`');
    }

    @Test
    void stylesStandAroundWhatHasThem() {
        assertThat(shown(bold("so be it", 3, 5))).isEqualTo("so *be* it");
        assertThat(shown(bold("so be it", 0, 8))).isEqualTo("*so be it*");
        StyledText both = bold("so be it", 0, 5).toggled(Style.ITALIC, 3, 8);
        assertThat(shown(both)).isEqualTo("*so /be* it/");
        assertThat(shown(both.toggled(Style.MONOSPACE, 6, 8))).isEqualTo("*so /be* `it/`");
        assertThat(StyledText.plain("so").encoded()).isEqualTo("so");
    }

    @Test
    void eachLineBeginsAnew() {
        assertThat(shown(bold("one\ntwo\n\nx", 0, 8))).isEqualTo("*one*\n*two*\n\nx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*so /be* it/", "`x`", "a\n*b*\n/c/", "plain", "", "*🎉*"})
    void readsWhatItWrites(String marked) {
        String wire = marked.replace('*', BOLD).replace('/', ITALIC).replace('`', MONOSPACE);
        assertThat(StyledText.parse(wire).encoded()).isEqualTo(wire);
    }

    @Test
    void whatIsNoStyleOfOursIsLeftOut() {
        StyledText read = StyledText.parse(BOLD + "a\u000fb\u0007c\u001b\td" + ITALIC + "\ne");
        assertThat(read.text()).isEqualTo("abc\td\ne");
        assertThat(shown(read)).isEqualTo("*a*bc\td\ne");
    }

    @Test
    void askedForTwiceItIsGone() {
        StyledText twice = bold("so be it", 3, 5).toggled(Style.BOLD, 3, 5);
        assertThat(twice.isPlain()).isTrue();
        assertThat(twice).isEqualTo(StyledText.plain("so be it"));
        // A part of it makes all of it so first.
        assertThat(shown(bold("so be it", 3, 5).toggled(Style.BOLD, 0, 8))).isEqualTo("*so be it*");
    }

    @Test
    void writingGoesOnInTheStyleBefore() {
        StyledText be = bold("so be it", 3, 5);
        assertThat(shown(be.edited("so been it"))).isEqualTo("so *been* it");
        assertThat(shown(be.edited("so xbe it"))).isEqualTo("so x*be* it");
        assertThat(shown(be.edited("so  it"))).isEqualTo("so  it");
        assertThat(shown(be.edited("so been it", 5, (byte) 0))).isEqualTo("so *be*en it");
        assertThat(be.edited("").isPlain()).isTrue();
    }

    @Test
    void theCaretIsBehindWhatIsNew() {
        StyledText text = StyledText.plain("abc");
        assertThat(text.caretAfter("abxc")).isEqualTo(3);
        assertThat(text.caretAfter("ac")).isEqualTo(1);
        assertThat(text.caretAfter("abc d")).isEqualTo(5);
        assertThat(text.caretAfter("")).isZero();
    }

    @Test
    void theWhiteSpaceAroundItGoes() {
        assertThat(shown(bold("  so be \n", 2, 4).strip())).isEqualTo("*so* be");
        assertThat(bold(" \n ", 0, 3).strip()).isEqualTo(StyledText.EMPTY);
    }
}
