package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IRCv3 chghost: an operator changes how somebody's user name and host are shown. */
class ChghostTest extends LiveServer {
    private WireClient root;
    private WireClient tim;

    @BeforeEach
    void comeIn() {
        restart(options -> options.withOperator("root", "secret"));
        root = person("root");
        root.ask("OPER root secret");
        tim = capable("tim", "chghost");
        tim.ask("JOIN #a,#b", "AWAY :tea");
    }

    @Test
    void thoseWhoKnowItAreToldOnce() {
        WireClient ann = capable("ann", "chghost");
        ann.ask("JOIN #a,#b");
        tim.sync();

        assertThat(root.ask("CHGHOST TIM b ckyard")).isEmpty();

        assertThat(tim.sync()).containsExactly(":tim!user@127.0.0.1 CHGHOST b ckyard");
        assertThat(ann.sync()).containsExactly(":tim!user@127.0.0.1 CHGHOST b ckyard");
        tim.ask("PRIVMSG #a :hi");
        assertThat(ann.sync()).containsExactly(":tim!b@ckyard PRIVMSG #a :hi");
    }

    @Test
    void forTheOthersThePersonGoesAndComesBack() {
        WireClient ann = capable("ann", "away-notify extended-join");
        ann.ask("JOIN #b");
        WireClient bob = person("bob");
        bob.ask("JOIN #a");
        tim.ask("MODE #a +v tim");
        bob.sync();

        root.ask("CHGHOST tim b ckyard");

        assertThat(ann.sync())
                .containsExactly(
                        ":tim!user@127.0.0.1 QUIT :Changing hostname",
                        ":tim!b@ckyard JOIN #b * :Real tim",
                        ":tim!b@ckyard AWAY tea",
                        ":snug.local MODE #b +o tim");
        assertThat(bob.sync())
                .containsExactly(
                        ":tim!user@127.0.0.1 QUIT :Changing hostname",
                        ":tim!b@ckyard JOIN #a",
                        ":snug.local MODE #a +ov tim tim");
    }

    @Test
    void whoFollowsThemFromAfarIsTold() {
        WireClient ann = capable("ann", "chghost extended-monitor");
        WireClient bob = capable("bob", "extended-monitor");
        ann.ask("MONITOR + tim");
        bob.ask("MONITOR + tim");

        root.ask("CHGHOST tim b ckyard", "CHGHOST tim b ckyard");

        assertThat(ann.sync()).containsExactly(":tim!user@127.0.0.1 CHGHOST b ckyard");
        assertThat(bob.sync()).isEmpty();
    }

    @Test
    void whereTheyComeFromIsToldToOperatorsOnly() {
        root.ask("CHGHOST tim b ckyard");
        WireClient ann = person("ann");

        assertThat(ann.ask("WHOIS tim"))
                .contains(":snug.local 311 ann tim b ckyard * :Real tim")
                .noneMatch(line -> line.contains("127.0.0.1"));
        assertThat(ann.ask("WHO tim %ih").getFirst()).endsWith(" 255.255.255.255 ckyard");
        assertThat(root.ask("WHOIS tim"))
                .contains(":snug.local 378 root tim :is connecting from *@127.0.0.1 127.0.0.1");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThat(
                        root.ask(
                                "CHGHOST nobody a b",
                                "CHGHOST tim a!b c",
                                "CHGHOST tim a b@c",
                                "CHGHOST tim a"))
                .containsExactly(
                        ":snug.local 401 root nobody :No such nick/channel",
                        ":snug.local FAIL CHGHOST INVALID_USERNAME :This cannot be a user name",
                        ":snug.local FAIL CHGHOST INVALID_HOSTNAME :This cannot be a host",
                        ":snug.local 461 root CHGHOST :Not enough parameters");
        assertThat(tim.ask("CHGHOST tim a b").getLast()).startsWith(":snug.local 481 tim ");
    }
}
