package chat.snug.server.foreign;

import chat.snug.server.ChatServer;
import chat.snug.server.options.ServerOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clients that people bring sign in to their accounts, and so get their names. */
class ForeignLoginTest {
    private static final String PASSWORD = "the-right-one";

    private ChatServer server;
    private Guest mei;
    @TempDir private Path folder;

    @BeforeEach
    void makeAnAccount() throws IOException {
        server = ChatServer.start(ServerOptions.at("127.0.0.1", 0).withRoom("#lobby"));
        try (Guest owner = new Guest(server.address())) {
            owner.send("NICK wanda");
            owner.send("USER wanda 0 * :Wanda");
            owner.send("REGISTER * * " + PASSWORD);
            owner.awaitLine("REGISTER SUCCESS wanda");
            owner.send("QUIT");
            owner.awaitLine("ERROR");
        }
        mei = new Guest(server.address());
        mei.send("CAP REQ :account-tag extended-join");
        mei.send("NICK Mei");
        mei.send("USER mei 0 * :Mei");
        mei.send("CAP END");
        mei.send("JOIN #lobby");
    }

    @AfterEach
    void closeAll() throws IOException {
        mei.close();
        server.close();
    }

    @Test
    void irssiSignsInWithPlain() throws Exception {
        ForeignProgram.require("script", "irssi");
        try (ForeignProgram irssi =
                ForeignProgram.irssi(
                        folder,
                        "wanda",
                        server.address().getPort(),
                        "-sasl_mechanism PLAIN -sasl_username wanda -sasl_password " + PASSWORD)) {
            irssi.awaitShown("SASL authentication succeeded");
            irssi.awaitShown("To come in: /join #lobby");
            irssi.type("/join #lobby");
            seeWho();
            irssi.awaitShown("Join to #lobby was synced");
            irssi.type("Here I am");
            mei.awaitLine("PRIVMSG #lobby :Here I am");
        }
    }

    @Test
    void weeChatSignsInWithPlain() throws Exception {
        weeChatSignsIn("plain");
    }

    @Test
    void weeChatSignsInWithScram() throws Exception {
        weeChatSignsIn("scram-sha-256");
    }

    private void weeChatSignsIn(String mechanism) throws Exception {
        ForeignProgram.require("weechat-headless");
        try (ForeignProgram weeChat =
                ForeignProgram.weeChat(
                        folder,
                        "wanda",
                        server.address().getPort(),
                        "-sasl_mechanism=%s -sasl_username=wanda -sasl_password=%s"
                                .formatted(mechanism, PASSWORD))) {
            weeChat.awaitShown("You are now logged in as wanda");
            weeChat.awaitShown("To come in: /join #lobby");
            weeChat.type("irc.server.snug */join #lobby");
            seeWho();
            weeChat.awaitShown("2 nicks");
            weeChat.type("irc.snug.#lobby *Here I am");
            mei.awaitLine("PRIVMSG #lobby :Here I am");
        }
    }

    /** They have the name that guests are refused, and their account is told. */
    private void seeWho() throws IOException {
        mei.awaitLine(" JOIN #lobby wanda ");
    }
}
