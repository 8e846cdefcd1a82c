package chat.snug.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageParserTest {
    @Test
    void readsACommandAlone() throws Exception {
        assertThat(parse("LIST")).isEqualTo(Message.of("LIST"));
        assertThat(parse("LIST ")).isEqualTo(Message.of("LIST"));
        assertThat(parse("LIST    ")).isEqualTo(Message.of("LIST"));
    }

    @Test
    void readsMiddleParameters() throws Exception {
        assertThat(parse("MODE #pub +o ann")).isEqualTo(Message.of("MODE", "#pub", "+o", "ann"));
        assertThat(parse("MODE   #pub  +o   ann  "))
                .isEqualTo(Message.of("MODE", "#pub", "+o", "ann"));
    }

    @Test
    void readsTheLastParameterWithSpaces() throws Exception {
        assertThat(parse("PRIVMSG #pub :see you  there "))
                .isEqualTo(Message.of("PRIVMSG", "#pub", "see you  there "));
        assertThat(parse("PRIVMSG #pub   :  two before"))
                .isEqualTo(Message.of("PRIVMSG", "#pub", "  two before"));
        assertThat(parse("QUIT :gone")).isEqualTo(Message.of("QUIT", "gone"));
    }

    @Test
    void readsAnEmptyLastParameter() throws Exception {
        assertThat(parse("TOPIC #pub :")).isEqualTo(Message.of("TOPIC", "#pub", ""));
        assertThat(parse("AWAY :")).isEqualTo(Message.of("AWAY", ""));
        assertThat(parse(":host.example CAP * LIST :").params()).containsExactly("*", "LIST", "");
    }

    @Test
    void colonsWithinParametersStay() throws Exception {
        assertThat(parse("PRIVMSG #pub ::-) :x").params()).containsExactly("#pub", ":-) :x");
        assertThat(parse("JOIN #a:b c:").params()).containsExactly("#a:b", "c:");
        assertThat(parse("PING :a:b").params()).containsExactly("a:b");
    }

    @Test
    void aWordWithAndWithoutColonIsTheSame() throws Exception {
        assertThat(parse("PRIVMSG #pub :Hey!")).isEqualTo(parse("PRIVMSG #pub Hey!"));
    }

    @Test
    void readsAsManyParametersAsThereAre() throws Exception {
        List<String> params = Collections.nCopies(40, "x");
        assertThat(parse("005 " + String.join(" ", params)).params()).isEqualTo(params);
    }

    @Test
    void otherWhitespaceIsText() throws Exception {
        assertThat(parse("PRIVMSG #p\tq a\u00A0b\u2003c").params())
                .containsExactly("#p\tq", "a\u00A0b\u2003c");
    }

    @Test
    void readsTheSource() throws Exception {
        assertThat(parse(":ann!a@10.0.0.7 JOIN #pub"))
                .isEqualTo(
                        new Message(
                                Tags.NONE,
                                new Source("ann", "a", "10.0.0.7"),
                                "JOIN",
                                List.of("#pub")));
        assertThat(parse(":snug.local 001 ann :hi").source())
                .isEqualTo(Source.server("snug.local"));
        assertThat(parse(":x   PING   y").source()).isEqualTo(Source.server("x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann",
                "ann!a",
                "ann@h",
                "ann!a@h",
                "ann!@h",
                "ann!a@",
                "ann!",
                "ann@",
                "a!b!c@d",
                "a@b@c",
                "a@b!c",
                "a!b@c@d!e",
                "ann!a\u0002b\u000305@ü.example",
                "::1",
                "ann!a@2001:db8::1"
            })
    void sourcesAreReadAsSourceReadsThem(String text) throws Exception {
        assertThat(parse(":" + text + " PING").source()).isEqualTo(Source.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!u@h", "@h", "!u"})
    void aSourceWithoutANameIsNone(String text) throws Exception {
        assertThat(parse(":" + text + " PING x")).isEqualTo(Message.of("PING", "x"));
    }

    @Test
    void readsTags() throws Exception {
        Message message = parse("@id=7;+typing=active;solo :ann PRIVMSG #pub :x");

        assertThat(message.tags()).isEqualTo(Tags.parse("id=7;+typing=active;solo"));
        assertThat(message.source()).isEqualTo(Source.server("ann"));
        assertThat(message.params()).containsExactly("#pub", "x");
        assertThat(parse("@a=b PING").tags().get("a")).isEqualTo("b");
        assertThat(parse("@a=b    PING").command()).isEqualTo("PING");
        assertThat(parse("@a=b   :x   PING   y").params()).containsExactly("y");
        assertThat(parse("@ PING").tags()).isSameAs(Tags.NONE);
        assertThat(parse("@;; PING").tags()).isSameAs(Tags.NONE);
        assertThat(parse("@a=:b :x PING").tags().get("a")).isEqualTo(":b");
    }

    @ParameterizedTest
    @CsvSource({
        "privmsg, PRIVMSG",
        "PrivMsg, PRIVMSG",
        "quit, QUIT",
        "frob, FROB",
        "fröb, FRöB",
        "001, 001",
        "1, 1",
        "88, 88",
        "999, 999",
        "cap, CAP",
        "ca, CA",
        "a, A",
        "X-Y{, X-Y{",
        "privmsgs, PRIVMSGS",
        "😀, 😀",
    })
    void theCommandIsInUpperCase(String typed, String command) throws Exception {
        assertThat(parse(typed + " a").command()).isEqualTo(command);
    }

    @Test
    void commandsThatComeOftenAreNotMadeAnew() throws Exception {
        for (String verb : List.of("PRIVMSG", "PING", "JOIN", "WHOWAS", "TAGMSG", "USERHOST")) {
            assertThat(parse(verb.toLowerCase(java.util.Locale.ROOT) + " x").command())
                    .isSameAs(verb);
        }
        assertThat(parse("353 x").command()).isSameAs(Numeric.RPL_NAMREPLY.code());
    }

    @Test
    void spacesBeforeTheMessageAreSkipped() throws Exception {
        assertThat(parse("   PING x")).isEqualTo(Message.of("PING", "x"));
        assertThat(parse(" @a=1 :x PING").tags().get("a")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "   ",
                "@a=b",
                "@a=b ",
                "@",
                "@ ",
                ":",
                ":ann",
                ":ann ",
                "@a :ann",
                "@a :ann ",
                "PING a\rb",
                "PING a\nb",
                "PING a\0b",
                "PING\r\n"
            })
    void whatHasNoCommandOrHoldsALineEndIsMalformed(String line) {
        assertThatExceptionOfType(MalformedMessageException.class).isThrownBy(() -> parse(line));
    }

    @Test
    void bytesThatAreNotUtf8AreMalformed() {
        for (int[] bad : new int[][] {{0xFF}, {0xC3}, {0xC0, 0x80}, {0xED, 0xA0, 0x80}}) {
            ByteBuffer line = ByteBuffer.allocate(20).put("PING ".getBytes(UTF_8));
            for (int b : bad) {
                line.put((byte) b);
            }
            line.flip();
            assertThatExceptionOfType(MalformedMessageException.class)
                    .isThrownBy(() -> MessageParser.parse(line))
                    .withMessage("not UTF-8");
        }
    }

    @Test
    void aMalformedMessageCostsNoStackTrace() {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> parse(""))
                .withMessage("there is no command")
                .satisfies(thrown -> assertThat(thrown.getStackTrace()).isEmpty());
    }

    @Test
    void theBufferStaysAsItIs() throws Exception {
        byte[] bytes = "xxPRIVMSG #pub :你好yy".getBytes(UTF_8);
        ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        for (ByteBuffer buffer :
                List.of(ByteBuffer.wrap(bytes), direct, direct.asReadOnlyBuffer())) {
            buffer.position(2).limit(bytes.length - 2);
            assertThat(MessageParser.parse(buffer)).isEqualTo(Message.of("PRIVMSG", "#pub", "你好"));
            assertThat(buffer.position()).isEqualTo(2);
            assertThat(buffer.limit()).isEqualTo(bytes.length - 2);
            ByteBuffer slice = buffer.slice();
            assertThat(MessageParser.parse(slice)).isEqualTo(MessageParser.parse(buffer));
        }
    }

    /** The same line as text, as heap bytes and as direct bytes gives the same message. */
    private static Message parse(String line) throws MalformedMessageException {
        Message message = MessageParser.parse(line);
        byte[] bytes = line.getBytes(UTF_8);
        assertThat(MessageParser.parse(ByteBuffer.wrap(bytes))).isEqualTo(message);
        ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        assertThat(MessageParser.parse(direct)).isEqualTo(message);
        return message;
    }
}
