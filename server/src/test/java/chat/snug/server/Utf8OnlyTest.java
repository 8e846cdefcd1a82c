package chat.snug.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** IRCv3 UTF8ONLY: what is not UTF-8 is refused, by the name of the command that it was. */
class Utf8OnlyTest extends LiveServer {
    private static final String REFUSED =
            " INVALID_UTF8 :Message rejected, your IRC software MUST use UTF-8 encoding on this"
                    + " network";

    private static List<String> sendLatin1(WireClient client, String lines) {
        return client.sendRaw(lines.getBytes(ISO_8859_1)).sync();
    }

    @Test
    void theRefusalNamesTheCommand() {
        assertThat(sendLatin1(person("ann"), "PRIVMSG #den :caf\u00e9\r\ntopic #den \u00e9\r\n"))
                .containsExactly(
                        ":snug.local FAIL PRIVMSG" + REFUSED, ":snug.local FAIL TOPIC" + REFUSED);
    }

    @Test
    void aCommandThatCannotBeReadIsAnAsterisk() {
        assertThat(sendLatin1(person("ann"), "caf\u00e9 x\r\n@a=\u00e9\r\n:\u00e9\r\n"))
                .containsOnly(":snug.local FAIL *" + REFUSED)
                .hasSize(3);
    }

    @Test
    void theRefusalHasTheLabel() {
        WireClient ann = capable("ann", "labeled-response batch");

        assertThat(sendLatin1(ann, "@label=x PRIVMSG #den :\u00e9\r\n@label=\u00e9 PING a\r\n"))
                .containsExactly(
                        "@label=x :snug.local FAIL PRIVMSG" + REFUSED,
                        ":snug.local FAIL PING" + REFUSED);
    }

    @Test
    void aRealNameMayNotBeSomethingElseEither() {
        WireClient ann = connect();

        assertThat(sendLatin1(ann, "NICK ann\r\nUSER a 0 * :\u00e9\r\n"))
                .containsExactly(":snug.local FAIL USER" + REFUSED);
        assertThat(ann.ask("USER a 0 * :\u00e9").getFirst()).contains(" 001 ann ");
    }
}
