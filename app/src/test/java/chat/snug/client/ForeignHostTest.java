package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.Said.Kind;
import chat.snug.net.NanoClock;
import chat.snug.net.SelectorLoop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client on somebody else's IRC server, which has neither echoes nor labels. */
@Timeout(300)
class ForeignHostTest {
    @TempDir Path folder;
    private final List<ChatClient> clients = new ArrayList<>();
    private SelectorLoop loop;
    private Ngircd host;

    private record Guest(ChatClient client, EventLog events) {}

    @BeforeEach
    void open() throws Exception {
        Ngircd.require();
        loop = SelectorLoop.start("test-client-loop", NanoClock.system());
        host = Ngircd.start(folder);
    }

    @AfterEach
    void close() {
        clients.forEach(ChatClient::close);
        if (loop != null) {
            loop.close();
            host.close();
        }
    }

    private Guest guest(String name) {
        EventLog events = new EventLog();
        ChatClient client =
                new ChatClient(
                        loop,
                        host.address("#lobby"),
                        new Identity(name, name),
                        ClientOptions.defaults(),
                        events);
        clients.add(client);
        client.connect();
        return new Guest(client, events);
    }

    private Guest entered(String name) {
        Guest guest = guest(name);
        guest.events().await(ClientEvent.PeopleListed.class);
        return guest;
    }

    @Test
    void anAddressWithoutASchemeLeadsToWhoDoesNotEncryptToo() throws Exception {
        EventLog events = new EventLog();
        Address bare = Address.parse("127.0.0.1:" + host.address("#lobby").port() + "/lobby");
        ChatClient client =
                new ChatClient(
                        loop, bare, new Identity("Ann", "Ann"), ClientOptions.defaults(), events);
        clients.add(client);
        client.connect();
        events.await(ClientEvent.PeopleListed.class);
        assertThat(events.notAwaited()).contains(new ClientEvent.SecrecyChanged(Secrecy.NONE));
    }

    @Test
    void twoTalkInARoomAndPrivately() {
        Guest ann = guest("Ann");
        ClientEvent.Connected connected = ann.events().await(ClientEvent.Connected.class);
        assertThat(connected.selfHosted()).isFalse();
        assertThat(connected.network()).isEqualTo("foreign.test");
        List<Person> people = ann.events().await(ClientEvent.PeopleListed.class).people();
        assertThat(people).hasSize(1).allMatch(Person::moderates);
        Guest ben = entered("Ben");

        ann.client().submit(new ClientRequest.Say("#lobby", "hello 你好", Kind.TEXT));
        assertThat(ben.events().await(Said.class).text()).isEqualTo("hello 你好");
        assertThat(ann.events().await(ClientEvent.Confirmed.class).said().text())
                .isEqualTo("hello 你好");
        ben.client().submit(new ClientRequest.Say("ann", "psst", Kind.ACTION));
        assertThat(ann.events().await(Said.class))
                .extracting(Said::conversation, Said::kind, Said::text)
                .containsExactly("Ben", Kind.ACTION, "psst");
        ben.client().submit(new ClientRequest.Say("nobody", "hello?", Kind.TEXT));
        assertThat(ben.events().await(ClientEvent.NotSent.class).conversation())
                .isEqualTo("nobody");
    }

    @Test
    void aLongTextArrivesWhole() {
        Guest ann = entered("Ann");
        Guest ben = entered("Ben");
        String text = "Zoë sagt 你好 und 👩‍👩‍👧 bleibt ganz. ".repeat(20).strip();
        ben.client().submit(new ClientRequest.Say("#lobby", text, Kind.TEXT));
        // It takes the space from the end of a line, where a part ends.
        String letters = text.replace(" ", "");
        StringBuilder heard = new StringBuilder();
        while (heard.length() < letters.length()) {
            heard.append(ann.events().await(Said.class).text().replace(" ", ""));
        }
        assertThat(heard).hasToString(letters);
    }

    @Test
    void aPasteDoesNotGetOneThrownOut() {
        Guest ann = entered("Ann");
        Guest ben = entered("Ben");
        ben.client().submit(new ClientRequest.Say("#lobby", "line\n".repeat(8), Kind.TEXT));
        for (int i = 0; i < 8; i++) {
            ann.events().await(Said.class);
        }
        assertThat(ben.events().rest()).noneMatch(ClientEvent.Disconnected.class::isInstance);
    }

    @Test
    void aNameThatIsTakenComesWithAnother() {
        entered("Ann");
        ClientEvent.ConnectFailed failed =
                guest("Ann").events().await(ClientEvent.ConnectFailed.class);
        assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.NAME_IN_USE);
        assertThat(failed.suggestedName()).isEqualTo("Ann_");
    }

    @Test
    void aNameInLettersThatItDoesNotTakeComesWithAnother() {
        ClientEvent.ConnectFailed failed =
                guest("Zoë").events().await(ClientEvent.ConnectFailed.class);
        assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.NAME_REFUSED);
        assertThat(failed.suggestedName()).isEqualTo("Zoe");
    }

    @Test
    void isToldWhenItGoes() {
        Guest ann = entered("Ann");
        host.close();
        assertThat(ann.events().await(ClientEvent.Disconnected.class).failure().kind())
                .isIn(Failure.Kind.CLOSED_BY_HOST, Failure.Kind.CONNECTION_LOST);
        ann.events().await(ClientEvent.Reconnecting.class);
    }
}
