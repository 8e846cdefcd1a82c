package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

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
 * An address without a scheme at other people's servers that do not encrypt: they are silent at
 * first, and show it when they are asked once more.
 */
@Timeout(60)
class BareAddressTest {
    @TempDir private Path folder;
    private final List<ChatClient> clients = new ArrayList<>();
    private SelectorLoop loop;
    private @Nullable AutoCloseable host;

    @BeforeEach
    void open() throws Exception {
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

    private Secrecy enter(Address place) throws Exception {
        EventLog events = new EventLog();
        Address bare = Address.parse(place.host() + ':' + place.port() + "/lobby");
        ChatClient client =
                new ChatClient(
                        loop, bare, new Identity("Ann", "Ann"), ClientOptions.defaults(), events);
        clients.add(client);
        client.connect();
        Secrecy secrecy = events.await(ClientEvent.SecrecyChanged.class).secrecy();
        events.await(ClientEvent.RoomEntered.class);
        return secrecy;
    }

    @Test
    void ngircdWithoutEncryptionIsEntered() throws Exception {
        Ngircd.require();
        Ngircd plain = Ngircd.start(folder);
        host = plain;
        assertThat(enter(plain.address("#lobby"))).isEqualTo(Secrecy.NONE);
    }

    @Test
    void inspircdWithoutEncryptionIsEntered() throws Exception {
        Inspircd.require();
        Inspircd plain = Inspircd.startPlain(folder);
        host = plain;
        assertThat(enter(plain.address("#lobby"))).isEqualTo(Secrecy.NONE);
    }
}
