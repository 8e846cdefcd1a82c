package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.server.host.Acquaintance;
import chat.snug.server.host.Act;
import chat.snug.server.host.Deed;
import chat.snug.server.host.Knock;
import chat.snug.server.options.ServerOptions;
import chat.snug.store.StoreOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A door at which somebody decides about each newcomer. */
class AskFirstTest extends AskingServer {
    @TempDir private Path folder;

    private ServerOptions kept(ServerOptions options) {
        return options.withStore(StoreOptions.in(folder));
    }

    // ---- waiting

    @Test
    void aNewcomerIsToldToWaitAndIsIn() {
        WireClient ann = knocking("ann");

        assertThat(ann.next()).isEqualTo(WAIT);
        Knock knock = porter.knock("ann");
        assertThat(knock.address()).isEqualTo("127.0.0.1");
        assertThat(knock.account()).isNull();
        assertThat(knock.remembered()).isFalse();
        assertThat(ann.ask("JOIN #den")).allMatch(line -> line.contains(" 451 "));

        server().door().admit(knock);
        porter.until(List::isEmpty);

        assertThat(ann.next()).startsWith(":snug.local 001 ann ");
        assertThat(ann.ask("JOIN #den")).anyMatch(line -> line.endsWith(" JOIN #den"));
    }

    @Test
    void aClientWithStandardRepliesIsToldInANote() {
        WireClient ann = knocking("ann", "CAP REQ standard-replies", "CAP END");

        assertThat(ann.next()).contains(" ACK ");
        assertThat(ann.next())
                .isEqualTo(
                        ":snug.local NOTE * WAITING_FOR_HOST :Waiting for the host to let you in");
        server().door().turnAway(porter.knock("ann"));
        assertThat(ann.untilClosed())
                .containsExactly(":snug.local FAIL * TURNED_AWAY :The host did not let you in", NO);
    }

    @Test
    void whoIsTurnedAwayIsToldAndTheConnectionEnds() {
        WireClient ann = knocking("ann");

        server().door().turnAway(porter.knock("ann"));

        assertThat(ann.untilClosed()).containsExactly(WAIT, NO);
        porter.until(List::isEmpty);
        assertThat(knocking("ann").next()).as("a guest is not known again").isEqualTo(WAIT);
    }

    @Test
    void theHostsOwnAppDoesNotWait() {
        assertThat(person("hugo", "PASS " + hostKey).ask("JOIN #den"))
                .anyMatch(line -> line.endsWith(" :@hugo"));
    }

    @Test
    void whoGoesDoesNotWaitAnyMore() {
        WireClient ann = knocking("ann");
        porter.knock("ann");
        WireClient bob = knocking("bob");
        porter.knock("bob");

        assertThat(ann.send("QUIT").untilClosed()).anyMatch(line -> line.contains("ERROR"));
        assertThat(porter.until(all -> all.size() == 1).getFirst().name()).isEqualTo("bob");
        bob.vanish();
        porter.until(List::isEmpty);
    }

    @Test
    void aDecisionThatComesTooLateIsWithoutEffect() {
        WireClient ann = knocking("ann");
        Knock knock = porter.knock("ann");
        ann.send("QUIT").untilClosed();
        porter.until(List::isEmpty);
        WireClient eve = knocking("ann");
        porter.knock("ann");

        server().door().admit(knock);

        assertThat(eve.sync()).containsExactly(WAIT);
    }

    @Test
    void whoTakesAnotherNameMeanwhileIsNotLetInUnderIt() {
        WireClient ann = knocking("ann");
        Knock seen = porter.knock("ann");
        ann.send("NICK boss");
        Knock boss = porter.knock("boss");
        assertThat(boss.id()).isEqualTo(seen.id());

        server().door().admit(seen);
        assertThat(ann.sync()).containsExactly(WAIT);

        server().door().admit(boss);
        assertThat(ann.next()).startsWith(":snug.local 001 boss ");
    }

    @Test
    void whoIsLetInUnderOneNameIsNotInUnderAnother() {
        WireClient ann = knocking("ann");
        Knock seen = porter.knock("ann");
        ann.send("CAP LS 302", "NICK boss");
        assertThat(ann.next()).isEqualTo(WAIT);
        assertThat(ann.sync()).isNotEmpty().allMatch(line -> line.contains(" CAP * LS "));

        server().door().admit(seen);
        porter.until(List::isEmpty);
        ann.send("CAP END");

        assertThat(ann.next()).isEqualTo(WAIT);
        porter.knock("boss");
        ann.send("NICK ann");
        assertThat(ann.next()).startsWith(":snug.local 001 ann ");
    }

