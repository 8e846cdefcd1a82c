package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Failure.Kind;
import chat.snug.net.SelectorLoop;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client on real sockets, against a host that is played by hand and a clock that is too. */
@Timeout(60)
class ChatClientTest {
    private static final Identity ANN = new Identity("Ann", "Ann");

    private final AtomicLong time = new AtomicLong();
    private final EventLog events = new EventLog();
    private SelectorLoop loop;
    private FakeHost host;
    private ChatClient client;

    @BeforeEach
    void open() throws Exception {
        loop = SelectorLoop.start("test-client-loop", time::get);
        host = new FakeHost();
        client = client(host.address(), ClientOptions.defaults());
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        host.close(); // first: the loop waits for it to take the goodbye, by a clock that stands
        loop.close();
    }

    private ChatClient client(Address address, ClientOptions like) {
        return new ChatClient(loop, address, ANN, like, events);
    }

    private static ClientOptions resolving(ClientOptions.Resolver resolver, Executor lookups) {
        ClientOptions usual = ClientOptions.defaults();
        return new ClientOptions(
                usual.connectTimeout(),
                usual.pingInterval(),
                usual.pingTimeout(),
                null,
                resolver,
                lookups,
                new Random(7),
                Clock.systemUTC());
    }

    /** Moves the clock once everything that was asked of the loop before is done. */
    private void pass(Duration duration) throws Exception {
        settle();
        time.addAndGet(duration.toNanos());
        settle();
    }

