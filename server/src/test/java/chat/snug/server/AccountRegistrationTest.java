package chat.snug.server;

import static chat.snug.server.Sasl.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.room.RateLimit;
import chat.snug.server.options.AccountLimits;
import chat.snug.server.options.CrowdLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** IRCv3 draft/account-registration. */
class AccountRegistrationTest extends LiveServer {
    private void allowBeforeConnect() {
        restart(options -> options.withRegisterBeforeConnect(true));
    }

    private static String fail(String words) {
        return ":snug.local FAIL REGISTER " + words;
    }

    @Test
    void theCapabilityTellsWhatIsPossible() {
        assertThat(connect().ask("CAP LS 302").getFirst())
                .contains(
                        " draft/account-registration=custom-account-name,max-password-length=300,"
                                + "min-password-length=6 ");
        assertThat(connect().ask("CAP LS").getFirst()).contains(" draft/account-registration ");
        allowBeforeConnect();
        assertThat(connect().ask("CAP LS 302").getFirst())
                .contains(" draft/account-registration=before-connect,custom-account-name,");
    }

    @Test
    void whoRegistersIsLoggedIn() {
        WireClient ann = capable("Ann", "draft/account-registration account-notify");

        assertThat(ann.ask("REGISTER * * :" + PASSWORD))
                .containsExactly(
                        ":snug.local REGISTER SUCCESS Ann :Account successfully registered",
                        ":snug.local 900 Ann Ann!user@127.0.0.1 Ann :You are now logged in as Ann",
                        ":Ann!user@127.0.0.1 ACCOUNT Ann");
        assertThat(ann.ask("WHOIS ann")).contains(":snug.local 330 Ann Ann Ann :is logged in as");
    }

    @Test
    void theAccountCanHaveItsOwnName() {
        assertThat(person("ann").ask("REGISTER AnnAccount * :" + PASSWORD))
                .startsWith(
                        ":snug.local REGISTER SUCCESS AnnAccount :Account successfully registered");
    }

    @Test
    void anAddressForMailIsTakenIfItCouldBeOne() {
        assertThat(person("ann").ask("REGISTER * ann@example.org :" + PASSWORD).getFirst())
                .startsWith(":snug.local REGISTER SUCCESS ann ");
        assertThat(person("bob").ask("REGISTER * nonsense :" + PASSWORD))
                .containsExactly(
                        fail("INVALID_EMAIL bob :That is no address for mail; * stands for none"));
        assertThat(person("eve").ask("REGISTER * @x :" + PASSWORD)).hasSize(1);
    }

    @Test
    void aNameIsThereOnce() {
        person("Ann").ask("REGISTER * * :" + PASSWORD);

        assertThat(person("bob").ask("REGISTER ann * :" + PASSWORD))
                .containsExactly(fail("ACCOUNT_EXISTS ann :There is an account of that name"));
    }

    @Test
    void theNameOfSomebodyElseIsNotTaken() {
        person("ann");

        assertThat(person("bob").ask("REGISTER Ann * :" + PASSWORD))
                .containsExactly(fail("BAD_ACCOUNT_NAME Ann :Somebody else is called that now"));
    }

    @Test
    void anAccountIsCalledLikeAPerson() {
        WireClient ann = person("ann");

        for (String name : List.of("#room", "a!b", "-x", "x".repeat(31), "a@b", "a,b", "a.b")) {
            assertThat(ann.ask("REGISTER " + name + " * :" + PASSWORD))
                    .containsExactly(
                            fail(
                                    "BAD_ACCOUNT_NAME "
                                            + name
                                            + " :An account's name is one for a person"));
        }
    }