    @Test
    void ofThoseWhoWaitNoTwoAreCalledTheSame() {
        knocking("ann");
        porter.knock("ann");

        WireClient eve = knocking("ANN");

        assertThat(eve.next())
                .isEqualTo(
                        ":snug.local 433 * ANN :Somebody of that name, or one like it, waits to be"
                                + " let in");
        eve.send("NICK eve");
        porter.knock("eve");
    }

    @Test
    void whoOnlyTriesNamesIsToldNothing() {
        person("ann", "PASS " + hostKey);
        WireClient eve = connect();

        assertThat(eve.ask("NICK ann", "NICK nobody")).isEmpty();
        assertThat(eve.ask("NICK ann", "USER e 0 * :E"))
                .containsExactly(":snug.local 433 * ann :Nickname is already in use");
        assertThat(eve.ask("NICK nobody")).as("a guess that fails is seen").containsExactly(WAIT);
        porter.knock("nobody");
    }

    @Test
    void whoIsLetInAndFindsTheNameTakenTakesAnotherWithoutAskingAgain() {
        WireClient ann = knocking("ann");
        Knock knock = porter.knock("ann");
        person("ann", "PASS " + hostKey);

        server().door().admit(knock);

        assertThat(ann.next()).isEqualTo(WAIT);
        assertThat(ann.next()).contains(" 433 * ann ");
        assertThat(ann.ask("NICK ann2").getFirst()).startsWith(":snug.local 001 ann2 ");
    }

    // ---- without the host's app

    @Test
    void operatorsAreToldAndDecide() {
        open(options -> options.withOperator("admin", "secret"));
        server().door().asking(false);
        Porter.ask(server().door()::known);
        WireClient admin = person("olga");
        WireClient other = person("otto");
        server().door().asking(true);
        admin.ask("OPER admin secret");
        Porter.ask(server().door()::known);

        WireClient ann = knocking("ann");
        ann.sync();

        assertThat(admin.sync())
                .contains(
                        ":snug.local NOTICE olga :ann (127.0.0.1, a guest) wants to come in: ADMIT"
                                + " ann or TURNAWAY ann");
        assertThat(other.sync()).isEmpty();
        assertThat(other.ask("ADMIT ann")).singleElement().asString().contains(" 481 ");
        assertThat(admin.ask("ADMIT"))
                .containsExactly(":snug.local NOTICE olga :ann waits, from 127.0.0.1, a guest");
        assertThat(admin.ask("ADMIT ann"))
                .containsExactly(":snug.local NOTICE olga :ann was let in");
        assertThat(ann.next()).startsWith(":snug.local 001 ann ");
        assertThat(admin.ask("TURNAWAY ann"))
                .containsExactly(
                        ":snug.local FAIL TURNAWAY NOT_WAITING ann :Nobody of that name waits");
        assertThat(admin.ask("ADMIT"))
                .containsExactly(":snug.local NOTICE olga :Nobody waits to be let in");
    }

    @Test
    void moderatorsOfTheHostsRoomDecideToo() {
        WireClient host = person("hugo", "PASS " + hostKey);
        host.ask("JOIN #den");
        WireClient mod = knocking("mod");
        server().door().admit(porter.knock("mod"));
        porter.until(List::isEmpty);
        mod.sync();
        mod.ask("JOIN #den");
        host.ask("MODE #den +o mod");
        mod.sync();
        host.sync();

        WireClient ann = knocking("ann");
        porter.knock("ann");

        assertThat(mod.sync()).anyMatch(line -> line.contains("ann (127.0.0.1, a guest) wants"));
        assertThat(host.sync()).as("the host's app asks by itself").isEmpty();
        mod.ask("TURNAWAY ann");
        assertThat(ann.untilClosed()).contains(NO);
        assertThat(deeds().getFirst())
                .satisfies(
                        deed -> {
                            assertThat(deed.who()).isEqualTo("mod");
                            assertThat(deed.act()).isEqualTo(Act.TURNED_AWAY);
                            assertThat(deed.whom()).isEqualTo("ann");
                        });
    }

    private List<Deed> deeds() {
        return Porter.ask(told -> server().door().deeds(10, told));
    }

    @Test
    void helpTellsOfTheCommands() {
        WireClient host = person("hugo", "PASS " + hostKey);

        assertThat(host.ask("HELP ADMIT")).anyMatch(line -> line.contains("lets somebody in"));
        assertThat(host.ask("HELP TURNAWAY")).anyMatch(line -> line.contains("does not let"));
    }

