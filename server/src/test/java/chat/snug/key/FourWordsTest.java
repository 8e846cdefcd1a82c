package chat.snug.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The words by which two people compare a key. */
class FourWordsTest {
    private static final Fingerprint KEY =
            Objects.requireNonNull(
                    Fingerprint.parse("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"));

    @Test
    void theListHasAThousandAndTwentyFourWords() {
        List<String> words = FourWords.words();
        assertThat(words).hasSize(FourWords.WORDS).isSorted().doesNotHaveDuplicates();
        assertThat(words).allMatch(word -> word.matches("[a-z]{3,8}"));
    }

    @Test
    void noWordBeginsWithAnotherNorLikeAnother() {
        List<String> words = FourWords.words();
        Set<String> heads = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            assertThat(heads.add(word.substring(0, Math.min(4, word.length())))).as(word).isTrue();
            if (i > 0) {
                assertThat(word.startsWith(words.get(i - 1))).as(word).isFalse();
            }
        }
    }

    @Test
    void noTwoWordsAreOneLetterApart() {
        Set<String> seen = new HashSet<>();
        for (String word : FourWords.words()) {
            for (int i = 0; i < word.length(); i++) {
                // One letter replaced, or one left out: the same text with a hole.
                assertThat(seen.add(word.substring(0, i) + '_' + word.substring(i + 1)))
                        .as(word)
                        .isTrue();
            }
        }
    }

    @Test
    void noTwoWordsHaveTheSameConsonants() {
        Set<String> sounds = new HashSet<>();
        for (String word : FourWords.words()) {
            String sound =
                    word.charAt(0)
                            + word.substring(1)
                                    .replace("ck", "k")
                                    .replace("ph", "f")
                                    .replaceAll("[aeiouyhw]", "")
                                    .replaceAll("(.)\\1", "$1");
            assertThat(sounds.add(sound)).as(word).isTrue();
        }
    }

    /** Whoever changes the list or the rounds makes all words of all keys other ones. */
    @Test
    void theWordsOfAKeyStayTheSame() {
        assertThat(FourWords.of(KEY)).containsExactly("scholar", "ketchup", "peacock", "gravel");
    }

    @Test
    void anotherKeyHasOtherWords() {
        assertThat(FourWords.of(OwnKey.make().fingerprint()))
                .hasSize(4)
                .isNotEqualTo(FourWords.of(KEY));
    }
}
