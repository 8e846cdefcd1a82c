package chat.snug.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Address;
import chat.snug.client.ClientRequest.SignIn;
import chat.snug.keyring.FakeKeyring;
import chat.snug.keyring.KeyringException.Trouble;
import chat.snug.keyring.KeyringThread;
import chat.snug.ui.Passwords.Mishap;
import chat.snug.ui.Passwords.Places;
import chat.snug.ui.Passwords.Remembered;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords are in the keyring if it has them for sure, else in the file, and never nowhere. */
final class KeyringPasswordsTest {
    private static final Address ROOM = new Address("192.168.1.20", 6667, true, "#tea", null);
    private static final Address NETWORK = new Address("irc.test", 6697, true, null, null);
    private static final String DOOR = "door." + ROOM.display();
    private static final SignIn MEI = new SignIn("Mei", "pencil");

    @TempDir private Path folder;
    private final FakeKeyring keyring = new FakeKeyring();
    private final TestScreen screen = new TestScreen();
    private final List<Mishap> mishaps = new ArrayList<>();
    private final List<Passwords> opened = new ArrayList<>();

    private Passwords open() {
        return open(Duration.ofMinutes(1));
    }

    private Passwords open(Duration patience) {
        return open(new KeyringThread(() -> keyring, patience));
    }

    private Passwords open(KeyringThread thread) {
        boolean[] read = {false};
        Passwords passwords =
                Passwords.in(
                        folder,
                        thread,
                        task ->
                                screen.execute(
                                        () -> {
                                            task.run();
                                            read[0] = true;
                                        }));
        opened.add(passwords);
        // The first thing that it has to say; what was open before may still have to say something.
        screen.until(() -> read[0]);
        passwords.setOnMishap(mishaps::add);
        return passwords;
    }

    @AfterEach
    void close() {
        keyring.gate.countDown();
        opened.forEach(Passwords::close);
    }

    private void until(Passwords passwords, Places places) {
        screen.until(() -> passwords.places().equals(places));
    }

    private Remembered recall(Passwords passwords, Address host) {
        List<Remembered> found = new ArrayList<>();
        passwords.recall(host, true, true, found::add);
        screen.until(() -> !found.isEmpty());
        return found.getFirst();
    }

    private String file() throws Exception {
        return Files.readString(folder.resolve("passwords.properties"));
    }

    /** As an earlier version left it, or a computer without a keyring. */
    private void inFile() throws Exception {
        Passwords before = open(KeyringThread.none());
        before.door(ROOM, "sesame");
        before.account(NETWORK, MEI);
        until(before, new Places(0, 2, 0));
        before.close();
        assertThat(file()).contains("sesame", "pencil");
    }

    @Test
    void whatTheKeyringHasIsNotInTheFile() throws Exception {
        Passwords before = open();
        before.door(ROOM, "sesame");
        before.account(NETWORK, MEI);
        until(before, new Places(2, 0, 0));
        before.close();
        assertThat(file()).doesNotContain("sesame", "pencil");
        assertThat(keyring.secrets.values()).containsExactlyInAnyOrder("sesame", "pencil");

        keyring.asked.clear();
        Passwords after = open();
        assertThat(after.isEmpty()).isFalse();
        assertThat(recall(after, new Address("10.0.0.9", 6667, true, null, null)).door()).isNull();
        assertThat(keyring.asked).as("asked for what it has, only").isEmpty();
        assertThat(recall(after, ROOM).door()).isEqualTo("sesame");
        assertThat(recall(after, NETWORK).account()).isEqualTo(MEI);
        assertThat(mishaps).isEmpty();
    }

    @Test
    void whatIsInTheFileMovesWhenItIsUsed() throws Exception {
        inFile();
        Passwords passwords = open();
        assertThat(keyring.asked).isEmpty();
        List<Remembered> found = new ArrayList<>();
        passwords.recall(ROOM, true, true, found::add);
        assertThat(found).as("without waiting").hasSize(1);
        assertThat(found.getFirst().door()).isEqualTo("sesame");
        until(passwords, new Places(2, 0, 0));
        passwords.close();
        assertThat(file()).doesNotContain("sesame", "pencil");
        assertThat(recall(open(), NETWORK).account()).isEqualTo(MEI);
    }

    @Test
    void nobodyIsAskedToUnlockTheKeyringForThat() throws Exception {
        inFile();
        keyring.locked = true;
        Passwords passwords = open();
        assertThat(recall(passwords, ROOM).door()).isEqualTo("sesame");
        screen.next(); // it is refused
        assertThat(recall(passwords, ROOM).door()).isEqualTo("sesame");
        assertThat(keyring.asked).containsExactly("is open");
        assertThat(passwords.places()).isEqualTo(new Places(0, 2, 0));
        // What the person wants to be kept is worth a question, and what waits goes with it.
        passwords.door(NETWORK, "tea");
        until(passwords, new Places(3, 0, 0));
        assertThat(mishaps).isEmpty();
    }

    @Test
    void whatAKeyringLosesStaysInTheFile() throws Exception {
        inFile();
        keyring.losing = true;
        Passwords passwords = open();
        assertThat(recall(passwords, ROOM).door()).isEqualTo("sesame");
        passwords.door(NETWORK, "tea");
        screen.until(() -> !mishaps.isEmpty());
        assertThat(mishaps).containsExactly(Mishap.NOT_TAKEN);
        assertThat(passwords.places()).isEqualTo(new Places(0, 3, 0));
        passwords.close();
        assertThat(file()).contains("sesame", "pencil", "tea");
    }

