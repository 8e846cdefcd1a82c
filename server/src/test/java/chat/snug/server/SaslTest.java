package chat.snug.server;

import static chat.snug.server.Sasl.PASSWORD;
import static chat.snug.server.Sasl.base64;
import static chat.snug.server.Sasl.plain;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.server.options.AccountLimits;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IRCv3 SASL 3.1 and 3.2, and the mechanism PLAIN (RFC 4616). */
class SaslTest extends LiveServer {
    private static final String GO_ON = ":snug.local AUTHENTICATE +";
    private static final String SUCCESS = ":snug.local 903 * :SASL authentication successful";
    private static final String ABORTED = ":snug.local 906 * :SASL authentication aborted";
    private static final String TOO_LONG = ":snug.local 905 * :SASL message too long";
    private static final String WRONG =
            ":snug.local 904 * :SASL authentication failed: wrong name or password";

    @BeforeEach
    void makeTheAccount() {
        WireClient ann = person("Ann");
        assertThat(ann.ask("REGISTER * * :" + PASSWORD)).hasSize(2);
        ann.send("QUIT").untilClosed();
    }

    private WireClient newcomer() {
        WireClient client = connect();
        assertThat(client.ask("CAP REQ sasl")).containsExactly(":snug.local CAP * ACK :sasl");
        return client;
    }

    @Test
    void theMechanismsStandBehindTheCapability() {
        assertThat(String.join(" ", connect().ask("CAP LS 302")))
                .containsPattern("[ :]sasl=PLAIN,SCRAM-SHA-256( |$)");
        assertThat(String.join(" ", connect().ask("CAP LS"))).containsPattern("[ :]sasl( |$)");
        assertThat(newcomer().ask("CAP LIST")).containsExactly(":snug.local CAP * LIST :sasl");
    }

    @Test
    void plainLogsInBeforeRegistration() {
        WireClient client = newcomer();

        assertThat(client.ask("NICK ann2", "USER u 0 * :U", "AUTHENTICATE PLAIN"))
                .containsExactly(GO_ON);
        assertThat(client.ask(plain("ann", PASSWORD)))
                .containsExactly(
                        ":snug.local 900 * ann2!u@127.0.0.1 Ann :You are now logged in as Ann",
                        SUCCESS);
        assertThat(client.ask("CAP END").getFirst()).contains(" 001 ann2 ");
        assertThat(client.ask("WHOIS ann2"))
                .contains(":snug.local 330 ann2 ann2 Ann :is logged in as");
    }

    @Test
    void nobodyHasToSayTheirNameBefore() {
        assertThat(newcomer().ask("AUTHENTICATE plain", plain("ANN", PASSWORD)))
                .containsExactly(
                        GO_ON,
                        ":snug.local 900 * *!*@127.0.0.1 Ann :You are now logged in as Ann",
                        SUCCESS);
    }

    @Test
    void theNameToActAsIsTheNameOfTheAccountOrNothing() {
        assertThat(
                        newcomer()
                                .ask(
                                        "AUTHENTICATE PLAIN",
                                        "AUTHENTICATE " + base64("ann\0Ann\0" + PASSWORD)))
                .contains(SUCCESS);
        assertThat(
                        newcomer()
                                .ask(
                                        "AUTHENTICATE PLAIN",
                                        "AUTHENTICATE " + base64("bob\0Ann\0" + PASSWORD)))
                .containsExactly(
                        GO_ON,
                        ":snug.local 904 * :SASL authentication failed: you cannot act as somebody"
                                + " else");
    }

