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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * InspIRCd as a process at a free port, encrypted: somebody else's server, with some of the newer
 * extensions. The property {@value #WHERE} names the program where it is not on the path.
 */
final class Inspircd implements AutoCloseable {
    private static final String PROGRAM = "inspircd";
    private static final String WHERE = "snug.test.inspircd";

    private final Process process;
    private final int port;
    private final boolean encrypted;

    private Inspircd(Process process, int port, boolean encrypted) {
        this.process = process;
        this.port = port;
        this.encrypted = encrypted;
    }

    private static @Nullable Path program() {
        String told = System.getProperty(WHERE);
        Stream<Path> places =
                told != null
                        ? Stream.of(Path.of(told))
                        : Stream.of(System.getenv("PATH").split(File.pathSeparator))
                                .map(folder -> Path.of(folder, PROGRAM));
        return places.filter(Files::isExecutable).findFirst().orElse(null);
    }

    /** Leaves the test out, and says so, where the machine does not have it. */
    static void require() {
        boolean found = program() != null;
        if (!found) {
            LoggerFactory.getLogger(Inspircd.class)
                    .warn("Left out: {} is not installed on this machine", PROGRAM);
        }
        assumeTrue(found, PROGRAM + " is not installed on this machine");
    }

    /** Returns when it listens. */
    static Inspircd start(Path folder, Authority.Proof proof) throws IOException {
        proof.write(folder);
        return start(
                folder,
                """
                <module name="ssl_gnutls">
                <sslprofile name="Clients" provider="gnutls" certfile="%1$s/cert.pem"
                    keyfile="%1$s/key.pem">
                """
                        .formatted(folder),
                "sslprofile=\"Clients\"");
    }

    /** The same, without encryption. */
    static Inspircd startPlain(Path folder) throws IOException {
        return start(folder, "", "");
    }

    private static Inspircd start(Path folder, String more, String binding) throws IOException {
        Path program = program();
        if (program == null) {
            throw new IOException(PROGRAM + " is not here");
        }
        int port = FreePort.find();
        // The modules of a package that was unpacked, not installed.
        Path beside = program.resolve("../../lib/inspircd/modules").normalize();
        String modules = Files.isDirectory(beside) ? "moduledir=\"" + beside + "\"" : "";
        Path settings =
                Files.writeString(
                        folder.resolve("inspircd.conf"),
                        settings(port, folder, modules, binding) + more);
        List<String> command = new ArrayList<>(List.of(program.toString(), "--nofork"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--runasroot");
        }
        command.add("--config=" + settings);
        // It dumps core when it is killed, and that belongs into a folder that goes with the test.
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        return new Inspircd(awaited(process), port, !more.isEmpty());
    }

    private static Process awaited(Process process) throws IOException {
        StringBuilder log = new StringBuilder();
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line;
        while ((line = lines.readLine()) != null) {
            log.append(line).append('\n');
            if (line.contains("InspIRCd is now running")) {
                return process;
            }
        }
        throw new AssertionError("inspircd does not listen:\n" + log);
    }

    private static String settings(int port, Path folder, String modules, String binding) {
        return """
        <config format="xml">
        <server name="foreign.test" description="A foreign host" network="Foreigners">
        <admin name="test" nick="test" email="test@foreign.test">
        <module name="cap">
        <module name="ircv3">
        <module name="ircv3_servertime">
        <module name="namesx">
        <module name="customprefix">
        <customprefix name="founder" letter="q" rank="50000" prefix="~" ranktoset="50000">
        <bind address="127.0.0.1" port="%1$d" type="clients" %4$s>
        <connect allow="*" timeout="60" pingfreq="2m" recvq="64K" hardsendq="1M" softsendq="8K"
            fakelag="no" limit="100" localmax="100" globalmax="100" maxconnwarn="no" maxchans="20"
            resolvehostnames="no" useident="no">
        <options casemapping="rfc1459" defaultmodes="not">
        <path configdir="%2$s" datadir="%2$s" logdir="%2$s" runtimedir="%2$s" %3$s>
        <pid file="%2$s/pid">
        """
                .formatted(port, folder, modules, binding);
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
