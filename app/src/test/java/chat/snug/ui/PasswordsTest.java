package chat.snug.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Address;
import chat.snug.client.ClientRequest.SignIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered in secret is in a file of its own, for its owner's eyes. */
final class PasswordsTest {
    private static final Address ROOM = new Address("192.168.1.20", 6667, true, "#tea", null);
    private static final Address NETWORK = new Address("irc.test", 6697, true, null, null);

    @TempDir private Path folder;

    private Passwords open() throws InterruptedException {
        BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
        Passwords passwords = Passwords.in(folder.resolve("config"), screen::add);
        Runnable read = screen.poll(20, TimeUnit.SECONDS);
        assertThat(read).isNotNull();
        read.run();
        return passwords;
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
        assertThat(after.door(ROOM.withRoom("#other"))).isEqualTo("sesame");
        assertThat(after.door(NETWORK)).isNull();
        assertThat(after.account(NETWORK)).isEqualTo(new SignIn("Mei", "pencil"));
        assertThat(after.account(ROOM)).isNull();
        after.door(ROOM, null);
        assertThat(after.door(ROOM)).isNull();
        after.forgetAll();
        assertThat(after.isEmpty()).isTrue();
        after.close();
        assertThat(Files.readString(file)).doesNotContain("sesame", "pencil");
    }
}