    @Test
    void passwordsHaveALength() {
        WireClient ann = person("ann");

        assertThat(ann.ask("REGISTER * * 12345"))
                .containsExactly(fail("WEAK_PASSWORD ann :A password has 6 bytes at least"));
        assertThat(ann.ask("REGISTER * * " + "x".repeat(301)))
                .containsExactly(
                        fail("UNACCEPTABLE_PASSWORD ann :A password has 300 bytes at most"));
        assertThat(ann.ask("REGISTER * * abc\u0007def"))
                .containsExactly(
                        fail(
                                "UNACCEPTABLE_PASSWORD ann :The password has characters that"
                                        + " cannot be typed"));
        assertThat(ann.ask("REGISTER annabel * AnnaBel"))
                .containsExactly(fail("WEAK_PASSWORD annabel :The password must not be the name"));
        assertThat(ann.ask("REGISTER * * 123456")).hasSize(2);
    }

    @Test
    void onePersonRegistersOnce() {
        WireClient ann = person("ann");
        ann.ask("REGISTER * * :" + PASSWORD);

        assertThat(ann.ask("REGISTER other * :" + PASSWORD))
                .containsExactly(
                        fail("ALREADY_AUTHENTICATED ann :You are logged in as ann already"));
        assertThat(ann.ask("VERIFY ann 123"))
                .containsExactly(
                        ":snug.local FAIL VERIFY ALREADY_AUTHENTICATED ann :You are logged in as"
                                + " ann already");
    }

    @Test
    void thereIsNoCodeToVerify() {
        assertThat(person("ann").ask("VERIFY ann 123"))
                .containsExactly(
                        ":snug.local FAIL VERIFY INVALID_CODE ann :No account here has to be"
                                + " verified");
    }

    @Test
    void whatIsMissingIsTold() {
        assertThat(person("ann").ask("REGISTER", "REGISTER *", "REGISTER * *", "VERIFY ann"))
                .containsExactly(
                        ":snug.local 461 ann REGISTER :Not enough parameters",
                        ":snug.local 461 ann REGISTER :Not enough parameters",
                        ":snug.local 461 ann REGISTER :Not enough parameters",
                        ":snug.local 461 ann VERIFY :Not enough parameters");
    }

    @Test
    void theConnectionComesFirst() {
        WireClient client = connect();

        assertThat(client.ask("CAP LS 302", "NICK ann", "REGISTER * * :" + PASSWORD).getLast())
                .isEqualTo(
                        fail(
                                "COMPLETE_CONNECTION_REQUIRED :Complete the connection before you"
                                        + " register an account"));
        assertThat(client.ask("VERIFY ann 1"))
                .containsExactly(
                        ":snug.local FAIL VERIFY COMPLETE_CONNECTION_REQUIRED :Complete the"
                                + " connection before you register an account");
        client.ask("USER u 0 * :U", "CAP END");
        assertThat(client.ask("REGISTER * * :" + PASSWORD)).hasSize(2);
    }

    @Test
    void beforeConnectNeedsAName() {
        allowBeforeConnect();
        WireClient client = connect();

        assertThat(client.ask("CAP LS 302", "REGISTER * * :" + PASSWORD).getLast())
                .isEqualTo(fail("NEED_NICK * :Say first what you want to be called: NICK"));
        assertThat(client.ask("REGISTER ann * :" + PASSWORD).getLast()).contains(" NEED_NICK * ");
        assertThat(client.ask("NICK ann", "REGISTER * * :" + PASSWORD))
                .containsExactly(
                        ":snug.local REGISTER SUCCESS ann :Account successfully registered",
                        ":snug.local 900 * ann!*@127.0.0.1 ann :You are now logged in as ann");
        assertThat(client.ask("USER u 0 * :U", "CAP END").getFirst()).contains(" 001 ann ");
        assertThat(client.ask("WHOIS ann"))
                .contains(":snug.local 330 ann ann ann :is logged in as");
    }

    @Test
    void thePasswordOfTheServerComesBeforeAnything() {
        restart(options -> options.withRegisterBeforeConnect(true).withPassword("door"));
        WireClient client = connect();

        assertThat(client.ask("CAP LS 302", "NICK ann", "REGISTER * * :" + PASSWORD).getLast())
                .isEqualTo(
                        fail(
                                "TEMPORARILY_UNAVAILABLE * :This server has a password: send it"
                                        + " first with PASS"));
        assertThat(client.ask("PASS door", "REGISTER * * :" + PASSWORD)).hasSize(2);
    }

