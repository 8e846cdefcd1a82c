package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WhoisCommandsTest extends LiveServer {
    @Test
    void whoisTellsAboutSomebody() {
        WireClient ann = person("ann");
        person("bob").ask("JOIN #den,#attic", "AWAY :tea", "MODE bob +B");
        ann.ask("JOIN #den");

        List<String> lines = ann.ask("WHOIS BOB");

        assertThat(WireClient.verbs(lines))
                .containsExactly("311", "319", "312", "301", "335", "317", "318");
        assertThat(lines)
                .contains(
                        ":snug.local 311 ann bob user 127.0.0.1 * :Real bob",
                        ":snug.local 319 ann bob :@#den @#attic",
                        ":snug.local 312 ann bob snug.local :A Snug room server",
                        ":snug.local 301 ann bob tea",
                        ":snug.local 318 ann BOB :End of /WHOIS list");
        assertThat(lines.get(5))
                .matches(":snug.local 317 ann bob \\d+ \\d{10} :seconds idle, signon time");
    }

    @Test
    void whoisTellsPeopleMoreAboutThemselves() {
        assertThat(person("ann").ask("WHOIS ann"))
                .contains(
                        ":snug.local 378 ann ann :is connecting from *@127.0.0.1 127.0.0.1",
                        ":snug.local 379 ann ann :is using modes +");
    }

    @Test
    void roomsThatAreHiddenAreNotTold() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        bob.ask("JOIN #shy,#open,#both", "MODE #shy +s", "MODE #both +s");
        ann.ask("JOIN #both");

        assertThat(ann.ask("WHOIS bob")).contains(":snug.local 319 ann bob :@#open @#both");
        bob.ask("MODE bob +i");
        assertThat(ann.ask("WHOIS bob")).contains(":snug.local 319 ann bob @#both");
    }

    @Test
    void whoisCanNameAServerOrAPersonFirst() {
        WireClient ann = person("ann");

        assertThat(WireClient.verbs(ann.ask("WHOIS snug.local ann"))).contains("311", "318");
        assertThat(WireClient.verbs(ann.ask("WHOIS ann ann"))).contains("311", "318");
        assertThat(ann.ask("WHOIS other.server ann"))
                .containsExactly(":snug.local 402 ann other.server :No such server");
    }

    @Test
    void whoisOfNobodyIsTold() {
        assertThat(person("ann").ask("WHOIS nobody", "WHOIS ann,nobody", "WHOIS"))
                .contains(
                        ":snug.local 401 ann nobody :No such nick/channel",
                        ":snug.local 318 ann nobody :End of /WHOIS list",
                        ":snug.local 318 ann ann,nobody :End of /WHOIS list",
                        ":snug.local 431 ann :No nickname given");
    }

    @Test
    void whowasTellsOfThoseWhoAreGone() {
        WireClient ann = person("ann");
        for (int i = 0; i < 3; i++) {
            connect().send("NICK bob", "USER u" + i + " 0 * :B" + i, "QUIT").untilClosed();
        }
        person("carl").ask("NICK karl");

        List<String> lines = ann.ask("WHOWAS BOB");

        assertThat(WireClient.verbs(lines))
                .containsExactly("314", "312", "314", "312", "314", "312", "369");
        assertThat(lines.getFirst()).isEqualTo(":snug.local 314 ann bob u2 127.0.0.1 * B2");
        assertThat(lines.getLast()).isEqualTo(":snug.local 369 ann BOB :End of WHOWAS");
        assertThat(ann.ask("WHOWAS bob 2")).hasSize(5);
        assertThat(ann.ask("WHOWAS bob -1")).hasSize(7);
        assertThat(ann.ask("WHOWAS carl").getFirst()).contains(" 314 ann carl user ");
        assertThat(WireClient.verbs(ann.ask("WHOWAS carl,nobody,bob 1")))
                .containsExactly("314", "312", "406", "314", "312", "369");
        assertThat(ann.ask("WHOWAS nobody"))
                .containsExactly(
                        ":snug.local 406 ann nobody :There was no such nickname",
                        ":snug.local 369 ann nobody :End of WHOWAS");
        assertThat(ann.ask("WHOWAS")).containsExactly(":snug.local 431 ann :No nickname given");
    }

    @Test
    void userhostAndIsonKnowWhoIsThere() {
        WireClient ann = person("ann");
        person("bob").ask("AWAY :x");

        assertThat(ann.ask("USERHOST ann BOB nobody"))
                .containsExactly(":snug.local 302 ann :ann=+user@127.0.0.1 bob=-user@127.0.0.1");
        assertThat(ann.ask("ISON nobody BOB :ann carl"))
                .containsExactly(":snug.local 303 ann :bob ann");
        assertThat(ann.ask("USERHOST nobody", "ISON nobody"))
                .containsExactly(":snug.local 302 ann :", ":snug.local 303 ann :");
        assertThat(ann.ask("USERHOST", "ISON"))
                .containsExactly(
                        ":snug.local 461 ann USERHOST :Not enough parameters",
                        ":snug.local 461 ann ISON :Not enough parameters");
    }
}
