package chat.snug.server;

import static chat.snug.server.Sasl.PASSWORD;
import static chat.snug.server.Sasl.base64;
import static chat.snug.server.Sasl.text;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.server.options.AccountLimits;
import com.ongres.scram.client.ScramClient;
import com.ongres.scram.common.exception.ScramException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SCRAM-SHA-256 (RFC 5802, RFC 7677) over AUTHENTICATE, with a library as the client. */
class ScramTest extends LiveServer {
    private WireClient ann = connect();
    private WireClient client = connect();

    @BeforeEach
    void makeTheAccount() {
        ann = person("Ann");
        ann.ask("REGISTER * * :" + PASSWORD);
        client = capable("bob", "sasl");
        assertThat(client.ask("AUTHENTICATE SCRAM-SHA-256"))
                .containsExactly(":snug.local AUTHENTICATE +");
    }

    private static ScramClient scram(String name, String password) {
        return ScramClient.builder()
                .advertisedMechanisms(List.of("SCRAM-SHA-256"))
                .username(name)
                .password(password.toCharArray())
                .build();
    }

    /** Sends a message and gives back what the server says to it, decoded if it is a message. */
    private String say(String message) {
        List<String> lines = client.ask("AUTHENTICATE " + base64(message));
        String line = lines.getLast();
        String prefix = ":snug.local AUTHENTICATE ";
        return line.startsWith(prefix) ? text(line.substring(prefix.length())) : line;
    }

    @Test
    void bothSidesProveThatTheyKnow() throws ScramException {
        ScramClient scram = scram("ann", PASSWORD);

        scram.serverFirstMessage(say(scram.clientFirstMessage().toString()));
        scram.serverFinalMessage(say(scram.clientFinalMessage().toString()));

        assertThat(client.ask("AUTHENTICATE +"))
                .containsExactly(
                        ":snug.local 900 bob bob!user@127.0.0.1 Ann :You are now logged in as Ann",
                        ":snug.local 903 bob :SASL authentication successful");
    }

    @Test
    void theHashIsSlow() {
        restart(
                options ->
                        options.withLimits(
                                options.limits().withAccounts(AccountLimits.defaults())));
        makeTheAccount();

        String challenge = say("n,,n=ann,r=abc");

        assertThat(challenge).matches("r=abc.{20,},s=[A-Za-z0-9+/]{22}==,i=60000");
    }

    @Test
    void whoDoesNotKnowThePasswordIsRefused() throws ScramException {
        ScramClient scram = scram("ann", "the wrong one");
        scram.serverFirstMessage(say(scram.clientFirstMessage().toString()));

        assertThat(say(scram.clientFinalMessage().toString()))
                .isEqualTo(
                        ":snug.local 904 bob :SASL authentication failed: wrong name or password");
    }

    @Test
    void aNameThatIsNotThereIsRefusedAsLateAndAlwaysInTheSameWay() throws ScramException {
        String salt = say("n,,n=nobody,r=abc").replaceAll(".*,s=", "");
        client.ask("AUTHENTICATE *", "AUTHENTICATE SCRAM-SHA-256");
        ScramClient scram = scram("nobody", PASSWORD);
        String challenge = say(scram.clientFirstMessage().toString());
        scram.serverFirstMessage(challenge);

        assertThat(challenge).endsWith(salt);
        assertThat(say(scram.clientFinalMessage().toString()))
                .isEqualTo(
                        ":snug.local 904 bob :SASL authentication failed: wrong name or password");
    }

    @Test
    void channelBindingIsRefused() {
        assertThat(say("p=tls-unique,,n=ann,r=abc"))
                .isEqualTo(":snug.local 904 bob :SASL authentication failed: invalid response");
    }

    @Test
    void aClientThatWouldBindIfWeCouldIsTaken() {
        assertThat(say("y,,n=ann,r=abc")).startsWith("r=abc");
    }

    @Test
    void nobodyActsAsSomebodyElse() {
        assertThat(say("n,a=bob,n=ann,r=abc"))
                .isEqualTo(
                        ":snug.local 904 bob :SASL authentication failed: you cannot act as"
                                + " somebody else");
        client.ask("AUTHENTICATE SCRAM-SHA-256");
        assertThat(say("n,a=Ann,n=ann,r=abc")).startsWith("r=abc");
    }

    @Test
    void theProofDoesNotLogInBeforeTheClientHasSeenOurs() throws ScramException {
        ScramClient scram = scram("ann", PASSWORD);
        scram.serverFirstMessage(say(scram.clientFirstMessage().toString()));
        say(scram.clientFinalMessage().toString());

        assertThat(client.ask("WHOIS bob")).noneMatch(line -> line.contains(" 330 "));
        assertThat(client.ask("AUTHENTICATE *"))
                .containsExactly(":snug.local 906 bob :SASL authentication aborted");
        assertThat(client.ask("WHOIS bob")).noneMatch(line -> line.contains(" 330 "));
    }

    @Test
    void whatIsProvedOfAnAccountThatIsGoneOpensNoOtherOfItsName() throws Exception {
        ScramClient scram = scram("ann", PASSWORD);
        scram.serverFirstMessage(say(scram.clientFirstMessage().toString()));
        say(scram.clientFinalMessage().toString());
        server().forgetEverything();
        assertThat(ann.next()).contains(" 901 Ann ");
        assertThat(ann.ask("REGISTER * * :another one")).hasSize(2);

        assertThat(client.ask("AUTHENTICATE +"))
                .containsExactly(
                        ":snug.local 904 bob :SASL authentication failed: wrong name or password");
    }

    @Test
    void moreBehindTheProofIsRefused() throws ScramException {
        ScramClient scram = scram("ann", PASSWORD);
        scram.serverFirstMessage(say(scram.clientFirstMessage().toString()));
        say(scram.clientFinalMessage().toString());

        assertThat(say("more")).contains(" 904 bob ");
    }
}