    @Test
    void aWrongNameAndAWrongPasswordLookTheSame() {
        WireClient client = newcomer();

        assertThat(client.ask("AUTHENTICATE PLAIN", plain("ann", "the wrong one")))
                .containsExactly(GO_ON, WRONG);
        assertThat(client.ask("AUTHENTICATE PLAIN", plain("nobody", PASSWORD)))
                .containsExactly(GO_ON, WRONG);
        assertThat(client.ask("AUTHENTICATE PLAIN", plain("ann", PASSWORD))).contains(SUCCESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXTERNAL", "SCRAM-SHA-256-PLUS", "ANONYMOUS", "+", "x"})
    void theMechanismsThereAreAreToldToWhoAsksForAnother(String mechanism) {
        WireClient client = newcomer();

        assertThat(client.ask("AUTHENTICATE " + mechanism))
                .containsExactly(
                        ":snug.local 908 * PLAIN,SCRAM-SHA-256 :are available SASL mechanisms",
                        ":snug.local 904 * :SASL authentication failed: there is no such"
                                + " mechanism");
        assertThat(client.ask("AUTHENTICATE PLAIN")).containsExactly(GO_ON);
    }

    @Test
    void anExchangeCanBeAborted() {
        WireClient client = newcomer();

        assertThat(client.ask("AUTHENTICATE PLAIN", "AUTHENTICATE *"))
                .containsExactly(GO_ON, ABORTED);
        assertThat(client.ask("AUTHENTICATE *")).containsExactly(ABORTED);
        assertThat(client.ask("AUTHENTICATE PLAIN", "AUTHENTICATE " + "A".repeat(400)))
                .containsExactly(GO_ON);
        assertThat(client.ask("AUTHENTICATE *")).containsExactly(ABORTED);
        assertThat(client.ask("AUTHENTICATE PLAIN", plain("ann", PASSWORD))).contains(SUCCESS);
    }

    @Test
    void theEndOfRegistrationAbortsAnExchange() {
        WireClient client = newcomer();
        client.ask("NICK bob", "USER u 0 * :U", "AUTHENTICATE PLAIN");

        List<String> lines = client.ask("CAP END");

        assertThat(lines.getFirst()).isEqualTo(ABORTED);
        assertThat(lines.get(1)).contains(" 001 bob ");
        assertThat(client.ask("WHOIS bob")).noneMatch(line -> line.contains(" 330 "));
    }

    /** Whatever is sent behind the password is handled behind the answer. */
    @Test
    void everythingWaitsForTheAnswer() {
        WireClient client = connect();
        List<String> lines =
                client.ask(
                        "CAP REQ sasl",
                        "AUTHENTICATE PLAIN",
                        plain("ann", PASSWORD),
                        "CAP END",
                        "NICK bob",
                        "USER u 0 * :U");

        assertThat(WireClient.verbs(lines))
                .startsWith("CAP", "AUTHENTICATE", "900", "903", "001", "002");
    }

    @Test
    void longResponsesComeInSeveralLines() {
        String password = "x".repeat(300);
        assertThat(person("long").ask("REGISTER * * " + password)).hasSize(2);
        String response = base64("long\0long\0" + password);
        assertThat(response.length()).isGreaterThan(400);

        assertThat(
                        newcomer()
                                .ask(
                                        "AUTHENTICATE PLAIN",
                                        "AUTHENTICATE " + response.substring(0, 400),
                                        "AUTHENTICATE " + response.substring(400)))
                .hasSize(3)
                .contains(SUCCESS);
    }

    @Test
    void aLastLineOf400IsFollowedByAnEmptyOne() {
        String name = "four";
        String password = "y".repeat(300 - 2 * name.length() - 2);
        assertThat(person(name).ask("REGISTER * * " + password)).hasSize(2);
        String response = base64(name + "\0" + name + "\0" + password);
        assertThat(response).hasSize(400);
        WireClient client = newcomer();

        assertThat(client.ask("AUTHENTICATE PLAIN", "AUTHENTICATE " + response))
                .containsExactly(GO_ON);
        assertThat(client.ask("AUTHENTICATE +")).hasSize(2).contains(SUCCESS);
    }

    @Test
    void whatIsTooLongIsRefused() {
        WireClient client = newcomer();

        assertThat(client.ask("AUTHENTICATE PLAIN", "AUTHENTICATE " + "A".repeat(401)))
                .containsExactly(GO_ON, TOO_LONG);
        assertThat(client.ask("AUTHENTICATE " + "A".repeat(401))).containsExactly(TOO_LONG);
        client.ask("AUTHENTICATE PLAIN");
        for (int i = 0; i < 10; i++) {
            assertThat(client.ask("AUTHENTICATE " + "A".repeat(400))).isEmpty();
        }
        assertThat(client.ask("AUTHENTICATE AAAA")).containsExactly(TOO_LONG);
        assertThat(client.ask("AUTHENTICATE PLAIN")).containsExactly(GO_ON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+", "?", "YQ", "YQBhAA==", "AGE=", "AAA=", "AGEAYQBhAGE=", "AP8AYWFhYWFh"})
    void whatIsNoResponseFails(String response) {
        assertThat(newcomer().ask("AUTHENTICATE PLAIN", "AUTHENTICATE " + response))
                .hasSize(2)
                .last()
                .asString()
                .startsWith(":snug.local 904 * :SASL authentication failed: ");
    }

    @Test
    void theCapabilityComesFirst() {
        assertThat(connect().ask("AUTHENTICATE PLAIN"))
                .containsExactly(
                        ":snug.local 904 * :SASL authentication failed: request the capability"
                                + " sasl first");
        assertThat(newcomer().ask("AUTHENTICATE"))
                .containsExactly(":snug.local 461 * AUTHENTICATE :Not enough parameters");
    }

    @Test
    void peopleLogInAfterRegistrationToo() {
        WireClient bob = capable("bob", "sasl");

        assertThat(bob.ask("AUTHENTICATE PLAIN", plain("ann", PASSWORD)))
                .containsExactly(
                        ":snug.local AUTHENTICATE +",
                        ":snug.local 900 bob bob!user@127.0.0.1 Ann :You are now logged in as Ann",
                        ":snug.local 903 bob :SASL authentication successful");
    }

    @Test
    void peopleChangeToAnotherAccount() {
        WireClient bob = capable("bob", "sasl account-notify");
        bob.ask("REGISTER * * another-password");

        assertThat(bob.ask("AUTHENTICATE PLAIN", plain("ann", "the wrong one")))
                .contains(
                        ":snug.local 904 bob :SASL authentication failed: wrong name or password");
        assertThat(bob.ask("WHOIS bob")).contains(":snug.local 330 bob bob bob :is logged in as");
        assertThat(bob.ask("AUTHENTICATE PLAIN", plain("ann", PASSWORD)))
                .contains(
                        ":bob!user@127.0.0.1 ACCOUNT Ann",
                        ":snug.local 903 bob :SASL authentication successful");
        assertThat(bob.ask("WHOIS bob")).contains(":snug.local 330 bob bob Ann :is logged in as");
    }

    @Test
    void theSameAccountAgainIsNoChange() {
        WireClient bob = capable("bob", "sasl account-notify");
        bob.ask("AUTHENTICATE PLAIN", plain("ann", PASSWORD));

        assertThat(bob.ask("AUTHENTICATE PLAIN", plain("ann", PASSWORD)))
                .hasSize(3)
                .noneMatch(line -> line.contains(" ACCOUNT "));
    }

    @Test
    void whoFailsTooOftenHasToGo() {
        WireClient client = newcomer();
        for (int i = 0; i < AccountLimits.defaults().failures() - 1; i++) {
            assertThat(client.ask("AUTHENTICATE x")).hasSize(2);
        }

        assertThat(client.send("AUTHENTICATE x").untilClosed())
                .last()
                .isEqualTo("ERROR :Too many SASL authentication failures");
    }

    @Test
    void theAnswerHasTheLabelOfThePassword() {
        WireClient bob = capable("bob", "sasl labeled-response batch");
        bob.ask("AUTHENTICATE PLAIN");

        List<String> lines = bob.ask("@label=x " + plain("ann", PASSWORD));

        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst()).matches("@label=x :snug.local BATCH \\+\\w+ labeled-response");
        assertThat(lines.get(1)).contains(" 900 bob ");
        assertThat(lines.get(2)).contains(" 903 bob ");
    }

    @Test
    void manyWhoComeAtOnceAreAllLetIn() {
        List<WireClient> clients = Stream.generate(this::connect).limit(12).toList();
        for (WireClient client : clients) {
            client.send("CAP REQ sasl", "AUTHENTICATE PLAIN", plain("ann", PASSWORD));
        }
        for (WireClient client : clients) {
            assertThat(client.sync()).contains(SUCCESS);
        }
    }

    @Test
    void whoDoesNotFitIntoTheQueueIsToldToComeAgain() {
        AccountLimits limits = AccountLimits.defaults();
        restart(
                options ->
                        options.withLimits(
                                options.limits()
                                        .withAccounts(
                                                new AccountLimits(
                                                        limits.accounts(),
                                                        1_500_000,
                                                        limits.minPassword(),
                                                        limits.maxPassword(),
                                                        1,
                                                        limits.responseBytes(),
                                                        limits.failures(),
                                                        limits.failuresPerAddress(),
                                                        limits.registrationsPerAddress(),
                                                        limits.keys(),
                                                        limits.answer()))));
        List<WireClient> busy = List.of(newcomer(), newcomer(), newcomer());
        for (WireClient client : busy) {
            client.ask("AUTHENTICATE PLAIN");
        }
        // the first is hashed for seconds, the second waits: the third does not fit
        WireClient barrier = connect();
        busy.get(0).send(plain("ann", PASSWORD));
        barrier.sync();
        busy.get(1).send(plain("ann", PASSWORD));
        barrier.sync();

        assertThat(busy.get(2).ask(plain("ann", PASSWORD)))
                .containsExactly(
                        ":snug.local 904 * :SASL authentication failed: too many people sign in;"
                                + " try again");
        assertThat(person("bob").ask("REGISTER * * some-password"))
                .containsExactly(
                        ":snug.local FAIL REGISTER TEMPORARILY_UNAVAILABLE bob :Too many people"
                                + " register; try again");
    }
}
