package chat.snug.server;

import static chat.snug.server.Sasl.PASSWORD;
import static chat.snug.server.Sasl.plain;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** KEY: the keys that open an account. */
class KeyCommandsTest extends KeyOwners {
    @Test
    void anAccountHasSeveralKeys() {
        WireClient ann = encrypted(annsKey).register("ann", "CAP REQ sasl", "CAP END");
        ann.ask("REGISTER * * :" + PASSWORD);
        String first = annsKey.fingerprint().toString();
        assertThat(ann.ask("KEY LIST"))
                .containsExactly(":snug.local NOTE KEY END_OF_LIST ann :0 keys, a password");
        assertThat(ann.ask("KEY ADD"))
                .containsExactly(
                        ":snug.local NOTE KEY ADDED "
                                + first
                                + " :It opens your account from now on");
        WireClient laptop = encrypted(evesKey);
        laptop.ask("CAP REQ sasl", "AUTHENTICATE PLAIN", plain("ann", PASSWORD));
        laptop.ask("CAP END", "NICK ann2", "USER user 0 * :U");
        String second = evesKey.fingerprint().toString();

        assertThat(laptop.ask("key add", "KEY LIST"))
                .containsExactly(
                        ":snug.local NOTE KEY ADDED "
                                + second
                                + " :It opens your account from now on",
                        ":snug.local NOTE KEY LISTED " + first + " :A key of yours",
                        ":snug.local NOTE KEY LISTED " + second + " :The key that you use now",
                        ":snug.local NOTE KEY END_OF_LIST ann :2 keys, a password");
        laptop.send("QUIT").untilClosed();
        leave(isIn("annie", "ann", evesKey));
        assertThat(ann.ask("KEY DEL " + second, "KEY DEL " + second, "KEY DEL x"))
                .containsExactly(
                        ":snug.local NOTE KEY REMOVED "
                                + second
                                + " :It does not open your account any more",
                        ":snug.local FAIL KEY NO_SUCH_KEY " + second + " :KEY LIST tells yours",
                        ":snug.local FAIL KEY NO_SUCH_KEY x :KEY LIST tells yours");
        isIn("annie", "annie", evesKey);
    }

    /** Somebody else has the laptop now. */
    @Test
    void whoIsInByAKeyThatIsTakenAwayIsSignedOut() {
        Arrival ann = isIn("ann", "ann", annsKey);
        ann.client().ask("REGISTER * * :" + PASSWORD);
        WireClient laptop = encrypted(evesKey).register("annie", "CAP REQ sasl", "CAP END");
        laptop.ask("AUTHENTICATE PLAIN", plain("ann", PASSWORD), "KEY ADD");
        ann.client().ask("KEY DEL " + evesKey.fingerprint());
        assertThat(laptop.sync())
                .containsExactly(
                        ":snug.local 901 annie annie!user@127.0.0.1 :You are now logged out");
        assertThat(laptop.ask("KEY LIST").getFirst()).contains(" ACCOUNT_REQUIRED ");
        assertThat(ann.client().ask("KEY DEL " + annsKey.fingerprint(), "KEY LIST").getLast())
                .endsWith(" ann :0 keys, a password");
    }

    @Test
    void aKeyIsOfOneAccount() {
        leave(isIn("ann", "ann", annsKey));
        WireClient eve = encrypted(annsKey).register("eve");
        eve.ask("REGISTER * * :" + PASSWORD);

        assertThat(eve.ask("KEY ADD"))
                .containsExactly(
                        ":snug.local FAIL KEY KEY_IN_USE "
                                + annsKey.fingerprint()
                                + " :It is a key of ann");
    }

    @Test
    void keysAreForThoseWhoAreSignedInAndEncrypted() {
        WireClient ann = person("ann");
        String signIn = ":snug.local FAIL KEY ACCOUNT_REQUIRED * :Sign in to an account first";
        assertThat(ann.ask("KEY ADD")).containsExactly(signIn);
        ann.ask("REGISTER * * :" + PASSWORD);
        assertThat(ann.ask("KEY ADD", "KEY WHAT", "KEY"))
                .containsExactly(
                        ":snug.local FAIL KEY NO_KEY * :Your program shows no certificate, or not"
                                + " over TLS",
                        ":snug.local FAIL KEY UNKNOWN_SUBCOMMAND WHAT :It is KEY ADD, KEY DEL"
                                + " fingerprint or KEY LIST",
                        ":snug.local 461 ann KEY :Not enough parameters");
    }

    @Test
    void theLastKeyStaysUntilThereIsAPassword() {
        Arrival ann = isIn("ann", "ann", annsKey);
        String key = annsKey.fingerprint().toString();
        assertThat(ann.client().ask("KEY DEL " + key))
                .containsExactly(
                        ":snug.local FAIL KEY LAST_KEY "
                                + key
                                + " :Nobody could sign in then; set a password: REGISTER");

        assertThat(ann.client().ask("REGISTER bob * :" + PASSWORD, "REGISTER * * :" + PASSWORD))
                .containsExactly(
                        ":snug.local FAIL REGISTER ALREADY_AUTHENTICATED ann :You are logged in as"
                                + " ann",
                        ":snug.local REGISTER SUCCESS ann :Your password is set");
        assertThat(ann.client().ask("KEY DEL " + key).getFirst()).contains(" REMOVED ");
        WireClient other = connect();
        assertThat(
                        other.ask("CAP REQ sasl", "AUTHENTICATE PLAIN", plain("ann", PASSWORD))
                                .getLast())
                .contains(" 903 ");
    }
}
