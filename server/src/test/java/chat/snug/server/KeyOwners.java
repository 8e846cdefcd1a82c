package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.key.OwnKey;
import chat.snug.server.options.Security;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Tests with people who come in by a key of their own. */
abstract class KeyOwners extends LiveServer {
    final OwnKey host = OwnKey.make();
    final OwnKey annsKey = OwnKey.make();
    final OwnKey evesKey = OwnKey.make();

    @BeforeEach
    void encrypt() {
        restart(options -> options.withSecurity(new Security(host, true)));
    }

    /** As the app comes in: what the host said to its key, and to its end of negotiation. */
    record Arrival(WireClient client, List<String> proof, List<String> end) {}

    Arrival arrive(String nick, @Nullable OwnKey key, String... before) {
        WireClient client = encrypted(key);
        client.ask(before);
        client.ask("CAP LS 302", "NICK " + nick, "USER user 0 * :U", "CAP REQ sasl");
        List<String> proof = client.ask("AUTHENTICATE EXTERNAL", "AUTHENTICATE +");
        return new Arrival(client, proof, client.ask("CAP END"));
    }

    Arrival isIn(String nick, String account, OwnKey key) {
        Arrival arrival = arrive(nick, key);
        assertThat(arrival.proof())
                .containsExactly(
                        ":snug.local AUTHENTICATE +",
                        ":snug.local 900 * "
                                + nick
                                + "!user@127.0.0.1 "
                                + account
                                + " :You are now logged in as "
                                + account,
                        ":snug.local 903 * :SASL authentication successful");
        assertThat(arrival.end().getFirst()).contains(" 001 " + nick + " ");
        return arrival;
    }

    void leave(Arrival arrival) {
        arrival.client().send("QUIT").untilClosed();
    }
}
