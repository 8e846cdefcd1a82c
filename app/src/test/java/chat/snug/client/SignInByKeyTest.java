package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.AccountChanged;
import chat.snug.client.ClientEvent.SignInFailed;
import chat.snug.client.ClientEvent.SignInFailed.Trouble;
import chat.snug.key.OwnKey;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A network knows somebody by their key, but only somebody who wants that. */
class SignInByKeyTest extends ClientFixture {
    private static Authority authority;
    private static Authority.Proof proof;
    private final OwnKey mine = OwnKey.make();

    @BeforeAll
    static void found() throws Exception {
        authority = new Authority();
        proof = authority.proof();
    }

    @BeforeEach
    void encrypt() throws Exception {
        host.encrypting(ShownKeyTest.asking(proof.managers()));
        client = client(host.address(), trusting(authority.trust()).withOwnKey(() -> mine));
    }

    /** Comes in as far as what is offered. */
    private void meet() throws IOException {
        host.accept();
        host.await("CAP LS");
        host.send(":irc.test CAP * LS :sasl=PLAIN,EXTERNAL");
        host.await("CAP REQ");
        host.send(":irc.test CAP * ACK :sasl");
    }

    private void letIn() throws IOException {
        host.await("CAP END");
        host.send(":irc.test 001 Ann :Welcome Ann!ann@far.test", ":irc.test 422 Ann :No MOTD");
        events.await(ClientEvent.Connected.class);
    }

    @Test
    void theConnectionBeginsAnewWithTheKey() throws Exception {
        client.connect();
        meet();
        assertThat(host.shownKey()).isNull();
        letIn();

        client.submit(new ClientRequest.SignInByKey());

        host.await("QUIT");
        meet();
        assertThat(host.shownKey()).isEqualTo(mine.fingerprint());
        assertThat(host.await("AUTHENTICATE")).isEqualTo("AUTHENTICATE EXTERNAL");
        host.send("AUTHENTICATE +");
        assertThat(host.await("AUTHENTICATE")).isEqualTo("AUTHENTICATE +");
        host.send(":irc.test 900 Ann Ann!ann@far.test ann :in", ":irc.test 903 Ann :done");
        assertThat(events.await(AccountChanged.class)).isEqualTo(new AccountChanged("ann", false));
        letIn();
    }

    @Test
    void whoAsksBeforeIsKnownFromTheStart() throws Exception {
        client.submit(new ClientRequest.SignInByKey());
        client.connect();
        meet();
        assertThat(host.shownKey()).isEqualTo(mine.fingerprint());
        host.await("AUTHENTICATE EXTERNAL");
        host.send("AUTHENTICATE +", ":irc.test 904 Ann :SASL authentication failed");
        assertThat(events.await(SignInFailed.class).trouble()).isEqualTo(Trouble.KEY_UNKNOWN);
        letIn();
    }
}
