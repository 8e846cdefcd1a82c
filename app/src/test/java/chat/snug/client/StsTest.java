package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Failure.Kind;
import chat.snug.client.Secrecy.Proof;
import chat.snug.net.SelectorLoop;
import chat.snug.trust.KnownHosts;
import chat.snug.ui.FailureWords;
import chat.snug.ui.Messages;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts that want to be spoken with encrypted only (Strict Transport Security). */
@Timeout(60)
class StsTest {
    private static final Instant START = Instant.parse("2026-11-21T17:00:00Z");
    private static Authority authority;

    private final AtomicLong time = new AtomicLong();
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final KnownHosts known = KnownHosts.inMemory(now::get);
    private final EventLog events = new EventLog();
    private SelectorLoop loop;
    private FakeHost plain;
    private FakeHost encrypted;
    private ChatClient client;

    @BeforeAll
    static void found() throws Exception {
        authority = new Authority();
    }

    @BeforeEach
    void open() throws Exception {
        loop = SelectorLoop.start("test-client-loop", time::get);
        plain = new FakeHost();
        encrypted = new FakeHost().encrypting(authority.proof("irc.test", in(1)).context());
        client = client("irc://irc.test:" + plain.port() + "/lobby?password=sesame");
    }

    private static Instant in(int days) {
        return Authority.in(days);
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        plain.close();
        encrypted.close();
        loop.close();
        known.close();
    }

    private ChatClient client(String address) throws Exception {
        ClientOptions usual = ClientOptions.defaults();
        ClientOptions options =
                new ClientOptions(
                        usual.connectTimeout(),
                        usual.pingInterval(),
                        usual.pingTimeout(),
                        null,
                        _ -> List.of(InetAddress.ofLiteral("127.0.0.1")),
                        usual.lookups(),
                        Trust.of(authority.store(), known),
                        () -> null,
                        new Random(7),
                        Clock.systemUTC());
        return new ChatClient(
                loop, Address.parse(address), new Identity("Ann", "Ann"), options, events);
    }

    private void again(String address) throws Exception {
        client.close();
        events.await(ClientEvent.Disconnected.class);
        client = client(address);
        client.connect();
    }

    /** The plain host asks to be called elsewhere, and hears nothing but the question. */
    private void askForUpgrade(String sts) throws Exception {
        client.connect();
        plain.accept();
        assertThat(plain.next()).isEqualTo("CAP LS 302");
        plain.send(":irc.test CAP * LS :multi-prefix " + sts + " server-time");
        assertThat(plain.restOfLines()).isEmpty();
    }

    private void welcomeEncrypted(String offer) throws Exception {
        encrypted.accept();
        assertThat(encrypted.next()).isEqualTo("CAP LS 302");
        encrypted.send(":irc.test CAP * LS :" + offer);
        encrypted.await("USER");
        encrypted.send(":irc.test 001 Ann :Welcome", ":irc.test 376 Ann :End");
        encrypted.await("JOIN");
        encrypted.send(":Ann!ann@127.0.0.1 JOIN #lobby", ":irc.test 366 Ann #lobby :End");
        events.await(ClientEvent.RoomEntered.class);
    }

    @Test
    void goesWhereTheHostEncryptsAtOnceAndRemembersThat() throws Exception {
        askForUpgrade("sts=port=" + encrypted.port() + ",duration=1000");
        welcomeEncrypted("sts=duration=1000");
        assertThat(events.notAwaited())
                .contains(new ClientEvent.SecrecyChanged(Secrecy.NONE))
                .anyMatch(
                        event ->
                                event instanceof ClientEvent.SecrecyChanged(Secrecy how)
                                        && how.proof() == Proof.VOUCHED);
        assertThat(Objects.requireNonNull(known.policy("irc.test")).port())
                .isEqualTo(encrypted.port());
        // The plain host is not asked any more.
        plain.close();
        for (String form : List.of("irc://irc.test:" + plain.port(), "irc.test:7000/x")) {
            again(form);
            encrypted.accept();
            assertThat(encrypted.next()).isEqualTo("CAP LS 302");
        }
    }

