package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.key.OwnKey;
import chat.snug.server.host.Acquaintance;
import chat.snug.server.host.Knock;
import chat.snug.server.options.DoorOptions;
import chat.snug.server.options.Security;
import chat.snug.server.options.ServerOptions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Those who come with a key of their own are known again by it, whatever they call themselves. */
class KnownKeyTest extends LiveServer {
    private static final OwnKey HOST = OwnKey.make();

    private final String hostKey = ServerOptions.newHostKey();
    private final OwnKey ann = OwnKey.make();
    private final OwnKey eve = OwnKey.make();
    private Porter porter;

    @BeforeEach
    void askFirst() {
        restart(
                options ->
                        options.withHostKey(hostKey)
                                .withSecurity(new Security(HOST, true))
                                .withDoor(DoorOptions.defaults().withAsking(true)));
        porter = new Porter(server());
    }

    private WireClient knocking(OwnKey key, String nick, String... before) {
        return encrypted(key).send(before).send("NICK " + nick, "USER user 0 * :U");
    }

    private void decided() {
        porter.until(List::isEmpty);
    }

    @Test
    void whoWasLetInComesAgainByTheirKeyUnderAnotherNameToo() {
        WireClient first = knocking(ann, "ann");
        Knock knock = porter.knock("ann");
        assertThat(knock.remembered()).isTrue();
        assertThat(knock.account()).as("new here").isNull();
        server().door().admit(knock);
        decided();
        assertThat(first.sync()).anyMatch(line -> line.contains(" 001 ann "));
        first.send("QUIT").untilClosed();

        assertThat(knocking(ann, "anna").sync())
                .anyMatch(line -> line.contains(" 001 anna "))
                .noneMatch(line -> line.contains("Waiting"));
    }

    @Test
    void whoTakesTheNameOfSomebodyWhoWasLetInIsAskedAbout() {
        WireClient first = knocking(ann, "ann");
        server().door().admit(porter.knock("ann"));
        decided();
        first.send("QUIT").untilClosed();

        assertThat(knocking(eve, "ann").next()).contains("Waiting for the host");
        assertThat(knocking(OwnKey.make(), "bob").next()).contains("Waiting for the host");
    }

    @Test
    void whoWasTurnedAwayStaysOutUnderAnotherName() {
        WireClient first = knocking(eve, "eve");
        server().door().turnAway(porter.knock("eve"));
        first.untilClosed();

        assertThat(knocking(eve, "mallory").untilClosed())
                .contains("ERROR :The host did not let you in")
                .noneMatch(line -> line.contains("Waiting"));
        List<Acquaintance> known = Porter.ask(server().door()::known);
        server().door().forget(known.getFirst().key());
        assertThat(knocking(eve, "eve").next()).contains("Waiting for the host");
    }

    @Test
    void whoWasTurnedAwayComesInByAnInviteAllTheSame() {
        WireClient first = knocking(eve, "eve");
        server().door().turnAway(porter.knock("eve"));
        first.untilClosed();
        String secret =
                Objects.requireNonNull(
                        Porter.<@Nullable String>ask(
                                made -> server().door().invite(null, 1, made)));

        assertThat(knocking(eve, "eve", "PASS " + secret).sync())
                .anyMatch(line -> line.contains(" 001 eve "));
    }

    @Test
    void anInviteForOneIsForOneKeyAndForNoOther() {
        String secret =
                Objects.requireNonNull(
                        Porter.<@Nullable String>ask(
                                made -> server().door().invite(null, 1, made)));
        for (int i = 0; i < 3; i++) {
            WireClient again = knocking(ann, "ann", "PASS " + secret);
            assertThat(again.sync()).anyMatch(line -> line.contains(" 001 ann "));
            again.send("QUIT").untilClosed();
        }

        assertThat(knocking(eve, "ann", "PASS " + secret).untilClosed())
                .contains("ERROR :This invite has been used as often as it may be");
        assertThat(connect().send("PASS " + secret, "NICK ann", "USER u 0 * :U").untilClosed())
                .as("without a key")
                .contains("ERROR :This invite has been used as often as it may be");
    }

    @Test
    void whoCameByAnInviteThatIsWithdrawnNowHasToAskOnceTheyAreForgotten() {
        String secret =
                Objects.requireNonNull(
                        Porter.<@Nullable String>ask(
                                made -> server().door().invite(null, 0, made)));
        WireClient first = knocking(ann, "ann", "PASS " + secret);
        first.sync();
        first.send("QUIT").untilClosed();
        server().door().withdraw(Porter.ask(server().door()::invites).getFirst().id());
        assertThat(knocking(eve, "eve", "PASS " + secret).untilClosed())
                .contains("ERROR :The host has withdrawn this invite");

        List<Acquaintance> known = Porter.ask(server().door()::known);
        assertThat(known).extracting(Acquaintance::name).containsExactly("ann");
        server().door().forget(known.getFirst().key());

        assertThat(knocking(ann, "ann", "PASS " + secret).untilClosed())
                .contains("ERROR :The host has withdrawn this invite");
    }

    @Test
    void aFloodOfKeysIsRememberedOnlySoFar() {
        restart(
                options ->
                        options.withPassword("sesame")
                                .withSecurity(new Security(HOST, true))
                                .withDoor(
                                        DoorOptions.defaults()
                                                .withLimits(
                                                        options.door()
                                                                .limits()
                                                                .withKept(9, 3, 9))));
        String secret =
                Objects.requireNonNull(
                        Porter.<@Nullable String>ask(
                                made -> server().door().invite(null, 0, made)));
        for (int i = 0; i < 6; i++) {
            WireClient one = knocking(OwnKey.make(), "p" + i, "PASS " + secret);
            one.sync();
            one.send("QUIT").untilClosed();
        }

        assertThat(Porter.<List<Acquaintance>>ask(server().door()::known)).hasSize(3);
    }
}
