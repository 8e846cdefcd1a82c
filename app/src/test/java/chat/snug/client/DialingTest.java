package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Failure.Kind;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first attempt to come in: found, answered, or told why not. */
class DialingTest extends ClientFixture {
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
}
