package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryCommandsTest extends LiveServer {
    @Test
    void theMessageOfTheDayNamesTheRooms() {
        WireClient ann = person("ann");
        ann.ask("JOIN #den,#shy", "MODE #shy +s");

        assertThat(ann.ask("MOTD"))
                .containsExactly(
                        ":snug.local 375 ann :- snug.local Message of the day - ",
                        ":snug.local 372 ann :- These rooms are on somebody's own computer.",
                        ":snug.local 372 ann :- Room #den, 1 person",
                        ":snug.local 372 ann :- To come in: /join #den",
                        ":snug.local 376 ann :End of /MOTD command.");
    }

    @Test
    void theHostMaySayWhatTheMessageIs() {
        restart(options -> options.withMotd(List.of("Hello!", "")));

        assertThat(person("ann").ask("MOTD snug.*"))
                .contains(":snug.local 372 ann :- Hello!", ":snug.local 372 ann :- ")
                .hasSize(4);
    }

    @Test
    void noMessageIsToldAsSuch() {
        restart(options -> options.withMotd(List.of()));

        assertThat(person("ann").ask("MOTD"))
                .containsExactly(":snug.local 422 ann :MOTD File is missing");
    }

    @Test
    void thereIsNoOtherServer() {
        assertThat(person("ann").ask("MOTD a.b", "VERSION a.b", "TIME a.b"))
                .containsOnly(":snug.local 402 ann a.b :No such server")
                .hasSize(3);
    }

    @Test
    void lusersCounts() {
        WireClient ann = person("ann");
        person("bob").ask("MODE bob +i", "JOIN #den");
        connect().ask("NICK carl");

        assertThat(ann.ask("LUSERS"))
                .containsExactly(
                        ":snug.local 251 ann :There are 1 users and 1 invisible on 1 servers",
                        ":snug.local 252 ann 0 :operator(s) online",
                        ":snug.local 253 ann 1 :unknown connection(s)",
                        ":snug.local 254 ann 1 :channels formed",
                        ":snug.local 255 ann :I have 2 clients and 0 servers",
                        ":snug.local 265 ann 2 2 :Current local users 2, max 2",
                        ":snug.local 266 ann 2 2 :Current global users 2, max 2");
        assertThat(ann.ask("LUSERS * snug.local")).hasSize(7);
        assertThat(ann.ask("LUSERS * elsewhere.example"))
                .containsExactly(":snug.local 402 ann elsewhere.example :No such server");
    }

    @Test
    void lusersForgetsThoseWhoLeft() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        bob.ask("MODE bob +i");
        bob.send("QUIT").untilClosed();

        assertThat(ann.ask("LUSERS"))
                .contains(
                        ":snug.local 251 ann :There are 1 users and 0 invisible on 1 servers",
                        ":snug.local 265 ann 1 2 :Current local users 1, max 2");
    }

    @Test
    void versionTimeAndInfoAnswer() {
        WireClient ann = person("ann");

        assertThat(ann.ask("VERSION").getFirst())
                .matches(":snug.local 351 ann Snug-\\S+ snug.local :Java \\d+");
        assertThat(WireClient.verbs(ann.ask("VERSION snug.local"))).contains("351", "005");
        assertThat(ann.ask("TIME")).singleElement().asString().contains(" 391 ann snug.local :");
        assertThat(WireClient.verbs(ann.ask("INFO"))).contains("371").endsWith("374");
        assertThat(WireClient.verbs(ann.ask("INFO *.local"))).endsWith("374");
        assertThat(ann.ask("INFO elsewhere.example"))
                .containsExactly(":snug.local 402 ann elsewhere.example :No such server");
    }

    @Test
    void everyTokenIsWellFormed() {
        List<String> lines =
                person("ann").ask("VERSION").stream().filter(l -> l.contains(" 005 ")).toList();

        assertThat(lines)
                .allMatch(line -> line.endsWith(" :are supported by this server"))
                .allSatisfy(
                        line -> {
                            String[] words = line.split(" :", 2)[0].split(" ", -1);
                            assertThat(words.length).isBetween(4, 16);
                            for (int i = 3; i < words.length; i++) {
                                assertThat(words[i]).matches("[A-Z0-9]{1,20}(=[!-~]*)?");
                            }
                        });
        assertThat(String.join(" ", lines))
                .contains(
                        " PREFIX=(ov)@+ ",
                        " CHANMODES=beIq,k,l,imnstC ",
                        " MAXLIST=b:100,e:100,I:100,q:100 ",
                        " UTF8ONLY ",
                        " CASEMAPPING=ascii ",
                        " WHOX ");
    }

    @Test
    void helpHasATitleAndAnEmptyLine() {
        WireClient ann = person("ann");

        List<String> lines = ann.ask("HELP join");

        assertThat(WireClient.verbs(lines)).containsExactly("704", "705", "706");
        assertThat(lines.getFirst()).isEqualTo(":snug.local 704 ann join :** The JOIN command **");
        assertThat(lines.get(1)).isEqualTo(":snug.local 705 ann join :");
        assertThat(WireClient.verbs(ann.ask("HELP"))).startsWith("704", "705").endsWith("706");
        assertThat(ann.ask("HELP nonsense", "HELP :non sense"))
                .containsExactly(
                        ":snug.local 524 ann nonsense :No help available on this topic",
                        ":snug.local 524 ann * :No help available on this topic");
    }
}