    @Test
    void aPolicyHoldsFromTheEndOfTheConnectionAndThenIsOver() throws Exception {
        askForUpgrade("sts=port=" + encrypted.port());
        welcomeEncrypted("sts=duration=1000,port=1,x=y");
        now.set(START.plusSeconds(900));
        client.close();
        events.await(ClientEvent.Disconnected.class);
        now.set(START.plusSeconds(1899));
        assertThat(known.policy("irc.test")).isNotNull();
        now.set(START.plusSeconds(1900));
        assertThat(known.policy("irc.test")).isNull();
    }

    @Test
    void neverFallsBackWhileAPolicyHolds() throws Exception {
        known.policy("irc.test", encrypted.port(), Duration.ofDays(1));
        encrypted.close();
        client.connect();
        Failure failure = events.await(ClientEvent.ConnectFailed.class).failure();
        assertThat(failure.kind()).isEqualTo(Kind.ENCRYPTION_FAILED);
        assertThat(plain.nobodyCame()).isTrue();

        try (FakeHost stripped = new FakeHost()) {
            known.policy("irc.test", stripped.port(), Duration.ofDays(1));
            client.connect();
            stripped.accept().send(":irc.test NOTICE * :Come in");
            failure = events.await(ClientEvent.ConnectFailed.class).failure();
        }
        assertThat(failure.kind()).isEqualTo(Kind.ENCRYPTION_GONE);
        Messages english = Messages.of(Locale.ENGLISH);
        Address address = Address.parse("irc://irc.test:" + plain.port());
        assertThat(new FailureWords(english).of(failure, address, "Ann"))
                .isEqualTo(english.text("failure.encryption-gone", address.display()));
        assertThat(plain.nobodyCame()).isTrue();
    }

    @Test
    void aHostThatCannotProveItsNameBindsNobodyAndIsRefused() throws Exception {
        encrypted.encrypting(Authority.selfSigned("irc.test").context());
        askForUpgrade("sts=port=" + encrypted.port() + ",duration=1000");
        encrypted.acceptWhoeverGoes();
        assertThat(events.await(ClientEvent.ConnectFailed.class).failure().kind())
                .isEqualTo(Kind.CERTIFICATE_UNKNOWN);
        assertThat(known.policy("irc.test")).isNull();
        assertThat(plain.nobodyCame()).isTrue();
    }

    @Test
    void aHostThatIsKnownByItsKeyAloneBindsNobody() throws Exception {
        encrypted.encrypting(Authority.selfSigned("irc.test").context());
        client.close();
        events.await(ClientEvent.Disconnected.class);
        client = client("snug://irc.test:" + encrypted.port());
        client.connect();
        encrypted.accept().await("USER");
        encrypted.send(
                ":irc.test CAP * LS :sts=duration=1000",
                ":irc.test 001 Ann :Welcome",
                ":irc.test 376 Ann :End");
        events.await(ClientEvent.Connected.class);
        assertThat(known.policy("irc.test")).isNull();
    }

    @Test
    void noDurationEndsThePolicy() throws Exception {
        known.policy("irc.test", encrypted.port(), Duration.ofDays(1));
        client.connect();
        welcomeEncrypted("sts=duration=0");
        assertThat(known.policy("irc.test")).isNull();
        client.close();
        events.await(ClientEvent.Disconnected.class);
        assertThat(known.policy("irc.test")).isNull();
    }

    @Test
    void aPolicyThatIsOfferedLaterCountsToo() throws Exception {
        client.connect();
        plain.accept().await("CAP LS");
        plain.send(":irc.test CAP * LS :cap-notify");
        plain.await("USER");
        plain.send(":irc.test 001 Ann :Welcome", ":irc.test 376 Ann :End");
        events.await(ClientEvent.Connected.class);
        plain.send(":irc.test CAP Ann NEW :sts=port=" + encrypted.port());
        encrypted.accept();
        assertThat(encrypted.next()).isEqualTo("CAP LS 302");
    }

