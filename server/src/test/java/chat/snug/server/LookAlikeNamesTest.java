package chat.snug.server;

import static chat.snug.server.Sasl.PASSWORD;
import static chat.snug.server.Sasl.login;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.server.options.ServerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is called so that it could be read as the name of an account. */
class LookAlikeNamesTest extends LiveServer {
    private static final String REFUSED = " :Nickname looks like one that belongs to somebody else";

    /** Somebody who owns their name. */
    private WireClient owner(String nick) {
        WireClient owner = person(nick);
        assertThat(owner.ask("REGISTER * * :" + PASSWORD)).hasSize(2);
        return owner;
    }

    @ParameterizedTest
    @CsvSource({
        "paul, pauI",
        "paul, Pau1",
        "bob, b0b",
        "marion, rnarion",
        "will, vvill",
        // a click, a capital iota, Lisu, Coptic, Malayalam, Arabic digits
        "paul, pau\u01C0",
        "paul, pau\u0196",
        "paul, \uA4D1\uA4EE\uA4F4\uA4E1",
        "pop, \u2CA3\u2C9F\u2CA3",
        "bob, b\u0D20b",
        "paul, pau\u0661",
        // marks that are not seen
        "mia, mi\u0307a",
        "zoë, zoë\u0308",
    })
    void aNameIsNotImitatedWhetherItsOwnerIsThereOrNot(String name, String imitation) {
        WireClient owner = owner(name);
        WireClient other = person("other");

        assertThat(other.ask("NICK " + imitation))
                .singleElement()
                .asString()
                .startsWith(":snug.local 433 other " + imitation + " :Nickname looks like one ");
        owner.send("QUIT").untilClosed();
        WireClient guest = connect();
        assertThat(guest.ask("NICK " + imitation, "USER u 0 * :U"))
                .containsExactly(":snug.local 433 * " + imitation + REFUSED);
        assertThat(guest.ask("NICK " + imitation + "2").getFirst())
                .contains(" 001 " + imitation + "2 ");
        assertThat(other.ask("REGISTER " + imitation + " * :" + PASSWORD).getFirst())
                .contains(" FAIL REGISTER BAD_ACCOUNT_NAME " + imitation + " ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pau\u0335l", // a stroke through a letter, and behind all
                "paul\u0335",
                "paul\u0336",
                "paul\u20E5",
                "paul\u0E38", // a Thai mark on a Latin letter
                "pau\uA4E1", // Lisu and Latin
                "\u2CA3aul", // Coptic and Latin
            })
    void aNameThatNoLanguageWritesSoIsNone(String imitation) {
        assertThat(connect().ask("NICK " + imitation))
                .containsExactly(":snug.local 432 * " + imitation + " :Erroneous nickname");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jose\u0301",
                "Łukasz",
                "Sørén",
                "สมชาย",
                "สุดา",
                "हिन्दी",
                "نُور",
                "שָׁלוֹם",
                "が\u3099",
                "Анна",
                "ไทยThai",
                "李Lee",
            })
    void namesAsTheyAreWrittenAreNames(String name) {
        assertThat(connect().ask("NICK " + name, "USER u 0 * :U").getFirst())
                .contains(" 001 " + name + " ");
    }

    @Test
    void numberedNamesGoOnAsBefore() {
        owner("bob");
        for (int i = 1; i <= 21; i++) {
            owner("bob" + i);
        }
        assertThat(person("other").ask("NICK bobl"))
                .containsExactly(":snug.local 433 other bobl" + REFUSED);
    }

    @Test
    void namesThatBelongToNobodyAreForAnybody() {
        person("al1");

        assertThat(connect().ask("NICK all", "USER u 0 * :U").getFirst()).contains(" 001 all ");
    }

    @Test
    void aGuestIsNotImitatedByAnOwnerAfterAnotherOneOfSuchANameHasGone() {
        WireClient first = person("pauI");
        person("pau1");
        assertThat(first.ask("REGISTER paul * :" + PASSWORD)).allMatch(this::isBadName);

        first.send("QUIT").untilClosed();

        assertThat(person("paul").ask("REGISTER * * :" + PASSWORD)).allMatch(this::isBadName);
    }

    private boolean isBadName(String line) {
        return line.contains(" FAIL REGISTER BAD_ACCOUNT_NAME paul ");
    }

    @Test
    void anotherCaseOfTheOwnNameIsNoWayToImitate() {
        owner("paul");
        WireClient paui = owner("paui");

        assertThat(paui.ask("NICK pauI")).containsExactly(":snug.local 433 paui pauI" + REFUSED);
        assertThat(paui.ask("NICK Paui")).containsExactly(":paui!user@127.0.0.1 NICK Paui");
    }

    @Test
    void theOwnerMayWriteTheNameOtherwise() {
        WireClient owner = owner("Ian");
        owner.send("QUIT").untilClosed();
        owner = person("ian", login("ian", ""));

        assertThat(owner.ask("NICK IAN")).containsExactly(":ian!user@127.0.0.1 NICK IAN");
    }

    @Test
    void theHostIsCalledWhatTheHostLikes() {
        String key = ServerOptions.newHostKey();
        restart(options -> options.withHostKey(key));
        owner("lan");

        assertThat(connect().ask("PASS " + key, "NICK Ian", "USER u 0 * :U").getFirst())
                .contains(" 001 Ian ");
    }
}
