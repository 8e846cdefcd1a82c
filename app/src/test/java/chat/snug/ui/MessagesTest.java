package chat.snug.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.ui.Settings.LanguageChoice;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
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
        assertThat(languageOf(Locale.CHINA)).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(languageOf(Locale.forLanguageTag("zh-Hans-SG")))
                .isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(languageOf(Locale.FRANCE)).isEqualTo(Locale.ROOT);
    }

    /** Unicode, UAX 9, rule P2: the first letter tells which way a line runs. */
    @Test
    void aNameThatRunsFromTheRightDoesNotTurnTheSentenceRound() {
        Messages messages = Messages.of(Locale.ENGLISH);
        String line = messages.text("room.ban.banned", "سلمى");
        assertThat(line).contains("سلمى");
        assertThat(new Bidi(line, Bidi.DIRECTION_DEFAULT_RIGHT_TO_LEFT).baseIsLeftToRight())
                .isTrue();
        assertThat(messages.text("room.ban.banned", "Ben")).isEqualTo("Ben may not come in");
    }

    private static Locale languageOf(Locale system) {
        return Messages.of(system).bundle().getLocale();
    }

    @Test
    void aChosenLanguageKeepsThePlaceAndTheSystemsComesBack() {
        Messages messages = Messages.of(Locale.UK);
        assertThat(messages.text("side.join")).isEqualTo("Join");

        messages.speak(LanguageChoice.CHINESE);
        assertThat(messages.text("side.join")).isEqualTo("加入");
        assertThat(messages.bundle().getString("side.join")).isEqualTo("加入");
        assertThat(messages.localeProperty().get()).isEqualTo(Locale.of("zh", "GB"));

        messages.speak(LanguageChoice.ENGLISH);
        assertThat(messages.locale()).isEqualTo(Locale.UK);
        messages.speak(LanguageChoice.SYSTEM);
        assertThat(messages.text("side.join")).isEqualTo("Join");
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
