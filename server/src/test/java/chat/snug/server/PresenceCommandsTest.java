package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PresenceCommandsTest extends LiveServer {
    @Test
    void beingAwayIsToldToThoseWhoWantToKnow() {
        WireClient ann = person("ann");
        WireClient bob = capable("bob", "away-notify");
        WireClient carl = person("carl");
        ann.ask("JOIN #a,#b");
        bob.ask("JOIN #a,#b");
        carl.ask("JOIN #a");
        ann.sync();
        bob.sync();

        assertThat(ann.ask("AWAY :out to lunch"))
                .containsExactly(":snug.local 306 ann :You have been marked as being away");
        assertThat(bob.sync()).containsExactly(":ann!user@127.0.0.1 AWAY :out to lunch");
        assertThat(ann.ask("AWAY :"))
                .containsExactly(":snug.local 305 ann :You are no longer marked as being away");
        assertThat(bob.sync()).containsExactly(":ann!user@127.0.0.1 AWAY");
        assertThat(ann.ask("AWAY")).hasSize(1);
        assertThat(bob.sync()).isEmpty();
        assertThat(carl.sync()).isEmpty();
    }

    @Test
    void aLongMessageIsCut() {
        WireClient ann = person("ann");
        ann.ask("AWAY :" + "z".repeat(300));

        assertThat(ann.ask("PRIVMSG ann :x").getLast()).endsWith(" " + "z".repeat(200));
    }

    @Test
    void aNewRealNameIsToldToThoseWhoWantToKnow() {
        WireClient ann = capable("ann", "setname");
        WireClient bob = capable("bob", "setname");
        WireClient carl = person("carl");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");
        carl.ask("JOIN #den");
        ann.sync();
        bob.sync();

        assertThat(ann.ask("SETNAME :Ann Other"))
                .containsExactly(":ann!user@127.0.0.1 SETNAME :Ann Other");
        assertThat(bob.sync()).containsExactly(":ann!user@127.0.0.1 SETNAME :Ann Other");
        assertThat(carl.sync()).isEmpty();
        assertThat(carl.ask("WHOIS ann").getFirst()).endsWith(" * :Ann Other");
        assertThat(carl.ask("SETNAME :C")).isEmpty();
        assertThat(ann.sync()).containsExactly(":carl!user@127.0.0.1 SETNAME C");
    }

    @Test
    void aRealNameThatIsNoneIsRefused() {
        WireClient ann = capable("ann", "setname");

        assertThat(ann.ask("SETNAME :" + "x".repeat(151), "SETNAME : ", "SETNAME :"))
                .containsOnly(":snug.local FAIL SETNAME INVALID_REALNAME :Realname is not valid")
                .hasSize(3);
        assertThat(ann.ask("SETNAME"))
                .containsExactly(":snug.local 461 ann SETNAME :Not enough parameters");
    }
}
