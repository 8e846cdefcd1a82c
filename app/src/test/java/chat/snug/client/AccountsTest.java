package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.AccountChanged;
import chat.snug.client.ClientEvent.FeaturesChanged;
import chat.snug.client.ClientEvent.PersonChanged;
import chat.snug.client.ClientEvent.PersonJoined;
import chat.snug.client.ClientEvent.RoomNamed;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.SignInFailed;
import chat.snug.client.ClientEvent.SignInFailed.Trouble;
import chat.snug.client.ClientEvent.VerificationNeeded;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Registering an account, and what is told of people: account-registration, account-notify,
 * account-tag, extended-join, setname and metadata.
 */
class AccountsTest {
    private static final String ALL =
            "message-tags batch account-notify account-tag extended-join setname sasl=PLAIN"
                    + " draft/account-registration=before-connect draft/metadata-2=maxsub=10";

    private static ModelScript lobby() {
        ModelScript script = new ModelScript();
        script.model.opened();
        script.host(
                ":snug.local CAP * LS :" + ALL,
                ":snug.local CAP * ACK :message-tags batch account-notify account-tag"
                        + " extended-join setname sasl draft/account-registration"
                        + " draft/metadata-2");
        script.welcome();
        script.enterLobby();
        return script;
    }

    @Test
    void registersAndIsSignedIn() {
        ModelScript script = lobby();
        script.person(new ClientRequest.Register("pencil", null));
        assertThat(script.sent()).containsExactly("REGISTER * * pencil");
        script.host(":snug.local REGISTER SUCCESS Ann :Account created");
        assertThat(script.event(AccountChanged.class).account()).isEqualTo("Ann");
        script.model.lost(true);
        script.sent();
        script.model.opened();
        script.host(":snug.local CAP * LS :sasl=PLAIN", ":snug.local CAP * ACK :sasl");
        assertThat(script.sent()).endsWith("AUTHENTICATE PLAIN");
    }

    @Test
    void bringsTheCodeThatWasSentByMail() {
        ModelScript script = lobby();
        script.person(new ClientRequest.Register("pencil", "ann@example.org"));
        assertThat(script.sent()).containsExactly("REGISTER * ann@example.org pencil");
        script.host(":snug.local REGISTER VERIFICATION_REQUIRED Ann :Look into your mail");
        assertThat(script.event(VerificationNeeded.class))
                .isEqualTo(new VerificationNeeded("Ann", "Look into your mail"));
        script.person(new ClientRequest.Verify("Ann", "1234"));
        assertThat(script.sent()).containsExactly("VERIFY Ann 1234");
        script.host(":snug.local VERIFY SUCCESS Ann :Welcome");
        assertThat(script.event(AccountChanged.class).account()).isEqualTo("Ann");
    }

    @ParameterizedTest
    @CsvSource({
        "REGISTER ACCOUNT_EXISTS Ann, ACCOUNT_EXISTS",
        "REGISTER WEAK_PASSWORD Ann, PASSWORD_REFUSED",
        "REGISTER UNACCEPTABLE_EMAIL Ann, EMAIL_REFUSED",
        "REGISTER TEMPORARILY_UNAVAILABLE Ann, LATER",
        "REGISTER BAD_ACCOUNT_NAME Ann, NAME_REFUSED",
        "REGISTER ALREADY_AUTHENTICATED Ann, ALREADY_SIGNED_IN",
        "REGISTER SOMETHING_ELSE Ann, OTHER",
        "VERIFY INVALID_CODE Ann, WRONG_CODE"
    })
    void saysWhyNot(String fail, Trouble trouble) {
        ModelScript script = lobby();
        script.host(":snug.local FAIL " + fail + " :No");
        assertThat(script.event(SignInFailed.class)).isEqualTo(new SignInFailed(trouble, "No"));
    }

    @Test
    void aHostWithoutAccountsSaysSo() {
        ModelScript script = ModelScript.inLobby();
        script.person(new ClientRequest.Register("pencil", null));
        assertThat(script.event(SignInFailed.class).trouble()).isEqualTo(Trouble.UNSUPPORTED);
        assertThat(script.sent()).isEmpty();
    }

