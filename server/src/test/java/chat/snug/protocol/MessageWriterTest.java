package chat.snug.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageWriterTest {
    private static final Source ANN = new Source("ann", "a", "h");

    private final MessageWriter writer = new MessageWriter();

    @Test
    void writesACommandAlone() {
        assertThat(write(Message.of("LIST"))).isEqualTo("LIST\r\n");
    }

    @Test
    void writesMiddleParametersWithoutColon() {
        assertThat(write(Message.of("MODE", "#pub", "+o", "ann")))
                .isEqualTo("MODE #pub +o ann\r\n");
    }

    @Test
    void writesAColonWhereTheLastParameterNeedsOne() {
        assertThat(write(Message.of("KICK", "#pub", "bob", "be nice")))
                .isEqualTo("KICK #pub bob :be nice\r\n");
        assertThat(write(Message.of("AWAY", ""))).isEqualTo("AWAY :\r\n");
        assertThat(write(Message.of("PONG", ":-)"))).isEqualTo("PONG ::-)\r\n");
        assertThat(write(Message.of("PONG", "a:b"))).isEqualTo("PONG a:b\r\n");
        assertThat(write(Message.of("PONG", " "))).isEqualTo("PONG : \r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRIVMSG", "NOTICE", "TOPIC", "332"})
    void textAlwaysHasAColonForSimpleClients(String command) {
        assertThat(write(Message.of(command, "#pub", "hi"))).isEqualTo(command + " #pub :hi\r\n");
        assertThat(write(Message.of(command, "#pub"))).isEqualTo(command + " #pub\r\n");
    }

    @Test
    void writesTagsAndSource() {
        Message message =
                new Message(
                        Tags.NONE.with("time", "2026-11-21T08:00:00.000Z").with("+x", "a;b c"),
                        ANN,
                        "JOIN",
                        List.of("#pub"));

        assertThat(write(message))
                .isEqualTo("@time=2026-11-21T08:00:00.000Z;+x=a\\:b\\sc :ann!a@h JOIN #pub\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {"ann, a, h, ann!a@h", "s.l, ~~, ~~, s.l", "a, u, ~~, a!u", "a, ~~, h, a@h"})
    void writesTheSourceAsSourceDoes(String nick, String user, String host, String text) {
        Message message = Message.of("PING").withSource(new Source(nick, user, host));

        assertThat(write(message)).isEqualTo(":" + text + " PING\r\n");
    }

    @Test
    void escapesAllThatTagValuesMustEscape() {
        Message message =
                Message.of("TAGMSG", "#a").withTags(Tags.NONE.with("k", "; \\\r\n\0ä:=,"));

        assertThat(write(message)).isEqualTo("@k=\\:\\s\\\\\\r\\nä:=, TAGMSG #a\r\n");
    }

    @Test
    void tagsMayBeReplaced() {
        Message message = Message.of("PING", "x").withTags(Tags.NONE.with("label", "7"));

        assertThat(text(writer.write(Tags.NONE, message))).isEqualTo("PING x\r\n");
        assertThat(text(writer.write(Tags.parse("b=c;d"), message))).isEqualTo("@b=c;d PING x\r\n");
    }

    @Test
    void lineEndsAndNulNeverReachTheWire() {
        Message message =
                new Message(
                        Tags.NONE,
                        new Source("a\rn n", "u\n\0", "h\r\n"),
                        "PRIV\r\nMSG ",
                        List.of("#pub", "one\r\nQUIT :two\0"));

        assertThat(write(message)).isEqualTo(":ann!u@h PRIVMSG #pub :one  QUIT :two \r\n");
        assertThat(write(Message.of("PONG", "a\nb"))).isEqualTo("PONG :a b\r\n");
        assertThat(write(Message.of("PONG", "\0"))).isEqualTo("PONG : \r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", ":a", "a\r", "a\nb", "\0", " "})
    void aParameterThatCannotStandInTheMiddleBecomesAStar(String param) {
        assertThat(write(Message.of("403", "ann", param, "No such channel")))
                .isEqualTo("403 ann * :No such channel\r\n");
    }

    @Test
    void halfASurrogatePairBecomesAQuestionMark() {
        assertThat(write(Message.of("PING", "a\uD83Db\uDE00c\uD83D"))).isEqualTo("PING a?b?c?\r\n");
        assertThat(write(Message.of("PING", "\uD83D😀"))).isEqualTo("PING ?😀\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ä", "你", "😀", "x😀", "ä你", "a b", "\uD83D"})
    void cutsAt512BytesBetweenCodePoints(String unit) {
        for (int shift = 0; shift < 4; shift++) {
            String text = "-".repeat(shift) + unit.repeat(600);
            byte[] line = bytes(writer.write(Message.of("PRIVMSG", "#pub", text)));
            String written = new String(line, UTF_8);

            assertThat(line.length).isBetween(509, 512);
            assertThat(written)
                    .startsWith("PRIVMSG #pub :")
                    .endsWith("\r\n")
                    .doesNotContain("\uFFFD");
            String body = written.substring("PRIVMSG #pub :".length(), written.length() - 2);
            assertThat(new String(text.getBytes(UTF_8), UTF_8)).startsWith(body);
        }
    }

    @Test
    void aLineOfExactly512BytesIsWhole() {
        String text = "x".repeat(512 - "PRIVMSG #pub :\r\n".length());

        assertThat(write(Message.of("PRIVMSG", "#pub", text)))
                .isEqualTo("PRIVMSG #pub :" + text + "\r\n")
                .hasSize(512);
        assertThat(write(Message.of("PRIVMSG", "#pub", text + "y")))
                .isEqualTo("PRIVMSG #pub :" + text + "\r\n");
    }

    @Test
    void theCutMayFallAnywhereInTheMessage() {
        for (int length = 480; length < 530; length++) {
            String name = "#" + "n".repeat(length);
            String line = write(Message.of("JOIN", name, "😀", "last").withSource(ANN));
            assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(512);
            assertThat(line).startsWith(":ann!a@h JOIN #n").endsWith("\r\n");
        }
    }

    @Test
    void tagsDoNotCountIntoTheLine() {
        Tags tags = Tags.NONE.with("k", "v".repeat(4000));
        String line = write(Message.of("PING", "x".repeat(600)).withTags(tags));

        assertThat(line).hasSize("@k= ".length() + 4000 + 512);
    }

    @Test
    void aTagThatDoesNotFitIsLeftOutWholeWithThoseBehindIt() {
        Tags tags =
                Tags.NONE
                        .with("time", "now")
                        .with("+a", "a".repeat(8000))
                        .with("+b", ";".repeat(200))
                        .with("+c", "c");

        assertThat(write(Message.of("PING").withTags(tags)))
                .isEqualTo("@time=now;+a=" + "a".repeat(8000) + " PING\r\n");
        assertThat(write(Message.of("PING").withTags(Tags.NONE.with("k", "v".repeat(8190)))))
                .isEqualTo("PING\r\n");
    }

    @Test
    void tagsMayBe8191BytesLong() {
        Tags full = Tags.NONE.with("k", "v".repeat(8191 - "@k= ".length()));
        Tags over = Tags.NONE.with("k", "v".repeat(8191 - "@k= ".length() + 1));

        assertThat(write(Message.of("PING").withTags(full))).hasSize(8191 + "PING\r\n".length());
        assertThat(write(Message.of("PING").withTags(over))).isEqualTo("PING\r\n");
    }

    @Test
    void anEscapeIsNeverCut() {
        for (int length = 8170; length < 8195; length++) {
            Tags tags = Tags.NONE.with("k", "v".repeat(length) + ";\\ 😀");
            String line = write(Message.of("PING").withTags(tags));
            assertThat(line).isIn("PING\r\n", "@" + tags + " PING\r\n");
        }
    }

    @Test
    void theBufferIsUsedAgain() {
        ByteBuffer first = writer.write(Message.of("PING", "one"));
        ByteBuffer second = writer.write(Message.of("PING", "2"));

        assertThat(second).isSameAs(first);
        assertThat(text(second)).isEqualTo("PING 2\r\n");
    }

    @Test
    void otherLimitsCutElsewhere() {
        MessageWriter narrow = new MessageWriter(10, 18);

        assertThat(text(narrow.write(Tags.parse("a=b;c=d;e"), Message.of("PING", "x".repeat(30)))))
                .isEqualTo("@a=b;c=d PING " + "x".repeat(13) + "\r\n");
    }

    @Test
    void asTextItIsTheWholeLineWithoutItsEnd() {
        assertThat(MessageWriter.toString(Message.of("PRIVMSG", "#pub", "hi there")))
                .isEqualTo("PRIVMSG #pub :hi there");
        String longText = "你".repeat(5000);
        assertThat(MessageWriter.toString(Message.of("PRIVMSG", "#pub", longText)))
                .isEqualTo("PRIVMSG #pub :" + longText);
        assertThat(MessageWriter.toString(Message.of("PRIVMSG", "#pub", "a\r\nb")))
                .isEqualTo("PRIVMSG #pub :a  b");
    }

    private String write(Message message) {
        return text(writer.write(message));
    }

    private static String text(ByteBuffer line) {
        return new String(bytes(line), UTF_8);
    }

    private static byte[] bytes(ByteBuffer line) {
        byte[] bytes = new byte[line.remaining()];
        line.get(line.position(), bytes);
        return bytes;
    }
}
