package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A screen that falls behind lets the host wait. */
class PausedReadingTest extends ClientFixture {
    private static final int MANY = 5_000;

    @Test
    void nothingIsToldUntilItIsResumedAndThenAllInOrder() throws Exception {
        client.connect();
        host.welcome();
        events.await(ClientEvent.PeopleListed.class);
        client.pauseReading();
        settle();
        host.send(":Ben!b@h PRIVMSG #lobby :one", ":Ben!b@h PRIVMSG #lobby :two");
        settle();
        assertThat(events.rest()).isEmpty();
        client.resumeReading();
        assertThat(events.await(Said.class).text()).isEqualTo("one");
        assertThat(events.await(Said.class).text()).isEqualTo("two");
    }

    @Test
    void whoeverTakesTheEventsPausesInTheMiddleOfWhatWasReadAtOnce() throws Exception {
        List<String> heard = new ArrayList<>();
        EventLog log = new EventLog();
        ChatClient[] self = new ChatClient[1];
        client =
                new ChatClient(
                        loop,
                        host.address(),
                        ANN,
                        ClientOptions.defaults(),
                        event -> {
                            if (event instanceof Said said) {
                                heard.add(said.text());
                                if (heard.size() % 1_000 == 0) {
                                    self[0].pauseReading();
                                    log.accept(event);
                                }
                            } else {
                                log.accept(event);
                            }
                        });
        self[0] = client;
        client.connect();
        host.welcome();
        log.await(ClientEvent.PeopleListed.class);
        StringBuilder lines = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            lines.append(":Ben!b@h PRIVMSG #lobby :").append(i).append("\r\n");
            expected.add(Integer.toString(i));
        }
        host.send(lines.toString());
        for (int i = 1_000; i <= MANY; i += 1_000) {
            log.await(Said.class);
            settle();
            assertThat(heard).hasSize(i);
            client.resumeReading();
        }
        assertThat(heard).isEqualTo(expected);
    }

    @Test
    void aHostThatIsNotListenedToIsNotGivenUp() throws Exception {
        client.connect();
        host.welcome();
        events.await(ClientEvent.PeopleListed.class);
        pass(Duration.ofSeconds(31));
        host.await("PING snug-alive");
        client.pauseReading();
        for (int i = 0; i < 5; i++) {
            pass(Duration.ofSeconds(31));
        }
        assertThat(events.rest()).isEmpty();
        client.resumeReading();
        pass(Duration.ofSeconds(31));
        host.await("PING snug-alive");
        pass(Duration.ofSeconds(16));
        assertThat(events.await(ClientEvent.Disconnected.class).failure().kind())
                .isEqualTo(Failure.Kind.TIMED_OUT);
    }

    @Test
    void thePauseOutlivesTheConnection() throws Exception {
        client.pauseReading();
        client.connect();
        host.accept().await("USER");
        host.send(":fake.test 001 Ann :Welcome", ":fake.test 376 Ann :End");
        pass(Duration.ofSeconds(11));
        events.await(ClientEvent.Connecting.class);
        // How it is connected is no word of the host.
        assertThat(events.rest()).allMatch(ClientEvent.SecrecyChanged.class::isInstance);
        client.resumeReading();
        events.await(ClientEvent.Connected.class);
    }

    @Test
    void aPausedConnectionCanBeClosed() throws Exception {
        client.connect();
        host.welcome();
        events.await(ClientEvent.PeopleListed.class);
        client.pauseReading();
        client.close("good night");
        assertThat(host.await("QUIT")).isEqualTo("QUIT :good night");
        host.awaitEnd();
    }
}
