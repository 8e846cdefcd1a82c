package chat.snug.server;

import static chat.snug.server.Sasl.PASSWORD;
import static chat.snug.server.Sasl.plain;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IRCv3 account-tag. */
class AccountTagTest extends LiveServer {
    private WireClient ann = connect();
    private WireClient bob = connect();

    @BeforeEach
    void comeIn() {
        ann = capable("ann", "sasl message-tags echo-message account-tag");
        bob = capable("bob", "account-tag message-tags away-notify setname account-notify");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");
        ann.sync();
    }

    @Test
    void everythingThatSomebodyDoesHasTheirAccount() {
        ann.ask("REGISTER AnnAccount * :" + PASSWORD);
        bob.sync();
        ann.ask(
                "PRIVMSG #den :x",
                "NOTICE bob :x",
                "@+a=b TAGMSG #den",
                "TOPIC #den :t",
                "MODE #den +m",
                "AWAY :x",
                "SETNAME :R",
                "NICK anne",
                "PART #den",
                "JOIN #den",
                "INVITE bob #other");
        ann.send("QUIT").untilClosed();

        assertThat(bob.sync())
                .hasSize(12)
                .allMatch(line -> line.matches("@account=AnnAccount(;[^ ]*)? :anne?!.*"));
    }

    @Test
    void whoIsNotLoggedInHasNoTag() {
        ann.ask("PRIVMSG #den :x", "NOTICE bob :x", "AWAY :x");

        assertThat(bob.sync()).hasSize(3).noneMatch(line -> line.contains("account="));
    }

    @Test
    void whoDidNotAskForItDoesNotGetIt() {
        WireClient eve = capable("eve", "message-tags");
        WireClient old = person("old");
        ann.ask("REGISTER * * :" + PASSWORD);
        ann.ask("PRIVMSG eve :x", "PRIVMSG old :x");

        assertThat(eve.sync()).singleElement().asString().doesNotContain("account");
        assertThat(old.sync()).containsExactly(":ann!user@127.0.0.1 PRIVMSG old :x");
    }

    /** The capability is enough: message-tags is for client tags. */
    @Test
    void noOtherCapabilityIsNeeded() {
        WireClient eve = capable("eve", "account-tag");
        eve.ask("JOIN #den");
        ann.ask("REGISTER * * :" + PASSWORD, "PRIVMSG #den :x");

        assertThat(eve.sync()).containsExactly("@account=ann :ann!user@127.0.0.1 PRIVMSG #den :x");
    }

    /** The example of the specification. */
    @Test
    void theChangeItselfTellsTheAccountBefore() {
        WireClient eve = capable("eve", "account-tag account-notify");
        eve.ask("JOIN #den");
        ann.ask("PRIVMSG #den :1", "REGISTER hax0r * :" + PASSWORD, "PRIVMSG #den :2");
        person("x").ask("REGISTER bobby * :" + PASSWORD);
        ann.ask("AUTHENTICATE PLAIN", plain("bobby", PASSWORD), "PRIVMSG #den :3");

        assertThat(eve.sync())
                .containsExactly(
                        ":ann!user@127.0.0.1 PRIVMSG #den :1",
                        ":ann!user@127.0.0.1 ACCOUNT hax0r",
                        "@account=hax0r :ann!user@127.0.0.1 PRIVMSG #den :2",
                        "@account=hax0r :ann!user@127.0.0.1 ACCOUNT bobby",
                        "@account=bobby :ann!user@127.0.0.1 PRIVMSG #den :3");
    }

    @Test
    void theEchoHasItToo() {
        ann.ask("REGISTER * * :" + PASSWORD);

        assertThat(ann.ask("PRIVMSG #den :x").getFirst()).startsWith("@account=ann;msgid=");
    }

    @Test
    void everyMixOfCapabilitiesInOneRoomGetsItsOwnLine() {
        List<WireClient> all =
                List.of(
                        capable("c1", "server-time"),
                        capable("c2", "server-time account-tag"),
                        capable("c3", "server-time message-tags account-tag"),
                        capable("c4", "message-tags"),
                        person("c5"));
        all.forEach(client -> client.ask("JOIN #den"));
        all.forEach(WireClient::sync);
        ann.ask("REGISTER * * :" + PASSWORD, "PRIVMSG #den :x");
        List<String> lines = all.stream().map(client -> client.sync().getLast()).toList();

        String rest = ":ann!user@127.0.0.1 PRIVMSG #den :x";
        assertThat(lines.get(0)).matches("@time=[^;]+ " + rest);
        assertThat(lines.get(1)).matches("@time=[^;]+;account=ann " + rest);
        assertThat(lines.get(2)).matches("@time=[^;]+;account=ann;msgid=[^;]+ " + rest);
        assertThat(lines.get(3)).matches("@msgid=[^;]+ " + rest);
        assertThat(lines.get(4)).isEqualTo(rest);
    }
}
