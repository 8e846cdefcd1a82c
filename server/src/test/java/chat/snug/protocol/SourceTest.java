package chat.snug.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "ann, ann, ^^, ^^",
                "ann!a, ann, a, ^^",
                "ann@h.example, ann, ^^, h.example",
                "ann!a@h.example, ann, a, h.example",
                "snug.local, snug.local, ^^, ^^",
                "ann!~a@fe80::1, ann, ~a, fe80::1",
                "ann!a\u0002b\u000305@net\u0003w\u000fork, ann, a\u0002b\u000305,"
                        + " net\u0003w\u000fork",
                "李雷!li@10.0.0.2, 李雷, li, 10.0.0.2",
                "a@b@c, a, ^^, b@c",
                "a!b!c@d, a, b!c, d",
            })
    void readsNickUserAndHostAndWritesThemBack(String text, String nick, String user, String host) {
        Source source = Source.parse(text);

        assertThat(source).isEqualTo(new Source(nick, user, host)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"ann!@h, ann@h", "ann!a@, ann!a", "ann!, ann", "ann@, ann"})
    void leavesOutWhatIsEmpty(String text, String written) {
        assertThat(Source.parse(text)).hasToString(written);
    }
}
