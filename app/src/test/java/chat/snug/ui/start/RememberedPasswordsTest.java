package chat.snug.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.SignInFailed;
import chat.snug.client.ClientEvent.SignInFailed.Trouble;
import chat.snug.client.ClientRequest.NeverInPlain;
import chat.snug.client.ClientRequest.SignIn;
import chat.snug.client.Failure;
import chat.snug.client.Identity;
import chat.snug.client.KeyMismatch;
import chat.snug.client.KeyMismatch.Between;
import chat.snug.client.Secrecy;
import chat.snug.client.Secrecy.Proof;
import chat.snug.key.OwnKey;
import chat.snug.ui.Arrival;
import chat.snug.ui.Belongings;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.KeyInWords;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestScreen;
import chat.snug.ui.TestSurroundings;
import chat.snug.ui.trust.KeyAlarm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords are remembered by those who want that, and where nobody read along. */
class RememberedPasswordsTest {
    private static final Secrecy PRIVATE =
            new Secrecy(Proof.FIRST_USE, OwnKey.make().fingerprint());

    @TempDir private Path settings;
    private final TestScreen screen = new TestScreen();
    private final FakeDoorway doorway = new FakeDoorway();
    private final List<Arrival> arrivals = new ArrayList<>();
    private Surroundings surroundings;

    @BeforeEach
    void open() {
        surroundings = TestSurroundings.of(doorway, settings, screen, Belongings.inMemory());
    }

    @AfterEach
    void close() {
        surroundings.settings().close();
    }

    private void happen(ClientEvent... events) {
        doorway.link().happen(events);
        // Others put something in too: all that came before this has happened when this has.
        boolean[] done = {false};
        surroundings.events().execute(() -> done[0] = true);
        screen.until(() -> done[0]);
    }

    private JoinViewModel join(String address) {
        JoinViewModel card =
                new JoinViewModel(surroundings, () -> new Identity("Mei", "Mei"), arrivals::add);
        card.addressProperty().set(address);
        card.join();
        return card;
    }

    private void wrongPassword() {
        happen(new ClientEvent.ConnectFailed(new Failure(Failure.Kind.WRONG_PASSWORD, ""), null));
    }

    private void comeIn(Secrecy secrecy) {
        happen(
                new ClientEvent.SecrecyChanged(secrecy),
                new ClientEvent.Connected("Mei", "Snug", true));
    }

    private void learn(boolean remembered, Secrecy secrecy) {
        JoinViewModel card = join("10.0.0.1");
        assertThat(doorway.link().address.password()).isNull();
        wrongPassword();
        card.passwordProperty().set("coffee");
        card.rememberingProperty().set(remembered);
        card.join();
        comeIn(secrecy);
        assertThat(card.rememberingProperty().get()).isFalse();
    }

    private void learnAccount() {
        JoinViewModel card =
                new JoinViewModel(surroundings, () -> new Identity("Mei", "Mei"), arrivals::add);
        card.addressProperty().set("ircs://irc.test");
        card.signingInProperty().set(true);
        card.accountPasswordProperty().set("pencil");
        card.rememberingProperty().set(true);
        card.join();
        comeIn(new Secrecy(Proof.VOUCHED, OwnKey.make().fingerprint()));
    }

    @Test
    void whatLetsOneInIsSaidTheNextTime() {
        learn(true, PRIVATE);
        assertThat(surroundings.belongings().passwords().isEmpty()).isFalse();

        join("10.0.0.1");
        assertThat(doorway.link().address.password()).isEqualTo("coffee");
        assertThat(doorway.link().requests).containsExactly(new NeverInPlain());
        join("10.0.0.2");
        assertThat(doorway.link().address.password()).isNull();
        join("snug://10.0.0.1:6667?password=tea");
        assertThat(doorway.link().address.password()).as("what was typed").isEqualTo("tea");
    }

    @Test
    void nothingIsRememberedUnasked() {
        learn(false, PRIVATE);
        assertThat(surroundings.belongings().passwords().isEmpty()).isTrue();
    }

    /** At the same address of another network there is somebody else. */
    @Test
    void nothingIsRememberedWhereOthersCanReadAlong() {
        learn(true, Secrecy.NONE);
        assertThat(surroundings.belongings().passwords().isEmpty()).isTrue();
    }

    @Test
    void whatDoesNotOpenAnyMoreIsForgotten() {
        learn(true, PRIVATE);
        JoinViewModel card = join("10.0.0.1");
        wrongPassword();
        assertThat(card.passwordAskedProperty().get()).isTrue();
        assertThat(surroundings.belongings().passwords().isEmpty()).isTrue();
    }

    @Test
    void anAccountIsRememberedToo() {
        learnAccount();

        join("ircs://irc.test");
        assertThat(doorway.link().requests)
                .as("for nobody who does not encrypt")
                .containsExactly(new NeverInPlain(), new SignIn("Mei", "pencil"));
        happen(new SignInFailed(Trouble.LATER, ""));
        join("ircs://irc.test");
        assertThat(doorway.link().requests)
                .as("it may be right")
                .contains(new SignIn("Mei", "pencil"));
        happen(new SignInFailed(Trouble.WRONG_PASSWORD, ""));
        join("ircs://irc.test");
        assertThat(doorway.link().requests).isEmpty();
    }

    @Test
    void anAccountWhereNobodyCanSignInAnyMoreDoesNotKeepOneOut() {
        learnAccount();

        join("ircs://irc.test");
        happen(new SignInFailed(Trouble.UNSUPPORTED, ""));
        join("ircs://irc.test");
        assertThat(doorway.link().requests).isEmpty();
    }

    /** Who is led to somebody else from there has to say it again. */
    @Test
    void theAlarmAboutAnotherKeyDoesNotKnowIt() {
        learn(true, PRIVATE);
        JoinViewModel card = join("10.0.0.1");
        List<KeyAlarm> alarms = new ArrayList<>();
        card.setOnAlarm(alarms::add);
        KeyMismatch keys =
                new KeyMismatch(
                        KeyInWords.ONE.key(), KeyInWords.OTHER.key(), Between.KNOWN_AND_SHOWN);
        happen(
                new ClientEvent.ConnectFailed(
                        new Failure(Failure.Kind.KEY_CHANGED, "", keys), null));
        assertThat(alarms).singleElement().extracting(alarm -> alarm.address().password()).isNull();
    }
}
