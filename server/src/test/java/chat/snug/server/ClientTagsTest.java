package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IRCv3 client tags: typing, replies, reactions and the like go from client to client as is. */
class ClientTagsTest extends LiveServer {
    private final WireClient ann = capable("ann", "message-tags");
    private final WireClient bob = capable("bob", "message-tags");
    private final WireClient old = person("old");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+typing=active",
                "+reply=abc",
                "+draft/reply=abc",
                "+draft/react=\ud83d\ude00",
                "+draft/unreact=\ud83d\ude00",
                "+channel-context=#den",
                "+draft/channel-context=#den",
                "+example.com/foo=a\\sb\\:c\\\\"
            })
    void theyAreHandedOnWithEveryKindOfMessage(String tag) {
        for (WireClient client : new WireClient[] {ann, bob, old}) {
            client.ask("JOIN #den");
        }
        bob.sync();
        old.sync();
        for (String target : new String[] {"#den", "bob"}) {
            ann.ask(
                    "@" + tag + " PRIVMSG " + target + " :x",
                    "@" + tag + " NOTICE " + target + " :x",
                    "@" + tag + " TAGMSG " + target);

            assertThat(bob.sync())
                    .hasSize(3)
                    .allMatch(line -> line.matches("@msgid=\\w+;\\Q" + tag + "\\E :ann!.*"));
        }
        ann.ask("@" + tag + " TAGMSG old");
        assertThat(old.sync())
                .containsExactly(
                        ":ann!user@127.0.0.1 PRIVMSG #den :x",
                        ":ann!user@127.0.0.1 NOTICE #den :x");
    }

    @Test
    void tagsOfTheServerCannotBeFaked() {
        ann.ask("@time=2000-01-01T00:00:00.000Z;account=root;msgid=1;bot;x PRIVMSG bob :hi");

        assertThat(bob.sync())
                .singleElement()
                .asString()
                .matches("@msgid=\\w{15} :ann!user@127.0.0.1 PRIVMSG bob :hi");
    }

    @Test
    void whoDidNotNegotiateTagsSendsNone() {
        assertThat(old.ask("@+a=b PRIVMSG bob :hi", "@+a=b TAGMSG bob")).isEmpty();

        assertThat(bob.sync())
                .singleElement()
                .asString()
                .matches("@msgid=\\w+ :old!user@127.0.0.1 PRIVMSG bob :hi");
    }

    @Test
    void asMuchAsIsAllowedIsTakenAndNotAByteMore() {
        String most = "+a=" + "x".repeat(4094 - 3);

        assertThat(ann.ask("@" + most + " PRIVMSG bob :hi")).isEmpty();
        assertThat(bob.sync()).singleElement().asString().contains(";" + most + " ");

        assertThat(ann.ask("@" + most + "x PRIVMSG bob :hi"))
                .containsExactly(":snug.local 417 ann :Input line was too long");
        assertThat(bob.sync()).isEmpty();
    }

    @Test
    void aMessageOfTagsAloneNeedsATargetThatIsThere() {
        assertThat(ann.ask("@+typing=active TAGMSG", "@+typing=active TAGMSG nobody"))
                .containsExactly(
                        ":snug.local 411 ann :No recipient given (TAGMSG)",
                        ":snug.local 401 ann nobody :No such nick/channel");
    }

    @Test
    void noTagIsDenied() {
        assertThat(ann.ask("VERSION")).noneMatch(line -> line.contains("CLIENTTAGDENY"));
    }
}
