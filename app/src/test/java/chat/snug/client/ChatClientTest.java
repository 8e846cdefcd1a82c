package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Failure.Kind;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A connection from its first moment to its last. */
class ChatClientTest extends ClientFixture {
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
    void comesBackWithAnotherPassword() throws Exception {
        client.connect();
        host.welcome();
        events.await(ClientEvent.Connected.class);
        host.hangUp();
        events.await(ClientEvent.Reconnecting.class);
        client.retryNow();
        host.accept().await("USER");
        host.send(":fake.test 464 * :Password incorrect");
        events.await(ClientEvent.Disconnected.class);
        client.password("sesame");
        client.connect();
        assertThat(host.accept().await("PASS")).isEqualTo("PASS sesame");
        host.await("USER");
        host.send(":fake.test 001 Ann :Welcome", ":fake.test 376 Ann :End");
        host.await("JOIN #lobby");
        events.await(ClientEvent.Connected.class);
    }

    @Test
    void aMessageOfSeveralLinesIsNotInterruptedByOthers() throws Exception {
        client.connect();
        host.accept().await("USER");
        host.send(
                ":fake.test CAP * LS :batch draft/multiline=max-bytes=4096,max-lines=10",
                ":fake.test CAP * ACK :batch draft/multiline",
                ":fake.test 001 Ann :Welcome",
                ":fake.test 376 Ann :End");
        host.await("JOIN #lobby");
        host.send(":Ann!ann@127.0.0.1 JOIN #lobby", ":fake.test 366 Ann #lobby :End");
        events.await(ClientEvent.PeopleListed.class);
        String lines = "1\n2\n3\n4\n5\n6";
        for (int i = 0; i < 6; i++) {
            client.submit(new ClientRequest.Say("#lobby", lines, ClientEvent.Said.Kind.TEXT));
            client.submit(new ClientRequest.ListRooms());
        }
        settle();
        pass(Duration.ofSeconds(20));
        pass(Duration.ofSeconds(20));
        for (int i = 1; i <= 6; i++) {
            host.await("BATCH +m" + i);
            for (int line = 1; line <= 6; line++) {
                assertThat(host.next()).contains("PRIVMSG #lobby " + line);
            }
            assertThat(host.next()).isEqualTo("BATCH -m" + i);
        }
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
    void whoWaitsAtTheDoorWaitsAsLongAsTheHostIsHeardOf() throws Exception {
        client.connect();
        host.accept();
        host.send(":snug.local NOTE * WAITING_FOR_HOST :Waiting for the host to let you in");
        events.await(ClientEvent.WaitingForHost.class);
        for (int i = 0; i < 9; i++) {
            pass(Duration.ofSeconds(60));
            host.send("PING snug.local");
            host.await("PONG");
        }
        host.send(":fake.test 001 Ann :Welcome", ":fake.test 376 Ann :End");
        events.await(ClientEvent.Connected.class);
    }

    @Test
    void whoWaitsAtTheDoorOfAHostThatIsGoneIsTold() throws Exception {
        client.connect();
        host.accept();
        host.send(":snug.local NOTE * WAITING_FOR_HOST :Waiting for the host to let you in");
        events.await(ClientEvent.WaitingForHost.class);
        pass(Duration.ofSeconds(151));
        assertThat(events.await(ClientEvent.ConnectFailed.class).failure().kind())
                .isEqualTo(Kind.NO_ANSWER);
    }

    @Test
    void waitingAtTheDoorCanBeCancelled() throws Exception {
        client.connect();
        host.accept();
        host.send(":snug.local NOTE * WAITING_FOR_HOST :Waiting for the host to let you in");
        events.await(ClientEvent.WaitingForHost.class);
        client.cancel();
        assertThat(events.await(ClientEvent.ConnectFailed.class).failure().kind())
                .isEqualTo(Kind.CANCELLED);
        host.awaitEnd();
    }

    @Test
    void whoIsTurnedAwayDoesNotKnockAgainByThemselves() throws Exception {
        client.connect();
        host.welcome();
        events.await(ClientEvent.Connected.class);
        host.hangUp();
        events.await(ClientEvent.Reconnecting.class);
        client.retryNow();
        host.accept();
        host.send(":snug.local FAIL * TURNED_AWAY :The host did not let you in");
        assertThat(events.await(ClientEvent.Disconnected.class).failure().kind())
                .isEqualTo(Kind.TURNED_AWAY);
        pass(Duration.ofSeconds(31));
        assertThat(events.rest()).isEmpty();
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
