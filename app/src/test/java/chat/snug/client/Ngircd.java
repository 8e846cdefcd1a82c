package chat.snug.client;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** ngIRCd as a process at a free port: somebody else's IRC server, without the newer extensions. */
final class Ngircd implements AutoCloseable {
    private static final String PROGRAM = "ngircd";

    private final Process process;
    private final int port;
    private final boolean encrypted;

    private Ngircd(Process process, int port, boolean encrypted) {
        this.process = process;
        this.port = port;
        this.encrypted = encrypted;
    }

    /** Leaves the test out, and says so, where the machine does not have it. */
    static void require() {
        boolean found =
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
        if (!found) {
            LoggerFactory.getLogger(Ngircd.class)
                    .warn("Left out: {} is not installed on this machine", PROGRAM);
        }
        assumeTrue(found, PROGRAM + " is not installed on this machine");
    }

    /** Returns when it listens. */
    static Ngircd start(Path folder) throws IOException {
        int port = freePort();
        return start(folder, port, port, "");
    }

    /** The same, encrypted with what {@code proof} holds. */
    static Ngircd startEncrypted(Path folder, Authority.Proof proof) throws IOException {
        proof.write(folder);
        int port = freePort();
        String ssl =
                """
                [SSL]
                CertFile = %1$s/cert.pem
                KeyFile = %1$s/key.pem
                Ports = %2$d
                """
                        .formatted(folder, port);
        return start(folder, freePort(), port, ssl);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static Ngircd start(Path folder, int plain, int port, String more) throws IOException {
        Path settings = folder.resolve("ngircd.conf");
        Files.writeString(
                settings,
                """
                [Global]
                Name = foreign.test
                Info = A foreign host
                Listen = 127.0.0.1
                Ports = %d
                MotdPhrase = Mind the step
                [Limits]
                MaxNickLength = 12
                [Options]
                DNS = no
                Ident = no
                PAM = no
                """
                                .formatted(plain)
                        + more);
        Process process =
                new ProcessBuilder(PROGRAM, "--nodaemon", "--config", settings.toString())
                        .redirectErrorStream(true)
                        .start();
        Ngircd ngircd = new Ngircd(process, port, !more.isEmpty());
        StringBuilder log = new StringBuilder();
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line;
        while ((line = lines.readLine()) != null) {
            log.append(line).append('\n');
            if (line.contains("Now listening on") && line.contains("" + port)) {
                return ngircd;
            }
        }
        throw new AssertionError("ngircd does not listen:\n" + log);
    }

    Address address(String room) {
        return new Address("127.0.0.1", port, encrypted, room, null);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
