package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.server.query.Information;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Modern IRC and RFC 2812, server queries: STATS LINKS ADMIN, and what nobody needs any more. */
class StatsTest extends LiveServer {
    private final WireClient ann = person("ann");

    @Test
    void everyoneMayKnowHowLongTheServerRuns() {
        List<String> lines = ann.ask("STATS u");

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).matches(":snug.local 242 ann :Server Up 0 days 0:0\\d:\\d\\d");
        assertThat(lines.getLast()).isEqualTo(":snug.local 219 ann u :End of /STATS report");
    }

    @Test
    void numbersAreWrittenAsClientsReadThemWhateverTheHostSpeaks() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("fa", "IR"));
        try {
            assertThat(ann.ask("STATS u").getFirst())
                    .matches(":snug.local 242 ann :Server Up 0 days 0:0[0-9]:[0-9][0-9]");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theRestIsForOperators() {
        assertThat(ann.ask("STATS m", "STATS o", "STATS l"))
                .containsOnly(":snug.local 481 ann :Permission Denied- You're not an IRC operator")
                .hasSize(3);

        restart(options -> options.withOperator("root", "secret"));
        WireClient root = person("root");
        root.ask("OPER root secret", "LIST", "LIST");
        assertThat(root.ask("STATS m"))
                .contains(
                        ":snug.local 212 root LIST 2",
                        ":snug.local 212 root OPER 1",
                        ":snug.local 219 root m :End of /STATS report")
                .noneMatch(line -> line.contains(" KICK "));
        assertThat(root.ask("STATS o"))
                .containsExactly(
                        ":snug.local 243 root O *@* * root",
                        ":snug.local 219 root o :End of /STATS report");
        assertThat(root.ask("STATS y"))
                .containsExactly(":snug.local 219 root y :End of /STATS report");
    }

    @Test
    void toAQuestionThatIsNoneThereIsAnEnd() {
        assertThat(ann.ask("STATS x", "STATS *", "STATS \u00fcx"))
                .containsExactly(
                        ":snug.local 219 ann x :End of /STATS report",
                        ":snug.local 219 ann * :End of /STATS report",
                        ":snug.local 219 ann \u00fc :End of /STATS report");
    }

    @Test
    void whatIsMissingOrElsewhereIsTold() {
        assertThat(ann.ask("STATS", "STATS u elsewhere.example"))
                .containsExactly(
                        ":snug.local 461 ann STATS :Not enough parameters",
                        ":snug.local 402 ann elsewhere.example :No such server");
        assertThat(ann.ask("STATS u snug.*")).hasSize(2);
    }

    @Test
    void theNetworkIsThisServer() {
        assertThat(ann.ask("LINKS"))
                .containsExactly(
                        ":snug.local 364 ann snug.local snug.local :0 A Snug room server",
                        ":snug.local 365 ann * :End of /LINKS list");
        assertThat(ann.ask("LINKS *.LOCAL", "LINKS *.edu", "LINKS snug.* *.local"))
                .containsExactly(
                        ":snug.local 364 ann snug.local snug.local :0 A Snug room server",
                        ":snug.local 365 ann *.LOCAL :End of /LINKS list",
                        ":snug.local 365 ann *.edu :End of /LINKS list",
                        ":snug.local 364 ann snug.local snug.local :0 A Snug room server",
                        ":snug.local 365 ann *.local :End of /LINKS list");
        assertThat(ann.ask("LINKS elsewhere.example *"))
                .containsExactly(":snug.local 402 ann elsewhere.example :No such server");
    }

    @Test
    void whoLooksAfterItIsTold() {
        assertThat(WireClient.verbs(ann.ask("ADMIN"))).containsExactly("256", "257", "258", "259");
        assertThat(ann.ask("ADMIN snug.local").getFirst())
                .isEqualTo(":snug.local 256 ann snug.local :Administrative info");
        assertThat(ann.ask("ADMIN ann")).hasSize(4);
        assertThat(ann.ask("ADMIN elsewhere.example"))
                .containsExactly(":snug.local 402 ann elsewhere.example :No such server");
    }

    @Test
    void whatNobodyNeedsAnyMoreIsAnsweredAsItAlwaysWas() {
        assertThat(
                        ann.ask(
                                "TRACE",
                                "TRACE elsewhere.example",
                                "SERVLIST",
                                "SQUERY bot :x",
                                "USERS",
                                "SUMMON ann"))
                .containsExactly(
                        ":snug.local 262 ann snug.local " + Information.VERSION + " :End of TRACE",
                        ":snug.local 402 ann elsewhere.example :No such server",
                        ":snug.local 235 ann * * :End of service listing",
                        ":snug.local 408 ann bot :No such service",
                        ":snug.local 446 ann :USERS has been disabled",
                        ":snug.local 445 ann :SUMMON has been disabled");
    }
}