    // ---- what is remembered

    @Test
    void whoHasAnAccountIsKnownAgainAlsoAfterARestart() {
        open(this::kept);
        account("ann");
        account("eve");
        WireClient ann = knocking("ann", Sasl.login("ann", ""));
        Knock knock = porter.knock("ann");
        assertThat(knock.account()).isEqualTo("ann");
        assertThat(knock.remembered()).isTrue();
        server().door().admit(knock);
        porter.until(List::isEmpty);
        ann.send("QUIT").untilClosed();
        WireClient eve = knocking("eve", Sasl.login("eve", ""));
        server().door().turnAway(porter.knock("eve"));
        eve.untilClosed();

        open(this::kept);

        assertThat(knocking("ann", Sasl.login("ann", "")).sync())
                .anyMatch(line -> line.contains(" 001 ann "))
                .noneMatch(line -> line.contains("Waiting"));
        assertThat(knocking("eve", Sasl.login("eve", "")).untilClosed())
                .contains(NO)
                .noneMatch(line -> line.contains("Waiting"));
        List<Acquaintance> known = Porter.ask(server().door()::known);
        assertThat(known).extracting(Acquaintance::name).containsExactlyInAnyOrder("ann", "eve");
        assertThat(known)
                .filteredOn(Acquaintance::welcome)
                .extracting(Acquaintance::name)
                .containsExactly("ann");
    }

    private void account(String nick) {
        WireClient client = knocking(nick, "PASS " + hostKey);
        client.ask("REGISTER * * :" + Sasl.PASSWORD);
        client.send("QUIT").untilClosed();
    }

    @Test
    void whoIsForgottenHasToAskAgain() {
        account("ann");
        WireClient ann = knocking("ann", Sasl.login("ann", ""));
        server().door().admit(porter.knock("ann"));
        porter.until(List::isEmpty);
        ann.send("QUIT").untilClosed();
        List<Acquaintance> known = Porter.ask(server().door()::known);

        server().door().forget(known.getFirst().key());

        assertThat(Porter.<List<Acquaintance>>ask(server().door()::known)).isEmpty();
        assertThat(knocking("ann", Sasl.login("ann", "")).sync())
                .anyMatch(line -> line.contains("Waiting for the host"));
        assertThat(deeds().getFirst().act()).isEqualTo(Act.FORGOT);
    }

    @Test
    void onlySoManyAreRemembered() {
        open(limited(limits -> limits.withKept(9, 2, 9)));
        for (String nick : List.of("ann", "bob", "cleo")) {
            account(nick);
            WireClient client = knocking(nick, Sasl.login(nick, ""));
            server().door().admit(porter.knock(nick));
            porter.until(List::isEmpty);
            client.send("QUIT").untilClosed();
        }

        assertThat(Porter.<List<Acquaintance>>ask(server().door()::known))
                .extracting(Acquaintance::name)
                .containsExactly("cleo", "bob");
    }

    // ---- together with a password, and changed while people wait

    @Test
    void whoKnowsThePasswordIsNotAskedFor() {
        server().password("sesame");

        assertThat(knocking("ann", "PASS sesame").sync())
                .anyMatch(line -> line.contains(" 001 ann "));
        assertThat(knocking("bob").next()).contains("Waiting for the host");
        assertThat(knocking("eve", "PASS wrong").untilClosed())
                .containsExactly(
                        ":snug.local 464 * :Password incorrect", "ERROR :Password incorrect");
    }

    @Test
    void whoWaitsMaySayThePasswordAfterAll() {
        server().password("sesame");
        WireClient ann = knocking("ann");
        assertThat(ann.next()).isEqualTo(WAIT);

        assertThat(ann.ask("PASS sesame").getFirst()).startsWith(":snug.local 001 ann ");
        porter.until(all -> !all.isEmpty());
        porter.until(List::isEmpty);
    }

    @Test
    void whenNobodyIsAskedAnyMoreThoseWhoWaitComeIn() {
        WireClient ann = knocking("ann");
        porter.knock("ann");

        server().door().asking(false);

        assertThat(ann.next()).isEqualTo(WAIT);
        assertThat(ann.next()).startsWith(":snug.local 001 ann ");
        assertThat(server().door().isAsking()).isFalse();
    }

    @Test
    void whenOnlyThePasswordOpensThoseWhoWaitHaveToGo() {
        WireClient ann = knocking("ann");
        porter.knock("ann");
        server().password("sesame");

        server().door().asking(false);

        assertThat(ann.untilClosed()).contains("ERROR :Password incorrect");
    }
}
