package chat.snug.server;

import static chat.snug.server.Sasl.PASSWORD;
import static chat.snug.server.Sasl.base64;
import static chat.snug.server.Sasl.plain;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.snug.key.OwnKey;
import chat.snug.net.Encrypting;
import chat.snug.room.RateLimit;
import chat.snug.server.options.AccountLimits;
import chat.snug.server.options.Security;
import chat.snug.server.options.ServerOptions;
import chat.snug.store.StoreOptions;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SASL EXTERNAL (RFC 4422, appendix A): the first who takes a name by a key owns it, and whoever
 * pretends to be them is refused.
 */
class ExternalTest extends KeyOwners {
    private static final String FAILED = ":snug.local 904 %s :SASL authentication failed: ";
    private static final String RESERVED = " :Nickname is reserved: sign in to its account first";

    @TempDir private Path folder;

    private void isRefused(Arrival arrival, String why, @Nullable String end) {
        assertThat(arrival.proof()).endsWith(FAILED.formatted("*") + why);
        if (end == null) {
            assertThat(arrival.end().getFirst()).contains(" 001 ");
        } else {
            assertThat(arrival.end()).containsExactly(end);
        }
    }

    @Test
    void itIsOfferedWhereItCanProveSomething() {
        assertThat(encrypted(null).ask("CAP LS 302"))
                .anyMatch(line -> line.contains(" sasl=PLAIN,SCRAM-SHA-256,EXTERNAL "));
        WireClient plain = connect();
        assertThat(plain.ask("CAP LS 302"))
                .anyMatch(line -> line.contains(" sasl=PLAIN,SCRAM-SHA-256 "));
        assertThat(plain.ask("CAP REQ sasl", "AUTHENTICATE EXTERNAL"))
                .endsWith(
                        ":snug.local 908 * PLAIN,SCRAM-SHA-256 :are available SASL mechanisms",
                        FAILED.formatted("*") + "there is no such mechanism");
    }

    @Test
    void theFirstWhoTakesANameOwnsIt() {
        Arrival ann = isIn("ann", "ann", annsKey);
        assertThat(ann.client().ask("WHOIS ann"))
                .contains(":snug.local 330 ann ann ann :is logged in as");
        String why = "the name Ann belongs to somebody else";
        isRefused(arrive("Ann", evesKey), why, ":snug.local 433 * Ann :Nickname is already in use");
        leave(ann);

        isRefused(arrive("Ann", evesKey), why, ":snug.local 433 * Ann" + RESERVED);
        isRefused(
                arrive("ann", null),
                "your program showed no certificate",
                ":snug.local 433 * ann" + RESERVED);
        assertThat(connect().ask("NICK ann", "USER u 0 * :U"))
                .containsExactly(":snug.local 433 * ann" + RESERVED);
        isIn("ann", "ann", annsKey);
    }

    @Test
    void whatLooksLikeItIsNotToBeHadEither() {
        leave(isIn("cop", "cop", annsKey));

        isRefused(
                arrive("сор", evesKey),
                "the name сор looks like somebody else's",
                ":snug.local 433 * сор :Nickname looks like one that belongs to somebody else");
        leave(isIn("paul", "paul", evesKey));
        isRefused(
                arrive("pauI", OwnKey.make()),
                "the name pauI looks like somebody else's",
                ":snug.local 433 * pauI :Nickname looks like one that belongs to somebody else");
    }

    /** Neighbours behind one address. */
    @Test
    void wrongPasswordsOfOthersAtTheAddressDoNotKeepAKeyOut() {
        restart(
                options ->
                        options.withSecurity(new Security(host, true))
                                .withLimits(
                                        options.limits()
                                                .withAccounts(
                                                        AccountLimits.defaults()
                                                                .withFailuresPerAddress(
                                                                        new RateLimit(
                                                                                3,
                                                                                Long.MAX_VALUE
                                                                                        / 8)))
                                                .withCrowd(
                                                        options.limits()
                                                                .crowd()
                                                                .withoutSparingLoopback())));
        leave(isIn("ann", "ann", annsKey));
        WireClient ben = person("ben");
        assertThat(ben.ask("REGISTER * * :" + PASSWORD)).hasSize(2);
        WireClient eve = connect();
        eve.ask("CAP REQ sasl");
        for (int i = 0; i < 3; i++) {
            assertThat(eve.ask("AUTHENTICATE PLAIN", plain("ben", "guess" + i)))
                    .endsWith(FAILED.formatted("*") + "wrong name or password");
        }

        assertThat(eve.ask("AUTHENTICATE PLAIN", plain("ben", PASSWORD)))
                .endsWith(FAILED.formatted("*") + "too many attempts; wait a little");
        isIn("ann", "ann", annsKey);
        isIn("cleo", "cleo", evesKey);
    }

