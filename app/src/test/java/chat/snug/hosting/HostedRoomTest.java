package chat.snug.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import chat.snug.client.Address;
import chat.snug.hosting.HostingOptions.PortChoice;
import chat.snug.key.BrokenKeyException;
import chat.snug.key.Fingerprint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Opening and closing a room of one's own. */
@Timeout(120)
class HostedRoomTest {
    @Test
    void isOpenAtAnAddressToHandOut() throws Exception {
        try (HostedRoom room = HostedRoom.open(options("Friday workshop", anyPort(), null))) {
            Address address = room.address();
            assertThat(address.room()).isEqualTo("#Friday-workshop");
            assertThat(address.host()).isEqualTo(room.addresses().getFirst().host());
            assertThat(address.link())
                    .startsWith("snug://")
                    .endsWith(":" + address.port() + "/Friday-workshop?pin=" + room.fingerprint());
            assertThat(room.hostAddress().port()).isEqualTo(address.port());
            assertThat(InetAddress.ofLiteral(room.hostAddress().host()).isLoopbackAddress())
                    .isTrue();
        }
    }

    @Test
    void showsTheAddressThatThePersonChose() throws Exception {
        LocalAddress chosen = new LocalAddress(InetAddress.ofLiteral("192.0.2.7"), "Wi-Fi", false);
        HostingOptions options = new HostingOptions("a", anyPort(), null, chosen);
        try (HostedRoom room = HostedRoom.open(options)) {
            assertThat(room.address().host()).isEqualTo("192.0.2.7");
        }
    }