    @Test
    void knowsTheAccountsAndNamesOfPeople() {
        ModelScript script = lobby();
        script.host(":Cleo!c@h JOIN #lobby cleo :Cleo Cat", ":Dan!d@h JOIN #lobby * :Dan");
        assertThat(script.events())
                .extracting(event -> ((PersonJoined) event).person().account())
                .containsExactly("cleo", null);
        script.host(":Dan!d@h ACCOUNT dan");
        assertThat(script.event(PersonChanged.class).person().account()).isEqualTo("dan");
        script.host(":Dan!d@h ACCOUNT *");
        assertThat(script.event(PersonChanged.class).person().account()).isNull();
        script.host(":Dan!d@h SETNAME :Daniel Dog");
        assertThat(script.event(PersonChanged.class).person().realName()).isEqualTo("Daniel Dog");
        script.host(":Ann!a@h ACCOUNT ann");
        assertThat(script.events()).contains(new AccountChanged("ann"));
    }

    @Test
    void whatAnotherAppOfMineSaysIsMine() {
        ModelScript script = lobby();
        script.host(":Ann!a@h ACCOUNT ann");
        script.events();
        script.host("@account=ann :Ann2!a@h PRIVMSG #lobby :from the telephone");
        Said said = script.event(Said.class);
        assertThat(said.mine()).isTrue();
        assertThat(said.account()).isEqualTo("ann");
    }

    @Test
    void changesTheRealName() {
        ModelScript script = lobby();
        script.person(new ClientRequest.ChangeRealName("Ann\nSmith"));
        assertThat(script.sent()).containsExactly("SETNAME :Ann Smith");
    }

    @Test
    void roomsHaveNamesForTheScreen() {
        ModelScript script = new ModelScript();
        script.model.opened();
        script.host(
                ":snug.local CAP * LS :batch draft/metadata-2",
                ":snug.local CAP * ACK :batch draft/metadata-2");
        script.welcome();
        assertThat(script.sent()).contains("METADATA * SUB display-name");
        script.enterLobby();
        script.host(":snug.local METADATA #lobby display-name * :The Lobby of the Inn");
        assertThat(script.event(RoomNamed.class))
                .isEqualTo(new RoomNamed("#lobby", "The Lobby of the Inn"));
        script.host(":snug.local METADATA #lobby display-name *");
        assertThat(script.event(RoomNamed.class).displayName()).isNull();
        script.host(":snug.local 761 Ann #lobby display-name * :Lobby");
        assertThat(script.event(RoomNamed.class)).isEqualTo(new RoomNamed("#lobby", "Lobby"));
        script.host(":snug.local 766 Ann #lobby display-name :not set");
        assertThat(script.event(RoomNamed.class).displayName()).isNull();
        script.host(
                ":snug.local METADATA Ben display-name * :Big Ben",
                ":snug.local 761 Ann #lobby avatar * https://example.org/lobby.png");
        assertThat(script.events()).as("nothing that is shown").isEmpty();
        script.person(new ClientRequest.NameRoom("#lobby", "Friday workshop"));
        script.person(new ClientRequest.ShowAs(""));
        assertThat(script.sent())
                .containsExactly(
                        "METADATA #lobby SET display-name :Friday workshop",
                        "METADATA * SET display-name");
        script.host(":snug.local 770 Ann display-name", ":snug.local 774 Ann #lobby 4");
        assertThat(script.events()).isEmpty();
    }

    @Test
    void tellsWhatAHostCanDoAndWhenThatChanges() {
        ModelScript script = new ModelScript();
        script.open("message-tags echo-message batch draft/chathistory cap-notify");
        assertThat(script.events())
                .contains(
                        new FeaturesChanged(
                                Set.of(
                                        Feature.HISTORY,
                                        Feature.HISTORY_ANYWHERE,
                                        Feature.REPLIES,
                                        Feature.REACTIONS,
                                        Feature.TYPING)));
        script.host(":snug.local CAP Ann DEL :draft/chathistory message-tags");
        assertThat(script.event(FeaturesChanged.class).features()).isEmpty();
        script.sent();
        script.host(":snug.local CAP Ann NEW :draft/chathistory");
        assertThat(script.sent()).containsExactly("CAP REQ draft/chathistory");
        script.host(":snug.local CAP Ann ACK :draft/chathistory");
        assertThat(script.event(FeaturesChanged.class).features()).containsExactly(Feature.HISTORY);
    }
}