    @Test
    void itIsTheirsAfterARestartToo() {
        restart(this::kept);
        Arrival ann = isIn("ann", "ann", annsKey);
        ann.client().ask("JOIN #den", "MODE #den +o ann");
        leave(ann);
        server().close();

        restart(this::kept);

        isRefused(
                arrive("ann", evesKey),
                "the name ann belongs to somebody else",
                ":snug.local 433 * ann" + RESERVED);
        isIn("ann", "ann", annsKey);
    }

    private ServerOptions kept(ServerOptions options) {
        return options.withSecurity(new Security(host, true)).withStore(StoreOptions.in(folder));
    }

    @Test
    void everythingIsForgottenWithTheRest() throws Exception {
        restart(this::kept);
        leave(isIn("ann", "ann", annsKey));
        server().forgetEverything();

        isIn("ann", "ann", evesKey);
    }

    /** The key tells who it is, whatever they want to be called today. */
    @Test
    void theOwnerIsTheOwnerByAnotherNameToo() {
        leave(isIn("ann", "ann", annsKey));

        Arrival other = isIn("annie", "ann", annsKey);

        assertThat(other.client().ask("NICK ann"))
                .containsExactly(":annie!user@127.0.0.1 NICK ann");
    }

    @Test
    void aNameThatAGuestHasNowIsNotTakenFromThem() {
        WireClient guest = person("ann");
        WireClient eve = encrypted(evesKey);
        assertThat(eve.ask("CAP LS 302", "NICK ann").getLast())
                .isEqualTo(":snug.local 433 * ann :Nickname is already in use");
        eve.ask("NICK eve", "USER user 0 * :U", "CAP REQ sasl");

        assertThat(eve.ask("AUTHENTICATE EXTERNAL", "AUTHENTICATE " + base64("ann")).getLast())
                .isEqualTo(FAILED.formatted("*") + "somebody else is called ann now");
        assertThat(guest.sync()).isEmpty();
    }

    @Test
    void whoIsNotLetInTakesNoNameWithThem() {
        WireClient eve = encrypted(evesKey);
        eve.ask("CAP LS 302", "NICK ann", "USER user 0 * :U", "CAP REQ sasl");
        assertThat(eve.ask("AUTHENTICATE EXTERNAL", "AUTHENTICATE +").getLast()).contains(" 903 ");
        leave(isIn("ann", "ann", annsKey));

        assertThat(eve.ask("CAP END"))
                .containsExactly(
                        ":snug.local 901 * ann!user@127.0.0.1 :You are now logged out",
                        ":snug.local 433 * ann" + RESERVED);
        assertThat(eve.ask("NICK eve").getFirst()).contains(" 001 eve ");
    }

    @Test
    void whoDoesNotKnowThePasswordTakesNoName() {
        restart(options -> options.withSecurity(new Security(host, true)).withPassword("sesame"));
        WireClient eve = encrypted(evesKey);
        eve.ask("CAP LS 302", "PASS wrong", "NICK ann", "USER user 0 * :U", "CAP REQ sasl");
        assertThat(eve.ask("AUTHENTICATE EXTERNAL", "AUTHENTICATE +").getLast())
                .isEqualTo(
                        FAILED.formatted("*")
                                + "this server has a password; send it first with PASS");

        Arrival ann = arrive("ann", annsKey, "PASS sesame");
        assertThat(ann.proof().getLast()).contains(" 903 ");
        assertThat(ann.end().getFirst()).contains(" 001 ann ");
    }

    @Test
    void thereAreOnlySoManyAccounts() {
        AccountLimits limits = AccountLimits.defaults();
        restart(
                options ->
                        options.withSecurity(new Security(host, true))
                                .withLimits(
                                        options.limits()
                                                .withAccounts(
                                                        new AccountLimits(
                                                                1,
                                                                limits.iterations(),
                                                                limits.minPassword(),
                                                                limits.maxPassword(),
                                                                limits.waiting(),
                                                                limits.responseBytes(),
                                                                limits.failures(),
                                                                limits.failuresPerAddress(),
                                                                limits.registrationsPerAddress(),
                                                                limits.keys(),
                                                                limits.answer()))));
        isIn("ann", "ann", annsKey);

        isRefused(
                arrive("eve", evesKey), "there were too many new accounts; try again later", null);
    }

