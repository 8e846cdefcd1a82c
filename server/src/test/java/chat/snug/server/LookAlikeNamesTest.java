package chat.snug.server;

import static chat.snug.server.Sasl.PASSWORD;
import static chat.snug.server.Sasl.login;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.server.options.ServerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody is called so that it could be read as the name of an account. */
class LookAlikeNamesTest extends LiveServer {
    private static final String REFUSED = " :Nickname looks like one that belongs to somebody else";

    /** Somebody who owns their name. */
    private WireClient owner(String nick) {
        WireClient owner = person(nick);
        assertThat(owner.ask("REGISTER * * :" + PASSWORD)).hasSize(2);
        return owner;
    }

    @ParameterizedTest
    @CsvSource({"paul, pauI", "paul, Pau1", "bob, b0b", "marion, rnarion", "will, vvill"})
    void aNameIsNotImitatedWhetherItsOwnerIsThereOrNot(String name, String imitation) {
        WireClient owner = owner(name);
        WireClient other = person("other");

        assertThat(other.ask("NICK " + imitation))
                .containsExactly(":snug.local 433 other " + imitation + REFUSED);
        owner.send("QUIT").untilClosed();
        WireClient guest = connect();
        assertThat(guest.ask("NICK " + imitation, "USER u 0 * :U"))
                .containsExactly(":snug.local 433 * " + imitation + REFUSED);
        assertThat(guest.ask("NICK " + imitation + "2").getFirst())
                .contains(" 001 " + imitation + "2 ");
        assertThat(other.ask("REGISTER " + imitation + " * :" + PASSWORD).getFirst())
                .contains(" FAIL REGISTER BAD_ACCOUNT_NAME " + imitation + " ");
    }

    @Test
    void numberedNamesGoOnAsBefore() {
        owner("bob");
        for (int i = 1; i <= 21; i++) {
            owner("bob" + i);
        }
        assertThat(person("other").ask("NICK bobl"))
                .containsExactly(":snug.local 433 other bobl" + REFUSED);
    }

    @Test
    void namesThatBelongToNobodyAreForAnybody() {
        person("al1");

        assertThat(connect().ask("NICK all", "USER u 0 * :U").getFirst()).contains(" 001 all ");
    }

    @Test
    void anotherCaseOfTheOwnNameIsNoWayToImitate() {
        owner("paul");
        WireClient paui = owner("paui");

        assertThat(paui.ask("NICK pauI")).containsExactly(":snug.local 433 paui pauI" + REFUSED);
        assertThat(paui.ask("NICK Paui")).containsExactly(":paui!user@127.0.0.1 NICK Paui");
    }

    @Test
    void theOwnerMayWriteTheNameOtherwise() {
        WireClient owner = owner("Ian");
        owner.send("QUIT").untilClosed();
        owner = person("ian", login("ian", ""));

        assertThat(owner.ask("NICK IAN")).containsExactly(":ian!user@127.0.0.1 NICK IAN");
    }

    @Test
    void theHostIsCalledWhatTheHostLikes() {
        String key = ServerOptions.newHostKey();
        restart(options -> options.withHostKey(key));
        owner("lan");

        assertThat(connect().ask("PASS " + key, "NICK Ian", "USER u 0 * :U").getFirst())
                .contains(" 001 Ian ");
    }
}
