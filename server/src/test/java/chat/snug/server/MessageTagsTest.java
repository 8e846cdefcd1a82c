package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** IRCv3 message-tags: tags that nobody expects. */
class MessageTagsTest extends LiveServer {
    private final WireClient ann = capable("ann", "message-tags");
    private final WireClient bob = capable("bob", "message-tags");

    @Test
    void aKeyThatIsNoneIsLeftOut() {
        assertThat(ann.ask("@+a\u0001b=1;+ok=2;+\t TAGMSG bob")).isEmpty();

        assertThat(bob.sync())
                .singleElement()
                .asString()
                .matches("@msgid=\\w+;\\+ok=2 :ann!user@127.0.0.1 TAGMSG bob");
    }

    @Test
    void asManyTagsAsFitAreHandedOnInOrder() {
        String tags =
                IntStream.range(0, 800)
                        .mapToObj(i -> "+" + Integer.toString(i, 36))
                        .collect(Collectors.joining(";"));

        assertThat(ann.ask("@" + tags + " PRIVMSG bob :x")).isEmpty();

        assertThat(bob.sync())
                .singleElement()
                .asString()
                .endsWith(";" + tags + " :ann!user@127.0.0.1 PRIVMSG bob :x");
    }
}
