package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.AccountChanged;
import chat.snug.client.ClientEvent.SignInFailed;
import chat.snug.client.ClientEvent.SignInFailed.Trouble;
import com.ongres.scram.client.ScramClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Signing in, after the IRCv3 SASL extension, RFC 4616 and the example of RFC 7677. */
class SaslTest {
    private static final ClientRequest.SignIn SIGN_IN = new ClientRequest.SignIn("ann", "pencil");

    private static ModelScript registering(String sasl) {
        ModelScript script = new ModelScript();
        script.person(SIGN_IN);
        script.model.opened();
        script.host(":irc.test CAP * LS :" + sasl, ":irc.test CAP * ACK :sasl");
        return script;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void signsInBeforeTheRegistrationEnds() {
        ModelScript script = registering("sasl=PLAIN,EXTERNAL");
        assertThat(script.sent()).endsWith("CAP REQ sasl", "AUTHENTICATE PLAIN");
        script.host("AUTHENTICATE +");
        assertThat(script.sent()).containsExactly("AUTHENTICATE " + base64("\0ann\0pencil"));
        script.host(":irc.test 900 * *!*@* ann :You are now logged in as ann");
        assertThat(script.event(AccountChanged.class).account()).isEqualTo("ann");
        assertThat(script.sent()).isEmpty();
        script.host(":irc.test 903 * :SASL authentication successful");
        assertThat(script.sent()).containsExactly("CAP END");
    }

    @Test
    void aWrongPasswordIsToldAndDoesNotKeepOneOut() {
        ModelScript script = registering("sasl");
        script.host("AUTHENTICATE +", ":irc.test 904 * :SASL authentication failed");
        assertThat(script.event(SignInFailed.class))
                .isEqualTo(new SignInFailed(Trouble.WRONG_PASSWORD, "SASL authentication failed"));
        assertThat(script.sent()).endsWith("CAP END");
    }

    @Test
    void aHostWithTooMuchToDoDoesNotSayThatThePasswordIsWrong() {
        ModelScript script = registering("sasl");
        String text = "SASL authentication failed: too many people sign in; try again";
        script.host("AUTHENTICATE +", ":irc.test 904 * :" + text);
        assertThat(script.event(SignInFailed.class))
                .isEqualTo(new SignInFailed(Trouble.LATER, text));
        assertThat(script.sent()).endsWith("CAP END");
    }

    @Test
    void aHostWithoutAWayToSignInIsToldAndEntered() {
        ModelScript script = new ModelScript();
        script.person(SIGN_IN);
        script.open("server-time");
        assertThat(script.events())
                .contains(new SignInFailed(Trouble.UNSUPPORTED, ""))
                .anyMatch(ClientEvent.Connected.class::isInstance);
        ModelScript other = registering("sasl=EXTERNAL");
        assertThat(other.event(SignInFailed.class).trouble()).isEqualTo(Trouble.UNSUPPORTED);
        assertThat(other.sent()).endsWith("CAP END");
    }

    private static ModelScript showingKey(String sasl) {
        ModelScript script = new ModelScript();
        script.model.opened(true);
        script.host(":irc.test CAP * LS :" + sasl, ":irc.test CAP * ACK :sasl");
        return script;
    }

    @Test
    void theKeyOfThisComputerSignsInByItself() {
        ModelScript script = showingKey("sasl=PLAIN,EXTERNAL");
        assertThat(script.sent()).endsWith("CAP REQ sasl", "AUTHENTICATE EXTERNAL");
        script.host("AUTHENTICATE +");
        assertThat(script.sent()).containsExactly("AUTHENTICATE +");
        script.host(
                ":irc.test 900 Ann Ann!*@h Ann :You are now logged in as Ann",
                ":irc.test 903 Ann :SASL authentication successful");
        assertThat(script.event(AccountChanged.class)).isEqualTo(new AccountChanged("Ann", true));
        assertThat(script.sent()).containsExactly("CAP END");
    }

    @Test
    void aPasswordThatWasGivenGoesBeforeTheKey() {
        ModelScript script = new ModelScript();
        script.person(SIGN_IN);
        script.model.opened(true);
        script.host(":irc.test CAP * LS :sasl=EXTERNAL,PLAIN", ":irc.test CAP * ACK :sasl");
        assertThat(script.sent()).endsWith("AUTHENTICATE PLAIN");
    }

    @Test
    void aHostThatDoesNotOfferItIsEnteredWithoutAWord() {
        for (String sasl : new String[] {"sasl=PLAIN", "sasl"}) {
            ModelScript script = showingKey(sasl);
            assertThat(script.sent()).endsWith("CAP REQ sasl", "CAP END");
            assertThat(script.events()).noneMatch(SignInFailed.class::isInstance);
        }
    }

    /** The host says in its own way that the name is taken; a screen offers another. */
    @Test
    void aNameThatIsOwnedBySomebodyElseIsToldAndAnotherOffered() {
        ModelScript script = showingKey("sasl=EXTERNAL");
        script.host(
                "AUTHENTICATE +",
                ":irc.test 904 Ann :SASL authentication failed: the name Ann belongs to somebody");
        assertThat(script.events()).noneMatch(SignInFailed.class::isInstance);
        assertThat(script.sent()).endsWith("CAP END");
        script.host(":irc.test 433 * Ann :Nickname is reserved: sign in to its account first");
        assertThat(script.ended).isNotNull();
        assertThat(Objects.requireNonNull(script.ended).kind()).isEqualTo(Failure.Kind.NAME_OWNED);
        assertThat(script.suggestedName).isEqualTo("Ann_");
    }

    @Test
    void whoWantsToBeKnownByTheKeyIsToldIfTheyAreNot() {
        ModelScript script = new ModelScript();
        script.person(new ClientRequest.SignInByKey());
        script.model.opened(true);
        script.host(":irc.test CAP * LS :sasl=EXTERNAL,PLAIN", ":irc.test CAP * ACK :sasl");
        script.host("AUTHENTICATE +", ":irc.test 904 Ann :SASL authentication failed");
        assertThat(script.event(SignInFailed.class).trouble()).isEqualTo(Trouble.KEY_UNKNOWN);
        assertThat(script.sent()).endsWith("CAP END");
    }

    @Test
    void withoutEncryptionTheKeyIsOfNoUse() {
        ModelScript script = new ModelScript();
        script.person(new ClientRequest.SignInByKey());
        script.model.opened(false);
        script.host(":irc.test CAP * LS :sasl=EXTERNAL,PLAIN", ":irc.test CAP * ACK :sasl");
        assertThat(script.event(SignInFailed.class).trouble()).isEqualTo(Trouble.UNSUPPORTED);
        assertThat(script.sent()).endsWith("CAP END");
    }

    @Test
    void signsInLaterAndAgainAfterAReconnect() {
        ModelScript script = new ModelScript();
        script.open("sasl=PLAIN");
        script.enterLobby();
        script.person(SIGN_IN);
        assertThat(script.sent()).containsExactly("AUTHENTICATE PLAIN");
        script.host(
                "AUTHENTICATE +",
                ":irc.test 900 Ann Ann!a@h ann :You are now logged in",
                ":irc.test 903 Ann :done");
        assertThat(script.event(AccountChanged.class).account()).isEqualTo("ann");
        script.host(":irc.test 901 Ann Ann!a@h :You are now logged out");
        assertThat(script.event(AccountChanged.class).account()).isNull();
        script.model.lost(true);
        script.sent();
        script.model.opened();
        script.host(":irc.test CAP * LS :sasl=PLAIN", ":irc.test CAP * ACK :sasl");
        assertThat(script.sent()).endsWith("AUTHENTICATE PLAIN");
    }

    @Test
    void scramIsPreferredAndNeverTellsThePassword() {
        ModelScript script = registering("sasl=PLAIN,SCRAM-SHA-256");
        assertThat(script.sent()).endsWith("AUTHENTICATE SCRAM-SHA-256");
        script.host("AUTHENTICATE +");
        String first = decoded(script.sent().getFirst());
        assertThat(first).startsWith("n,,n=ann,r=");
        String nonce = first.substring(first.indexOf("r=") + 2);
        script.host(
                "AUTHENTICATE " + base64("r=" + nonce + "more,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"));
        String last = decoded(script.sent().getFirst());
        assertThat(last).startsWith("c=biws,r=" + nonce + "more,p=").doesNotContain("pencil");
        // A host that does not know the password cannot prove that it does.
        script.host("AUTHENTICATE " + base64("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="));
        assertThat(script.sent()).containsExactly("AUTHENTICATE *");
        script.host(":irc.test 906 * :SASL authentication aborted");
        assertThat(script.event(SignInFailed.class).trouble()).isEqualTo(Trouble.WRONG_PASSWORD);
    }

    @Test
    void aChallengeInPiecesIsReadAsOne() {
        ModelScript script = registering("sasl=SCRAM-SHA-256");
        script.host("AUTHENTICATE +");
        String first = decoded(script.sent().getLast());
        String nonce = first.substring(first.indexOf("r=") + 2);
        String challenge =
                base64("r=" + nonce + "x".repeat(500) + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096");
        script.host("AUTHENTICATE " + challenge.substring(0, 400));
        assertThat(script.sent()).isEmpty();
        script.host("AUTHENTICATE " + challenge.substring(400));
        // The answer repeats the nonce and so needs two pieces itself.
        assertThat(script.sent()).hasSize(2);
    }

    @Test
    void aHostThatWantsToKeepUsBusyIsNotObeyed() {
        ModelScript script = registering("sasl=SCRAM-SHA-256");
        script.host("AUTHENTICATE +");
        String first = decoded(script.sent().getLast());
        String nonce = first.substring(first.indexOf("r=") + 2);
        script.host(
                "AUTHENTICATE "
                        + base64("r=" + nonce + "x,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=2000000000"));
        assertThat(script.sent()).containsExactly("AUTHENTICATE *");
        script.host("AUTHENTICATE !!!");
        assertThat(script.sent()).containsExactly("AUTHENTICATE *");
    }

    @Test
    void theMechanismIsTheOneOfTheRfc() {
        ScramClient client =
                ScramClient.builder()
                        .advertisedMechanisms(List.of("SCRAM-SHA-256"))
                        .username("user")
                        .password("pencil".toCharArray())
                        .nonceSupplier(() -> "rOprNGfwEbeRWgbNEkqO")
                        .build();
        assertThat(client.clientFirstMessage()).hasToString("n,,n=user,r=rOprNGfwEbeRWgbNEkqO");
    }

    private static String decoded(String line) {
        byte[] bytes = Base64.getDecoder().decode(line.substring("AUTHENTICATE ".length()));
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
