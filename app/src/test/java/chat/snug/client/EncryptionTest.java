package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.Said;
import chat.snug.client.Failure.Kind;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hosts that are spoken with encrypted: who is believed, and what is said of who is not. */
class EncryptionTest extends ClientFixture {
    private static Authority authority;

    @BeforeAll
    static void found() throws Exception {
        authority = new Authority();
    }

    private void connectTo(Authority.Proof proof) throws Exception {
        host.encrypting(proof.context());
        client = client(host.address(), trusting(authority.trust()));
        client.connect();
    }

    @Test
    void talksEncrypted() throws Exception {
        connectTo(authority.proof());
        host.welcome();
        events.await(ClientEvent.PeopleListed.class);
        host.send(":Ben!ben@far.test PRIVMSG #lobby :hello 你好");
        assertThat(events.await(Said.class).text()).isEqualTo("hello 你好");
        client.submit(new ClientRequest.Say("#lobby", "hi", Said.Kind.TEXT));
        assertThat(host.await("PRIVMSG")).isEqualTo("PRIVMSG #lobby :hi");
        client.close("bye");
        assertThat(host.await("QUIT")).isEqualTo("QUIT :bye");
        host.awaitEnd();
    }

    @Test
    void comesBackEncrypted() throws Exception {
        connectTo(authority.proof());
        host.welcome();
        events.await(ClientEvent.PeopleListed.class);
        host.hangUp();
        events.await(ClientEvent.Reconnecting.class);
        client.retryNow();
        host.welcome();
        events.await(ClientEvent.Connected.class);
    }

    @Test
    void aCertificateOfYesterdayIsNone() throws Exception {
        assertThat(refused(authority.proof("127.0.0.1", Authority.in(-1))))
                .isEqualTo(Kind.CERTIFICATE_EXPIRED);
    }

    @Test
    void aCertificateOfTomorrowIsNone() throws Exception {
        assertThat(refused(authority.proof("127.0.0.1", Authority.in(31))))
                .isEqualTo(Kind.CERTIFICATE_NOT_YET_VALID);
    }

    @Test
    void aCertificateOfSomebodyElseIsNone() throws Exception {
        assertThat(refused(authority.proof("elsewhere.test", Authority.in(1))))
                .isEqualTo(Kind.CERTIFICATE_OF_ANOTHER);
    }

    @Test
    void aCertificateThatVouchesForItselfIsNone() throws Exception {
        assertThat(refused(Authority.selfSigned("127.0.0.1"))).isEqualTo(Kind.CERTIFICATE_UNKNOWN);
    }

    @Test
    void theAuthoritiesOfThisComputerDoNotKnowOurs() throws Exception {
        host.encrypting(authority.proof().context());
        client = client(host.address(), ClientOptions.defaults());
        client.connect();
        refuse();
        assertFails(Kind.CERTIFICATE_UNKNOWN);
    }

    /** What the person is told; the host hears nothing but that. */
    private Kind refused(Authority.Proof proof) throws Exception {
        connectTo(proof);
        refuse();
        Failure failure = events.await(ClientEvent.ConnectFailed.class).failure();
        assertThat(Reconnect.mayHelp(failure.kind())).isFalse();
        return failure.kind();
    }

    private void refuse() {
        assertThat(CompletableFuture.runAsync(this::acceptAndListen))
                .failsWithin(20, TimeUnit.SECONDS);
    }

    private void acceptAndListen() {
        try {
            host.accept().awaitEnd();
            throw new IllegalStateException("the host was not told that it is not believed");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void neverTurnsAnEncryptedAddressIntoAPlainConnection() throws Exception {
        client =
                client(
                        new Address("127.0.0.1", host.port(), true, null, "secret"),
                        ClientOptions.defaults());
        client.connect();
        host.accept().send(":fake.test NOTICE * :Come in");
        assertFails(Kind.NOT_ENCRYPTED);
    }

    @Test
    void aHostThatHangsUpInTheMiddleIsTold() throws Exception {
        client =
                client(
                        new Address("127.0.0.1", host.port(), true, null, null),
                        ClientOptions.defaults());
        client.connect();
        host.accept().hangUp();
        assertFails(Kind.ENCRYPTION_FAILED);
    }

    @Test
    void aHostThatIsSilentIsGivenUp() throws Exception {
        client =
                client(
                        new Address("127.0.0.1", host.port(), true, null, null),
                        ClientOptions.defaults());
        client.connect();
        host.accept();
        pass(ClientOptions.defaults().connectTimeout());
        assertFails(Kind.NO_ANSWER);
    }
}
