package chat.snug.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Address;
import chat.snug.client.AddressException;
import chat.snug.hosting.RawGuest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The app as a process: what it does with signals, and where there is no screen. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(180)
final class ProcessTest {
    @TempDir Path home;

    private ProcessBuilder app(String main, String... options) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("os.name").equals("Linux")) {
            // A shell's background job ignores Ctrl-C, and so would all that it starts.
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("-Dprism.order=sw");
        command.add("-Dprism.text=t2k");
        command.add("-Duser.name=Mei");
        command.add("-Duser.language=en");
        command.add("-Duser.home=" + home);
        command.addAll(List.of(options));
        String modules = System.getProperty("jdk.module.path", "");
        String classes = System.getProperty("java.class.path", "");
        command.add("-cp");
        command.add(modules.isEmpty() ? classes : classes + ':' + modules);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add(main);
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
        environment.put("XDG_DATA_HOME", home.resolve("data").toString());
        environment.remove("DISPLAY");
        environment.remove("WAYLAND_DISPLAY");
        return builder.redirectError(home.resolve("stderr").toFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void everybodyIsToldWhenTheProcessIsToEnd(String signal) throws Exception {
        Process process =
                app("chat.snug.ui.shell.HostingProcess", "-Dglass.platform=Headless").start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
                RawGuest ben = new RawGuest(opened(out))) {
            ben.send("NICK Ben");
            ben.send("USER raw 0 * :Ben");
            ben.await(" 001 ");
            String pid = Long.toString(process.pid());
            assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor()).isZero();

            assertThat(ben.await("ERROR ")).contains("The host closed the room");
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Address opened(BufferedReader out) throws IOException, AddressException {
        String line;
        while ((line = out.readLine()) != null) {
            if (line.startsWith("ROOM ") && line.length() > "ROOM ".length()) {
                int port = Address.parse(line.substring("ROOM ".length())).port();
                return new Address("127.0.0.1", port, false, null, null);
            }
        }
        throw new AssertionError("the app ended without a room");
    }

    @Test
    void withoutAScreenItSaysSoInOneSentence() throws Exception {
        Process process = app("chat.snug.ui.shell.Main").start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).isEqualTo(1);
        List<String> said = Files.readAllLines(home.resolve("stderr"));
        assertThat(said).noneMatch(line -> line.contains("Exception") || line.contains("\tat "));
        assertThat(said).last().asString().startsWith("Snug has no screen");
    }
}
