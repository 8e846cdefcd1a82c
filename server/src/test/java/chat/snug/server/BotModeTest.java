package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IRCv3 bot-mode: who sees that somebody is a program, and where. */
class BotModeTest extends LiveServer {
    private WireClient bot = connect();
    private WireClient ann = connect();

    @BeforeEach
    void comeIn() {
        bot = capable("robo", "message-tags echo-message");
        ann = capable("ann", "message-tags away-notify setname");
        bot.ask("JOIN #den");
        ann.ask("JOIN #den");
        bot.sync();
        bot.ask("MODE robo +B");
    }

    @Test
    void everythingThatItDoesHasTheTag() {
        bot.ask(
                "PRIVMSG #den :x",
                "NOTICE ann :x",
                "@+a=b TAGMSG #den",
                "TOPIC #den :t",
                "MODE #den +m",
                "AWAY :x",
                "SETNAME :R",
                "NICK robot",
                "PART #den",
                "JOIN #den",
                "INVITE ann #other");
        bot.send("QUIT").untilClosed();

        assertThat(ann.sync())
                .hasSize(12)
                .allMatch(line -> line.matches("@([^ ]*;)?bot(;[^ ]*)? :robot?!.*"));
    }

    @Test
    void itsEchoHasTheTagToo() {
        assertThat(bot.ask("PRIVMSG ann :x").getFirst()).matches("@.*;bot :robo!.*");
    }

    @Test
    void theNumericsThatItCausesHaveTheTagToo() {
        assertThat(bot.ask("WHOIS ann", "JOIN #none,,", "LIST"))
                .hasSizeGreaterThan(6)
                .filteredOn(line -> !line.contains(" JOIN "))
                .allMatch(line -> line.startsWith("@bot :snug.local "));
        assertThat(ann.ask("WHOIS robo")).allMatch(line -> line.startsWith(":snug.local "));
    }

    @Test
    void whoIsNoBotAnyMoreHasNoTag() {
        bot.ask("MODE robo -B", "PRIVMSG #den :x");

        assertThat(ann.sync()).singleElement().asString().doesNotContain("bot");
    }

    @Test
    void clientsWithoutTagsSeeNothingOfIt() {
        WireClient bob = person("bob");
        bot.ask("PRIVMSG bob :x");

        assertThat(bob.sync()).containsExactly(":robo!user@127.0.0.1 PRIVMSG bob :x");
    }

    @Test
    void whoAndWhoisTellIt() {
        assertThat(ann.ask("WHO robo").getFirst()).contains(" robo H@B :0 ");
        assertThat(ann.ask("WHOIS robo")).contains(":snug.local 335 ann robo :is a Bot on Snug");
    }
}
