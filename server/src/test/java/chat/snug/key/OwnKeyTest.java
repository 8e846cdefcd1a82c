package chat.snug.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnKeyTest {
    @TempDir Path folder;

    @Test
    void isMadeOnceAndThenThere() throws Exception {
        Path file = folder.resolve("new").resolve("own.pem");

        OwnKey made = OwnKey.load(file);
        OwnKey read = OwnKey.load(file);

        assertThat(made.isNew()).isTrue();
        assertThat(read.isNew()).isFalse();
        assertThat(read.certificate()).isEqualTo(made.certificate());
        assertThat(read.fingerprint()).isEqualTo(made.fingerprint());
        assertThat(Files.readString(file))
                .contains("-----BEGIN PRIVATE KEY-----", "-----BEGIN CERTIFICATE-----");
    }

    @Test
    void onlyItsOwnerMayReadIt() throws Exception {
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "this file system has no permissions");
        Path file = folder.resolve("own.pem");
        OwnKey.load(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        OwnKey.load(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void theCertificateIsRenewedWithTheSameKey() throws Exception {
        Path file = folder.resolve("own.pem");
        Instant now = Instant.parse("2026-11-21T00:00:00Z");
        OwnKey first = OwnKey.load(file, Clock.fixed(now, ZoneOffset.UTC));
        assertThat(OwnKey.load(file, in(now, 700)).certificate()).isEqualTo(first.certificate());

        OwnKey renewed = OwnKey.load(file, in(now, 800));

        assertThat(renewed.certificate()).isNotEqualTo(first.certificate());
        assertThat(renewed.fingerprint()).isEqualTo(first.fingerprint());
        assertThat(renewed.isNew()).isFalse();
        assertThat(renewed.certificate().getNotAfter()).isAfter(first.certificate().getNotAfter());
        assertThat(OwnKey.load(file, in(now, 801)).certificate()).isEqualTo(renewed.certificate());
    }

    @Test
    void whatIsNoKeyIsToldAndLeftAlone() throws Exception {
        Path file = folder.resolve("own.pem");
        OwnKey.load(file);
        String whole = Files.readString(file);
        String half = whole.substring(0, whole.indexOf("-----BEGIN CERTIFICATE"));
        Path others = folder.resolve("other.pem");
        OwnKey.load(others);
        String theirs = Files.readString(others);
        String other = half + theirs.substring(theirs.indexOf("-----BEGIN CERTIFICATE"));

        for (String broken : new String[] {"", "nonsense", half, other, "x".repeat(70_000)}) {
            Files.writeString(file, broken);
            assertThatThrownBy(() -> OwnKey.load(file))
                    .isInstanceOf(BrokenKeyException.class)
                    .hasMessageContaining("own.pem");
            assertThat(Files.readString(file)).isEqualTo(broken);
        }
    }

    @Test
    void itsTextTellsNoSecret() {
        OwnKey key = OwnKey.make();

        assertThat(key).hasToString("OwnKey[" + key.fingerprint() + "]");
    }

    private static Clock in(Instant now, int days) {
        return Clock.fixed(now.plus(Duration.ofDays(days)), ZoneOffset.UTC);
    }
}
