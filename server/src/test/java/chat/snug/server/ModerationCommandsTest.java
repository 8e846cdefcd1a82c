package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.server.options.PlaceLimits;
import org.junit.jupiter.api.Test;

class ModerationCommandsTest extends LiveServer {
    @Test
    void somebodyWhoIsRemovedIsToldAndGone() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        WireClient carl = person("carl");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");
        carl.ask("JOIN #den");
        ann.sync();
        bob.sync();

        assertThat(ann.ask("KICK #den BOB :be nice"))
                .containsExactly(":ann!user@127.0.0.1 KICK #den bob :be nice");
        assertThat(bob.sync()).containsExactly(":ann!user@127.0.0.1 KICK #den bob :be nice");
        assertThat(carl.sync()).containsExactly(":ann!user@127.0.0.1 KICK #den bob :be nice");
        assertThat(ann.ask("NAMES #den").getFirst()).endsWith(" :@ann carl");
        assertThat(bob.ask("PRIVMSG #den :but").getFirst()).contains(" 404 bob #den ");
    }

    @Test
    void severalAreRemovedOneByOneAndWithAReasonOfOurs() {
        WireClient ann = person("ann");
        ann.ask("JOIN #den");
        person("bob").ask("JOIN #den");
        person("carl").ask("JOIN #den");
        ann.sync();

        assertThat(ann.ask("KICK #den bob,carl,dora"))
                .containsExactly(
                        ":ann!user@127.0.0.1 KICK #den bob ann",
                        ":ann!user@127.0.0.1 KICK #den carl ann",
                        ":snug.local 441 ann dora #den :They are not in this room");
    }

    @Test
    void eachMayBeRemovedFromARoomOfTheirOwn() {
        WireClient ann = person("ann");
        ann.ask("JOIN #a,#b");
        person("bob").ask("JOIN #a,#b");
        ann.sync();

        assertThat(ann.ask("KICK #a,#b bob,bob :x"))
                .containsExactly(
                        ":ann!user@127.0.0.1 KICK #a bob x", ":ann!user@127.0.0.1 KICK #b bob x");
    }

    @Test
    void whoMayNotRemoveOthersIsTold() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        ann.ask("JOIN #den,#attic");
        bob.ask("JOIN #den");

        assertThat(bob.ask("KICK #den ann", "KICK #attic ann", "KICK #none ann", "KICK #den"))
                .containsExactly(
                        ":snug.local 482 bob #den :Only a moderator of the room can do this",
                        ":snug.local 442 bob #attic :You are not in this room",
                        ":snug.local 403 bob #none :No such channel",
                        ":snug.local 461 bob KICK :Not enough parameters");
    }

    @Test
    void anInvitationReachesTheOneInvitedAndNobodyElse() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        WireClient carl = person("carl");
        ann.ask("JOIN #den", "MODE #den +i");
        carl.ask("JOIN #den");

        assertThat(ann.ask("INVITE Bob #DEN")).containsExactly(":snug.local 341 ann bob #den");
        assertThat(bob.sync()).containsExactly(":ann!user@127.0.0.1 INVITE bob #den");
        assertThat(carl.sync()).isEmpty();
        assertThat(bob.ask("INVITE"))
                .containsExactly(
                        ":snug.local 336 bob #den", ":snug.local 337 bob :End of /INVITE list");
        assertThat(bob.ask("JOIN #den").getFirst()).isEqualTo(":bob!user@127.0.0.1 JOIN #den");
        assertThat(bob.ask("INVITE")).hasSize(1);
    }

    @Test
    void anInvitationEndsWithItsRoom() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        ann.ask("JOIN #den");
        ann.ask("INVITE bob #den");

        ann.ask("PART #den", "JOIN #den", "MODE #den +i");

        bob.sync();
        assertThat(bob.ask("INVITE")).hasSize(1).first().asString().contains(" 337 ");
        assertThat(bob.ask("JOIN #den").getFirst()).contains(" 473 ");
    }

    @Test
    void ofManyInvitationsTheOldestIsForgotten() {
        restart(options -> options.withLimits(options.limits().withPlaces(new PlaceLimits(3, 3))));
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        for (int i = 0; i <= 3; i++) {
            ann.ask("JOIN #r" + i, "MODE #r" + i + " +i", "INVITE bob #r" + i);
        }
        bob.sync();

        assertThat(bob.ask("INVITE"))
                .containsExactly(
                        ":snug.local 336 bob #r1",
                        ":snug.local 336 bob #r2",
                        ":snug.local 336 bob #r3",
                        ":snug.local 337 bob :End of /INVITE list");
        assertThat(bob.ask("JOIN #r0").getFirst()).contains(" 473 ");
        assertThat(bob.ask("JOIN #r1").getFirst()).endsWith(" JOIN #r1");
    }

    @Test
    void whoMayNotInviteIsTold() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        WireClient carl = person("carl");
        ann.ask("JOIN #den,#open", "MODE #den +i");
        ann.ask("INVITE bob #den");
        bob.ask("JOIN #den,#open");

        assertThat(
                        bob.ask(
                                "INVITE carl #den",
                                "INVITE ann #den",
                                "INVITE nobody #den",
                                "INVITE carl #none",
                                "INVITE carl"))
                .containsExactly(
                        ":snug.local 482 bob #den :Only a moderator of the room can do this",
                        ":snug.local 482 bob #den :Only a moderator of the room can do this",
                        ":snug.local 401 bob nobody :No such nick/channel",
                        ":snug.local 403 bob #none :No such channel",
                        ":snug.local 461 bob INVITE :Not enough parameters");
        assertThat(bob.ask("INVITE ann #open"))
                .containsExactly(":snug.local 443 bob ann #open :They are in this room already");
        assertThat(carl.ask("INVITE ann #open"))
                .containsExactly(":snug.local 442 carl #open :You are not in this room");
    }
}
