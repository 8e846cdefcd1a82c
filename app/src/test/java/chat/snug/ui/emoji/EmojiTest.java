package chat.snug.ui.emoji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmojiTest {

    private static EmojiFont installed() {
        EmojiFont font = EmojiFont.find();
        assumeThat(font).as("Noto Color Emoji is installed").isNotNull();
        return Objects.requireNonNull(font);
    }

    private static String marked(String text) {
        return EmojiText.parts(text).stream()
                .map(part -> part.emoji() ? "[" + part.text() + "]" : part.text())
                .collect(Collectors.joining());
    }

    @Test
    void emojiAreFoundWhole() {
        assertThat(marked("hi 👋 all")).isEqualTo("hi [👋] all");
        assertThat(marked("👍🏽👨‍👩‍👧🇩🇪")).isEqualTo("[👍🏽][👨‍👩‍👧][🇩🇪]");
        assertThat(marked("❤️ 1️⃣ ⭐")).isEqualTo("[❤️] [1️⃣] [⭐]");
    }

    @Test
    void whatIsNoEmojiStaysText() {
        assertThat(marked("1 # * © ™ ❤ ⭐︎ 你好 𝄞 𠀀")).isEqualTo("1 # * © ™ ❤ ⭐︎ 你好 𝄞 𠀀");
        assertThat(marked("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"👋", "🎉", "👍🏽", "👨‍👩‍👧", "❤️", "🇩🇪", "1️⃣", "🏳️‍🌈", "⭐", "🪟"})
    void theInstalledFontHasAPictureOfEach(String emoji) {
        EmojiFont font = installed();

        assertThat(font.png(emoji)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void differentEmojiAreDifferentPictures() {
        EmojiFont font = installed();
        Set<Integer> pictures = new HashSet<>();
        List<String> emoji =
                List.of("👍", "👍🏽", "👍🏿", "👨", "👨‍👩‍👧", "🇩🇪", "🇨🇳", "🏳️", "🏳️‍🌈");
        emoji.forEach(one -> pictures.add(Arrays.hashCode(font.png(one))));

        assertThat(pictures).hasSameSizeAs(emoji);
    }

    @Test
    void lettersHaveNone() {
        EmojiFont font = installed();

        assertThat(font.png("你")).isNull();
        assertThat(font.png("👍👍")).isNull();
        assertThat(font.png("")).isNull();
    }

    @Test
    void aBrokenFontIsNone(@TempDir Path folder) throws IOException {
        assertThat(EmojiFont.find(List.of(folder.resolve("missing"), folder))).isNull();
        Path file = folder.resolve("NotoColorEmoji.ttf");
        for (String content : List.of("", "not a font", "\0\1\0\0\0\7 and then nothing more")) {
            Files.writeString(file, content);
            assertThat(EmojiFont.find(List.of(folder))).as(content).isNull();
        }
    }
}
