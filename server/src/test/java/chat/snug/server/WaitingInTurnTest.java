package chat.snug.server;

import static chat.snug.server.Sasl.PASSWORD;
import static chat.snug.server.Sasl.login;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.server.host.Knock;
import chat.snug.server.options.DoorLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever sends many to the door keeps out nobody who comes from elsewhere. */
class WaitingInTurnTest extends AskingServer {
    private static final String FULL =
            "ERROR :Too many people wait to be let in; try again later, or ask the host for an"
                    + " invite";

    /** Somebody from an address of this computer, once they wait. */
    private WireClient waitingFrom(int address, String nick) {
        WireClient client = knockingFrom(address, nick);
        porter.knock(nick);
        return client;
    }

    private WireClient knockingFrom(int address, String nick) {
        return connectFrom("127.0.0." + address).send("NICK " + nick, "USER user 0 * :U");
    }

    private void limit(int all, int perAddress) {
        open(limited(limits -> limits.withWaiting(all, perAddress, limits.patience())));
    }

    private List<String> waiting() {
        List<Knock> all = Porter.ask(server().door()::onKnock);
        return all.stream().map(Knock::name).toList();
    }

    @Test
    void aFloodFromTenAddressesKeepsNobodyOut() {
        DoorLimits limits = DoorLimits.defaults();
        int each = limits.waitingPerAddress();
        List<WireClient> flood = new ArrayList<>();
        for (int i = 0; i < limits.waiting(); i++) {
            flood.add(waitingFrom(10 + i / each, "bad" + i));
        }

        WireClient friend = waitingFrom(99, "friend");
        assertThat(friend.next()).isEqualTo(WAIT);
        assertThat(flood.getLast().untilClosed()).containsExactly(WAIT, FULL);
        assertThat(knockingFrom(19, "again").untilClosed()).containsExactly(FULL);
        assertThat(knockingFrom(12, "other").untilClosed()).containsExactly(FULL);
        assertThat(friend.sync()).as("whoever waits in turn goes on waiting").isEmpty();
        assertThat(waiting()).hasSize(limits.waiting()).contains("friend");
    }

    @Test
    void addressesTakeTurns() {
        limit(50, 5);
        waitingFrom(1, "a1");
        waitingFrom(1, "a2");
        waitingFrom(1, "a3");
        waitingFrom(2, "b1");
        waitingFrom(2, "b2");
        waitingFrom(3, "c1");
        assertThat(waiting()).containsExactly("a1", "b1", "c1", "a2", "b2", "a3");

        server().door().turnAway(Porter.named(knocks(), "a1"));
        porter = new Porter(server());
        waitingFrom(1, "a4");
        waitingFrom(4, "d1");
        assertThat(waiting()).containsExactly("b1", "c1", "d1", "a2", "b2", "a3", "a4");
    }

    private List<Knock> knocks() {
        return Porter.ask(server().door()::onKnock);
    }

    @Test
    void whoComesLaterFromAnAddressThatHasFewerIsNotPutBehindThoseWhoCameBefore() {
        limit(3, 5);
        waitingFrom(1, "a1");
        waitingFrom(1, "a2");
        waitingFrom(2, "b1");

        WireClient third = waitingFrom(3, "c1");
        assertThat(third.next()).isEqualTo(WAIT);
        assertThat(waiting()).containsExactly("a1", "b1", "c1");
        assertThat(Stream.of(1, 2, 3, 4).map(i -> knockingFrom(i, "late" + i).untilClosed()))
                .as("of those who have one each nobody gives way")
                .allMatch(List.of(FULL)::equals);
    }

    @Test
    void whoHasBeenHereBeforeIsNotKeptOutByTheirNeighbours() {
        limit(50, 2);
        server().door().asking(false);
        WireClient member = person("mia");
        assertThat(member.ask("REGISTER * * :" + PASSWORD)).hasSize(2);
        member.send("QUIT").untilClosed();
        server().door().asking(true);
        WireClient first = knocking("eve1");
        porter.knock("eve1");
        WireClient second = knocking("eve2");
        porter.knock("eve2");

        WireClient mia = connect().send(login("mia", "")).send("NICK mia", "USER user 0 * :U");
        Knock knock = porter.knock("mia");

        assertThat(knock.account()).isEqualTo("mia");
        assertThat(second.untilClosed()).containsExactly(WAIT, FULL);
        assertThat(first.sync()).containsExactly(WAIT);
        assertThat(knocking("eve3").untilClosed()).containsExactly(FULL);
        server().door().admit(knock);
        porter.until(all -> all.size() == 1);
        assertThat(mia.sync()).anyMatch(line -> line.contains(" 001 mia "));
    }
}
