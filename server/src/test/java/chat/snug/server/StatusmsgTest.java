package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Modern IRC, STATUSMSG: what is said to those in a room who have a rank. */
class StatusmsgTest extends LiveServer {
    private final WireClient op = capable("op", "echo-message message-tags");
    private final WireClient voiced = capable("voiced", "message-tags");
    private final WireClient plain = person("plain");

    @BeforeEach
    void comeIn() {
        op.ask("JOIN #den");
        voiced.ask("JOIN #den");
        plain.ask("JOIN #den");
        op.ask("MODE #den +v voiced");
        voiced.sync();
        plain.sync();
        op.sync();
    }

    @Test
    void operatorsAreReachedByAnybodyInTheRoom() {
        plain.ask("PRIVMSG @#DEN :help", "NOTICE @#den :!");

        assertThat(op.sync())
                .hasSize(2)
                .first()
                .asString()
                .matches("@msgid=\\w+ :plain!user@127.0.0.1 PRIVMSG @#den :help");
        assertThat(voiced.sync()).isEmpty();
    }

    @Test
    void aLowerRankReachesTheHigherOnesToo() {
        plain.ask("PRIVMSG +#den :a", "PRIVMSG @+#den :b");

        assertThat(op.sync()).hasSize(2).allMatch(line -> line.contains(" PRIVMSG +#den "));
        assertThat(voiced.sync()).hasSize(2);
    }

    @Test
    void tagsAndEchoAreAsInAnyMessage() {
        assertThat(op.ask("@+a=b PRIVMSG +#den :hi", "@+typing=active TAGMSG +#den"))
                .hasSize(2)
                .allMatch(line -> line.startsWith("@msgid="));
        assertThat(voiced.sync())
                .hasSize(2)
                .first()
                .asString()
                .endsWith(";+a=b :op!user@127.0.0.1 PRIVMSG +#den :hi");
        assertThat(plain.sync()).isEmpty();
    }

    @Test
    void theRulesOfTheRoomHold() {
        WireClient stranger = person("stranger");

        assertThat(stranger.ask("PRIVMSG @#den :x", "NOTICE @#den :x", "PRIVMSG @#none :x"))
                .containsExactly(
                        ":snug.local 404 stranger #den :Only people in the room can speak in it",
                        ":snug.local 403 stranger #none :No such channel");
        assertThat(stranger.ask("PRIVMSG @nobody :x"))
                .containsExactly(":snug.local 401 stranger @nobody :No such nick/channel");
        assertThat(op.sync()).isEmpty();
    }

    @Test
    void itIsAdvertised() {
        assertThat(plain.ask("VERSION")).anyMatch(line -> line.contains(" STATUSMSG=@+ "));
    }
}
