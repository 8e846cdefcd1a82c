package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.server.host.Attendance;
import chat.snug.server.host.Guest;
import chat.snug.server.host.HouseRules;
import chat.snug.server.options.ServerOptions;
import chat.snug.store.StoreOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the host sees and decides beyond the modes of a room. */
class HostDeskTest extends LiveServer {
    private final String key = ServerOptions.newHostKey();

    @TempDir private Path folder;

    private Attendance attendance(int most) throws Exception {
        CompletableFuture<Attendance> seen = new CompletableFuture<>();
        server().attendance(most, seen::complete);
        return seen.get(60, TimeUnit.SECONDS);
    }

    @Test
    void theHostSeesWhoIsHere() throws Exception {
        Instant before = Instant.now().minusSeconds(1);
        restart(options -> options.withHostKey(key).withRoom("#den"));
        person("hugo", "PASS " + key).ask("JOIN #den");
        person("ann").ask("JOIN #den", "JOIN #attic");
        connect().sync();

        Attendance seen = attendance(100);

        assertThat(seen.count()).isEqualTo(2);
        assertThat(seen.entering()).isEqualTo(1);
        Guest hugo = named(seen, "hugo");
        Guest ann = named(seen, "ann");
        assertThat(hugo.host()).isTrue();
        assertThat(ann.host()).isFalse();
        assertThat(ann.address()).isEqualTo("127.0.0.1");
        assertThat(ann.account()).isNull();
        assertThat(ann.rooms()).containsExactly("#den", "#attic");
        assertThat(ann.since()).isAfter(before);
        assertThat(ann.idle()).isBetween(Duration.ZERO, Duration.between(before, Instant.now()));
        assertThat(ann.waitingBytes()).isZero();
    }

    /** What was asked of the server before is done when this returns. */
    private void settle() throws Exception {
        attendance(0);
    }

    private static Guest named(Attendance seen, String name) {
        return seen.guests().stream().filter(g -> g.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void ofACrowdOnlySoManyAreDescribed() throws Exception {
        for (int i = 0; i < 5; i++) {
            person("p" + i);
        }

        Attendance seen = attendance(3);

        assertThat(seen.count()).isEqualTo(5);
        assertThat(seen.guests()).hasSize(3);
    }

    @Test
    void whatSomebodyDoesNotTakeIsSeenToWait() throws Exception {
        restart(options -> options.withLimits(options.limits().withQueueBytes(64 << 20)));
        WireClient lazy = person("lazy");
        WireClient ann = person("ann");
        lazy.ask("JOIN #den");
        ann.ask("JOIN #den");
        String line = "PRIVMSG #den :" + "x".repeat(400);
        String[] lines = new String[500];
        Arrays.fill(lines, line);

        while (named(attendance(9), "lazy").waitingBytes() == 0) {
            ann.ask(lines);
        }

        assertThat(named(attendance(9), "ann").waitingBytes()).isZero();
    }

    @Test
    void anotherPasswordHoldsFromNowOn() throws Exception {
        server().password("sesame");
        settle();
        WireClient early = person("early", "PASS sesame");
        assertThat(server().isGuarded()).isTrue();
        assertThat(early.ask("PING x")).hasSize(1);
        assertThat(connect().send("NICK ann", "USER a 0 * :A").untilClosed())
                .anyMatch(line -> line.contains(" 464 "));

        server().password(null);
        settle();

        assertThat(person("bob").ask("PING x")).hasSize(1);
        assertThat(server().isGuarded()).isFalse();
    }

    @Test
    void newcomersSeeTheEarlierOrNotAsTheHostWants() throws Exception {
        WireClient ann = person("ann");
        ann.ask("JOIN #den", "PRIVMSG #den :long ago");
        WireClient bob = capable("bob", "batch draft/chathistory server-time message-tags");
        bob.ask("JOIN #den");
        assertThat(bob.ask("CHATHISTORY LATEST #den * 10")).anyMatch(l -> l.contains("long ago"));

        server().rules(server().rules().withEarlier(false));
        settle();

        assertThat(bob.ask("CHATHISTORY LATEST #den * 10")).noneMatch(l -> l.contains("long ago"));
        WireClient irssi = person("irssi");
        irssi.ask("JOIN #den");
        assertThat(irssi.sync()).noneMatch(line -> line.contains("long ago"));
        ann.ask("PRIVMSG #den :just now");
        assertThat(bob.ask("CHATHISTORY LATEST #den * 10")).anyMatch(l -> l.contains("just now"));
    }

    @Test
    void theRulesOutlastTheServer() throws Exception {
        restart(options -> options.withStore(StoreOptions.in(folder)));
        HouseRules rules = new HouseRules(false, Duration.ofDays(30), 5_000);
        server().rules(rules);
        settle();
        person("ann").sync();
        server().close();

        restart(options -> options.withStore(StoreOptions.in(folder)));

        assertThat(server().rules()).isEqualTo(rules);
    }

    @Test
    void whatIsTooMuchGoesAtOnce() throws Exception {
        restart(options -> options.withStore(StoreOptions.in(folder)));
        WireClient ann = capable("ann", "batch draft/chathistory");
        ann.ask("JOIN #den");
        for (int i = 0; i < 10; i++) {
            ann.ask("PRIVMSG #den :line " + i);
        }

        server().rules(server().rules().withEventsPerRoom(3));
        settle();

        List<String> left;
        do {
            left = ann.ask("CHATHISTORY LATEST #den * 100");
        } while (left.stream().filter(line -> line.contains(" PRIVMSG ")).count() > 3);
        assertThat(left).anyMatch(line -> line.endsWith(":line 9"));
    }

    @Test
    void forgettingEverythingKeepsTheNamesOfOpenRoomsAndTheRules() throws Exception {
        restart(
                options ->
                        options.withStore(StoreOptions.in(folder))
                                .withRoom("#Friday-workshop")
                                .withRoomTitle("Friday workshop"));
        HouseRules rules = new HouseRules(false, null, 7);
        server().rules(rules);
        settle();
        WireClient ann = capable("ann", "batch draft/metadata-2 draft/chathistory");
        ann.ask("JOIN #Friday-workshop", "PRIVMSG #Friday-workshop :secret");

        server().forgetEverything();
        settle();

        assertThat(ann.ask("CHATHISTORY LATEST #Friday-workshop * 9"))
                .noneMatch(line -> line.contains("secret"));
        assertThat(ann.ask("METADATA #Friday-workshop GET display-name"))
                .anyMatch(line -> line.endsWith(" :Friday workshop"));
        assertThat(server().rules()).isEqualTo(rules);
    }

    @Test
    void aTitleOfTheStartIsTold() {
        restart(
                options ->
                        options.withRoom("#Friday-workshop").withRoomTitle("  Friday workshop "));
        WireClient ann = capable("ann", "batch draft/metadata-2");

        assertThat(ann.ask("METADATA * SUB display-name", "JOIN #Friday-workshop"))
                .anyMatch(
                        line ->
                                line.contains("#Friday-workshop display-name")
                                        && line.endsWith(" :Friday workshop"));
    }
}
