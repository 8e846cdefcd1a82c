package chat.snug.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Address;
import chat.snug.client.ClientRequest.SignIn;
import chat.snug.keyring.KeyringThread;
import chat.snug.ui.Passwords.Remembered;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered in secret is in a file of its own, for its owner's eyes. */
final class PasswordsTest {
    private static final Address ROOM = new Address("192.168.1.20", 6667, true, "#tea", null);
    private static final Address NETWORK = new Address("irc.test", 6697, true, null, null);

    @TempDir private Path folder;

    private Passwords open() {
        TestScreen screen = new TestScreen();
        Passwords passwords = Passwords.in(folder.resolve("config"), KeyringThread.none(), screen);
        screen.next(); // it is read
        return passwords;
    }

    private static @Nullable String door(Passwords passwords, Address host) {
        List<Remembered> found = new ArrayList<>();
        passwords.recall(host, true, false, found::add);
        return found.getFirst().door();
    }

    private static @Nullable SignIn account(Passwords passwords, Address host) {
        List<Remembered> found = new ArrayList<>();
        passwords.recall(host, false, true, found::add);
        return found.getFirst().account();
    }

    @Test
    void theyAreThereTheNextTimeAndNobodyElseReadsThem() throws Exception {
        Passwords before = open();
        assertThat(before.isEmpty()).isTrue();
        before.door(ROOM, "sesame");
        before.account(NETWORK, new SignIn("Mei", "pencil"));
        before.close();

        Path file = folder.resolve("config").resolve("passwords.properties");
        assertThat(before.file()).isEqualTo(file);
        assertThat(Files.readString(file)).contains("sesame", "pencil");
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }

        Passwords after = open();
        assertThat(door(after, ROOM.withRoom("#other"))).isEqualTo("sesame");
        assertThat(door(after, NETWORK)).isNull();
        assertThat(account(after, NETWORK)).isEqualTo(new SignIn("Mei", "pencil"));
        assertThat(account(after, ROOM)).isNull();
        after.door(ROOM, null);
        assertThat(door(after, ROOM)).isNull();
        after.forgetAll();
        assertThat(after.isEmpty()).isTrue();
        after.close();
        assertThat(Files.readString(file)).doesNotContain("sesame", "pencil");
    }
}
