package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.key.Fingerprint;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as a process of its own: what it prints, how it ends, and with which exit code. */
class MainTest {
    private static final int PATIENCE_SECONDS = 60;

    private final List<Process> processes = new ArrayList<>();
    @TempDir private Path folder;

    private Process start(String... arguments) throws IOException {
        return start(Map.of(), arguments);
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("os.name").equals("Linux")) {
            // A shell's background job ignores Ctrl-C, and so would all that it starts.
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(classPath());
        command.add(Launch.class.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectError(errors().toFile())
                        .directory(new File("."));
        builder.environment().putAll(environment);
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /** That of the tests without the tests, whose settings of the log are not those of the jar. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Path errors() {
        return folder.resolve("errors");
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Where it listens, as it says itself. */
    private static InetSocketAddress address(Process process) throws IOException {
        String line = output(process).readLine();
        assertThat(line).matches("Listening at \\S+:\\d+");
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(),
                Integer.parseInt(line.substring(line.lastIndexOf(':') + 1)));
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @AfterEach
    void endAll() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void itSaysWhereItListensAndGoodbyeWhenItIsTerminated() throws Exception {
        Process process = start("--host", "127.0.0.1", "--port", "0", "--room", "Den");
        InetSocketAddress address = address(process);
        try (WireClient ann = WireClient.connect(address).register("ann")) {
            assertThat(ann.ask("JOIN #den").getFirst()).endsWith(" JOIN #Den");

            process.toHandle().destroy();

            assertThat(ann.untilClosed())
                    .containsExactly(
                            ":snug.local NOTICE ann :The host closed the room",
                            "ERROR :The host closed the room");
        }
        assertThat(exitCode(process)).isEqualTo(128 + 15);
        assertThat(Files.readAllLines(errors()))
                .anyMatch(line -> line.endsWith("ann came from 127.0.0.1 (1 here)"));
    }

    @Test
    void ctrlCSaysGoodbyeToo() throws Exception {
        Process process = start("--host", "127.0.0.1", "--port", "0");
        try (WireClient ann = WireClient.connect(address(process)).register("ann")) {
            Process kill = new ProcessBuilder("kill", "-INT", "" + process.pid()).start();
            assertThat(kill.waitFor()).isZero();

            assertThat(ann.untilClosed()).last().isEqualTo("ERROR :The host closed the room");
        }
        assertThat(exitCode(process)).isEqualTo(128 + 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nonsense",
                "--port=many",
                "--port=70000",
                "--port",
                "--ws-port=many",
                "--ws-port=-1",
                "--ws-host=localhost",
                "--ws-origin=http://x",
                "--oper=nobody",
                "--oper=:secret",
                "--oper=name:",
                "--password-file=/no/such/file",
                "--oper-file=/",
                "--ask-first",
                "--room=a,b",
                "--motd-file=/no/such/file",
                "--motd-file=/",
                "--server-name=a b",
                "--forget-everything",
                "--tls-only --no-tls",
                "stray",
            })
    void aBadFlagIsOneLineAndExitCode2(String argument) throws Exception {
        Process process = start(argument.split(" (?=--)"));

        assertThat(exitCode(process)).isEqualTo(2);
        assertThat(Files.readAllLines(errors())).hasSize(1).allMatch(line -> !line.isBlank());
        assertThat(output(process).readLine()).isNull();
    }

    @Test
    void aPortThatIsTakenIsOneLineAndExitCode1() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process =
                    start("--host", "127.0.0.1", "--port", Integer.toString(taken.getLocalPort()));

            assertThat(exitCode(process)).isEqualTo(1);
            assertThat(Files.readAllLines(errors()))
                    .singleElement()
                    .asString()
                    .isEqualTo(
                            "Cannot listen at 127.0.0.1 port %d: it is taken or not allowed"
                                    .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void aMotdThatCannotBeReadIsSaidWhy() throws Exception {
        Path missing = folder.resolve("missing");
        assertThat(exitCode(start("--motd-file=" + missing))).isEqualTo(2);
        assertThat(Files.readAllLines(errors()))
                .containsExactly("--motd-file: cannot read " + missing + ": there is no such file");

        Path latin = folder.resolve("latin");
        Files.write(latin, "gr\u00fc\u00df".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(exitCode(start("--motd-file=" + latin))).isEqualTo(2);
        assertThat(Files.readAllLines(errors()))
                .containsExactly("--motd-file: cannot read " + latin + ": it is not UTF-8 text");
    }

    @Test
    void anOperatorLetsPeopleIn() throws Exception {
        Process process =
                start(
                        "--host=127.0.0.1",
                        "--port=0",
                        "--ask-first",
                        "--password=sesame",
                        "--oper=boss:secret");
        InetSocketAddress address = address(process);
        try (WireClient boss = WireClient.connect(address).register("boss", "PASS sesame");
                WireClient ann = WireClient.connect(address)) {
            assertThat(boss.ask("OPER boss secret")).anyMatch(line -> line.contains(" 381 "));
            ann.send("NICK ann", "USER u 0 * :U");
            assertThat(ann.next()).contains("Waiting for the host");

            assertThat(boss.ask("ADMIT ann")).anyMatch(line -> line.contains("was let in"));

            assertThat(ann.next()).contains(" 001 ann ");
        }
    }

    /** However much is logged, by whichever library: no secret is in it. */
    @Test
    void noSecretIsInTheLogAtAnyLevel() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "sesame-door\n");
        Path operator = Files.writeString(folder.resolve("oper"), "boss:sesame-boss\n");
        Process process =
                start(
                        Map.of(
                                "JAVA_TOOL_OPTIONS",
                                "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace"),
                        "--host=127.0.0.1",
                        "--port=0",
                        "--ws-host=127.0.0.1",
                        "--ws-port=0",
                        "--data-dir=" + folder.resolve("data"),
                        "--password-file=" + password,
                        "--oper-file=" + operator);
        BufferedReader output = output(process);
        assertThat(output.readLine()).startsWith("Listening at ");
        String line = output.readLine();
        int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
        try (WebClient ann =
                new WebClient(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            assertThat(ann.open("text.ircv3.net")).startsWith("HTTP/1.1 101 ");
            ann.register("ann", "PASS sesame-door", "CAP REQ sasl", "CAP END");
            assertThat(
                            ann.ask(
                                    "REGISTER * * sesame-account",
                                    "AUTHENTICATE PLAIN",
                                    Sasl.plain("ann", "sesame-account"),
                                    "OPER boss sesame-boss",
                                    "JOIN #den sesame-key",
                                    "MODE #den +k sesame-key"))
                    .anyMatch(answer -> answer.contains(" 381 "))
                    .anyMatch(answer -> answer.contains(" 903 "));
        }
        process.destroy();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

        String log = Files.readString(errors());
        assertThat(log).contains("TRACE", "ann came from").doesNotContain("sesame");
        assertThat(log).doesNotContain(Sasl.base64("\0ann\0sesame-account"), "PRIVATE KEY");
    }

    @Test
    void aSecretStandsInOnePlace() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        assertThat(exitCode(start("--password-file=" + empty))).isEqualTo(2);
        assertThat(Files.readAllLines(errors()))
                .containsExactly("--password-file: the first line of " + empty + " is empty");

        assertThat(exitCode(start("--password=pw", "--password-file=" + empty))).isEqualTo(2);
        assertThat(Files.readAllLines(errors()))
                .containsExactly("--password and --password-file: one of them is enough");
    }

    @Test
    void aLongLineOfTheMotdIsCutAndRehashReadsTheFileAgain() throws Exception {
        Path motd =
                Files.writeString(folder.resolve("motd"), "é".repeat(600) + "\n\nTea at five\n");
        Path password = Files.writeString(folder.resolve("password"), "pw\n");
        Path operator = Files.writeString(folder.resolve("oper"), "boss:secret\nnot this\n");
        Process process =
                start(
                        "--host=127.0.0.1",
                        "--port=0",
                        "--password-file=" + password,
                        "--oper-file=" + operator,
                        "--motd-file=" + motd);
        InetSocketAddress address = address(process);
        try (WireClient ann = WireClient.connect(address)) {
            List<String> welcome = ann.ask("PASS pw", "NICK ann", "USER a 0 * :A");
            String start = ":snug.local 372 ann :- ";
            assertThat(welcome)
                    .contains(
                            start + "é".repeat((510 - start.length()) / 2),
                            start,
                            start + "Tea at five");

            Files.writeString(motd, "Tea at six\n");
            assertThat(ann.ask("REHASH").getFirst()).contains(" 481 ");
            ann.ask("OPER boss secret");
            assertThat(ann.ask("REHASH").getFirst()).contains(" 382 ");
            assertThat(ann.ask("MOTD"))
                    .contains(start + "Tea at six")
                    .doesNotContain(start + "Tea at five");
        }
        try (WireClient stranger = WireClient.connect(address)) {
            stranger.send("PASS wrong", "NICK bob", "USER b 0 * :B");
            assertThat(stranger.untilClosed())
                    .anyMatch(line -> line.contains(" 464 "))
                    .last()
                    .asString()
                    .startsWith("ERROR :");
        }
    }

    @Test
    void aPortForWebSocketsThatIsTakenIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process =
                    start(
                            "--host=127.0.0.1",
                            "--port=0",
                            "--ws-host=127.0.0.1",
                            "--ws-port=" + taken.getLocalPort());

            assertThat(exitCode(process)).isEqualTo(1);
            assertThat(Files.readAllLines(errors()))
                    .singleElement()
                    .asString()
                    .isEqualTo(
                            "Cannot listen at 127.0.0.1 port %d: it is taken or not allowed"
                                    .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void itSaysWhereItListensForWebSockets() throws Exception {
        Process process =
                start("--host=127.0.0.1", "--port=0", "--ws-host=127.0.0.1", "--ws-port=0");
        BufferedReader output = output(process);
        assertThat(output.readLine()).matches("Listening at 127.0.0.1:\\d+");
        String line = output.readLine();
        assertThat(line).matches("Listening for WebSockets at 127.0.0.1:\\d+");
        int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
        try (WebClient ann =
                new WebClient(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            assertThat(ann.open("text.ircv3.net")).startsWith("HTTP/1.1 101 ");
            assertThat(ann.register("ann").ask("PING x"))
                    .containsExactly(":snug.local PONG snug.local x");
        }
    }

    @Test
    void aHostThatIsNoneIsOneLineAndExitCode1() throws Exception {
        Process process = start("--host", "no.such.host.invalid", "--port", "0");

        assertThat(exitCode(process)).isEqualTo(1);
        assertThat(Files.readAllLines(errors())).singleElement().asString().contains("no such");
    }

    @Test
    void helpAndVersionAreToldAndThatIsAll() throws Exception {
        Process help = start("--help");
        assertThat(exitCode(help)).isZero();
        assertThat(output(help).lines().toList().toString())
                .contains("--host", "--port", "--password", "--server-name", "--server-desc")
                .contains("--network", "--motd-file", "--data-dir", "--oper", "--no-throttle")
                .contains("--no-tls", "--tls-only", "--room", "--version", "--replay")
                .contains("--ws-host", "--ws-port", "--ws-origin");
        Process version = start("--version");
        assertThat(exitCode(version)).isZero();
        assertThat(output(version).readLine()).startsWith("Snug-");
    }

    @Test
    void everyFlagDoesWhatItSays() throws Exception {
        Path motd = Files.writeString(folder.resolve("motd"), "Tea at five\n");
        Process process =
                start(
                        "--host=127.0.0.1",
                        "--port=0",
                        "--password=pw",
                        "--server-name=den.example",
                        "--server-desc=Our den",
                        "--network=Dens",
                        "--motd-file=" + motd,
                        "--data-dir=" + folder,
                        "--oper=boss:se:cret",
                        "--no-throttle",
                        "--no-tls",
                        "--room=den");
        try (WireClient ann = WireClient.connect(address(process))) {
            assertThat(ann.ask("PASS pw", "NICK ann", "USER a 0 * :A"))
                    .contains(":den.example 372 ann :- Tea at five")
                    .anyMatch(line -> line.contains("Welcome to the Dens Network"))
                    .anyMatch(line -> line.contains(" SNUG.CHAT/ROOM=#den "));
            assertThat(ann.ask("WHOIS ann"))
                    .contains(":den.example 312 ann ann den.example :Our den");
            assertThat(ann.ask("OPER boss se:cret").getFirst()).contains(" 381 ");
            for (int i = 0; i < 500; i++) {
                ann.send("PING " + i);
            }
            assertThat(ann.sync()).hasSize(500);
        }
    }

    /** What it says at its start. */
    private static List<String> start(Process process, int lines) throws IOException {
        BufferedReader output = output(process);
        List<String> said = new ArrayList<>();
        while (said.size() < lines) {
            said.add(output.readLine());
        }
        return said;
    }

    @Test
    void itSaysByWhichKeyItIsKnownAndWhereToComeIn() throws Exception {
        List<String> said = start(start("--host=127.0.0.1", "--port=0", "--room=den"), 4);
        int port = Integer.parseInt(said.getFirst().replaceAll(".*:", ""));
        String pin = said.get(1).replaceAll("Key ([-_A-Za-z0-9]{43}), made for this run; .*", "$1");

        assertThat(said.get(2)).isEqualTo("Address snug://127.0.0.1:" + port + "/den?pin=" + pin);
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (WireClient ann = WireClient.encrypt(address, null).register("ann");
                WireClient bob = WireClient.connect(address).register("bob")) {
            assertThat(bob.ask("WHOIS ann"))
                    .contains(":snug.local 671 bob ann :is using a secure connection");
            assertThat(Fingerprint.of(ann.hostCertificate())).hasToString(pin);
        }
    }

    @Test
    void theKeyStaysInTheFolderAndPlainStaysOutIfSoWanted() throws Exception {
        String[] flags = {"--host=127.0.0.1", "--port=0", "--tls-only", "--data-dir=" + folder};
        Process process = start(flags);
        List<String> said = start(process, 4);
        assertThat(said.get(1)).matches("Key [-_A-Za-z0-9]{43}");
        assertThat(said.get(3)).isEqualTo("Nobody comes in without encryption");
        int port = Integer.parseInt(said.getFirst().replaceAll(".*:", ""));
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (WireClient bob = WireClient.connect(address).send("NICK bob")) {
            assertThat(bob.untilClosed())
                    .containsExactly(
                            "ERROR :This room is encrypted: connect with TLS, to the same port");
        }
        process.destroy();
        assertThat(exitCode(process)).isNotZero();

        Process again = start(flags);
        assertThat(start(again, 2).get(1)).isEqualTo(said.get(1));
        again.destroy();
        assertThat(exitCode(again)).isNotZero();
        assertThat(Files.readString(errors())).doesNotContain("There was no key");
        Files.delete(folder.resolve("key.pem"));
        Process other = start(flags);
        assertThat(start(other, 2).get(1)).startsWith("Key ").isNotEqualTo(said.get(1));
        assertThat(Files.readString(errors()))
                .contains("WARN", "There was no key in " + folder.resolve("key.pem"));
        other.destroy();
        assertThat(exitCode(other)).isNotZero();
        Files.writeString(folder.resolve("key.pem"), "no key");
        Process broken = start(flags);
        assertThat(exitCode(broken)).isEqualTo(3);
        assertThat(Files.readAllLines(errors()))
                .singleElement()
                .asString()
                .contains("key.pem holds no key with its certificate. ");
    }

    @Test
    void whereNothingCanBeKeptItEndsOrGoesOnInMemoryAsToldTo() throws Exception {
        Path noFolder = Files.writeString(folder.resolve("file"), "mine");
        String sentence =
                "Nothing can be kept in %s: it is no folder that can be written to"
                        .formatted(noFolder);
        Process strict = start("--host=127.0.0.1", "--port=0", "--data-dir=" + noFolder);
        assertThat(exitCode(strict)).isEqualTo(3);
        assertThat(Files.readAllLines(errors())).containsExactly(sentence);

        Process process =
                start(
                        "--host=127.0.0.1",
                        "--port=0",
                        "--data-dir=" + noFolder,
                        "--memory-fallback");
        try (WireClient ann = WireClient.connect(address(process)).register("ann")) {
            assertThat(Files.readAllLines(errors()))
                    .first()
                    .isEqualTo(sentence + ". Nothing is kept when the server ends.");
            assertThat(ann.ask("JOIN #den", "TOPIC #den :tea")).last().asString().endsWith(":tea");
        }
        assertThat(noFolder).hasContent("mine");
    }

    @Test
    void everythingIsForgottenOnDemandAndNotWhileItIsInUse() throws Exception {
        Path kept = folder.resolve("kept");
        String[] flags = {"--host=127.0.0.1", "--port=0", "--data-dir=" + kept};
        Process first = start(flags);
        try (WireClient ann = WireClient.connect(address(first)).register("ann")) {
            ann.ask("JOIN #den", "PRIVMSG #den :confidential", "TOPIC #den :tea");
        }
        Process tooEarly = start("--forget-everything", "--data-dir=" + kept);
        assertThat(exitCode(tooEarly)).isEqualTo(3);
        assertThat(Files.readString(errors())).contains(kept + " is in use");
        first.toHandle().destroy();
        exitCode(first);
        assertThat(topicOfDen(flags)).endsWith(" 332 ann #den :tea");

        Process forgetting = start("--forget-everything", "--data-dir=" + kept);

        assertThat(output(forgetting).readLine())
                .isEqualTo("Everything in " + kept + " is forgotten");
        assertThat(exitCode(forgetting)).isZero();
        assertThat(Files.readString(kept.resolve("snug.db"), StandardCharsets.ISO_8859_1))
                .doesNotContain("confidential");
        assertThat(topicOfDen(flags)).contains(" 331 ");
    }

    private String topicOfDen(String... flags) throws Exception {
        Process process = start(flags);
        try (WireClient ann = WireClient.connect(address(process)).register("ann")) {
            ann.ask("JOIN #den");
            return ann.ask("TOPIC #den").getFirst();
        } finally {
            process.toHandle().destroy();
            exitCode(process);
        }
    }
}
