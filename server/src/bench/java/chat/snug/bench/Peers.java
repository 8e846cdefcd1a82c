package chat.snug.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Servers of others, with configurations that let them show what they can: no look-ups of names, no
 * penalties for fast clients, no limits on connections from one address, no PING in between.
 */
final class Peers {
    /** ngIRCd listens with a queue of ten; more at once means that connections are refused. */
    private static final int NGIRCD_CONNECT_WINDOW = 8;

    /** InspIRCd registers once a second whoever has come by then. */
    private static final int INSPIRCD_CONNECT_WINDOW = 1000;

    /** The modules that bring what the mixed scenario asks for. */
    private static final List<String> CAPABILITY_MODULES =
            List.of(
                    "cap",
                    "ircv3",
                    "ircv3_accounttag",
                    "ircv3_ctctags",
                    "ircv3_echomessage",
                    "ircv3_msgid",
                    "ircv3_servertime");

    private final Map<String, Path> programs;

    /**
     * @param programs where a server is that is not on the path, by name
     */
    Peers(Map<String, Path> programs) {
        this.programs = programs;
    }

    /** ngIRCd, or null if it is not installed. */
    @Nullable Contender ngircd() throws IOException {
        Path program = Machine.program("ngircd", programs.get("ngircd"));
        if (program == null) {
            return null;
        }
        return new Contender(
                "ngircd",
                firstLine(program),
                NGIRCD_CONNECT_WINDOW,
                true,
                (port, folder, _) -> {
                    Path file = Files.writeString(folder.resolve("ngircd.conf"), ngircdConf(port));
                    return List.of(program.toString(), "--nodaemon", "--config", file.toString());
                });
    }

    private static String ngircdConf(int port) {
        return """
        [Global]
        Name = bench.example
        Info = benchmark
        Listen = 127.0.0.1
        Ports = %d
        MotdPhrase = hello
        [Limits]
        MaxConnections = 0
        MaxConnectionsIP = 0
        MaxJoins = 0
        MaxPenaltyTime = 0
        PingTimeout = 3600
        PongTimeout = 3600
        [Options]
        DNS = no
        Ident = no
        PAM = no
        """
                .formatted(port);
    }

    /** InspIRCd 3 or 4, or null if it is not installed. */
    @Nullable Contender inspircd() throws IOException {
        Path program = Machine.program("inspircd", programs.get("inspircd"));
        if (program == null) {
            return null;
        }
        boolean root = "root".equals(System.getProperty("user.name"));
        return new Contender(
                "inspircd",
                firstLine(program),
                INSPIRCD_CONNECT_WINDOW,
                true,
                (port, folder, capabilities) -> {
                    String text = inspircdConf(port, folder, modulesBeside(program), capabilities);
                    Path file = Files.writeString(folder.resolve("inspircd.conf"), text);
                    String config = "--config=" + file;
                    return root
                            ? List.of(program.toString(), "--nofork", "--runasroot", config)
                            : List.of(program.toString(), "--nofork", config);
                });
    }

    /** The modules of a package that was unpacked, not installed; null if they are elsewhere. */
    private static @Nullable Path modulesBeside(Path program) {
        Path modules = program.resolve("../../lib/inspircd/modules").normalize();
        return Files.isDirectory(modules) ? modules : null;
    }

    private static String inspircdConf(
            int port, Path folder, @Nullable Path modules, boolean capabilities) {
        StringBuilder extra = new StringBuilder();
        if (capabilities) {
            for (String module : CAPABILITY_MODULES) {
                extra.append("<module name=\"").append(module).append("\">\n");
            }
        }
        String moduleFolder = modules == null ? "" : "moduledir=\"" + modules + "\"";
        return """
        <config format="xml">
        <server name="bench.example" description="benchmark" network="bench">
        <admin name="bench" nick="bench" email="bench@bench.example">
        <bind address="127.0.0.1" port="%d" type="clients">
        <connect allow="*" timeout="60" pingfreq="1h" recvq="64K" hardsendq="1M" softsendq="1M"
            threshold="1000000" commandrate="1000000000" fakelag="no" limit="1000000"
            localmax="1000000" globalmax="1000000" maxconnwarn="no" maxchans="20"
            resolvehostnames="no" useident="no" useconnectban="no" useconnflood="no">
        <performance netbuffersize="65534" somaxconn="4096" softlimit="1000000" timeskipwarn="0">
        <options casemapping="ascii" defaultmodes="nt">
        <path configdir="%2$s" datadir="%2$s" logdir="%2$s" runtimedir="%2$s" %3$s>
        <pid file="%2$s/pid">
        %4$s\
        """
                .formatted(port, folder, moduleFolder, extra);
    }

    private static String firstLine(Path program) throws IOException {
        Process process =
                new ProcessBuilder(program.toString(), "--version")
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String first = lines.readLine();
            return first == null ? program.getFileName().toString() : first.strip();
        } finally {
            process.destroyForcibly();
        }
    }
}
