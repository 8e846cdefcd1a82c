package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.key.Fingerprint;
import chat.snug.key.OwnKey;
import chat.snug.server.options.Security;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Encrypted people and plain ones in one room. */
class SecurityTest extends LiveServer {
    private final OwnKey key = OwnKey.make();

    @BeforeEach
    void encrypt() {
        restart(options -> options.withSecurity(new Security(key, true)));
    }

    @Test
    void encryptedAndPlainPeopleTalkWithEachOther() {
        WireClient ann = person("ann");
        WireClient bob = encrypted(null).register("bob");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");

        ann.ask("PRIVMSG #den :hello");

        assertThat(bob.ask("PRIVMSG #den :hello yourself"))
                .contains(":ann!user@127.0.0.1 PRIVMSG #den :hello");
        assertThat(ann.ask("PING x")).contains(":bob!user@127.0.0.1 PRIVMSG #den :hello yourself");
    }

    @Test
    void whoisTellsWhoIsEncrypted() {
        WireClient ann = person("ann");
        OwnKey own = OwnKey.make();
        WireClient bob = encrypted(own).register("bob");
        String proof =
                ":snug.local 276 bob bob :has client certificate fingerprint "
                        + Fingerprint.of(own.certificate());

        List<String> ofBob = ann.ask("WHOIS bob");
        assertThat(ofBob).contains(":snug.local 671 ann bob :is using a secure connection");
        assertThat(WireClient.verbs(ofBob)).doesNotContain("276");
        assertThat(WireClient.verbs(bob.ask("WHOIS ann"))).doesNotContain("671");
        assertThat(bob.ask("WHOIS bob")).contains(proof);
    }

    @Test
    void plainIsRefusedWhereItIsOff() {
        restart(options -> options.withSecurity(new Security(key, false)));

        assertThat(connect().send("NICK ann").untilClosed())
                .containsExactly(
                        "ERROR :This room is encrypted: connect with TLS, to the same port");
        assertThat(encrypted(null).register("bob").ask("PING x")).isNotEmpty();
    }
}