    /** Waits until the loop has turned. */
    private void settle() throws Exception {
        for (int i = 0; i < 2; i++) {
            CountDownLatch turned = new CountDownLatch(1);
            loop.execute(turned::countDown);
            assertThat(turned.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void assertFails(Kind kind) {
        assertThat(events.await(ClientEvent.ConnectFailed.class).failure().kind()).isEqualTo(kind);
    }

    // ---- the first attempt

    @Test
    void connectsRegistersAndEntersTheRoom() throws Exception {
        client.connect();
        host.welcome();
        assertThat(events.await(ClientEvent.Connecting.class).attempt()).isEqualTo(1);
        assertThat(events.await(ClientEvent.Connected.class))
                .isEqualTo(new ClientEvent.Connected("Ann", "fake.test", false));
        assertThat(events.await(ClientEvent.RoomEntered.class).conversation()).isEqualTo("#lobby");
    }

    @Test
    void saysWhenNobodyListens() throws Exception {
        host.close();
        client.connect();
        assertFails(Kind.NOBODY_LISTENING);
    }

    @Test
    void saysWhenTheNameHasNoAddress() {
        client =
                client(
                        new Address("nowhere.test", 6667, false, null, null),
                        resolving(
                                name -> {
                                    throw new UnknownHostException(name);
                                },
                                Runnable::run));
        client.connect();
        assertThat(events.await(ClientEvent.ConnectFailed.class))
                .isEqualTo(
                        new ClientEvent.ConnectFailed(
                                new Failure(Kind.UNKNOWN_HOST, "nowhere.test"), null));
    }

    @Test
    void givesUpOnALookupThatTakesTooLong() throws Exception {
        client = client(host.address(), resolving(_ -> List.of(), _ -> {}));
        client.connect();
        events.await(ClientEvent.Connecting.class);
        pass(Duration.ofSeconds(11));
        assertFails(Kind.NO_ANSWER);
    }

    @Test
    void lookupConnectionAndRegistrationShareOneLimit() throws Exception {
        AtomicReference<Runnable> lookup = new AtomicReference<>();
        List<InetAddress> addresses = List.of(InetAddress.ofLiteral("127.0.0.1"));
        client = client(host.address(), resolving(_ -> addresses, lookup::set));
        client.connect();
        events.await(ClientEvent.Connecting.class);
        pass(Duration.ofSeconds(7));
        lookup.get().run();
        host.accept().await("USER");
        host.send(":fake.test NOTICE * :Looking up your hostname", "PING :x");
        host.await("PONG");
        pass(Duration.ofSeconds(4));
        assertFails(Kind.NO_ANSWER);
    }

    @Test
    void aHostThatHadNoTimeToAnswerIsNotCalledSomethingElse() throws Exception {
        AtomicReference<Runnable> lookup = new AtomicReference<>();
        List<InetAddress> addresses = List.of(InetAddress.ofLiteral("127.0.0.1"));
        client = client(host.address(), resolving(_ -> addresses, lookup::set));
        client.connect();
        events.await(ClientEvent.Connecting.class);
        pass(Duration.ofSeconds(9));
        lookup.get().run();
        host.accept().await("USER");
        pass(Duration.ofSeconds(2));
        assertFails(Kind.NO_ANSWER);
    }

    @Test
    void triesAllAddressesOfAName() throws Exception {
        List<InetAddress> addresses =
                List.of(
                        InetAddress.ofLiteral("::1"),
                        InetAddress.ofLiteral("127.0.0.2"),
                        InetAddress.ofLiteral("127.0.0.1"));
        client = client(host.address(), resolving(_ -> addresses, Runnable::run));
        client.connect();
        host.welcome();
        events.await(ClientEvent.Connected.class);
    }

    @Test
    void triesTheFamiliesByTurns() {
        List<InetAddress> addresses =
                List.of(
                        InetAddress.ofLiteral("2001:db8::1"),
                        InetAddress.ofLiteral("2001:db8::2"),
                        InetAddress.ofLiteral("192.0.2.1"),
                        InetAddress.ofLiteral("192.0.2.2"),
                        InetAddress.ofLiteral("192.0.2.3"));
        assertThat(Dialing.byTurns(addresses))
                .containsExactly(
                        addresses.get(0),
                        addresses.get(2),
                        addresses.get(1),
                        addresses.get(3),
                        addresses.get(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n",
                "SSH-2.0-OpenSSH_9.9\r\n",
                "220 mail.test ESMTP\r\n",
                "\u0015\u0003\u0003\0\u0002\u0002\u0016",
                "\u0000\u00ff\u00fe\u0080\r\n\u0001\u0002"
            })
    void saysWhenItIsNotIrc(String bytes) throws Exception {
        client.connect();
        host.accept();
        host.sendBytes(bytes.getBytes(StandardCharsets.ISO_8859_1));
        host.hangUp();
        assertFails(Kind.NOT_IRC);
    }

    @Test
    void saysWhenNothingIsSaid() throws Exception {
        client.connect();
        host.accept().await("USER");
        pass(Duration.ofSeconds(11));
        assertFails(Kind.NOT_IRC);
        host.awaitEnd();
    }

    @Test
    void saysWhenAHostDoesNotFinishItsWelcome() throws Exception {
        client.connect();
        host.accept().await("USER");
        host.send(":fake.test NOTICE * :Looking up your hostname", "PING :x");
        host.await("PONG");
        pass(Duration.ofSeconds(11));
        assertFails(Kind.NO_ANSWER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    :fake.test 464 * :Password incorrect              | WRONG_PASSWORD
                    :fake.test 465 * :You are banned                  | REFUSED
                    :fake.test 432 * Ann :Erroneous                   | NAME_REFUSED
                    :fake.test 433 * Ann :In use                      | NAME_IN_USE
                    ERROR :Too many people are connected              | HOST_FULL
                    ERROR :The host closed the room                   | CLOSED_BY_HOST
                    :fake.test NOTICE * :and hangs up without a word  | HOST_FULL
                    """)
    void saysWhyItWasTurnedAway(String line, Kind kind) throws Exception {
        client.connect();
        host.accept().await("USER");
        host.send(line);
        host.hangUp();
        assertFails(kind);
    }

    @Test
    void mayBeConnectedAgainAfterAFailure() throws Exception {
        client.connect();
        host.accept().await("USER");
        host.send(":fake.test 433 * Ann :In use");
        assertThat(events.await(ClientEvent.ConnectFailed.class).suggestedName()).isEqualTo("Ann_");
        client.connect();
        host.welcome();
        events.await(ClientEvent.Connected.class);
    }

    @Test
    void neverTurnsAnEncryptedAddressIntoAPlainConnection() {
        client =
                client(
                        new Address("127.0.0.1", host.port(), true, null, null),
                        ClientOptions.defaults());
        client.connect();
        assertFails(Kind.ENCRYPTION_UNSUPPORTED);
    }

    @Test
    void canBeCancelledWhileLookingUp() {
        client = client(host.address(), resolving(_ -> List.of(), _ -> {}));
        client.connect();
        events.await(ClientEvent.Connecting.class);
        client.cancel();
        assertFails(Kind.CANCELLED);
    }

    @Test
    void canBeCancelledWhileRegistering() throws Exception {
        client.connect();
        host.accept().await("USER");
        client.cancel();
        assertFails(Kind.CANCELLED);
        host.awaitEnd();
    }

    // ---- the connection

    @Test
    void saysGoodbyeWhenItIsClosedAndThenNothingMore() throws Exception {
        client.connect();
        host.welcome();
        events.await(ClientEvent.PeopleListed.class);
        client.submit(new ClientRequest.Say("#lobby", "last words", ClientEvent.Said.Kind.TEXT));
        client.close("good night");
        host.await("PRIVMSG #lobby");
        assertThat(host.await("QUIT")).isEqualTo("QUIT :good night");
        host.awaitEnd();
        assertThat(events.await(ClientEvent.Disconnected.class).failure().kind())
                .isEqualTo(Kind.CANCELLED);
        client.connect();
        client.retryNow();
        client.submit(new ClientRequest.ListRooms());
        client.close();
        settle();
        assertThat(events.rest()).isEmpty();
    }

    @Test
    void quitIsGoodbyeToo() throws Exception {
        client.connect();
        host.welcome();
        events.await(ClientEvent.Connected.class);
        client.submit(new ClientRequest.Quit(""));
        host.await("QUIT");
        host.awaitEnd();
    }

    @Test
    void comesBackByItselfAndEntersItsRooms() throws Exception {
        client.connect();
        host.welcome();
        events.await(ClientEvent.PeopleListed.class);
        host.hangUp();
        assertThat(events.await(ClientEvent.Disconnected.class).failure().kind())
                .isEqualTo(Kind.CONNECTION_LOST);
        ClientEvent.Reconnecting waiting = events.await(ClientEvent.Reconnecting.class);
        assertThat(waiting.delay()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));
        assertThat(events.await(ClientEvent.Connecting.class).attempt()).isEqualTo(2);
        host.welcome();
        events.await(ClientEvent.Connected.class);
        events.await(ClientEvent.RoomEntered.class);
    }

    @Test
    void waitsLongerEachTimeAndNotAtAllWhenToldSo() throws Exception {
        client.connect();
        host.welcome();
        events.await(ClientEvent.Connected.class);
        host.send("ERROR :The host closed the room");
        host.close();
        assertThat(events.await(ClientEvent.Disconnected.class).failure())
                .isEqualTo(new Failure(Kind.CLOSED_BY_HOST, "The host closed the room"));
        long[] seconds = {1, 2, 4, 8, 16, 30, 30};
        for (int i = 0; i < seconds.length; i++) {
            ClientEvent.Reconnecting waiting = events.await(ClientEvent.Reconnecting.class);
            assertThat(waiting.attempt()).isEqualTo(i + 1);
            assertThat(waiting.delay())
                    .isBetween(Duration.ofMillis(seconds[i] * 500), Duration.ofSeconds(seconds[i]));
            if (i % 2 == 0) {
                client.retryNow();
            } else {
                pass(waiting.delay());
            }
        }
        assertThat(events.rest()).noneMatch(ClientEvent.Disconnected.class::isInstance);
    }

    @Test
    void canBeCancelledWhileWaiting() throws Exception {
        client.connect();
        host.welcome();
        events.await(ClientEvent.Connected.class);
        host.hangUp();
        events.await(ClientEvent.Reconnecting.class);
        client.cancel();
        assertThat(events.await(ClientEvent.Disconnected.class).failure().kind())
                .isEqualTo(Kind.CANCELLED);
        pass(Duration.ofSeconds(31));
        assertThat(events.rest()).isEmpty();
        client.retryNow();
        host.welcome();
        events.await(ClientEvent.Connected.class);
    }

    @Test
    void doesNotComeBackAfterABan() throws Exception {
        client.connect();
        host.welcome();
        events.await(ClientEvent.Connected.class);
        host.send("ERROR :Closing Link: Ann (Banned)");
        assertThat(events.await(ClientEvent.Disconnected.class).failure().kind())
                .isEqualTo(Kind.REFUSED);
        pass(Duration.ofSeconds(31));
        assertThat(events.rest()).isEmpty();
    }

    @Test
    void doesNotComeBackWithAPasswordThatIsWrongNow() throws Exception {
        client.connect();
        host.welcome();
        events.await(ClientEvent.Connected.class);
        host.hangUp();
        events.await(ClientEvent.Reconnecting.class);
        client.retryNow();
        host.accept().await("USER");
        host.send(":fake.test 464 * :Password incorrect");
        assertThat(events.await(ClientEvent.Disconnected.class).failure().kind())
                .isEqualTo(Kind.WRONG_PASSWORD);
        pass(Duration.ofSeconds(31));
        assertThat(events.rest()).isEmpty();
    }

    @Test
    void asksASilentHostAndGivesItUp() throws Exception {
        client.connect();
        host.welcome();
        events.await(ClientEvent.PeopleListed.class);
        pass(Duration.ofSeconds(31));
        host.await("PING");
        pass(Duration.ofSeconds(16));
        assertThat(events.await(ClientEvent.Disconnected.class).failure().kind())
                .isEqualTo(Kind.TIMED_OUT);
        events.await(ClientEvent.Reconnecting.class);
    }

    @Test
    void staysWithAHostThatAnswers() throws Exception {
        client.connect();
        host.welcome();
        events.await(ClientEvent.PeopleListed.class);
        for (int i = 0; i < 5; i++) {
            pass(Duration.ofSeconds(31));
            host.await("PING snug-alive");
            host.send(":fake.test PONG fake.test snug-alive", ":b!b@h PRIVMSG #lobby :still here");
            events.await(ClientEvent.Said.class);
            pass(Duration.ofSeconds(16));
        }
        assertThat(events.rest()).isEmpty();
    }

    @Test
    void whatIsSaidWithoutAConnectionIsNotSent() throws Exception {
        client.submit(new ClientRequest.Say("#lobby", "early", ClientEvent.Said.Kind.TEXT));
        long token = events.await(ClientEvent.Pending.class).token();
        assertThat(events.await(ClientEvent.NotSent.class).token()).isEqualTo(token);
        client.connect();
        host.welcome();
        events.await(ClientEvent.PeopleListed.class);
        client.submit(new ClientRequest.Retry(token));
        assertThat(host.await("PRIVMSG")).isEqualTo("PRIVMSG #lobby :early");
    }

    @Test
    void doesNotFloodAHostThatThrowsOutWhoIsTooFast() throws Exception {
        client.connect();
        host.welcome();
        events.await(ClientEvent.PeopleListed.class);
        client.submit(
                new ClientRequest.Say("#lobby", "a\nb\nc\nd\ne\nf\ng", ClientEvent.Said.Kind.TEXT));
        client.submit(new ClientRequest.ListRooms());
        host.await("PRIVMSG #lobby a");
        host.await("PING snug-sent-1");
        host.await("PRIVMSG #lobby b");
        host.await("PRIVMSG #lobby c");
        host.await("PRIVMSG #lobby d");
        assertThat(host.next()).isEqualTo("LIST");
        pass(Duration.ofSeconds(2));
        client.submit(new ClientRequest.ListRooms());
        assertThat(host.next()).isEqualTo("PRIVMSG #lobby e");
        assertThat(host.next()).isEqualTo("LIST");
        pass(Duration.ofSeconds(4));
        assertThat(host.next()).isEqualTo("PRIVMSG #lobby f");
        assertThat(host.next()).isEqualTo("PRIVMSG #lobby g");
    }

    @Test
    void givesUpAHostThatSendsOneEndlessLine() throws Exception {
        client.connect();
        host.welcome();
        events.await(ClientEvent.Connected.class);
        byte[] noLineEnd = new byte[200_000];
        Arrays.fill(noLineEnd, (byte) 'x');
        host.sendWhileHeard(noLineEnd);
        assertThat(events.await(ClientEvent.Disconnected.class).failure().kind())
                .isEqualTo(Kind.CONNECTION_LOST);
    }

    @Test
    void readsTextOfOldNetworksThatIsNotUtf8() throws Exception {
        client.connect();
        host.welcome();
        events.await(ClientEvent.PeopleListed.class);
        host.sendBytes(
                ":Ben!b@h PRIVMSG #lobby :caf\u00e9\r\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(events.await(ClientEvent.Said.class).text()).isEqualTo("café");
    }

    @Test
    void aScreenThatFailsDoesNotEndTheConnection() throws Exception {
        client =
                new ChatClient(
                        loop,
                        host.address(),
                        ANN,
                        ClientOptions.defaults(),
                        event -> {
                            events.accept(event);
                            throw new IllegalStateException("the screen fails");
                        });
        client.connect();
        host.welcome();
        events.await(ClientEvent.PeopleListed.class);
    }

    @Test
    void aLoopThatIsClosedIsNoReasonToThrow() throws Exception {
        client.connect();
        host.welcome();
        events.await(ClientEvent.Connected.class);
        loop.close();
        assertThat(events.await(ClientEvent.Disconnected.class).failure().kind())
                .isEqualTo(Kind.CANCELLED);
        client.connect();
        client.close();
    }

    @Test
    void takesTheHostKeyInPlaceOfThePassword() throws Exception {
        Address address = host.address().withPassword("guests");
        client = client(address, ClientOptions.defaults().withHostKey("secret"));
        client.connect();
        assertThat(host.accept().await("PASS")).isEqualTo("PASS secret");
    }

    @Test
    void thePortOfNobodyIsTriedOnce() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        client =
                client(new Address("127.0.0.1", port, false, null, null), ClientOptions.defaults());
        client.connect();
        assertFails(Kind.NOBODY_LISTENING);
        pass(Duration.ofSeconds(31));
        assertThat(events.rest()).isEmpty();
    }
}
