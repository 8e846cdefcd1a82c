package chat.snug.server.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.key.OwnKey;
import chat.snug.server.ChatServer;
import chat.snug.server.options.Security;
import chat.snug.server.options.ServerOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other people's programs over TLS, at the port where a plain one talks with them. */
@Timeout(300)
class ForeignTlsTest {
    private final OwnKey key = OwnKey.make();
    private ChatServer server;
    private Guest mei;
    @TempDir private Path folder;

    @BeforeEach
    void openTheRoom() throws IOException {
        server =
                ChatServer.start(
                        ServerOptions.at("127.0.0.1", 0)
                                .withRoom("#lobby")
                                .withSecurity(new Security(key, true)));
        mei = new Guest(server.address());
        mei.send("NICK Mei");
        mei.send("USER mei 0 * :Mei");
        mei.send("JOIN #lobby");
        mei.awaitLine(" 366 ");
    }

    @AfterEach
    void closeAll() throws IOException {
        mei.close();
        server.close();
    }

    private int port() {
        return server.address().getPort();
    }

    @Test
    void irssiTalksWithAPlainOne() throws Exception {
        ForeignProgram.require("script", "irssi");
        // As the app writes it into an invite.
        String pinned = "-tls -notls_verify -tls_pinned_pubkey " + key.fingerprint().hex();
        try (ForeignProgram irssi = ForeignProgram.irssi(folder, "ivo", port(), "", pinned)) {
            irssi.awaitShown("To come in: /join #lobby");
            irssi.type("/join #lobby");
            mei.awaitLine(":ivo!");
            irssi.awaitShown("Join to #lobby was synced");
            talkBothWays(irssi, "", "ivo");
        }
    }

    @Test
    void irssiRefusesAnotherKey() throws Exception {
        ForeignProgram.require("script", "irssi");
        String pinned =
                "-tls -notls_verify -tls_pinned_pubkey " + OwnKey.make().fingerprint().hex();
        try (ForeignProgram irssi = ForeignProgram.irssi(folder, "ivo", port(), "", pinned)) {
            irssi.awaitShown("Pinned public key mismatch");
        }
    }

    @Test
    void weeChatTalksWithAPlainOne() throws Exception {
        ForeignProgram.require("weechat-headless");
        String tls = ForeignProgram.weeChatTls();
        byte[] certificate = key.certificate().getEncoded();
        String pinned =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
        String options = "-%s -%s_fingerprint=%s".formatted(tls, tls, pinned);
        try (ForeignProgram weeChat = ForeignProgram.weeChat(folder, "wanda", port(), options)) {
            weeChat.awaitShown("To come in: /join #lobby");
            weeChat.type("irc.server.snug */join #lobby");
            mei.awaitLine(":wanda!");
            weeChat.awaitShown("2 nicks");
            talkBothWays(weeChat, "irc.snug.#lobby *", "wanda");
        }
    }

    private void talkBothWays(ForeignProgram program, String prefix, String nick) throws Exception {
        mei.send("WHOIS " + nick);
        mei.awaitLine(" 671 Mei " + nick + " :is using a secure connection");
        program.type(prefix + "Who writes the second test? 你想先看一下吗？");
        mei.awaitLine("PRIVMSG #lobby :Who writes the second test? 你想先看一下吗？");
        mei.send("PRIVMSG #lobby :I can, " + nick);
        program.awaitShown("I can, " + nick);
        server.close();
        program.awaitShown(ChatServer.GOODBYE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_3", "-tls1_2"})
    void opensslTalksWithAPlainOne(String version) throws Exception {
        ForeignProgram.require("openssl");
        try (Openssl olga = new Openssl(port(), version)) {
            olga.send("NICK olga", "USER olga 0 * :Olga", "JOIN #lobby");
            mei.awaitLine(":olga!");
            mei.send("PRIVMSG #lobby :hello, Olga");
            olga.awaitLine("PRIVMSG #lobby :hello, Olga");
            olga.send("PRIVMSG #lobby :" + "long ".repeat(80));
            mei.awaitLine("PRIVMSG #lobby :" + "long ".repeat(80).strip());
            server.close();
            olga.awaitLine(ChatServer.GOODBYE);
        }
    }

    @Test
    void opensslGetsNowhereWithAnOlderVersion() throws Exception {
        ForeignProgram.require("openssl");
        // Security level 0: else it refuses by itself to offer what is that old.
        try (Openssl old = new Openssl(port(), "-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0")) {
            assertThat(String.join("\n", old.all())).contains("alert protocol version");
        }
    }

    /** The line-by-line client of OpenSSL. */
    private static final class Openssl implements AutoCloseable {
        private final Process process;
        private final BufferedReader lines;

        Openssl(int port, String... options) throws IOException {
            List<String> command =
                    new ArrayList<>(
                            List.of(
                                    "openssl",
                                    "s_client",
                                    "-quiet",
                                    "-connect",
                                    "127.0.0.1:" + port));
            command.addAll(List.of(options));
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            lines =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8));
        }

        void send(String... each) throws IOException {
            for (String line : each) {
                process.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            }
            process.getOutputStream().flush();
        }

        void awaitLine(String text) throws IOException {
            List<String> read = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains(text)) {
                    return;
                }
                read.add(line);
            }
            throw new AssertionError("the end came before: " + text + "\nafter:\n" + read);
        }

        List<String> all() {
            return lines.lines().toList();
        }

        @Override
        public void close() throws IOException {
            process.getOutputStream().close();
            process.destroy();
            process.onExit().join();
        }
    }
}
