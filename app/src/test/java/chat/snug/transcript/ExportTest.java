package chat.snug.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.Said.Kind;
import chat.snug.transcript.Transcripts.Form;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class ExportTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static Said said(Kind kind, String text) {
        Instant time = Instant.parse("2026-11-20T14:10:05.250Z");
        return new Said("#lobby", time, "id1", "Mei_1", false, kind, text, false, null, "id0");
    }

    /** A host may call somebody so that a terminal does what it says. */
    @Test
    void namesCommandNoTerminal() {
        Said evil =
                new Said(
                        "#lobby",
                        Instant.parse("2026-11-20T14:10:05.250Z"),
                        "id1",
                        "Mei\u001b]0;gone\u0007",
                        false,
                        Kind.TEXT,
                        "hi",
                        false,
                        null,
                        null);
        assertThat(written(Form.TEXT, evil)).isEqualTo("2026-11-20 22:10:05 <Mei]0;gone> hi\n");
        assertThat(written(Form.MARKDOWN, evil)).doesNotContain("\u001b");
        assertThat(written(Form.JSON, evil)).doesNotContain("\u001b");
    }

    private static String written(Form form, Said... said) {
        Export export = Export.of(form, "The *lobby*", SHANGHAI);
        StringBuilder all = new StringBuilder(export.begin());
        for (int i = 0; i < said.length; i++) {
            all.append(export.line(said[i], i == 0));
        }
        return all.append(export.end()).toString();
    }

    @Test
    void textIsALineEach() {
        assertThat(
                        written(
                                Form.TEXT,
                                said(Kind.TEXT, "\u0002so\u0002 be\nit"),
                                said(Kind.ACTION, "waves")))
                .isEqualTo(
                        """
                        2026-11-20 22:10:05 <Mei_1> so be
                            it
                        2026-11-20 22:10:05 * Mei_1 waves
                        """);
    }

    @Test
    void markdownMeansWhatWasWritten() {
        assertThat(written(Form.MARKDOWN, said(Kind.TEXT, "# no *heading*\n<b>")))
                .isEqualTo(
                        """
                        # The \\*lobby\\*

                        **Mei\\_1** 2026-11-20 22:10\s\s
                        \\# no \\*heading\\*\s\s
                        \\<b\\>

                        """);
    }

    @Test
    void jsonIsWholeWhateverWasSaid() {
        assertThat(
                        written(
                                Form.JSON,
                                said(Kind.TEXT, "a\"b\\\n\u0002\ud800 🎉"),
                                said(Kind.NOTICE, "x")))
                .isEqualTo(
                        """
                        [
                        {"time":"2026-11-20T14:10:05.250Z","id":"id1","from":"Mei_1","kind":"text","replyTo":"id0","text":"a\\"b\\\\\\n\\u0002\\ud800 🎉"},
                        {"time":"2026-11-20T14:10:05.250Z","id":"id1","from":"Mei_1","kind":"notice","replyTo":"id0","text":"x"}
                        ]
                        """);
        assertThat(written(Form.JSON)).isEqualTo("[\n]\n");
    }
}