    @Test
    void whatAKeyringDoesNotTakeIsInTheFile() throws Exception {
        Passwords passwords = open();
        keyring.broken = true;
        passwords.door(ROOM, "sesame");
        until(passwords, new Places(0, 1, 0));
        keyring.broken = false;
        keyring.trouble = Trouble.LOCKED;
        passwords.account(NETWORK, MEI);
        until(passwords, new Places(0, 2, 0));
        assertThat(mishaps).as("once").containsExactly(Mishap.NOT_TAKEN);
        assertThat(recall(passwords, ROOM).door()).isEqualTo("sesame");
        passwords.close();
        assertThat(file()).contains("sesame", "pencil");
    }

    @Test
    void withoutAKeyringThereIsNothingToTell() throws Exception {
        keyring.trouble = Trouble.ABSENT;
        Passwords passwords = open();
        passwords.door(ROOM, "sesame");
        until(passwords, new Places(0, 1, 0));
        passwords.door(ROOM, null);
        assertThat(passwords.places()).isEqualTo(new Places(0, 0, 0));
        passwords.close();
        assertThat(file()).doesNotContain("sesame", "keyring");
        assertThat(mishaps).isEmpty();
    }

    @Test
    void whatASilentKeyringHasNotTakenIsNotLost() throws Exception {
        keyring.gate = new CountDownLatch(1);
        Passwords passwords = open();
        passwords.door(ROOM, "sesame");
        assertThat(recall(passwords, ROOM).door()).as("meanwhile").isEqualTo("sesame");
        passwords.close();
        assertThat(file()).contains("sesame");

        Passwords impatient = open(Duration.ofMillis(50));
        impatient.door(NETWORK, "tea");
        screen.until(() -> mishaps.contains(Mishap.NOT_TAKEN));
        assertThat(recall(impatient, NETWORK).door()).isEqualTo("tea");
    }

    @Test
    void aKeyringThatGivesNothingIsTold() throws Exception {
        Passwords passwords = open();
        passwords.door(ROOM, "sesame");
        until(passwords, new Places(1, 0, 0));
        keyring.trouble = Trouble.LOCKED;
        Remembered withheld = recall(passwords, ROOM);
        assertThat(withheld.doorWithheld()).isTrue();
        assertThat(withheld.accountWithheld()).isFalse();
        assertThat(withheld.door()).isNull();
        keyring.trouble = null;
        assertThat(recall(passwords, ROOM).door()).isEqualTo("sesame");

        keyring.secrets.clear();
        Remembered gone = recall(passwords, ROOM);
        assertThat(gone.door()).isNull();
        assertThat(gone.doorWithheld()).isFalse();
        screen.until(passwords::isEmpty);
    }

    @Test
    void whatIsForgottenIsForgottenInBoth() throws Exception {
        Passwords passwords = open();
        passwords.door(ROOM, "sesame");
        passwords.account(NETWORK, MEI);
        passwords.door(NETWORK, "coffee");
        until(passwords, new Places(3, 0, 0));
        passwords.door(ROOM, null);
        assertThat(passwords.isEmpty()).isFalse();
        until(passwords, new Places(2, 0, 0));
        assertThat(keyring.secrets).hasSize(2);
        keyring.trouble = Trouble.LOCKED;
        CountDownLatch gate = new CountDownLatch(1);
        keyring.gate = gate;
        keyring.asked.clear();
        passwords.forgetAll();
        gate.countDown();
        assertThat(passwords.isEmpty()).isTrue();
        screen.until(() -> mishaps.contains(Mishap.NOT_FORGOTTEN));
        assertThat(recall(passwords, NETWORK).account()).isNull();
        assertThat(passwords.places()).isEqualTo(new Places(0, 0, 2));
        passwords.close();
        assertThat(keyring.asked).as("nobody is asked twice").hasSize(1);

        // The next time that it is used it forgets that too.
        keyring.trouble = null;
        Passwords after = open();
        after.door(ROOM, "tea");
        until(after, new Places(1, 0, 0));
        assertThat(keyring.secrets).containsOnlyKeys(DOOR);
    }

    @Test
    void theLastWordCounts() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        keyring.gate = gate;
        Passwords passwords = open();
        passwords.door(ROOM, "first");
        passwords.door(ROOM, "second");
        passwords.account(NETWORK, MEI);
        passwords.account(NETWORK, null);
        assertThat(recall(passwords, ROOM).door()).isEqualTo("second");
        assertThat(recall(passwords, NETWORK).account()).isNull();
        gate.countDown();
        screen.until(() -> keyring.asked.contains("remove account-password." + NETWORK.display()));
        until(passwords, new Places(1, 0, 0));
        screen.until(() -> keyring.secrets.size() == 1);
        assertThat(keyring.secrets).containsEntry(DOOR, "second");
        assertThat(mishaps).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenIsTold() throws Exception {
        Path file = folder.resolve("passwords.properties");
        Passwords passwords = open(KeyringThread.none());
        Files.createDirectories(file.resolve("in-the-way"));
        passwords.door(ROOM, "sesame");
        screen.until(() -> mishaps.contains(Mishap.NOT_KEPT));
        assertThat(recall(passwords, ROOM).door()).isEqualTo("sesame");
    }
}
