package chat.snug.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextSplitterTest {
    /** Woman, joiner, woman, joiner, girl: 18 bytes. */
    private static final String FAMILY = "👩‍👩‍👧";

    /** Two regional indicators: 8 bytes. */
    private static final String FLAG = "🇨🇳";

    /** A hand with a skin tone: 8 bytes. */
    private static final String HAND = "👋🏽";

    /** Three conjoining letters of one syllable: 9 bytes. */
    private static final String HANGUL = "\u1100\u1161\u11A8";

    @Test
    void aTextThatFitsIsItsOnlyPart() {
        assertThat(TextSplitter.split("hello", 5)).containsExactly("hello");
        assertThat(TextSplitter.split("", 5)).containsExactly("");
        assertThat(TextSplitter.split("你好", 6)).containsExactly("你好");
        assertThat(TextSplitter.split(FAMILY, 18)).containsExactly(FAMILY);
    }

    @Test
    void splitsAfterASpaceWhereOneIsNear() {
        assertThat(TextSplitter.split("one two three four", 10))
                .containsExactly("one two ", "three four");
        assertThat(TextSplitter.split("one two three four", 9))
                .containsExactly("one two ", "three ", "four");
    }

    @Test
    void aSpaceFarBackIsNotWorthAnotherPart() {
        assertThat(TextSplitter.split("a bcdefghijkl", 10)).containsExactly("a bcdefghi", "jkl");
    }

    @Test
    void splitsChineseBetweenCharacters() {
        assertThat(TextSplitter.split("你好世界", 7)).containsExactly("你好", "世界");
        assertThat(TextSplitter.split("a你好", 6)).containsExactly("a你", "好");
    }

    @Test
    void emojiOfManyCodePointsStayWhole() {
        assertThat(TextSplitter.split("abc" + FAMILY + "d", 20))
                .containsExactly("abc", FAMILY + "d");
        assertThat(TextSplitter.split(FLAG + FLAG + FLAG, 20)).containsExactly(FLAG + FLAG, FLAG);
        assertThat(TextSplitter.split("ab" + HAND, 9)).containsExactly("ab", HAND);
        assertThat(TextSplitter.split("a\r\n".repeat(2), 5)).containsExactly("a\r\na", "\r\n");
    }

    @Test
    void combiningMarksStayWithTheirLetter() {
        String letter = "e\u0301";
        assertThat(TextSplitter.split("ab" + letter + "c", 4)).containsExactly("ab", letter + "c");
        assertThat(TextSplitter.split(HANGUL.repeat(3), 10))
                .containsExactly(HANGUL, HANGUL, HANGUL);
    }

    @Test
    void aCharacterLongerThanAPartIsCutBetweenCodePoints() {
        List<String> parts = TextSplitter.split(FAMILY, 8);

        assertThat(String.join("", parts)).isEqualTo(FAMILY);
        assertThat(parts).allSatisfy(part -> assertThat(bytes(part)).isLessThanOrEqualTo(8));
        String stacked = "a" + "\u0301".repeat(50);
        assertThat(TextSplitter.split(stacked, 20)).hasSize(6);
    }

    @Test
    void halvesOfPairsAreKept() {
        String text = "\uD83D".repeat(5) + "\uDE00".repeat(5) + "😀";
        List<String> parts = TextSplitter.split(text, 4);

        assertThat(String.join("", parts)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3})
    void aPartMustHoldACodePoint(int maxBytes) {
        assertThatThrownBy(() -> TextSplitter.split("x", maxBytes))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void headCutsBetweenCodePoints() {
        assertThat(TextSplitter.head("hello", 9)).isEqualTo("hello");
        assertThat(TextSplitter.head("hello", 2)).isEqualTo("he");
        assertThat(TextSplitter.head("你好", 5)).isEqualTo("你");
        assertThat(TextSplitter.head("😀", 3)).isEmpty();
        assertThat(TextSplitter.head("", 0)).isEmpty();
    }

    @Test
    void nothingIsLostAndEveryPartFitsWhateverTheText() {
        Random random = new Random(42);
        String[] pieces = {
            "a", "word ", " ", "ü", "你", "，", "😀", FAMILY, FLAG, HAND, "e\u0301", "\u200D",
            "\uFE0F", "ก็", "नि", HANGUL, "\uD83D", "\uDE00", "\n"
        };
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            int maxBytes = 4 + random.nextInt(60);
            List<String> parts = TextSplitter.split(text.toString(), maxBytes);
            assertThat(String.join("", parts)).isEqualTo(text.toString());
            for (String part : parts) {
                assertThat(bytes(part)).isLessThanOrEqualTo(maxBytes);
                if (parts.size() > 1) {
                    assertThat(part).isNotEmpty();
                }
            }
        }
    }

    @Test
    void lengthInBytesIsThatOfTheEncoder() {
        for (String text : List.of("", "a", "ü", "你", "😀", "a\uD83D", "\uDE00\uD83D", FAMILY)) {
            assertThat(Utf8.length(text)).as(text).isEqualTo(bytes(text));
        }
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }
}
