package chat.snug.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Address;
import chat.snug.client.ClientEvent.Said;
import chat.snug.net.NanoClock;
import chat.snug.net.SelectorLoop;
import chat.snug.server.ChatServer;
import chat.snug.server.options.ServerLimits;
import chat.snug.server.options.ServerOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wires that break while people talk: in the end everybody has the same, once, in one order. */
@Timeout(180)
class LossyWireTest {
    private static final int PEOPLE = 4;
    private static final int EACH = 60;

    private final List<Listener> people = new ArrayList<>();
    private SelectorLoop loop;
    private ChatServer server;

    @BeforeEach
    void open() throws Exception {
        loop = SelectorLoop.start("test-client-loop", NanoClock.system());
        server =
                ChatServer.start(
                        ServerOptions.atPort(0)
                                .withRoom("#lobby")
                                .withLimits(ServerLimits.defaults().withoutThrottle()));
    }

    @AfterEach
    void close() {
        people.forEach(listener -> listener.client().close());
        loop.close();
        server.close();
    }

    private Listener listener(String name, int port, int toSay) {
        Address address = new Address("127.0.0.1", port, false, "#lobby", null);
        Listener listener = new Listener(loop, address, name, toSay);
        people.add(listener);
        return listener;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 9, 16, 20_261_121})
    void nothingIsLostAndNothingStandsTwice(long seed) throws Exception {
        List<CuttingWire> wires = new ArrayList<>();
        try {
            for (int i = 0; i < PEOPLE; i++) {
                CuttingWire wire =
                        new CuttingWire(server.address().getPort(), seed * PEOPLE + i, 8);
                wires.add(wire);
                listener("guest" + i, wire.port(), EACH);
            }
            for (Listener listener : people) {
                listener.await("its own words", one -> one.own().size() == EACH);
            }
            for (Listener listener : people) {
                // Who came late was shown the latest page, and the rest on asking.
                listener.toTheBeginning();
                listener.await("all words", one -> one.known() >= PEOPLE * EACH);
            }
            List<String> order = orderOfTheHost();
            assertThat(order).as("what the host has").hasSize(PEOPLE * EACH);
            for (Listener listener : List.copyOf(people).subList(0, PEOPLE)) {
                assertThat(listener.reconnects()).as("breaks").isPositive();
                check(listener, order);
            }
        } finally {
            for (CuttingWire wire : wires) {
                wire.close();
            }
        }
    }

    /** The ids of all messages as somebody new pages through them. */
    private List<String> orderOfTheHost() throws Exception {
        Listener late = listener("late", server.address().getPort(), 0);
        late.await("the latest", one -> one.known() > 0);
        late.toTheBeginning();
        List<Said> heard = late.heard();
        assertThat(heard).extracting(Said::text).doesNotHaveDuplicates();
        return ids(heard);
    }

    static List<String> ids(List<Said> said) {
        List<String> ids = new ArrayList<>();
        for (Said one : said) {
            ids.add(Objects.requireNonNull(one.id()));
        }
        return ids;
    }

    /** That somebody has what the host has, each once and in its order. */
    static void check(Listener listener, List<String> order) {
        Map<String, Integer> places = new HashMap<>();
        for (String id : order) {
            places.put(id, places.size());
        }
        List<String> all = ids(listener.heard());
        List<Integer> heard = new ArrayList<>();
        for (String id : all) {
            heard.add(places.getOrDefault(id, -1));
        }
        assertThat(heard).as("order of %s", listener).doesNotContain(-1).isSorted();
        all.addAll(ids(listener.own()));
        assertThat(all)
                .as("what %s has", listener)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(order);
    }

    @Test
    void arrivesPagesBackAndEndsAtTheBeginning() throws Exception {
        Listener talker = listener("talker", server.address().getPort(), 250);
        talker.await("its own words", one -> one.own().size() == 250);
        List<String> order = orderOfTheHost();
        assertThat(order).isEqualTo(ids(talker.own()));
    }
}
