package chat.snug.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Address;
import chat.snug.client.ClientEvent;
import chat.snug.client.ClientOptions;
import chat.snug.client.EventLog;
import chat.snug.client.Failure;
import chat.snug.client.Feature;
import chat.snug.hosting.HostingOptions.PortChoice;
import chat.snug.ui.FailureWords;
import chat.snug.ui.Messages;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody is in a room in plain where that is off, and each side is told so in words. */
@Timeout(60)
class PlainOffTest {
    private Apps apps;
    private @Nullable HostedRoom hosted;

    @BeforeEach
    void start() throws IOException {
        apps = new Apps();
    }

    @AfterEach
    void close() {
        apps.close();
        if (hosted != null) {
            hosted.close();
        }
    }

    private HostedRoom open(@Nullable String password) throws Exception {
        PortChoice port = PortChoice.preferred(FreePort.find());
        HostedRoom room = HostedRoom.open(new HostingOptions("tea", port, password, null));
        hosted = room;
        return room;
    }

    private EventLog connect(String name, Address address, ClientOptions options) {
        EventLog events = new EventLog();
        var _ = apps.connect(name, address, options, events);
        return events;
    }

    private EventLog connect(String name, String link) throws Exception {
        return connect(name, Address.parse(link), ClientOptions.defaults());
    }

    private EventLog host(HostedRoom room) {
        ClientOptions options = ClientOptions.defaults().withHostKey(room.hostKey());
        return connect("Mei", room.hostAddress(), options);
    }

    @Test
    void aPasswordIsNeverTakenInPlain() throws Exception {
        HostedRoom room = open("sesame");
        String at = "127.0.0.1:" + room.hostAddress().port() + "/tea";

        Failure why =
                connect("Ben", "irc://" + at + "?key=sesame")
                        .await(ClientEvent.ConnectFailed.class)
                        .failure();
        assertThat(why.kind()).isEqualTo(Failure.Kind.ENCRYPTION_NEEDED);
        assertThat(words(why, room))
                .startsWith("127.0.0.1:" + room.hostAddress().port() + " lets nobody in without");

        EventLog cleo = connect("Cleo", at + "?key=sesame");
        assertThat(cleo.await(ClientEvent.SecrecyChanged.class).secrecy().encrypted()).isTrue();
        cleo.await(ClientEvent.RoomEntered.class);
        EventLog mei = host(room);
        assertThat(mei.await(ClientEvent.FeaturesChanged.class).features())
                .contains(Feature.ENCRYPTED_ONLY);
    }

    @Test
    void whoeverIsInWithoutEncryptionHasToGoWhenItIsTurnedOff() throws Exception {
        HostedRoom room = open(null);
        EventLog mei = host(room);
        assertThat(mei.await(ClientEvent.FeaturesChanged.class).features())
                .doesNotContain(Feature.ENCRYPTED_ONLY);
        mei.await(ClientEvent.RoomEntered.class);
        String plain = "irc://127.0.0.1:" + room.hostAddress().port() + "/tea";
        EventLog ben = connect("Ben", plain);
        ben.await(ClientEvent.RoomEntered.class);

        room.allowPlain(false);

        assertThat(ben.await(ClientEvent.Disconnected.class).failure().kind())
                .isEqualTo(Failure.Kind.ENCRYPTION_NEEDED);
        mei.await(
                ClientEvent.FeaturesChanged.class,
                now -> now.features().contains(Feature.ENCRYPTED_ONLY));
        room.allowPlain(true);
        mei.await(
                ClientEvent.FeaturesChanged.class,
                now -> !now.features().contains(Feature.ENCRYPTED_ONLY));
        connect("Ben2", plain).await(ClientEvent.RoomEntered.class);
    }

    private static String words(Failure why, HostedRoom room) {
        return new FailureWords(Messages.of(Locale.ENGLISH)).of(why, room.hostAddress(), "Ben");
    }
}
