package chat.snug.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextSpanTest {

    private static List<TextSpan.Link> links(String text) {
        return TextSpan.of(text, "").stream()
                .filter(TextSpan.Link.class::isInstance)
                .map(TextSpan.Link.class::cast)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See https://openjfx.io for the pulse bit.|https://openjfx.io",
                "https://openjfx.io.|https://openjfx.io",
                "Is it http://a.example/x?|http://a.example/x",
                "(see https://a.example/b)|https://a.example/b",
                "https://a.example/wiki/Snug_(pub)|https://a.example/wiki/Snug_(pub)",
                "(https://a.example/wiki/Snug_(pub)).|https://a.example/wiki/Snug_(pub)",
                "<https://a.example/b>|https://a.example/b",
                "\"https://a.example/b\"|https://a.example/b",
                "看 https://a.example/路。好|https://a.example/路",
                "去https://a.example/b，谢谢|https://a.example/b",
                "שלום https://a.example/b\u200e|https://a.example/b",
                "\u2067https://a.example/b\u2069|https://a.example/b",
                "HTTPS://A.example/B|HTTPS://A.example/B",
                "irc://irc.example/#java!|irc://irc.example/#java",
                "ircs://irc.example:6697/java|ircs://irc.example:6697/java",
                "snug://192.168.1.20:6667/Friday-workshop|snug://192.168.1.20:6667/Friday-workshop",
                "snug://[::1]:6667/lobby,|snug://[::1]:6667/lobby",
                "(snug://a.example:1/b?pin=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU).|snug://a.example:1/b?pin=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
                "[https://a.example/b]|https://a.example/b",
                "https://a.example/?a=1&b=2#c|https://a.example/?a=1&b=2#c",
                "**https://a.example/b**|https://a.example/b",
            })
    void aLinkEndsWhereTheSentenceGoesOn(String text, String link) {
        assertThat(links(text)).extracting(TextSpan.Link::text).containsExactly(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing here",
                "://",
                "https://",
                "xhttps://a.example",
                "ftp://a.example/b",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "https://.",
                "https:///path",
            })
    void whatCannotBeOpenedStaysText(String text) {
        assertThat(TextSpan.of(text, "")).containsExactly(new TextSpan.Plain(text));
    }

    @Test
    @Timeout(30)
    void aFloodOfBracketsTakesNoLonger() {
        String flood = "https://a.example/b" + ")".repeat(200_000);
        assertThat(links(flood))
                .extracting(TextSpan.Link::text)
                .containsExactly("https://a.example/b");
    }

    @Test
    void severalLinksAndTheWordsBetween() {
        assertThat(TextSpan.of("a https://x.example b http://y.example/z.", ""))
                .containsExactly(
                        new TextSpan.Plain("a "),
                        new TextSpan.Link("https://x.example", URI.create("https://x.example")),
                        new TextSpan.Plain(" b "),
                        new TextSpan.Link("http://y.example/z", URI.create("http://y.example/z")),
                        new TextSpan.Plain("."));
    }

    @Test
    void charactersThatNoAddressMayHoldAreEncodedInTheTarget() {
        assertThat(links("https://a.example/a|b{c}%zz%20"))
                .extracting(link -> link.target().toString())
                .containsExactly("https://a.example/a%7Cb%7Bc%7D%25zz%20");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Mei I can.|@Mei",
                "mei: look|mei",
                "Ask MEI, not me|MEI",
                "Meikel and Romei|",
                "问Mei吧|Mei",
                "https://a.example/Mei|",
            })
    void myNameStandsOutAsAWord(String text, @Nullable String found) {
        String mentions =
                TextSpan.of(text, "Mei").stream()
                        .filter(TextSpan.Mention.class::isInstance)
                        .map(TextSpan::text)
                        .collect(Collectors.joining(" "));

        assertThat(mentions).isEqualTo(found == null ? "" : found);
    }

    @Test
    void theSpansAreTheWholeText() {
        String text = "Mei: https://a.example/Mei, said @Mei (İ) 你好Mei";

        assertThat(
                        TextSpan.of(text, "Mei").stream()
                                .map(TextSpan::text)
                                .collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Test
    void formattingOfOtherClientsIsNotShownAsBoxes() {
        assertThat(
                        IrcFormatting.strip(
                                "\u0002bold\u000f \u000304,12red\u0003 \u0004ff0000x \u001dit\u001d"
                                        + "\tkept"))
                .isEqualTo("bold red x it\tkept");
        assertThat(IrcFormatting.strip("plain")).isEqualTo("plain");
    }
}
