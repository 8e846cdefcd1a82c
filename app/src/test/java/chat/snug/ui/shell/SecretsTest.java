package chat.snug.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing that was typed in secret is in what the app logs at any level, in the titles of its
 * window, in what it shows of the wire, nor in any of its files.
 */
@Timeout(180)
final class SecretsTest {
    @TempDir private Path folder;
    private final List<String> secrets = new ArrayList<>();

    @BeforeEach
    void talk() throws Exception {
        Path hostKey = folder.resolve("host-key");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=trace");
        String modules = System.getProperty("jdk.module.path", "");
        String classes = System.getProperty("java.class.path", "");
        command.add("-cp");
        command.add(modules.isEmpty() ? classes : classes + ':' + modules);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("chat.snug.ui.shell.SecretsProcess");
        command.add(folder.resolve("kept").toString());
        command.add(hostKey.toString());
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log().toFile())
                        .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log())).isZero();
        secrets.add("sesame");
        secrets.add("PRIVATE KEY");
        secrets.addAll(Files.readAllLines(hostKey));
        for (int shift = 0; shift < 3; shift++) {
            // As it stands within a longer text in base64, wherever it begins.
            byte[] shifted = ("x".repeat(shift) + "sesame").getBytes(StandardCharsets.US_ASCII);
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            secrets.add(base64.substring(shift == 0 ? 0 : shift + 1, base64.length() - 1));
        }
    }

    private Path log() {
        return folder.resolve("log");
    }

    @Test
    void noSecretIsToldOrKept() throws IOException {
        String told = Files.readString(log());
        assertThat(told).contains("TITLE ", "WIRE ", " DEBUG chat.snug.", "PASS •••", "ASKS ");
        for (String secret : secrets) {
            assertThat(told.lines().filter(line -> line.contains(secret))).as(secret).isEmpty();
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder.resolve("kept"))) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .contains("settings.properties", "snug.db", "own-key.pem", "passwords.properties");
        List<String> talk = new ArrayList<>();
        for (Path file : files) {
            // One character for each byte: secrets are ASCII.
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            if (!file.startsWith(folder.resolve("kept").resolve("Ben"))) {
                // What was said to somebody is theirs, and their host's.
                text = text.replace("identify sesame-service", "");
            }
            if (text.contains("hello from Ben")) {
                talk.add(folder.resolve("kept").relativize(file).getName(0).toString());
            }
            for (String secret : secrets) {
                boolean isKey = secret.equals("PRIVATE KEY");
                String name = file.getFileName().toString();
                boolean mayBe = isKey ? name.endsWith(".pem") : name.equals("passwords.properties");
                assertThat(mayBe || !text.contains(secret)).as(secret + " in " + file).isTrue();
            }
        }
        // What was said in public is there: the files were looked at as they are.
        assertThat(talk).contains("Mei", "Ben");
    }
}
