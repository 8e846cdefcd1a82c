package chat.snug.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfusablesTest {
    @ParameterizedTest
    @CsvSource({
        // Cyrillic, Greek, Armenian, Cherokee for Latin
        "evan, еvan",
        "cop, сор",
        "BOT, ВОТ",
        "#poccia, #россіа",
        "AKM, ΑΚΜ",
        "ovo, ονο",
        "oo, օօ",
        "JAM, ᎫᎪᎷ",
        // and other scripts
        "PAUL, ꓑꓮꓴꓡ",
        "pop, ⲣⲟⲣ",
        "NIKO, ⲚⲒⲔⲞ",
        "bob, b\u0D20b",
        "bob, b\u0B20b",
        "bob, b\u0D66b",
        "bob, b\u0665b",
        "SOL, 𐊖𐊒𐐛",
        // Latin for Latin
        "istanbul, ıstanbul",
        "ann, ａｎｎ",
        "ANN, 𝐀𝐍𝐍",
        "paul, pau\u0196",
        "paul, pa\u028Bl",
        "file, ﬁle",
        // signs
        "#a-b, #a‐b",
        "#a-b, #a—b",
        "#a'b, #a’b",
        "#a/b, #a⁄b",
        "##, #♯",
        // kana, Hangul and Chinese
        "口, ロ",
        "二, ニ",
        "ヘ, へ",
        "一, ー",
        // marks
        "josé, jose\u0301",
        "ё, \u0435\u0308",
        // marks that nobody sees
        "mia, mi\u0307a",
        "mia, m\u0131\u0307a",
        "jan, j\u0307an",
        "mịa, mi\u0307\u0323a",
        "zoë, zoë\u0308",
        "jose\u0301\u0304, jose\u0301\u0304\u0301",
    })
    void whatLooksTheSameHasOneSkeleton(String name, String other) {
        assertThat(name).isNotEqualTo(other);
        assertThat(Skeleton.of(other)).isEqualTo(Skeleton.of(name));
    }

    @ParameterizedTest
    @CsvSource({
        "jose, josé",
        "bot, вот",
        "привет, privet",
        "李雷, 韩梅梅",
        "nick1, nickl",
        "nick0, nicko",
        "рис, puc",
        "weiß, weiss",
        "łódź, lodz",
        "zoe, zoë",
        "mia, mía",
        "ana, aṅa",
    })
    void whatLooksDifferentHasTwo(String name, String other) {
        assertThat(Skeleton.of(other)).isNotEqualTo(Skeleton.of(name));
    }

    @ParameterizedTest
    @CsvSource({
        "paul, pauI",
        "paul, pau1",
        "paul, 'pau|'",
        "PAUL, pauI",
        "bob, b0b",
        "bob, B0B",
        "Ian, lan",
        "marion, rnarion",
        "MARION, MARl0N",
        "will, vvill",
        "will, VVill",
        "lorna, I0ma",
        "paul, pau\u01C0",
        "paul, pau\u0196",
        "paul, pau\u2223",
        "paul, pau\u0661",
        "PAUL, ꓑꓮꓴꓡ",
        "lion, ꓲiꓳn",
        "bill, bi\u01C0\u01C0",
        "Ilona, Іlona",
        // and what looks the same anyway
        "evan, еvan",
        "ann, ａｎｎ",
        "pｌus, pIus",
    })
    void whatCouldBeReadAsTheSameHasOneSkeletonAtAGlance(String name, String other) {
        assertThat(Skeleton.atAGlance(other)).isEqualTo(Skeleton.atAGlance(name));
    }

    @ParameterizedTest
    @CsvSource({
        "paul, paui",
        "mia, mla",
        "bob1, bob2",
        "bob1, bob10",
        "bob1, bob11",
        "bob, bob_",
        "ann, anm",
        "anna, anno",
        "jose, josé",
        "val, wal",
        "mia, mІa",
        "สม, so",
    })
    void whatIsReadAsAnotherHasTwoAtAGlance(String name, String other) {
        assertThat(Skeleton.atAGlance(other)).isNotEqualTo(Skeleton.atAGlance(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ann", "#room-1[]{}|\\^~`", "#room-1[]{}|\\^~`", "WWW", "l1I0O"})
    void asciiLooksLikeItself(String name) {
        assertThat(Skeleton.of(name)).isEqualTo(CaseMapping.ASCII.fold(name));
    }

    @Test
    void theSkeletonOfASkeletonIsTheSame() {
        Random random = new Random(11);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder name = new StringBuilder();
            for (int i = 0; i < 6; i++) {
                int c = 1 + random.nextInt(random.nextBoolean() ? 0x600 : 0x30FF);
                name.appendCodePoint(c);
            }
            String skeleton = Skeleton.of(name.toString());
            assertThat(Skeleton.of(Skeleton.of(skeleton)))
                    .as(name.toString())
                    .isEqualTo(Skeleton.of(skeleton));
            String read = Skeleton.atAGlance(skeleton);
            assertThat(Skeleton.atAGlance(read)).as(name.toString()).isEqualTo(read);
        }
    }

    @Test
    void namesThatAreTheSameLookTheSame() {
        for (int c = 0x80; c < 0x3000; c++) {
            if (Character.isLetter(c)) {
                String composed = "x" + Character.toString(c);
                String apart = Normalizer.normalize(composed, Normalizer.Form.NFD);
                assertThat(Skeleton.of(apart)).as("U+%04X", c).isEqualTo(Skeleton.of(composed));
            }
        }
    }
}
