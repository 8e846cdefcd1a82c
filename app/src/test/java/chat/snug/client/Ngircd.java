package chat.snug.client;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.snug.hosting.FreePort;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.interfaces.DHPublicKey;
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
        int port = FreePort.find();
        return start(folder, port, port, "");
    }

    /** The same, encrypted with what {@code proof} holds. */
    static Ngircd startEncrypted(Path folder, Authority.Proof proof) throws IOException {
        proof.write(folder);
        Files.writeString(folder.resolve("dh.pem"), group());
        int port = FreePort.find();
        String ssl =
                """
                [SSL]
                CertFile = %1$s/cert.pem
                KeyFile = %1$s/key.pem
                DHFile = %1$s/dh.pem
                Ports = %2$d
                """
                        .formatted(folder, port);
        return start(folder, FreePort.find(), port, ssl);
    }

    /** A Diffie-Hellman group: without one it looks for a prime, for seconds or for minutes. */
    private static String group() throws IOException {
        try {
            KeyPairGenerator maker = KeyPairGenerator.getInstance("DH");
            maker.initialize(2_048); // one that Java has
            AlgorithmParameters group = AlgorithmParameters.getInstance("DH");
            group.init(((DHPublicKey) maker.generateKeyPair().getPublic()).getParams());
            return "-----BEGIN DH PARAMETERS-----\n"
                    + Base64.getMimeEncoder().encodeToString(group.getEncoded())
                    + "\n-----END DH PARAMETERS-----\n";
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
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
