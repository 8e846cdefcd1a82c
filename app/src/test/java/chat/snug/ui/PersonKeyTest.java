package chat.snug.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.key.OwnKey;
import chat.snug.ui.PersonKey.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PersonKeyTest {
    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("new").resolve("own-key.pem");
    }

    private PersonKey open() {
        return PersonKey.in(folder.resolve("new"));
    }

    private OwnKey key(PersonKey of) {
        return Objects.requireNonNull(of.get());
    }

    @Test
    void itIsMadeOnceAndForItsOwnersEyes() throws Exception {
        PersonKey first = open();
        assertThat(Files.exists(file())).isFalse();

        OwnKey made = key(first);

        assertThat(key(first)).isSameAs(made);
        assertThat(first.takeTrouble()).isNull();
        assertThat(key(open()).fingerprint()).isEqualTo(made.fingerprint());
        if (file().getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aFileThatMakesNoSenseIsSetAsideAndTold() throws Exception {
        OwnKey before = key(open());
        String pem = Files.readString(file());
        Files.writeString(file(), pem.substring(0, pem.length() / 2));

        PersonKey now = open();
        assertThat(key(now).fingerprint()).isNotEqualTo(before.fingerprint());

        Path aside = file().resolveSibling("own-key.pem.broken-1");
        assertThat(now.takeTrouble()).isEqualTo(new Trouble(Trouble.Kind.SET_ASIDE, aside));
        assertThat(now.takeTrouble()).isNull();
        assertThat(Files.readString(aside)).isEqualTo(pem.substring(0, pem.length() / 2));
        assertThat(key(open()).fingerprint()).isEqualTo(key(now).fingerprint());
    }

    @Test
    void whereNoneCanBeKeptThereIsNone() throws Exception {
        Files.writeString(folder.resolve("new"), "a file where the folder should be");

        PersonKey none = open();

        assertThat(none.get()).isNull();
        assertThat(Objects.requireNonNull(none.takeTrouble()).kind()).isEqualTo(Trouble.Kind.OFF);
    }

    @Test
    void whatIsKeptNowhereIsAnotherEachTime() {
        PersonKey one = PersonKey.inMemory();
        assertThat(key(one)).isSameAs(key(one));
        assertThat(key(one).fingerprint()).isNotEqualTo(key(PersonKey.inMemory()).fingerprint());
    }
}
