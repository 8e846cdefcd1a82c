package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What an app says again, because it does not know whether it has arrived, is said once. */
class SaidOnceTest extends LiveServer {
    private static final String CAPABILITIES =
            "labeled-response batch echo-message message-tags server-time draft/chathistory"
                    + " draft/multiline";
    private static final String MARKED = "+snug.chat/nonce=7/a1 PRIVMSG ";

    @Test
    void inARoomByAnotherConnectionToo() {
        WireClient ghost = capable("ann", CAPABILITIES);
        WireClient ann = capable("ann_", CAPABILITIES);
        WireClient bob = capable("bob", CAPABILITIES);
        for (WireClient one : List.of(ghost, ann, bob)) {
            one.ask("JOIN #den");
        }
        ann.sync();
        String first = ann.ask("@label=x;" + MARKED + "#den :hi").getFirst();
        String second = ann.ask("@label=x;" + MARKED + "#den :hi").getFirst();
        assertThat(second).isEqualTo(first).startsWith("@label=x;").endsWith(" PRIVMSG #den :hi");
        ghost.ask("@" + MARKED + "#den :hi");
        assertThat(bob.sync().stream().filter(line -> line.contains(" PRIVMSG "))).hasSize(1);
        assertThat(
                        bob.ask("CHATHISTORY LATEST #den * 10").stream()
                                .filter(line -> line.contains(" PRIVMSG ")))
                .hasSize(1);
    }

    @Test
    void toAPersonToo() {
        WireClient ann = capable("ann", CAPABILITIES);
        WireClient bob = capable("bob", CAPABILITIES);
        ann.ask("@" + MARKED + "bob :hi", "@" + MARKED + "BOB :hi");
        assertThat(bob.sync()).hasSize(1);
    }

    @Test
    void inSeveralLinesToo() {
        WireClient ann = capable("ann", CAPABILITIES);
        WireClient bob = capable("bob", CAPABILITIES);
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");
        for (int i = 0; i < 2; i++) {
            List<String> echo =
                    ann.ask(
                            "@+snug.chat/nonce=8/b BATCH +1 draft/multiline #den",
                            "@batch=1 PRIVMSG #den :one",
                            "@batch=1 PRIVMSG #den :two",
                            "BATCH -1");
            assertThat(echo).anyMatch(line -> line.endsWith(":two"));
        }
        assertThat(bob.sync().stream().filter(line -> line.endsWith(":two"))).hasSize(1);
    }

    @Test
    void butWithAnotherMarkOrElsewhereOrWithoutIsSaidAgain() {
        WireClient ann = capable("ann", CAPABILITIES);
        WireClient bob = capable("bob", CAPABILITIES);
        for (WireClient one : List.of(ann, bob)) {
            one.ask("JOIN #den", "JOIN #hall");
        }
        bob.sync();
        ann.ask(
                "@" + MARKED + "#den :hi",
                "@" + MARKED + "#hall :hi",
                "@+snug.chat/nonce=8/a2 PRIVMSG #den :hi",
                "PRIVMSG #den :hi",
                "PRIVMSG #den :hi",
                "@+snug.chat/nonce PRIVMSG #den :hi",
                "@+snug.chat/nonce PRIVMSG #den :hi");
        assertThat(bob.sync().stream().filter(line -> line.contains(" PRIVMSG "))).hasSize(7);
    }
}
