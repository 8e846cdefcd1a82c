package chat.snug.server.foreign;

import chat.snug.server.ChatServer;
import chat.snug.server.options.ServerOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clients that people bring: each joins, talks both ways, sees topic, names and goodbye. */
class ForeignClientsTest {
    private ChatServer server;
    private Guest mei;
    @TempDir private Path folder;

    @BeforeEach
    void openTheRoom() throws IOException {
        String key = ServerOptions.newHostKey();
        server =
                ChatServer.start(
                        ServerOptions.at("127.0.0.1", 0).withRoom("#lobby").withHostKey(key));
        mei = new Guest(server.address());
        mei.send("PASS " + key);
        mei.send("NICK Mei");
        mei.send("USER mei 0 * :Mei");
        mei.send("JOIN #lobby");
        mei.send("TOPIC #lobby :Selectors, queues and fan-out");
        mei.awaitLine("TOPIC #lobby :Selectors, queues and fan-out");
    }

    @AfterEach
    void closeAll() throws IOException {
        mei.close();
        server.close();
    }

    @Test
    void irssiTalksInTheRoom() throws Exception {
        ForeignProgram.require("script", "irssi");
        try (ForeignProgram irssi =
                ForeignProgram.irssi(folder, "ivo", server.address().getPort())) {
            irssi.awaitShown("To come in: /join #lobby");
            irssi.type("/join #lobby");
            mei.awaitLine(":ivo!");
            irssi.awaitShown("Join to #lobby was synced");
            irssi.type("/topic");
            irssi.awaitShown("Topic for #lobby: Selectors, queues and fan-out");
            irssi.type("/names -ops #lobby");
            irssi.awaitShown("@Mei");
            talkBothWays(irssi, "", "ivo");
            seeTheGoodbye(irssi);
        }
    }

    @Test
    void weeChatTalksInTheRoom() throws Exception {
        ForeignProgram.require("weechat-headless");
        try (ForeignProgram weeChat =
                ForeignProgram.weeChat(folder, "wanda", server.address().getPort())) {
            weeChat.awaitShown("To come in: /join #lobby");
            weeChat.type("irc.server.snug */join #lobby");
            weeChat.awaitShown("Topic for #lobby is \"Selectors, queues and fan-out\"");
            weeChat.awaitShown("2 nicks");
            talkBothWays(weeChat, "irc.snug.#lobby *", "wanda");
            seeTheGoodbye(weeChat);
        }
    }

    private void talkBothWays(ForeignProgram program, String prefix, String nick) throws Exception {
        program.type(prefix + "Who writes the second test? 你想先看一下吗？");
        mei.awaitLine("PRIVMSG #lobby :Who writes the second test? 你想先看一下吗？");
        mei.send("PRIVMSG #lobby :I can, " + nick);
        program.awaitShown("I can, " + nick);
        mei.send("PRIVMSG " + nick + " :just between us");
        program.awaitShown("just between us");
        program.type(prefix + "/msg Mei a whisper");
        mei.awaitLine("PRIVMSG Mei :a whisper");
        program.type(prefix + "/me nods");
        mei.awaitLine("PRIVMSG #lobby :\u0001ACTION nods\u0001");
    }

    private void seeTheGoodbye(ForeignProgram program) throws Exception {
        server.close();
        program.awaitShown(ChatServer.GOODBYE);
    }
}