    @Test
    void nobodyActsAsSomebodyElse() {
        isIn("ann", "ann", annsKey);
        WireClient eve = encrypted(evesKey);
        eve.ask("CAP LS 302", "NICK eve", "USER user 0 * :U", "CAP REQ sasl");

        assertThat(eve.ask("AUTHENTICATE EXTERNAL", "AUTHENTICATE " + base64("ann")).getLast())
                .isEqualTo(FAILED.formatted("*") + "the name ann belongs to somebody else");
        assertThat(eve.ask("AUTHENTICATE EXTERNAL", "AUTHENTICATE " + base64("eve\0x")).getLast())
                .isEqualTo(FAILED.formatted("*") + "invalid response");
        assertThat(eve.ask("AUTHENTICATE EXTERNAL", "AUTHENTICATE " + base64("eve")).getLast())
                .contains(" 903 ");
        assertThat(eve.ask("AUTHENTICATE EXTERNAL", "AUTHENTICATE " + base64("ann")).getLast())
                .isEqualTo(FAILED.formatted("*") + "you cannot act as somebody else");
        assertThat(eve.ask("CAP END").getFirst()).contains(" 001 eve ");
    }

    /** A certificate is no secret: having seen one proves nothing. */
    @Test
    void aCertificateWithoutItsKeyDoesNotConnect() throws Exception {
        leave(isIn("ann", "ann", annsKey));
        SSLContext stolen = SSLContext.getInstance("TLS");
        stolen.init(new KeyManager[] {new Thief()}, Encrypting.trustingAnyone(), null);
        for (String protocol : new String[] {"TLSv1.3", "TLSv1.2"}) {
            SSLSocketFactory factory = stolen.getSocketFactory();
            InetAddress here = InetAddress.getLoopbackAddress();
            try (SSLSocket eve =
                    (SSLSocket) factory.createSocket(here, server().address().getPort())) {
                eve.setEnabledProtocols(new String[] {protocol});
                assertThatThrownBy(
                                () -> {
                                    eve.startHandshake();
                                    eve.getOutputStream().write("PING x\r\n".getBytes(US_ASCII));
                                    int first = eve.getInputStream().read();
                                    throw new EOFException("the end, or a word: " + first);
                                })
                        .as(protocol)
                        .isInstanceOf(IOException.class)
                        .hasMessageNotContaining("a word: 58");
            }
        }
        assertThat(connect().ask("PING x")).isNotEmpty();
    }

    /** Has seen Ann's certificate, and has a key that is not hers. */
    private final class Thief extends X509ExtendedKeyManager {
        private final X509ExtendedKeyManager anns =
                (X509ExtendedKeyManager) annsKey.keyManagers()[0];
        private final X509ExtendedKeyManager own =
                (X509ExtendedKeyManager) evesKey.keyManagers()[0];

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return anns.getCertificateChain(alias);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return own.getPrivateKey(alias);
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return anns.getClientAliases(type, issuers);
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return anns.chooseClientAlias(types, issuers, socket);
        }

        @Override
        public String chooseEngineClientAlias(
                String[] types, Principal[] issuers, SSLEngine engine) {
            return anns.chooseEngineClientAlias(types, issuers, engine);
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return anns.getServerAliases(type, issuers);
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return anns.chooseServerAlias(type, issuers, socket);
        }
    }

    @Test
    void othersAreToldWhenAGuestTakesTheirNameForGood() {
        WireClient witness = capable("witness", "account-notify extended-join");
        WireClient ann = encrypted(annsKey).register("ann", "CAP REQ sasl", "CAP END");
        witness.ask("JOIN #den");
        ann.ask("JOIN #den");
        assertThat(witness.sync()).containsExactly(":ann!user@127.0.0.1 JOIN #den * :Real ann");

        assertThat(ann.ask("AUTHENTICATE EXTERNAL", "AUTHENTICATE +").getLast()).contains(" 903 ");

        assertThat(witness.sync()).containsExactly(":ann!user@127.0.0.1 ACCOUNT ann");
        ann.send("QUIT").untilClosed();
        isIn("ann", "ann", annsKey);
    }

    /** Nothing tells whether there is no account, or only no password. */
    @Test
    void anAccountWithoutAPasswordIsNotOpenedByAny() {
        isIn("ann", "ann", annsKey);
        WireClient eve = connect();
        eve.ask("CAP REQ sasl");

        List<String> ofAnn = eve.ask("AUTHENTICATE PLAIN", plain("ann", PASSWORD));
        assertThat(ofAnn).endsWith(FAILED.formatted("*") + "wrong name or password");
        assertThat(eve.ask("AUTHENTICATE PLAIN", plain("nobody", PASSWORD))).isEqualTo(ofAnn);
        assertThat(eve.ask("AUTHENTICATE PLAIN", plain("ann", annsKey.fingerprint().toString())))
                .isEqualTo(ofAnn);
    }
}
