package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.Said.Kind;
import chat.snug.net.NanoClock;
import chat.snug.net.SelectorLoop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The client on other people's servers, encrypted: strangers to our extensions, with other ways to
 * encrypt than ours. Nothing that they lack may be an error in front of a person.
 */
@Timeout(300)
class ForeignEncryptedTest {
    @TempDir Path folder;
    private final List<ChatClient> clients = new ArrayList<>();
    private Authority authority;
    private SelectorLoop loop;
    private @Nullable AutoCloseable host;

    private record Guest(ChatClient client, EventLog events) {}

    @BeforeEach
    void open() throws Exception {
        authority = new Authority();
        loop = SelectorLoop.start("test-client-loop", NanoClock.system());
    }

    @AfterEach
    void close() throws Exception {
        clients.forEach(ChatClient::close);
        loop.close();
        if (host != null) {
            host.close();
        }
    }

    private Guest guest(String name, Address address, Trust trust) {
        EventLog events = new EventLog();
        ChatClient client =
                new ChatClient(
                        loop,
                        address,
                        new Identity(name, name),
                        ClientFixture.trusting(trust),
                        events);
        clients.add(client);
        client.connect();
        return new Guest(client, events);
    }

    private Address ngircd(Authority.Proof proof) throws Exception {
        Ngircd.require();
        Ngircd started = Ngircd.startEncrypted(folder, proof);
        host = started;
        return started.address("#lobby");
    }

    private Address inspircd(Authority.Proof proof) throws Exception {
        Inspircd.require();
        Inspircd started = Inspircd.start(folder, proof);
        host = started;
        return started.address("#lobby");
    }

    @Test
    void talksOnNgircd() throws Exception {
        talk(ngircd(authority.proof()), "foreign.test");
    }

    @Test
    void talksOnInspircd() throws Exception {
        talk(inspircd(authority.proof()), "Foreigners");
    }

    @Test
    void doesNotBelieveWhoeverVouchesForItself() throws Exception {
        refused(ngircd(Authority.selfSigned("127.0.0.1")), Failure.Kind.CERTIFICATE_UNKNOWN);
    }

    @Test
    void doesNotBelieveAnExpiredCertificateOfInspircd() throws Exception {
        refused(
                inspircd(authority.proof("127.0.0.1", Authority.in(-1))),
                Failure.Kind.CERTIFICATE_EXPIRED);
    }

    private void refused(Address address, Failure.Kind kind) throws Exception {
        Guest ann = guest("Ann", address, authority.trust());
        assertThat(ann.events().await(ClientEvent.ConnectFailed.class).failure().kind())
                .isEqualTo(kind);
    }

    private void talk(Address address, String network) throws Exception {
        Guest ann = guest("Ann", address, authority.trust());
        assertThat(ann.events().await(ClientEvent.Connected.class).network()).isEqualTo(network);
        assertThat(ann.events().await(ClientEvent.PeopleListed.class).people())
                .hasSize(1)
                .allMatch(Person::moderates);
        Guest ben = guest("Ben", address, authority.trust());
        ben.events().await(ClientEvent.PeopleListed.class);

        ann.client().submit(new ClientRequest.Say("#lobby", "hello 你好", Kind.TEXT));
        assertThat(ben.events().await(Said.class).text()).isEqualTo("hello 你好");
        assertThat(ann.events().await(ClientEvent.Confirmed.class).said().text())
                .isEqualTo("hello 你好");
        String text = "Zoë sagt 你好 und bleibt ganz. ".repeat(30).strip();
        ben.client().submit(new ClientRequest.Say("#lobby", text, Kind.TEXT));
        // Some take the space from the end of a line, where a part ends.
        String letters = text.replace(" ", "");
        StringBuilder heard = new StringBuilder();
        while (heard.length() < letters.length()) {
            heard.append(ann.events().await(Said.class).text().replace(" ", ""));
        }
        assertThat(heard).hasToString(letters);

        ann.client().submit(new ClientRequest.ListRooms());
        ClientEvent.RoomListed listed = ann.events().await(ClientEvent.RoomListed.class);
        assertThat(listed.room()).isEqualTo("#lobby");
        assertThat(listed.people()).isEqualTo(2);
        ann.events().await(ClientEvent.RoomListEnd.class);
        assertThat(ann.client().wireLog().from(0)).isNotEmpty();
        assertThat(ann.events().notAwaited())
                .as("nothing that the host lacks is an error")
                .noneMatch(ClientEvent.Refused.class::isInstance)
                .noneMatch(ClientEvent.NotSent.class::isInstance);
    }
}
