package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing that a client sends ends the loop or disturbs the others. */
class BadInputTest extends LiveServer {
    private final WireClient witness = person("witness");

    @AfterEach
    void othersDoNotNotice() {
        assertThat(witness.ask("PING still-there"))
                .containsExactly(":snug.local PONG snug.local still-there");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void linesMayBeCutAtAnyByte() {
        WireClient ann = person("ann");
        witness.ask("JOIN #den");
        ann.ask("JOIN #den");
        witness.sync();
        byte[] line = bytes("@+a=b PRIVMSG #den :zwölf 水\r\n");

        for (int cut = 1; cut < line.length; cut++) {
            ann.sendRaw(Arrays.copyOf(line, cut));
            List<String> heard = witness.sync();
            ann.sendRaw(Arrays.copyOfRange(line, cut, line.length));
            ann.sync();
            heard.addAll(witness.sync());
            assertThat(heard).containsExactly(":ann!user@127.0.0.1 PRIVMSG #den :zwölf 水");
        }
    }

    @Test
    void manyLinesMayComeInOneSegment() {
        WireClient ann = person("ann");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            lines.append("PING ").append(i).append("\r\n");
        }

        ann.sendRaw(bytes(lines.toString()));

        List<String> answers = ann.sync();
        assertThat(answers).hasSize(5_000);
        assertThat(answers.getLast()).endsWith(" 4999");
    }

    @Test
    void whatAWebPageMakesABrowserSendIsNotRead() {
        WireClient browser = connect();
        browser.send("POST / HTTP/1.1", "Host: x", "", "NICK page", "USER u 0 * :U");

        assertThat(browser.untilClosed())
                .containsExactly("ERROR :This is a server for chat, not for web pages");
        assertThat(witness.ask("GET /")).singleElement().asString().contains(" 421 witness GET ");
    }

    @Test
    void crLfOrBothEndALineAndEmptyLinesAreNothing() {
        WireClient ann = person("ann");

        ann.sendRaw(bytes("PING 1\rPING 2\nPING 3\r\n\r\n\n\r   \r\n"));

        assertThat(ann.sync())
                .containsExactly(
                        ":snug.local PONG snug.local 1",
                        ":snug.local PONG snug.local 2",
                        ":snug.local PONG snug.local 3");
    }

    @Test
    void nulIsLeftOut() {
        WireClient ann = person("ann");

        ann.sendRaw(bytes("PI\0NG one\0two\r\n\0\r\n"));

        assertThat(ann.sync()).containsExactly(":snug.local PONG snug.local onetwo");
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedAndNotHandedOn() {
        WireClient ann = person("ann");
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(bytes("PRIVMSG witness :caf"));
        line.write(0xE9);
        line.writeBytes(bytes("\r\nPRIVMSG witness :ok\r\n"));

        ann.sendRaw(line.toByteArray());

        assertThat(ann.sync())
                .containsExactly(
                        ":snug.local FAIL PRIVMSG INVALID_UTF8 :Message rejected, your IRC software"
                                + " MUST use UTF-8 encoding on this network");
        assertThat(witness.sync()).containsExactly(":ann!user@127.0.0.1 PRIVMSG witness :ok");
    }

    @Test
    void aLineMayHave512BytesAndNotOneMore() {
        WireClient ann = person("ann");
        String start = "PRIVMSG witness :";
        String longest = start + "x".repeat(510 - start.length());

        assertThat(ann.ask(longest)).isEmpty();
        assertThat(ann.ask(longest + "x"))
                .containsExactly(":snug.local 417 ann :Input line was too long");
        assertThat(witness.sync()).hasSize(1);
    }

    @Test
    void tagsMayHave4094BytesAndNotOneMore() {
        WireClient ann = capable("ann", "message-tags");
        String longest = "@+a=" + "x".repeat(4094 - 3);

        assertThat(ann.ask(longest + " PRIVMSG witness :x")).isEmpty();
        assertThat(ann.ask(longest + "x PRIVMSG witness :x"))
                .containsExactly(":snug.local 417 ann :Input line was too long");
        assertThat(ann.ask("@+a=" + "x".repeat(8192) + " PRIVMSG witness :x"))
                .containsExactly(":snug.local 417 ann :Input line was too long");
        assertThat(witness.sync()).hasSize(1);
    }

    @Test
    void theLongestTagsReachTheReceiverWhole() {
        WireClient ann = capable("ann", "message-tags");
        WireClient bob = capable("bob", "message-tags server-time");

        ann.ask("@+a=" + "x".repeat(4091) + " PRIVMSG bob :x");

        assertThat(bob.sync().getFirst()).contains(";+a=" + "x".repeat(4091) + " :ann!");
    }

    @Test
    void aLineWithoutAnEndIsClosed() {
        WireClient ann = person("ann");
        byte[] part = bytes("x".repeat(16_384));

        for (int i = 0; i < 4; i++) {
            ann.sendRaw(part);
        }
        ann.sendRaw(part);

        assertThat(ann.untilClosed())
                .contains(":snug.local 417 ann :Input line was too long")
                .last()
                .isEqualTo("ERROR :Line without an end");
    }

    @Test
    void whatHasNoCommandIsNothing() {
        assertThat(person("ann").ask(":", "@", "@a", "@a=b :c", ":x ", "   ", "@ PING 1"))
                .containsExactly(":snug.local PONG snug.local 1");
    }

    @Test
    void oddParametersAreTaken() {
        WireClient ann = person("ann");
        String many = " p".repeat(40);

        assertThat(ann.ask(":forged!x@y PRIVMSG witness :hi", "PING" + many)).hasSize(1);
        assertThat(witness.sync()).containsExactly(":ann!user@127.0.0.1 PRIVMSG witness :hi");
        assertThat(ann.ask("JOIN #" + ",#".repeat(100), "MODE ann " + "+".repeat(300)))
                .isNotEmpty();
    }

    @Test
    void aConnectionThatVanishesLeavesItsRoomsWithAReason() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        witness.ask("JOIN #den");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");
        witness.sync();

        ann.vanish();
        assertThat(witness.next()).isEqualTo(":ann!user@127.0.0.1 QUIT :Connection reset");
        bob.close();
        assertThat(witness.next()).isEqualTo(":bob!user@127.0.0.1 QUIT :Connection closed");
    }
}
