package chat.snug.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MessagesTest {
    private final ResourceBundle english = Messages.of(Locale.ENGLISH).bundle();
    private final ResourceBundle chinese = Messages.of(Locale.SIMPLIFIED_CHINESE).bundle();

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(english.getLocale()).isEqualTo(Locale.ROOT);
        assertThat(chinese.getLocale()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        // Through handleKeySet, as keySet() would mix in the parent's.
        assertThat(ownKeys("_zh_CN")).isEqualTo(ownKeys(""));
    }

    @Test
    void noTextIsEmptyOrHoldsAStraightApostrophe() {
        for (String key : english.keySet()) {
            assertThat(english.getString(key)).as(key).isNotBlank().doesNotContain("'");
            assertThat(chinese.getString(key)).as(key).isNotBlank().doesNotContain("'");
        }
    }

    @Test
    void theSystemsLanguagePicksTheWordsAndEnglishIsForEverybodyElse() {
        assertThat(Messages.of(Locale.CHINA).bundle()).isSameAs(chinese);
        assertThat(Messages.of(Locale.forLanguageTag("zh-Hans-SG")).bundle()).isSameAs(chinese);
        assertThat(Messages.of(Locale.FRANCE).bundle()).isSameAs(english);
    }

    @Test
    void englishIsEnglishOnAChineseSystem() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.CHINA);
        try {
            assertThat(Messages.of(Locale.ENGLISH).bundle().getLocale()).isEqualTo(Locale.ROOT);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Set<Object> ownKeys(String suffix) {
        Properties words = new Properties();
        String file = "messages" + suffix + ".properties";
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(Messages.class.getResourceAsStream(file)),
                        StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.keySet();
    }
}