    @Test
    void oneOfTwoWhoWantANameAtOnceGetsIt() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");

        ann.send("REGISTER same * :" + PASSWORD);
        bob.send("REGISTER same * :" + PASSWORD);
        List<String> both =
                List.of(ann.sync().getFirst(), bob.sync().getFirst()).stream().sorted().toList();

        assertThat(both.getFirst())
                .isEqualTo(fail("ACCOUNT_EXISTS same :There is an account of that name"));
        assertThat(both.getLast()).startsWith(":snug.local REGISTER SUCCESS same ");
    }

    @ParameterizedTest
    @CsvSource({
        "petl, petI",
        "petI, petl",
        "coco, сосо",
        "сосо, coco",
        "modern, modem",
        "pet1, petl"
    })
    void aNameThatIsReadAsThatOfSomebodyHereIsNotTaken(String guest, String imitation) {
        WireClient inside = person(guest);
        WireClient eve = person("eve");

        assertThat(eve.ask("REGISTER " + imitation + " * :" + PASSWORD))
                .containsExactly(
                        fail(
                                "BAD_ACCOUNT_NAME "
                                        + imitation
                                        + " :It looks like the name of somebody here"));
        assertThat(inside.ask("REGISTER * * :" + PASSWORD).getFirst()).contains(" SUCCESS ");
    }

    @Test
    void whoIsGoneOrHasAnotherNameNowIsNotImitated() {
        WireClient carl = person("petI");
        carl.ask("NICK carl");
        person("Iook").send("QUIT").untilClosed();
        WireClient eve = person("eve");

        assertThat(eve.ask("REGISTER petl * :" + PASSWORD).getFirst()).contains(" SUCCESS ");
        assertThat(carl.ask("REGISTER look * :" + PASSWORD).getFirst()).contains(" SUCCESS ");
    }

    /** All come before the first password is hashed. */
    @Test
    void fromOneAddressOnlySoManyRegisterAtOnce() {
        AccountLimits limits =
                AccountLimits.defaults()
                        .withRegistrationsPerAddress(new RateLimit(3, TimeUnit.MINUTES.toNanos(1)));
        restart(
                options -> {
                    CrowdLimits crowd = options.limits().crowd().withoutSparingLoopback();
                    return options.withLimits(
                            options.limits().withAccounts(limits).withCrowd(crowd));
                });
        List<WireClient> all = new ArrayList<>();
        for (String nick : List.of("ann", "bob", "carl", "dora", "eve", "fay")) {
            all.add(person(nick));
        }
        all.forEach(one -> one.send("REGISTER * * :" + PASSWORD));

        assertThat(all).filteredOn(one -> one.sync().getFirst().contains(" SUCCESS ")).hasSize(3);
    }

    @Test
    void thereAreOnlySoManyAccounts() {
        AccountLimits limits = AccountLimits.defaults();
        restart(
                options ->
                        options.withLimits(
                                options.limits()
                                        .withAccounts(
                                                new AccountLimits(
                                                        1,
                                                        limits.iterations(),
                                                        8,
                                                        20,
                                                        limits.waiting(),
                                                        limits.responseBytes(),
                                                        limits.failures(),
                                                        limits.failuresPerAddress(),
                                                        limits.registrationsPerAddress(),
                                                        limits.keys(),
                                                        limits.answer()))));

        assertThat(connect().ask("CAP LS 302").getFirst())
                .contains("max-password-length=20,min-password-length=8");
        assertThat(person("ann").ask("REGISTER * * :" + PASSWORD)).hasSize(2);
        assertThat(person("bob").ask("REGISTER * * :" + PASSWORD))
                .containsExactly(
                        fail(
                                "TEMPORARILY_UNAVAILABLE bob :There were too many new accounts;"
                                        + " try again later"));
    }
}
