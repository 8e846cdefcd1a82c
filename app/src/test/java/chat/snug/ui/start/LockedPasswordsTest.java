package chat.snug.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Address;
import chat.snug.client.ClientRequest.NeverInPlain;
import chat.snug.client.ClientRequest.SignIn;
import chat.snug.client.Identity;
import chat.snug.keyring.FakeKeyring;
import chat.snug.keyring.KeyringException.Trouble;
import chat.snug.keyring.KeyringThread;
import chat.snug.transcript.Transcripts;
import chat.snug.ui.Belongings;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.Keepsakes;
import chat.snug.ui.Passwords;
import chat.snug.ui.PersonKey;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestScreen;
import chat.snug.ui.TestSurroundings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever lets the keyring remember passwords waits for it, for no longer than they want. */
class LockedPasswordsTest {
    @TempDir private Path folder;
    private final TestScreen screen = new TestScreen();
    private final FakeDoorway doorway = new FakeDoorway();
    private final FakeKeyring keyring = new FakeKeyring();
    private Surroundings surroundings;
    private JoinViewModel card;

    @BeforeEach
    void open() throws Exception {
        Passwords passwords =
                Passwords.in(
                        folder, new KeyringThread(() -> keyring, Duration.ofMinutes(1)), screen);
        Belongings belongings =
                new Belongings(
                        Keepsakes.inMemory(),
                        passwords,
                        Transcripts.none(),
                        PersonKey.inMemory(),
                        Runnable::run,
                        Runnable::run);
        surroundings = TestSurroundings.of(doorway, folder, screen, belongings);
        passwords.door(Address.parse("10.0.0.1"), "coffee");
        passwords.account(Address.parse("10.0.0.1"), new SignIn("Mei", "pencil"));
        screen.until(() -> passwords.places().equals(new Passwords.Places(2, 0, 0)));
        card = new JoinViewModel(surroundings, () -> new Identity("Mei", "Mei"), _ -> {});
        card.addressProperty().set("10.0.0.1");
    }

    @AfterEach
    void close() {
        keyring.gate.countDown();
        surroundings.settings().close();
        surroundings.belongings().close();
    }

    @Test
    void theTryWaitsForTheKeyring() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        keyring.gate = gate;
        card.join();
        assertThat(card.connectingProperty().get()).isTrue();
        assertThat(card.recallingProperty().get()).isTrue();
        assertThat(doorway.links).isEmpty();
        gate.countDown();
        screen.until(() -> !doorway.links.isEmpty());
        assertThat(card.recallingProperty().get()).isFalse();
        assertThat(doorway.link().address.password()).isEqualTo("coffee");
        assertThat(doorway.link().requests)
                .containsExactly(new NeverInPlain(), new SignIn("Mei", "pencil"));
    }

    @Test
    void nobodyHasToWait() throws Exception {
        keyring.gate = new CountDownLatch(1);
        card.join();
        card.cancel();
        assertThat(card.connectingProperty().get()).isFalse();
        assertThat(card.recallingProperty().get()).isFalse();
        // What was typed needs no keyring.
        card.signingInProperty().set(true);
        card.accountPasswordProperty().set("chalk");
        card.passwordProperty().set("tea");
        card.join();
        assertThat(doorway.links).hasSize(1);
        assertThat(doorway.link().address.password()).isEqualTo("tea");
        int[] answers = {0};
        surroundings.belongings().passwords().setOnChange(() -> answers[0]++);
        keyring.gate.countDown();
        screen.until(() -> answers[0] == 2 && screen.isEmpty());
        assertThat(doorway.links).as("the one that was given up").hasSize(1);
    }

    @Test
    void aLockedKeyringIsToldAndThePasswordAskedFor() throws Exception {
        keyring.trouble = Trouble.LOCKED;
        card.join();
        screen.until(() -> !card.connectingProperty().get());
        assertThat(doorway.links).isEmpty();
        assertThat(card.passwordAskedProperty().get()).isTrue();
        assertThat(card.passwordErrorProperty().get())
                .startsWith("The password is in the keyring of this computer");
        assertThat(card.signingInProperty().get()).isTrue();
        assertThat(card.accountErrorProperty().get())
                .startsWith("The password is in the keyring of this computer");
        keyring.trouble = null;
        card.join();
        screen.until(() -> !doorway.links.isEmpty());
        assertThat(doorway.link().address.password()).isEqualTo("coffee");
    }
}
