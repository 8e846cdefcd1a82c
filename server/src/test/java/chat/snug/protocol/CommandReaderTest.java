package chat.snug.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandReaderTest {
    private static Reading read(String line) throws MalformedMessageException {
        return CommandReader.read(MessageParser.parse(line));
    }

    @Test
    void readsEachVerbIntoItsRecord() throws MalformedMessageException {
        assertThat(read("join #a,#b k,l"))
                .isEqualTo(new Command.Join(List.of("#a", "#b"), List.of("k", "l")));
        assertThat(read("JOIN 0")).isEqualTo(new Command.PartAll());
        assertThat(read("PART #a :bye")).isEqualTo(new Command.Part(List.of("#a"), "bye"));
        assertThat(read("TOPIC #a")).isEqualTo(new Command.Topic("#a", null));
        assertThat(read("TOPIC #a :")).isEqualTo(new Command.Topic("#a", ""));
        assertThat(read("KICK #a b,c"))
                .isEqualTo(new Command.Kick(List.of("#a"), List.of("b", "c"), null));
        assertThat(read("MODE #a +o b")).isEqualTo(new Command.Mode("#a", "+o", List.of("b")));
        assertThat(read("@+a=b PRIVMSG x,y :hello there"))
                .isEqualTo(
                        new Command.Privmsg(
                                List.of("x", "y"), "hello there", Tags.NONE.with("+a", "b")));
        assertThat(read("USER a 0 * :A B")).isEqualTo(new Command.User("a", "A B"));
        assertThat(read("CAP ls 302")).isEqualTo(new Command.Cap("LS", List.of("302")));
        assertThat(read("WHO")).isEqualTo(new Command.Who("*", ""));
        assertThat(read("WHOIS a b")).isEqualTo(new Command.Whois("a", "b"));
        assertThat(read("INVITE")).isEqualTo(new Command.Invitations());
        assertThat(read("88")).isEqualTo(new Command.Quit(""));
        assertThat(read("QUIT :bye")).isEqualTo(new Command.Quit("bye"));
        assertThat(read("ISON a :b c")).isEqualTo(new Command.Ison(List.of("a", "b", "c")));
    }

    @ParameterizedTest
    @CsvSource({"WHOWAS a, 0", "WHOWAS a 3, 3", "WHOWAS a -3, 0", "WHOWAS a x, 0"})
    void aCountThatIsNoneMeansAll(String line, int count) throws MalformedMessageException {
        assertThat(read(line)).isEqualTo(new Command.Whowas("a", count));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JOIN",
                "JOIN :",
                "JOIN ,,",
                "PART",
                "TOPIC",
                "KICK",
                "KICK #a",
                "KICK #a ,",
                "INVITE a",
                "MODE",
                "USER",
                "USER a b c",
                "USER a b c :",
                "USER : 0 * :r",
                "PASS",
                "CAP",
                "OPER",
                "OPER a",
                "USERHOST",
                "ISON",
                "SETNAME"
            })
    void aParameterThatIsMissingIs461(String line) throws MalformedMessageException {
        String verb = line.split(" ", -1)[0];

        assertThat(read(line))
                .isEqualTo(
                        new Reading.Refused(
                                Numeric.ERR_NEEDMOREPARAMS,
                                List.of(verb),
                                "Not enough parameters"));
    }

    @ParameterizedTest
    @CsvSource({
        "NICK, 431",
        "NICK :, 431",
        "WHOIS, 431",
        "WHOWAS, 431",
        "PING, 409",
        "PING :, 409",
        "PRIVMSG, 411",
        "PRIVMSG , 411",
        "TAGMSG, 411",
        "PRIVMSG a, 412",
        "PRIVMSG a :, 412",
        "FOO, 421"
    })
    void someAreMissedWithANumericOfTheirOwn(String line, String numeric)
            throws MalformedMessageException {
        assertThat(read(line))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.numeric().code()).isEqualTo(numeric));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOTICE", "NOTICE a", "NOTICE a :", "ERROR :x"})
    void someAreNeverAnswered(String line) throws MalformedMessageException {
        @Nullable Reading reading = read(line);

        assertThat(reading).isEqualTo(new Reading.Ignored());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PASS sesame",
                "OPER ann sesame",
                "AUTHENTICATE sesame",
                "REGISTER * * sesame",
                "VERIFY ann sesame",
                "JOIN #den sesame",
                "MODE #den +k sesame"
            })
    void aSecretIsNotInItsText(String line) throws MalformedMessageException {
        assertThat(read(line)).isInstanceOf(Command.class);
        assertThat(read(line).toString()).doesNotContain("sesame");
    }
}