    /** What the host is told when the connection comes back to it in plain. */
    private void strip(String... lines) throws Exception {
        askForUpgrade("sts=port=" + encrypted.port());
        welcomeEncrypted("");
        encrypted.hangUp();
        events.await(ClientEvent.Reconnecting.class);
        client.retryNow();
        plain.accept();
        assertThat(plain.next()).isEqualTo("CAP LS 302");
        plain.send(lines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":irc.test CAP * LS :sasl server-time",
                ":irc.test CAP * ACK :sasl",
                ":irc.test 421 * CAP :Unknown command",
                ":irc.test 001 Ann :Welcome",
            })
    void whoWasEncryptedIsToldNothingInPlainWithoutAPolicyEither(String stripped) throws Exception {
        strip(":irc.test NOTICE * :Looking up your hostname", stripped);
        assertThat(plain.restOfLines()).isEmpty();
        assertThat(events.await(ClientEvent.Disconnected.class).failure().kind())
                .isEqualTo(Kind.ENCRYPTION_GONE);
    }

    @Test
    void whoWasEncryptedIsToldNothingByBeingSilentInPlain() throws Exception {
        strip();
        time.addAndGet(Duration.ofSeconds(4).toNanos());
        loop.execute(() -> {});
        assertThat(plain.restOfLines()).isEmpty();
        assertThat(events.await(ClientEvent.Disconnected.class).failure().kind())
                .isEqualTo(Kind.ENCRYPTION_GONE);
    }

    @Test
    void whoWasEncryptedMayAskForItAgain() throws Exception {
        strip(":irc.test CAP * LS :sts=port=" + encrypted.port());
        encrypted.accept();
        assertThat(encrypted.next()).isEqualTo("CAP LS 302");
    }

    @Test
    void nothingIsSaidInPlainThatIsForNobodyWhoDoesNotEncrypt() throws Exception {
        client.submit(new ClientRequest.NeverInPlain());
        client.connect();
        plain.accept();
        assertThat(plain.next()).isEqualTo("CAP LS 302");
        plain.send(":irc.test CAP * LS :sasl");
        assertThat(plain.restOfLines()).isEmpty();
        assertThat(events.await(ClientEvent.ConnectFailed.class).failure().kind())
                .isEqualTo(Kind.ENCRYPTION_GONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sts", "sts=duration=1000", "sts=port=0", "sts=port=70000", "sts=port="})
    void whatNamesNoPortIsNoUpgrade(String offer) throws Exception {
        client.connect();
        plain.accept().await("CAP LS");
        plain.send(":irc.test CAP * LS :" + offer);
        assertThat(plain.next()).isEqualTo("PASS sesame");
    }

    @Test
    void aHostThatDoesNotKnowTheQuestionIsToldWhoIsThere() throws Exception {
        client.connect();
        plain.accept().await("CAP LS");
        plain.send(":irc.test 421 * CAP :Unknown command");
        assertThat(plain.next()).isEqualTo("PASS sesame");
    }

    @Test
    void aHostThatLeavesTheQuestionUnansweredIsToldAfterAWhile() throws Exception {
        client.connect();
        plain.accept().await("CAP LS");
        time.addAndGet(Duration.ofSeconds(4).toNanos());
        loop.execute(() -> {});
        assertThat(plain.next()).isEqualTo("PASS sesame");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    port=6697                      | 6697  |
                    port=6697,duration=2592000     | 6697  | 2592000
                    duration=0                     | 0     | 0
                    duration=10,preload            | 0     | 10
                    preload,x=1,port=1,duration=5  | 1     | 5
                    port=65536                     | 0     |
                    port=-1,duration=-1            | 0     |
                    port,duration                  | 0     |
                    duration=99999999999999999999  | 0     |
                    """)
    void readsWhatIsOffered(String value, int port, Long seconds) {
        assertThat(StsOffer.parse(value))
                .isEqualTo(
                        new StsOffer(port, seconds == null ? null : Duration.ofSeconds(seconds)));
    }
}
