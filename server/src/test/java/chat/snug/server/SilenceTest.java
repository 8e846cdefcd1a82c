package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever may not speak in a room shows no words to it by other ways either. */
class SilenceTest extends LiveServer {
    private static final String BOB = ":bob!user@127.0.0.1 ";

    private WireClient ann;
    private WireClient bob;

    @BeforeEach
    void comeIn() {
        ann = capable("ann", "away-notify setname draft/message-redaction draft/metadata-2 batch");
        bob = capable("bob", "setname draft/message-redaction message-tags echo-message");
        ann.ask("JOIN #den", "METADATA * SUB display-name");
        bob.ask("JOIN #den", "JOIN #free");
    }

    /** What ann is told of what bob does. */
    private List<String> told(String... lines) {
        ann.sync();
        bob.ask(lines);
        return ann.sync();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+q bob", "+b bob", "+m"})
    void theReasonOfWhoLeavesIsNotTold(String mode) {
        ann.ask("MODE #den " + mode);

        assertThat(told("PART #den,#free :words")).containsExactly(BOB + "PART #den");
        assertThat(bob.ask("JOIN #free", "PART #free :words"))
                .last()
                .asString()
                .endsWith(" PART #free words");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+q bob", "+b bob", "+m"})
    void theReasonOfWhoGoesIsNotTold(String mode) {
        ann.ask("MODE #den " + mode);
        bob.send("QUIT :words").untilClosed();

        assertThat(ann.sync()).containsExactly(BOB + "QUIT :Quit: ");
    }

    @Test
    void whyWhoSaidItDeletesItIsNotTold() {
        String id = bob.ask("PRIVMSG #den :hi").getFirst().replaceFirst(".*msgid=([^; ]+).*", "$1");
        ann.ask("MODE #den +q bob");

        assertThat(told("REDACT #den " + id + " :words"))
                .containsExactly(BOB + "REDACT #den " + id);
    }

    @Test
    void theTopicIsNotForThem() {
        ann.ask("MODE #den -t+q bob");
        bob.sync();

        assertThat(bob.ask("TOPIC #den :words"))
                .containsExactly(":snug.local 404 bob #den :A moderator of the room has muted you");
        ann.ask("MODE #den -q bob");
        assertThat(bob.ask("TOPIC #den :words")).last().asString().endsWith("TOPIC #den :words");
    }

    @Test
    void thatTheyAreAwayIsToldAndNotWhy() {
        ann.ask("MODE #den +q bob");

        assertThat(told("AWAY :words")).containsExactly(BOB + "AWAY Away");
        assertThat(told("PART #den", "JOIN #den"))
                .containsExactly(BOB + "PART #den", BOB + "JOIN #den", BOB + "AWAY Away");
        assertThat(told("AWAY")).containsExactly(BOB + "AWAY");
        ann.ask("MODE #den -q bob");
        assertThat(told("AWAY :some words")).containsExactly(BOB + "AWAY :some words");
    }

    @Test
    void whatTheySayOfThemselvesStaysAsItIs() {
        ann.ask("MODE #den +q bob");
        bob.sync();

        assertThat(bob.ask("SETNAME :words"))
                .containsExactly(
                        ":snug.local FAIL SETNAME CANNOT_CHANGE_REALNAME :You are banned or muted"
                                + " in #den");
        assertThat(bob.ask("METADATA * SET display-name :words").getFirst())
                .contains(" FAIL METADATA KEY_NO_PERMISSION ");
        assertThat(ann.sync()).noneMatch(line -> line.contains("words"));
        bob.ask("PART #den");
        assertThat(bob.ask("SETNAME :words")).containsExactly(BOB + "SETNAME words");
    }
}
