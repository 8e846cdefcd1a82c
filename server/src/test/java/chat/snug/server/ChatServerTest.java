package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.snug.server.options.ServerOptions;
import java.net.BindException;
import java.net.ConnectException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatServerTest extends LiveServer {
    @Test
    void everyoneIsToldWhenTheRoomIsClosed() {
        WireClient ann = person("ann");
        WireClient bob = capable("bob", "server-time");
        WireClient newcomer = connect();
        newcomer.sync();
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");
        ann.send("PRIVMSG #den :last words");
        ann.sync();

        server().close();

        assertThat(ann.untilClosed())
                .containsExactly(
                        ":snug.local NOTICE ann :The host closed the room",
                        "ERROR :The host closed the room");
        List<String> heard = bob.untilClosed();
        assertThat(heard.get(heard.size() - 3)).endsWith("PRIVMSG #den :last words");
        assertThat(heard.getLast()).endsWith("ERROR :The host closed the room");
        assertThat(newcomer.untilClosed()).last().isEqualTo("ERROR :The host closed the room");
    }

    @Test
    void theGoodbyeMayBeInOtherWords() {
        WireClient ann = person("ann");

        server().close("Good night");

        assertThat(ann.untilClosed()).last().isEqualTo("ERROR :Good night");
    }

    @Test
    void closingTwiceIsClosingOnce() {
        server().close();
        server().close("again");
        server().close();
        assertThatThrownBy(this::connect).hasCauseInstanceOf(ConnectException.class);
    }

    @Test
    void aPortThatIsTakenIsTold() {
        int port = server().address().getPort();

        assertThatThrownBy(() -> ChatServer.start(ServerOptions.at("localhost", port)))
                .isInstanceOf(BindException.class);
        assertThat(person("ann").ask("PING x")).hasSize(1);
    }

    @Test
    void theRealPortIsTold() {
        assertThat(server().address().getPort()).isPositive();
    }

    @Test
    void manyConnectionsOfOnePersonAreManyPeople() {
        List<WireClient> all = List.of(person("a1"), person("a2"), person("a3"));
        all.forEach(client -> client.ask("JOIN #den"));
        all.forEach(WireClient::sync);

        all.getFirst().ask("PRIVMSG #den :x");

        assertThat(all.get(1).sync()).hasSize(1);
        assertThat(all.get(2).sync()).hasSize(1);
    }
}
