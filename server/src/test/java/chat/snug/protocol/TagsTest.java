package chat.snug.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {
    @Test
    void readsTheExamplesOfTheSpecification() {
        Tags tags = Tags.parse("aaa=bbb;ccc;example.com/ddd=eee");

        assertThat(tags.size()).isEqualTo(3);
        assertThat(tags.get("aaa")).isEqualTo("bbb");
        assertThat(tags.get("ccc")).isEmpty();
        assertThat(tags.get("example.com/ddd")).isEqualTo("eee");
        assertThat(tags.get("ddd")).isNull();

        Tags escaped = Tags.parse("+example=raw+:=,escaped\\:\\s\\\\");
        assertThat(escaped.get("+example")).isEqualTo("raw+:=,escaped; \\");
        assertThat(escaped).hasToString("+example=raw+:=,escaped\\:\\s\\\\");
        assertThat(Tags.parse("id=123AB;rose").get("rose")).isEmpty();
        assertThat(Tags.parse("url=;netsplit=tur,ty").get("url")).isEmpty();
        assertThat(Tags.parse("a=test\\").get("a")).isEqualTo("test");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "\\:, ~;~",
                "\\s, ~ ~",
                "\\\\, \\",
                "a\\b, ab",
                "\\\\\\:\\s, ~\\; ~",
                "\\\\n, \\n",
                "x\\, x",
                "\\\\\\, \\",
                "\\, ~~",
                "\\ä, ä",
                "a=b=c, a=b=c",
            })
    void unescapesValues(String wire, String value) {
        assertThat(Tags.parse("k=" + wire).get("k")).isEqualTo(value);
    }

    @Test
    void unescapesLineEnds() {
        assertThat(Tags.parse("k=a\\r\\nb").get("k")).isEqualTo("a\r\nb");
    }

    @Test
    void everyCharacterComesBackFromItsEscape() {
        StringBuilder all = new StringBuilder();
        for (char c = 1; c < 0x300; c++) {
            all.append(c);
        }
        Tags tags = Tags.NONE.with("k", all + "你好😀");

        assertThat(tags.toString()).doesNotContain(" ", "\r", "\n");
        assertThat(tags.toString().substring(2)).doesNotContain(";");
        assertThat(Tags.parse(tags.toString())).isEqualTo(tags);
    }

    @Test
    void ofAKeyThatComesAgainTheLastCounts() {
        Tags tags = Tags.parse("a=1;b=2;a=3;b;c=4;a=5");

        assertThat(tags).hasToString("a=5;b;c=4");
    }

    @Test
    void duplicatesAmongManyTagsAreFoundToo() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            text.append('k').append(i % 300).append('=').append(i).append(';');
        }
        Tags tags = Tags.parse(text.toString());

        assertThat(tags.size()).isEqualTo(300);
        assertThat(tags.get("k0")).isEqualTo("900");
        assertThat(tags.get("k99")).isEqualTo("999");
        assertThat(tags.get("k100")).isEqualTo("700");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", ";;;", "=", "=x", "=;=a;", "+\t=1", "\u0001;+x\u0007"})
    void whatCannotBeAKeyIsSkipped(String text) {
        assertThat(Tags.parse(text)).isSameAs(Tags.NONE);
        assertThat(Tags.parse(text + ";a=1;").toString()).isEqualTo("a=1");
    }

    @Test
    void keysAreOpaqueAndHaveCase() {
        Tags tags = Tags.parse("+draft/reply=1;Draft/Reply=2;reply=3;+=4");

        assertThat(tags.get("+draft/reply")).isEqualTo("1");
        assertThat(tags.get("Draft/Reply")).isEqualTo("2");
        assertThat(tags.get("reply")).isEqualTo("3");
        assertThat(tags.get("+")).isEqualTo("4");
        assertThat(tags.has("+draft/reply")).isTrue();
        assertThat(tags.has("draft/reply")).isFalse();
    }

    @Test
    void withAddsAtTheEndOrReplacesInPlaceAndLeavesTheOldOnesAlone() {
        Tags one = Tags.NONE.with("time", "now");
        Tags two = one.with("msgid", "x");
        Tags changed = two.with("time", "then").with("+typing", "");

        assertThat(one).hasToString("time=now");
        assertThat(two).hasToString("time=now;msgid=x");
        assertThat(changed).hasToString("time=then;msgid=x;+typing");
        assertThat(Tags.NONE.isEmpty()).isTrue();
        assertThat(changed.isEmpty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a;b", "a=b", "a\r", "a\n", "\0"})
    void keysThatWouldBreakTheLineAreRefused(String key) {
        assertThatThrownBy(() -> Tags.NONE.with(key, "v"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void clientOnlyKeepsThoseWithAPlusInOrder() {
        Tags tags = Tags.parse("label=1;+b=2;time=3;+a;account=x");

        assertThat(tags.clientOnly()).hasToString("+b=2;+a");
        assertThat(tags.clientOnly().clientOnly()).isEqualTo(tags.clientOnly());
        assertThat(Tags.parse("label=1").clientOnly()).isSameAs(Tags.NONE);
        assertThat(Tags.NONE.clientOnly()).isSameAs(Tags.NONE);
    }

    @Test
    void andPutsOtherTagsBehind() {
        Tags one = Tags.parse("time=now;a=1");

        assertThat(one.and(Tags.parse("+b;a=2")).toString()).isEqualTo("time=now;+b;a=2");
        assertThat(one.and(Tags.NONE)).isSameAs(one);
        assertThat(Tags.NONE.and(one)).isSameAs(one);
    }

    @Test
    void forEachGoesInOrder() {
        List<String> seen = new ArrayList<>();
        Tags.parse("b=1;a;c=2").forEach((key, value) -> seen.add(key + ":" + value));

        assertThat(seen).containsExactly("b:1", "a:", "c:2");
    }

    @Test
    void areEqualWithTheSameKeysAndValues() {
        assertThat(Tags.parse("a=1;b"))
                .isEqualTo(Tags.NONE.with("a", "1").with("b", ""))
                .hasSameHashCodeAs(Tags.NONE.with("a", "1").with("b", ""))
                .isNotEqualTo(Tags.parse("a=1"))
                .isNotEqualTo("a=1;b");
    }
}
