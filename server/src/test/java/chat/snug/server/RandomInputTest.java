package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people type, nobody is thrown out for a failure of ours, and the server goes on. */
class RandomInputTest extends LiveServer {
    private static final List<String> VERBS =
            List.of(
                    "CAP",
                    "NICK",
                    "USER",
                    "PASS",
                    "JOIN",
                    "PART",
                    "TOPIC",
                    "NAMES",
                    "LIST",
                    "INVITE",
                    "KICK",
                    "MODE",
                    "PRIVMSG",
                    "NOTICE",
                    "TAGMSG",
                    "WHO",
                    "WHOIS",
                    "WHOWAS",
                    "AWAY",
                    "USERHOST",
                    "ISON",
                    "MOTD",
                    "LUSERS",
                    "VERSION",
                    "TIME",
                    "INFO",
                    "HELP",
                    "OPER",
                    "SETNAME",
                    "METADATA",
                    "PING",
                    "PONG",
                    "QUIT",
                    "88",
                    "FOO");

    private static final List<String> WORDS =
            List.of(
                    "#a",
                    "#b",
                    "#a,#c",
                    "p0",
                    "p1",
                    "P2",
                    "p1,p2",
                    "+o",
                    "-o",
                    "+beI",
                    "-v",
                    "+imnstkl",
                    "+k",
                    "key",
                    "5",
                    "0",
                    "*",
                    "p*",
                    "LS",
                    "GET",
                    "SET",
                    "SUB",
                    "UNSUB",
                    "SUBS",
                    "SYNC",
                    "CLEAR",
                    "*ALL",
                    "302",
                    "REQ",
                    "LIST",
                    "END",
                    ":",
                    "::",
                    ":hello there",
                    "%tcnuhraf,12",
                    "o",
                    ">1",
                    "<2",
                    "!*a",
                    "C<5",
                    "T>2",
                    "x".repeat(300),
                    "é水👋",
                    "!",
                    "@",
                    "a!b@c",
                    "-",
                    "+",
                    ":multi-prefix batch labeled-response draft/metadata-3 echo-message server-time"
                            + " message-tags",
                    ":-batch",
                    "99999999999999999999");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theServerGoesOn(long seed) {
        Random random = new Random(seed);
        WireClient witness = person("witness");
        witness.ask("JOIN #a,#b,#c", "MODE #a -n", "MODE #b -n");
        List<WireClient> people = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            people.add(person("p" + i));
        }
        for (int i = 0; i < 1_500; i++) {
            int one = random.nextInt(people.size());
            try {
                people.get(one).send(line(random, i));
            } catch (UncheckedIOException _) {
                people.set(one, person("q" + i)); // it had typed QUIT
            }
        }

        assertThat(witness.sync()).noneMatch(line -> line.contains("Internal error"));
        assertThat(witness.ask("LUSERS", "NAMES #a,#b,#c")).isNotEmpty();
    }

    private static String line(Random random, int number) {
        StringBuilder line = new StringBuilder();
        if (random.nextInt(3) == 0) {
            line.append("@label=").append(number).append(";+x=y ");
        }
        line.append(VERBS.get(random.nextInt(VERBS.size())));
        for (int i = random.nextInt(5); i > 0; i--) {
            line.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return line.toString();
    }
}
