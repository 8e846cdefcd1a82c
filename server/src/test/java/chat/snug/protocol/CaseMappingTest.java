package chat.snug.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CaseMappingTest {
    @ParameterizedTest
    @CsvSource({
        "ASCII, Ann[]\\^{}|~AZ@`, ann[]\\^{}|~az@`",
        "RFC1459, Ann[]\\^{}|~AZ@`, ann{}|~{}|~az@`",
        "RFC1459_STRICT, Ann[]\\^{}|~AZ@`, ann{}|^{}|~az@`",
    })
    void foldsAsciiAsTheNetworkDoes(CaseMapping mapping, String name, String folded) {
        assertThat(mapping.fold(name)).isEqualTo(folded);
    }

    @ParameterizedTest
    @EnumSource
    void leavesAloneWhatIsFolded(CaseMapping mapping) {
        String name = "#room-1{}";
        assertThat(mapping.fold(name)).isSameAs(name);
        assertThat(mapping.fold("")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void lettersOfAllLanguagesHaveNoCase(CaseMapping mapping) {
        assertThat(mapping.fold("#ÄÖÜ-Straße")).isEqualTo("#äöü-straße");
        assertThat(mapping.same("ПРИВЕТ", "привет")).isTrue();
        assertThat(mapping.same("ΟΔΟΣ", "οδος")).isTrue();
        assertThat(mapping.same("οδος", "οδοσ")).isTrue();
        assertThat(mapping.same("李雷", "李雷")).isTrue();
        assertThat(mapping.same("李雷", "韩梅梅")).isFalse();
        assertThat(mapping.same("𐐀", "𐐨")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aNameMayBeComposedOrNot(CaseMapping mapping) {
        assertThat(mapping.fold("Jose\u0301")).isEqualTo("jos\u00E9");
        assertThat(mapping.same("\u1112\u1161\u11AB", "\uD55C")).isTrue();
        assertThat(mapping.same("A\u030A", "\u212B")).isTrue();
    }

    @Test
    void capitalsInFrontOfOtherLettersAreFoldedToo() {
        assertThat(CaseMapping.RFC1459.fold("A[ü]^")).isEqualTo("a{ü}~");
        assertThat(CaseMapping.ASCII.fold("ABü")).isEqualTo("abü");
    }

    @Test
    void foldingTwiceIsFoldingOnce() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder name = new StringBuilder();
            for (int i = 0; i < 6; i++) {
                int range = random.nextInt(4);
                int bound = range == 0 ? 0x80 : range == 1 ? 0x600 : range == 2 ? 0x3000 : 0x1F000;
                int c = 1 + random.nextInt(bound - 1);
                name.appendCodePoint(Character.isSurrogate((char) c) && c < 0x10000 ? 'x' : c);
            }
            for (CaseMapping mapping : CaseMapping.values()) {
                String folded = mapping.fold(name.toString());
                assertThat(mapping.fold(folded)).as(name.toString()).isEqualTo(folded);
            }
        }
    }

    @Test
    void everyCapitalIsTheSameAsItsSmallLetter() {
        for (int c = 1; c <= Character.MAX_CODE_POINT; c++) {
            if (!Character.isDefined(c) || (c >= 0xD800 && c <= 0xDFFF)) {
                continue;
            }
            String upper = Character.toString(Character.toUpperCase(c));
            String lower = Character.toString(Character.toLowerCase(c));
            String name = Character.toString(c);
            if (!CaseMapping.ASCII.same(name, upper) || !CaseMapping.ASCII.same(name, lower)) {
                assertThat(List.of(name, upper, lower)).as("U+%04X", c).isEmpty();
            }
        }
    }

    @Test
    void isFoundByItsNameInIsupport() {
        for (CaseMapping mapping : CaseMapping.values()) {
            assertThat(CaseMapping.of(mapping.wireName())).isEqualTo(mapping);
        }
        assertThat(CaseMapping.of("rfc1459-strict")).isEqualTo(CaseMapping.RFC1459_STRICT);
        assertThat(CaseMapping.of("rfc8265")).isEqualTo(CaseMapping.ASCII);
    }
}
