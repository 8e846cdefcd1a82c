package chat.snug.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.snug.keyring.KeyringException.Trouble;
import chat.snug.keyring.KeyringThread.Answer;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With GNOME's keyring itself, and with buses that are no use. */
@Timeout(120)
final class SecretServiceTest {
    @TempDir private Path home;

    private static void refused(Trouble trouble, Question question) {
        assertThatExceptionOfType(KeyringException.class)
                .isThrownBy(question::ask)
                .satisfies(e -> assertThat(e.trouble()).isEqualTo(trouble));
    }

    private interface Question {
        void ask() throws KeyringException;
    }

    @Test
    void whatIsKeptIsThereUntilItIsForgotten() throws Exception {
        KeyringSession.require();
        try (KeyringSession session = KeyringSession.in(home)) {
            SecretService keyring = new SecretService(session.address());
            assertThat(keyring.isOpen()).isTrue();
            assertThat(keyring.get("door.host")).isEmpty();
            keyring.put("door.host", "Öffne dich — 芝麻开门");
            keyring.put("door.other", "x".repeat(4_000));
            assertThat(keyring.get("door.host")).isEqualTo("Öffne dich — 芝麻开门");
            assertThat(keyring.get("door.other")).hasSize(4_000);
            keyring.put("door.host", "pencil");
            assertThat(new SecretService(session.address()).get("door.host")).isEqualTo("pencil");
            keyring.remove("door.host");
            assertThat(keyring.get("door.host")).isEmpty();
            keyring.remove("door.host");
            assertThat(keyring.get("door.other")).hasSize(4_000);
            assertThat(left("pencil")).as("encrypted on the disk").isEmpty();
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().startsWith("DBus")) {
                    assertThat(thread.join(Duration.ofSeconds(30))).as("nothing stays").isTrue();
                }
            }
        }
    }

    /** Nobody can be asked here, which is as if they did not want to. */
    @Test
    void aLockedOneStaysLocked() throws Exception {
        KeyringSession.require();
        try (KeyringSession session = KeyringSession.in(home)) {
            SecretService keyring = new SecretService(session.address());
            keyring.put("door.host", "pencil");
            session.lock();
            assertThat(keyring.isOpen()).isFalse();
            refused(Trouble.LOCKED, () -> keyring.get("door.host"));
            refused(Trouble.LOCKED, () -> keyring.put("door.host", "pen"));
            refused(Trouble.LOCKED, () -> keyring.remove("door.host"));
            assertThat(keyring.get("door.nowhere")).isEmpty();
        }
    }

    private List<Path> left(String secret) throws Exception {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile)
                    .filter(
                            file -> {
                                try {
                                    return Files.readString(file, StandardCharsets.ISO_8859_1)
                                            .contains(secret);
                                } catch (IOException e) {
                                    throw new AssertionError(e);
                                }
                            })
                    .toList();
        }
    }

    @Test
    void withoutABusThereIsNone() {
        SecretService keyring = new SecretService("unix:path=" + home.resolve("nothing"));
        refused(Trouble.ABSENT, keyring::isOpen);
        refused(Trouble.ABSENT, () -> new SecretService("nonsense").isOpen());
    }

    /** It takes connections, and says nothing. */
    @Test
    void aBusThatDoesNotAnswerHoldsNobody() throws Exception {
        Path socket = home.resolve("bus");
        try (ServerSocketChannel bus = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            bus.bind(UnixDomainSocketAddress.of(socket));
            KeyringThread thread =
                    new KeyringThread(
                            () -> new SecretService("unix:path=" + socket), Duration.ofMillis(300));
            CompletableFuture<Answer> answer = thread.get("door.host");
            try (SocketChannel there = bus.accept()) {
                assertThat(there.isConnected()).isTrue();
                assertThat(answer.get(20, TimeUnit.SECONDS).trouble()).isEqualTo(Trouble.SILENT);
                assertThat(thread.get("door.host")).isDone();
                thread.close();
            }
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(one -> one.getName().startsWith("DBus"))
                    .as("what keeps the app from ending")
                    .allMatch(Thread::isDaemon);
        }
    }
}
