package chat.snug.server;

import static chat.snug.server.Sasl.PASSWORD;
import static chat.snug.server.Sasl.login;
import static chat.snug.server.Sasl.plain;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.server.options.AccountLimits;
import chat.snug.server.options.ServerOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The name of an account is for its owner. */
class ReservedNamesTest extends LiveServer {
    private static final String RESERVED = " :Nickname is reserved: sign in to its account first";
    private static final String IN_USE = " :Nickname is already in use";

    /** An account whose owner is not there. */
    private void account(String name) {
        WireClient owner = person(name);
        assertThat(owner.ask("REGISTER * * :" + PASSWORD)).hasSize(2);
        owner.send("QUIT").untilClosed();
    }

    @Test
    void aGuestCannotComeInWithIt() {
        account("ann");
        WireClient guest = connect();

        assertThat(guest.ask("NICK Ann", "USER u 0 * :U"))
                .containsExactly(":snug.local 433 * Ann" + RESERVED);
        assertThat(guest.ask("NICK ann2").getFirst()).contains(" 001 ann2 ");
        assertThat(guest.ask("NICK ann")).containsExactly(":snug.local 433 ann2 ann" + RESERVED);
    }

    @Test
    void theOwnerComesInWithIt() {
        account("ann");
        WireClient owner = connect();

        assertThat(owner.ask("CAP LS 302", "NICK ann", "USER u 0 * :U"))
                .allMatch(line -> line.contains(" CAP * LS "));
        owner.ask("CAP REQ sasl", "AUTHENTICATE PLAIN", plain("ann", PASSWORD));
        assertThat(owner.ask("CAP END").getFirst()).contains(" 001 ann ");
    }

    @Test
    void theOwnerTakesItLater() {
        account("ann");
        WireClient owner = person("other", "CAP REQ sasl", "CAP END");
        assertThat(owner.ask("NICK ann")).containsExactly(":snug.local 433 other ann" + RESERVED);

        owner.ask("AUTHENTICATE PLAIN", plain("ann", PASSWORD));

        assertThat(owner.ask("NICK ann")).containsExactly(":other!user@127.0.0.1 NICK ann");
    }

    @Test
    void whoDoesNotProveToBeTheOwnerIsToldAtTheEnd() {
        account("ann");
        WireClient guest = connect();
        guest.ask("CAP LS 302", "NICK ann", "USER u 0 * :U", "CAP REQ sasl");

        assertThat(guest.ask("AUTHENTICATE PLAIN", plain("ann", "the wrong one")))
                .anyMatch(line -> line.contains(" 904 "));
        assertThat(guest.ask("CAP END")).containsExactly(":snug.local 433 * ann" + RESERVED);
        assertThat(guest.ask("NICK ann2").getFirst()).contains(" 001 ann2 ");
    }

    @Test
    void anotherAccountDoesNotHelp() {
        account("ann");
        account("bob");
        WireClient bob = person("bob", login("bob", ""));

        assertThat(bob.ask("NICK ann")).containsExactly(":snug.local 433 bob ann" + RESERVED);
    }

    @Test
    void whoHasItWhenTheOwnerComesGetsAnother() {
        account("ann");
        account("bob");
        // came in as its owner, and is logged in as somebody else now
        WireClient holder = person("ann", login("ann", ""));
        holder.ask("JOIN #den", "AUTHENTICATE PLAIN", plain("bob", PASSWORD));
        WireClient witness = person("eve");
        witness.ask("JOIN #den");
        holder.sync();

        WireClient owner = connect();
        assertThat(owner.ask(login("ann", "")).getLast()).contains(" 903 ");
        assertThat(owner.ask("NICK ann", "USER u 0 * :U").getFirst()).contains(" 001 ann ");

        List<String> lines = holder.sync();
        assertThat(lines.getFirst())
                .matches(
                        ":snug.local NOTICE ann :The owner of the name ann has signed in, so you"
                                + " are called Guest\\d{4} now");
        assertThat(lines.getLast()).matches(":ann!user@127.0.0.1 NICK Guest\\d{4}");
        assertThat(witness.sync()).containsExactly(lines.getLast());
    }

    @Test
    void aSecondConnectionOfTheAccountCannotHaveItAsLongAsTheFirstAnswers() {
        account("ann");
        WireClient first = person("ann", login("ann", ""));
        WireClient second = connect();
        second.ask(login("ann", ""));

        second.send("NICK ann", "USER u 0 * :U");
        assertThat(first.next()).isEqualTo("PING snug.local");
        first.send("PONG snug.local");

        assertThat(second.next()).isEqualTo(":snug.local 433 * ann" + IN_USE);
        assertThat(second.ask("NICK ann2").getFirst()).contains(" 001 ann2 ");
        first.sync();
    }

    @Test
    void aFirstConnectionThatDoesNotAnswerIsReplaced() {
        AccountLimits limits = AccountLimits.defaults();
        restart(
                options ->
                        options.withLimits(
                                options.limits()
                                        .withAccounts(
                                                new AccountLimits(
                                                        limits.accounts(),
                                                        limits.iterations(),
                                                        limits.minPassword(),
                                                        limits.maxPassword(),
                                                        limits.waiting(),
                                                        limits.responseBytes(),
                                                        limits.failures(),
                                                        limits.failuresPerAddress(),
                                                        limits.registrationsPerAddress(),
                                                        limits.keys(),
                                                        Duration.ofMillis(50)))));
        account("ann");
        WireClient ghost = person("ann", login("ann", ""));
        WireClient later = person("later", login("ann", ""));

        assertThat(later.ask("NICK ann")).containsExactly(":later!user@127.0.0.1 NICK ann");
        assertThat(ghost.untilClosed())
                .containsExactly(
                        "PING snug.local",
                        "ERROR :Replaced by a newer connection of the same account");
    }

    @Test
    void aConnectionThatEndsMeanwhileIsReplacedToo() {
        account("ann");
        WireClient first = person("ann", login("ann", ""));
        WireClient second = person("second", login("ann", ""));

        second.send("NICK ann");
        assertThat(first.next()).isEqualTo("PING snug.local");
        first.close();

        assertThat(second.next()).isEqualTo(":second!user@127.0.0.1 NICK ann");
    }

    @Test
    void anotherCaseOfTheOwnNameIsNoOtherName() {
        account("ann");
        WireClient ann = person("ann", login("ann", ""));

        assertThat(ann.ask("NICK ANN")).containsExactly(":ann!user@127.0.0.1 NICK ANN");
    }

    @Test
    void theHostIsCalledWhatTheHostLikes() {
        String key = ServerOptions.newHostKey();
        restart(options -> options.withHostKey(key));
        account("mei");

        assertThat(connect().ask("PASS " + key, "NICK mei", "USER u 0 * :U").getFirst())
                .contains(" 001 mei ");
        WireClient owner = person("other", login("mei", ""));
        assertThat(owner.ask("NICK mei")).containsExactly(":snug.local 433 other mei" + IN_USE);
    }

    @Test
    void aNameInUseIsToldAtOnceToWhoCannotBeTheOwner() {
        person("ann");

        assertThat(connect().ask("CAP LS 302", "NICK ann").getLast())
                .isEqualTo(":snug.local 433 * ann" + IN_USE);
    }
}
