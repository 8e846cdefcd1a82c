package chat.snug.server.foreign;

import chat.snug.server.ChatServer;
import chat.snug.server.options.ServerOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The clients that people bring, which cannot ask for history, are shown on arrival what was said
 * before; and the others are told when they are away, and when they write.
 */
class ForeignHistoryTest {
    private static final String EARLIER = "We began without you, 没关系";

    private ChatServer server;
    private Guest mei;
    @TempDir private Path folder;

    @BeforeEach
    void talkBeforeTheyCome() throws IOException {
        server = ChatServer.start(ServerOptions.at("127.0.0.1", 0).withRoom("#lobby"));
        mei = new Guest(server.address());
        mei.send("CAP REQ :message-tags away-notify");
        mei.send("NICK Mei");
        mei.send("USER mei 0 * :Mei");
        mei.send("CAP END");
        mei.send("JOIN #lobby");
        mei.send("PRIVMSG #lobby :" + EARLIER);
        mei.send("PING said");
        mei.awaitLine("PONG");
    }

    @AfterEach
    void closeAll() throws IOException {
        mei.close();
        server.close();
    }

    @Test
    void irssiShowsWhatWasSaidBefore() throws Exception {
        ForeignProgram.require("script", "irssi");
        try (ForeignProgram irssi =
                ForeignProgram.irssi(folder, "ivo", server.address().getPort())) {
            irssi.awaitShown("To come in: /join #lobby");
            irssi.type("/join #lobby");
            irssi.awaitShown(EARLIER);
            irssi.type("/away making tea");
            mei.awaitLine(" AWAY :making tea");
        }
    }

    @Test
    void weeChatShowsWhatWasSaidBeforeAndTellsThatSomebodyWrites() throws Exception {
        ForeignProgram.require("weechat-headless");
        try (ForeignProgram weeChat =
                ForeignProgram.weeChat(folder, "wanda", server.address().getPort())) {
            weeChat.awaitShown("To come in: /join #lobby");
            weeChat.type("core.weechat */set typing.look.enabled_self on");
            weeChat.type("core.weechat */set irc.look.typing_status_self on");
            weeChat.type("irc.server.snug */join #lobby");
            weeChat.awaitShown(EARLIER);
            weeChat.type("irc.snug.#lobby */input insert Let me think about it");
            mei.awaitLine("+typing=active");
            weeChat.type("irc.server.snug */away making tea");
            mei.awaitLine(" AWAY :making tea");
        }
    }
}
