package chat.snug.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.ui.timeline.MessageText.Block;
import chat.snug.ui.timeline.MessageText.Piece;
import chat.snug.ui.timeline.MessageText.Role;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a message looks like: code, links, mentions and the formatting of IRC. */
final class MessageTextTest {
    /** Blocks by line, code in brackets; stretches by bars, with what is special about them. */
    private static String shown(String raw) {
        MessageText text = MessageText.of(raw, "Mei");
        return text.blocks().stream()
                .map(block -> shown(text, block))
                .collect(Collectors.joining(" // "));
    }

    private static String shown(MessageText text, Block block) {
        String pieces =
                block.pieces().stream()
                        .map(piece -> shown(text, piece))
                        .collect(Collectors.joining("|"));
        return block.code() ? "[" + pieces + "]" : pieces;
    }

    private static String shown(MessageText text, Piece piece) {
        String words = text.text().substring(piece.start(), piece.end());
        String role = piece.role() == Role.WORDS ? "" : piece.role().name().charAt(0) + ":";
        return role + words + styles(piece.style());
    }

    private static String styles(TextStyle style) {
        List<String> classes = style.classes();
        return classes.isEmpty() ? "" : "{" + String.join(",", classes).replace("irc-", "") + "}";
    }

    @Test
    void wordsLinksAndMentions() {
        assertThat(shown("hello")).isEqualTo("hello");
        assertThat(shown("@Mei see https://a.test/b ok"))
                .isEqualTo("M:@Mei| see |L:https://a.test/b| ok");
        assertThat(shown("")).isEmpty();
        assertThat(shown("two\nlines\n\nand four")).isEqualTo("two\nlines\n\nand four");
    }

    @Test
    void inlineCodeLosesItsMarks() {
        assertThat(shown("use `select()` and ``a`b`` now"))
                .isEqualTo("use |C:select()| and ``a`b`` now");
        assertThat(shown("use ``select()`` now")).isEqualTo("use |C:select()| now");
        assertThat(shown("`Mei` and `https://a.test`")).isEqualTo("C:Mei| and |C:https://a.test");
        assertThat(shown("a ` alone, `` and ` \n `")).isEqualTo("a ` alone, `` and ` \n `");
    }

    @Test
    void fencesMakeABlock() {
        assertThat(shown("look:\n```java\nint a;\n  a++;\n```\nnice"))
                .isEqualTo("look: // [C:int a;\n  a++;] // nice");
        assertThat(shown("```one line```")).isEqualTo("[C:one line]");
        assertThat(shown("```\na\n```\n```\nb\n```")).isEqualTo("[C:a] // [C:b]");
        assertThat(shown("```\nnever ends")).isEqualTo("```\nnever ends");
        assertThat(shown("``````")).isEqualTo("``````");
    }

    @Test
    void formattingIsShownAndNeverAsBoxes() {
        assertThat(shown("\u0002bold\u0002 \u001ditalic\u000f \u001funder \u001eall\u000f x"))
                .isEqualTo(
                        "bold{bold}| |italic{italic}| |under {underline}|"
                                + "all{underline,strike}| x");
        assertThat(shown("\u0011mono\u0011 \u00034red\u0003 \u00038,2on blue\u0003 x"))
                .isEqualTo("mono{mono}| |red{fore-4}| |on blue{filled}| x");
        assertThat(shown("\u0016turned\u0016 \u0004ff0000hex\u0004 \u00035\u0007beep"))
                .isEqualTo("turned{filled}| |hex{fore-4}| |beep{fore-5}");
        assertThat(shown("\u000352far\u000399 usual")).isEqualTo("far{fore-4}| usual");
        assertThat(shown("\u0002bold\nplain")).isEqualTo("bold\n{bold}|plain");
        assertThat(shown("\u0002@Mei\u0002 https://a.\u0002test/"))
                .isEqualTo("M:@Mei{bold}| |L:https://a.|L:test/{bold}");
    }

    @Test
    void coloursBehindTextAreFilledWithTheOneThatWasAskedFor() {
        assertThat(new TextStyle(false, false, false, false, false, false, 8, 2).fillClass())
                .isEqualTo("irc-back-2");
        assertThat(new TextStyle(false, false, false, false, false, true, 8, -1).fillClass())
                .isEqualTo("irc-back-8");
        assertThat(TextStyle.PLAIN.withReverse(true).fillClass()).isEqualTo("irc-reverse-back");
    }

    @Test
    void manyChangesCostNoMoreThanAFew() {
        MessageText text = MessageText.of("\u0002a\u0002b".repeat(5_000), "");
        assertThat(text.text()).hasSize(10_000);
        assertThat(text.blocks().getFirst().pieces()).hasSizeLessThanOrEqualTo(500);
        assertThat(text.shown(0, 10_000)).isEqualTo(text.text());
    }

    @Test
    void whatIsCopiedIsWhatIsShown() {
        MessageText text = MessageText.of("see `x`:\n```\ncode\n```\nend", "");
        assertThat(text.shown(0, Integer.MAX_VALUE)).isEqualTo("see x:\ncode\nend");
        assertThat(text.shown(4, 6)).isEqualTo("x");
    }

    @Test
    void placesInTheTextAndInTheFlowFindEachOther() {
        FlowPlaces places = new FlowPlaces();
        places.skip(4);
        places.add(0, 5, 5);
        places.add(5, 9, 1);
        places.add(10, 12, 2);
        assertThat(places.length()).isEqualTo(12);
        assertThat(List.of(places.inFlow(0), places.inFlow(3), places.inFlow(5), places.inFlow(9)))
                .containsExactly(4, 7, 9, 10);
        assertThat(List.of(places.inFlow(10), places.inFlow(99))).containsExactly(10, 12);
        assertThat(List.of(places.inText(0), places.inText(7), places.inText(9), places.inText(10)))
                .containsExactly(0, 3, 5, 10);
        assertThat(places.inText(99)).isEqualTo(12);
    }
}
