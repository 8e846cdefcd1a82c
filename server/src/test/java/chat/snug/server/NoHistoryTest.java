package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a server offers that keeps nothing of what is said. */
class NoHistoryTest extends LiveServer {
    private static final String[] CAPABILITIES = {
        "draft/chathistory", "draft/event-playback", "draft/message-redaction", "soju.im/search",
    };

    @Test
    void whatNeedsAHistoryIsOfferedOnlyWhereThereIsOne() {
        assertThat(connect().ask("CAP LS 302").toString()).contains(CAPABILITIES);
        assertThat(isupport("ann")).contains(" CHATHISTORY=").contains(" MSGREFTYPES=");

        restart(options -> options.withHistory(false));

        assertThat(connect().ask("CAP LS 302").toString())
                .doesNotContain(CAPABILITIES)
                .contains("echo-message", "draft/read-marker");
        assertThat(isupport("ann"))
                .doesNotContain("CHATHISTORY")
                .doesNotContain("MSGREFTYPES")
                .contains(" MODES=");
        assertThat(person("bob").ask("CAP REQ :draft/chathistory").getFirst())
                .startsWith(":snug.local CAP bob NAK ");
    }

    @Test
    void nobodyIsShownWhatWasSaidBefore() {
        restart(options -> options.withHistory(false));
        person("ann").ask("JOIN #den", "PRIVMSG #den :hello");

        assertThat(person("bob").ask("JOIN #den", "PING x").toString())
                .contains("JOIN #den")
                .doesNotContain("hello");
    }

    private String isupport(String nick) {
        List<String> lines = connect().ask("NICK " + nick, "USER u 0 * :U");
        return String.join("\n", lines.stream().filter(line -> line.contains(" 005 ")).toList());
    }
}