    @Test
    void takesTheNextPortIfThePreferredOneIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            PortChoice choice = PortChoice.preferred(taken.getLocalPort());
            try (HostedRoom room = HostedRoom.open(options("a", choice, null))) {
                assertThat(room.address().port()).isNotEqualTo(taken.getLocalPort());
            }
        }
    }

    @Test
    void saysThatThePortIsTakenIfThePersonChoseIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            PortChoice choice = PortChoice.exactly(taken.getLocalPort());
            assertThatThrownBy(() -> HostedRoom.open(options("a", choice, null)))
                    .asInstanceOf(type(PortTakenException.class))
                    .returns(taken.getLocalPort(), PortTakenException::port);
        }
    }

    @Test
    void neverHandsThePasswordOut() throws Exception {
        try (HostedRoom room = HostedRoom.open(options("a", anyPort(), "sesame"))) {
            assertThat(room.address().password()).isNull();
            assertThat(room.hostAddress().password()).isNull();
        }
    }

    @Test
    void opensWhateverNameWasTyped() throws Exception {
        String name = "& long \u0007 name, ".repeat(20);
        try (HostedRoom room = HostedRoom.open(options(name, anyPort(), null))) {
            assertThat(room.address().room()).startsWith("#long-name-long");
        }
        try (HostedRoom room = HostedRoom.open(options(" ", anyPort(), null))) {
            assertThat(room.address().room()).isEqualTo("#lobby");
        }
    }

    @Test
    void looksWhoIsHereAndDecidesWhatIsKept(@TempDir Path data) throws Exception {
        HostedRoom room = HostedRoom.open(options("Friday workshop", anyPort(), null), data);
        try (room;
                Socket guest =
                        new Socket(InetAddress.getLoopbackAddress(), room.hostAddress().port())) {
            BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
            guest.getOutputStream()
                    .write("NICK Ben\r\nUSER b 0 * :Ben\r\n".getBytes(StandardCharsets.UTF_8));
            awaitLine(lines, " 376 ");
            CompletableFuture<Visitors> seen = new CompletableFuture<>();
            room.look(10, seen::complete);
            assertThat(seen.get(60, TimeUnit.SECONDS).people())
                    .singleElement()
                    .satisfies(
                            ben -> assertThat(ben.name()).isEqualTo("Ben"),
                            ben -> assertThat(ben.address()).isEqualTo("127.0.0.1"),
                            ben -> assertThat(ben.host()).isFalse());
            room.keeping(new KeepingRules(false, 30, 1_000));
            room.password("tea");
            room.look(10, _ -> {});
            CompletableFuture<Visitors> after = new CompletableFuture<>();
            room.look(10, after::complete);
            after.get(60, TimeUnit.SECONDS);
            assertThat(room.keeping()).isEqualTo(new KeepingRules(false, 30, 1_000));
            assertThat(room.isGuarded()).isTrue();
            KeptData kept = Objects.requireNonNull(room.kept());
            assertThat(kept.folder()).startsWith(data);
            assertThat(kept.bytes()).isPositive();
            room.password("");
        }
        try (HostedRoom again =
                HostedRoom.open(options("Friday workshop", anyPort(), null), data)) {
            assertThat(again.keeping()).isEqualTo(new KeepingRules(false, 30, 1_000));
            assertThat(again.isGuarded()).isFalse();
        }
    }

    @Test
    void aRoomInMemoryHasNothingOnTheDisk() throws Exception {
        try (HostedRoom room = HostedRoom.open(options("a", anyPort(), null))) {
            assertThat(room.kept()).isNull();
            assertThat(room.keeping()).isEqualTo(KeepingRules.DEFAULT);
        }
    }

    @Test
    void tellsEveryoneWhenItCloses() throws Exception {
        HostedRoom room = HostedRoom.open(options("a", anyPort(), null));
        Address address = room.hostAddress();
        try (Socket guest = new Socket(address.host(), address.port())) {
            BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
            guest.getOutputStream()
                    .write("NICK Ben\r\nUSER b 0 * :Ben\r\n".getBytes(StandardCharsets.UTF_8));
            awaitLine(lines, " 376 ");
            room.close();
            assertThat(awaitLine(lines, "ERROR")).contains("The host closed the room");
            assertThat(lines.readLine()).isNull();
        }
        room.close();
    }

    @Test
    void itsKeyStaysInTheDataFolder(@TempDir Path data) throws Exception {
        Fingerprint first;
        try (HostedRoom room = HostedRoom.open(options("a", anyPort(), null), data)) {
            first = room.fingerprint();
            assertThat(room.hasOtherKey()).isFalse();
        }
        HostingOptions other =
                new HostingOptions("b", anyPort(), null, null, false).withPlain(false);
        try (HostedRoom room = HostedRoom.open(other, data)) {
            assertThat(room.fingerprint()).isEqualTo(first);
            assertThat(room.hasOtherKey()).isFalse();
            assertThat(room.kept()).isNull();
            assertThat(room.allowsPlain()).isFalse();
        }
        Files.delete(data.resolve("host-key.pem"));
        try (HostedRoom room = HostedRoom.open(other, data)) {
            assertThat(room.fingerprint()).isNotEqualTo(first);
            assertThat(room.hasOtherKey()).isTrue();
        }
        Files.writeString(data.resolve("host-key.pem"), "something else");
        assertThatThrownBy(() -> HostedRoom.open(other, data))
                .isInstanceOf(BrokenKeyException.class)
                .hasMessageContaining("host-key.pem");
    }

    @Test
    void letsPeopleInWithoutEncryptionWhereAnybodyMayComeInUnlessToldOtherwise() throws Exception {
        try (HostedRoom room = HostedRoom.open(options("a", anyPort(), null))) {
            assertThat(room.allowsPlain()).isTrue();
            room.password("tea");
            assertThat(room.allowsPlain()).isFalse();
            room.password(null);
            assertThat(room.allowsPlain()).isTrue();
            room.door().asking(true);
            assertThat(room.allowsPlain()).isFalse();
            room.allowPlain(true);
            assertThat(room.allowsPlain()).isTrue();
            room.password("tea");
            assertThat(room.allowsPlain()).isTrue();
        }
        try (HostedRoom room = HostedRoom.open(options("a", anyPort(), "tea"))) {
            assertThat(room.allowsPlain()).isFalse();
        }
        HostingOptions asking = options("a", anyPort(), null).withAsksFirst(true);
        try (HostedRoom room = HostedRoom.open(asking.withPlain(null))) {
            assertThat(room.allowsPlain()).isFalse();
        }
    }

    private static String awaitLine(BufferedReader lines, String part) throws IOException {
        String line;
        while ((line = lines.readLine()) != null) {
            if (line.contains(part)) {
                return line;
            }
        }
        throw new AssertionError("no line with " + part);
    }

    /** Ports of tests are free ones, never the usual one. */
    private static PortChoice anyPort() throws IOException {
        return PortChoice.preferred(FreePort.find());
    }

    private static HostingOptions options(String name, PortChoice port, @Nullable String password) {
        return new HostingOptions(name, port, password, null);
    }
}
