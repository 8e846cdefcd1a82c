package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.protocol.Capability;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapabilityCommandsTest extends LiveServer {
    /** The names in a reply to CAP LS, without their values. */
    private static List<String> names(List<String> lines) {
        List<String> names = new ArrayList<>();
        for (String line : lines) {
            for (String word : line.replaceAll(".* LS (\\* )?:", "").split(" ", -1)) {
                names.add(word.replaceAll("=.*", ""));
            }
        }
        return names;
    }

    @Test
    void capabilitiesAreListedWithTheirValuesForWhoKnowsThem() {
        List<String> plain = connect().ask("CAP LS");
        List<String> valued = connect().ask("CAP LS 302");

        assertThat(plain)
                .as("several lines are for version 302")
                .singleElement()
                .asString()
                .startsWith(":snug.local CAP * LS :")
                .doesNotContain("=");
        assertThat(names(plain)).contains("batch", "cap-notify", "server-time", "sasl");
        assertThat(names(valued))
                .contains("draft/multiline", "draft/metadata-2")
                .containsAll(names(plain))
                .allMatch(name -> Capability.of(name) != null);
        assertThat(connect().ask("CAP LS 301")).isEqualTo(plain);
        assertThat(connect().ask("CAP ls 307")).isEqualTo(valued);
    }

    @Test
    void whoDoesNotKnowVersion302GetsOneLineHoweverLongTheirName() {
        WireClient ann = person("a".repeat(30));

        List<String> lines = ann.ask("CAP LS");
        assertThat(lines).singleElement().asString().hasSizeBetween(480, 510);
        assertThat(names(lines)).contains("userhost-in-names", "standard-replies", "sasl");
    }

    @Test
    void negotiationHoldsRegistrationUntilItsEnd() {
        WireClient client = connect();

        assertThat(client.ask("CAP LS 302", "NICK ann", "USER a 0 * :A"))
                .isNotEmpty()
                .allMatch(line -> line.startsWith(":snug.local CAP * LS "));
        assertThat(client.ask("CAP REQ :batch")).containsExactly(":snug.local CAP * ACK :batch");
        assertThat(client.ask("CAP END").getFirst()).contains(" 001 ann ");
    }

    @Test
    void aRequestAloneHoldsRegistrationToo() {
        WireClient client = connect();

        assertThat(client.ask("CAP REQ nonsense", "NICK ann", "USER a 0 * :A"))
                .containsExactly(":snug.local CAP * NAK :nonsense");
        assertThat(client.ask("CAP END").getFirst()).contains(" 001 ann ");
    }

    @Test
    void listDoesNotHoldRegistration() {
        assertThat(connect().ask("CAP LIST", "NICK ann", "USER a 0 * :A"))
                .hasSizeGreaterThan(5)
                .startsWith(":snug.local CAP * LIST :");
    }

    @Test
    void aRequestIsGrantedWholeOrNotAtAll() {
        WireClient ann = person("ann");

        assertThat(ann.ask("CAP REQ :multi-prefix nonsense batch"))
                .containsExactly(":snug.local CAP ann NAK :multi-prefix nonsense batch");
        assertThat(ann.ask("CAP LIST")).containsExactly(":snug.local CAP ann LIST :");
        assertThat(ann.ask("CAP REQ :multi-prefix batch"))
                .containsExactly(":snug.local CAP ann ACK :multi-prefix batch");
        assertThat(ann.ask("CAP REQ :-batch multi-prefix setname"))
                .containsExactly(":snug.local CAP ann ACK :-batch multi-prefix setname");
        assertThat(ann.ask("CAP LIST"))
                .containsExactly(":snug.local CAP ann LIST :multi-prefix setname");
    }

    @Test
    void namesAreTakenExactly() {
        assertThat(person("ann").ask("CAP REQ Batch", "CAP REQ :--batch", "CAP REQ batch=1"))
                .containsExactly(
                        ":snug.local CAP ann NAK :Batch",
                        ":snug.local CAP ann NAK :--batch",
                        ":snug.local CAP ann NAK :batch=1");
    }

    @Test
    void anEmptyRequestIsGranted() {
        assertThat(person("ann").ask("CAP REQ :", "CAP REQ"))
                .containsOnly(":snug.local CAP ann ACK :")
                .hasSize(2);
    }

    @Test
    void version302BringsCapNotifyForGood() {
        WireClient ann = person("ann", "CAP LS 302", "CAP END");

        assertThat(ann.ask("CAP LIST")).containsExactly(":snug.local CAP ann LIST :cap-notify");
        assertThat(ann.ask("CAP REQ :-cap-notify"))
                .containsExactly(":snug.local CAP ann NAK :-cap-notify");
        assertThat(ann.ask("CAP REQ :cap-notify"))
                .containsExactly(":snug.local CAP ann ACK :cap-notify");
        WireClient bob = capable("bob", "cap-notify");
        assertThat(bob.ask("CAP REQ :-cap-notify"))
                .containsExactly(":snug.local CAP bob ACK :-cap-notify");
    }

    @Test
    void whatIsNoSubcommandIsTold() {
        assertThat(person("ann").ask("CAP nonsense", "CAP ACK :batch", "CAP"))
                .containsExactly(
                        ":snug.local 410 ann NONSENSE :Invalid CAP command",
                        ":snug.local 410 ann ACK :Invalid CAP command",
                        ":snug.local 461 ann CAP :Not enough parameters");
        assertThat(person("bob").ask("CAP END")).isEmpty();
    }

    @Test
    void capabilitiesComeAndGoWhileClientsAreConnected() {
        WireClient ann = person("ann", "CAP LS 302", "CAP REQ :setname batch", "CAP END");
        WireClient bob = capable("bob", "setname");

        server().withdraw(Capability.SETNAME);

        assertThat(ann.next()).isEqualTo(":snug.local CAP ann DEL :setname");
        assertThat(ann.ask("CAP LIST"))
                .containsExactly(":snug.local CAP ann LIST :batch cap-notify");
        assertThat(ann.ask("CAP REQ setname")).containsExactly(":snug.local CAP ann NAK :setname");
        assertThat(ann.ask("CAP LS").getFirst()).doesNotContain("setname");
        assertThat(bob.ask("CAP LIST")).containsExactly(":snug.local CAP bob LIST :");

        server().offer(Capability.SETNAME);

        assertThat(ann.next()).isEqualTo(":snug.local CAP ann NEW :setname");
        assertThat(ann.ask("CAP REQ setname")).containsExactly(":snug.local CAP ann ACK :setname");
    }

    @Test
    void aListThatIsTooLongTakesSeveralLines() {
        List<String> all = names(connect().ask("CAP LS 302"));
        String name = "a-server-with-a-name-that-is-so-long-that-it-leaves-little.room";
        restart(options -> options.withServerName(name.repeat(6)));
        WireClient client = connect();

        client.send("CAP LS 302");
        List<String> lines = new ArrayList<>(List.of(client.next()));
        while (lines.getLast().contains(" LS * :")) {
            lines.add(client.next());
        }

        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(lines).allMatch(line -> line.length() <= 510);
        assertThat(names(lines)).isEqualTo(all);
    }

    @Test
    void aCapabilityChangesWhatIsSentToARoomAtOnce() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den", "CAP REQ :server-time");
        ann.ask("PRIVMSG #den :1");
        assertThat(bob.sync()).singleElement().asString().startsWith("@time=");

        bob.ask("CAP REQ :-server-time");
        ann.ask("PRIVMSG #den :2");

        assertThat(bob.sync()).containsExactly(":ann!user@127.0.0.1 PRIVMSG #den :2");
    }
}
