package chat.snug.ui.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.ui.emoji.EmojiCatalog.Group;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class EmojiCatalogTest {
    private static final EmojiCatalog CATALOG = EmojiCatalog.load();

    private static List<String> find(String words) {
        return CATALOG.find(words, 5).stream().map(Emoji::text).toList();
    }

    @Test
    void everyGroupHasEmojiAndEachIsOne() {
        for (Group group : Group.values()) {
            assertThat(CATALOG.in(group)).as(group.name()).hasSizeGreaterThan(80);
            for (Emoji emoji : CATALOG.in(group)) {
                assertThat(EmojiText.parts(emoji.text()))
                        .as(emoji.english())
                        .containsExactly(new EmojiText.Part(emoji.text(), true));
                assertThat(emoji.english()).isNotBlank();
                assertThat(emoji.chinese()).isNotBlank();
            }
        }
        assertThat(CATALOG.in(Group.SMILEYS).getFirst().text()).isEqualTo("😀");
    }

    @Test
    void aShortNameNamesOne() {
        assertThat(Objects.requireNonNull(CATALOG.named("tada")).text()).isEqualTo("🎉");
        assertThat(Objects.requireNonNull(CATALOG.named("+1")).text()).isEqualTo("👍");
        assertThat(Objects.requireNonNull(CATALOG.named("thumbsup")).code()).isEqualTo(":+1:");
        assertThat(CATALOG.named("nothing-like-that")).isNull();
    }

    @Test
    void theBestFitComesFirst() {
        assertThat(find("tada")).startsWith("🎉");
        assertThat(find("heart")).startsWith("❤️");
        assertThat(CATALOG.find("party", 20)).contains(CATALOG.named("tada"));
        assertThat(find("PARTY popper")).containsExactly("🎉");
        assertThat(find("thumbs_up")).startsWith("👍");
    }

    @Test
    void itIsFoundInChineseToo() {
        assertThat(find("拇指向上")).startsWith("👍");
        assertThat(find("生日")).contains("🎂");
        assertThat(Objects.requireNonNull(CATALOG.named("+1")).name(Locale.CHINA))
                .isEqualTo("拇指向上");
        assertThat(Objects.requireNonNull(CATALOG.named("+1")).name(Locale.UK))
                .isEqualTo("thumbs up");
    }

    @Test
    void nothingIsFoundForNothing() {
        assertThat(find("")).isEmpty();
        assertThat(find(" _ ")).isEmpty();
        assertThat(find("zzzzzz")).isEmpty();
        assertThat(CATALOG.find("a", 7)).hasSize(7);
    }
}
