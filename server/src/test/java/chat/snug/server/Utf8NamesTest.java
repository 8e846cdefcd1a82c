package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in any script: a subset of PRECIS (RFC 8264, RFC 8265), safe from imitation. */
class Utf8NamesTest extends LiveServer {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë",
                "李雷",
                "Даша",
                "Ωμέγα",
                "דנה",
                "ليلى",
                "アリス",
                "아리",
                "हिन्दी",
                "Ann李",
                "ไทย",
                "Jose\u0301",
                "さくら3",
                "Հայկ",
                "ｗｉｄｅ",
            })
    void peopleAreCalledInTheirOwnScript(String nick) {
        WireClient person = person(nick);
        WireClient other = person("other");

        assertThat(other.ask("WHOIS " + nick).getFirst())
                .startsWith(":snug.local 311 other " + nick + " ");
        other.ask("PRIVMSG " + nick + " :hello");
        assertThat(person.sync())
                .containsExactly(":other!user@127.0.0.1 PRIVMSG " + nick + " :hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#müsli",
                "#聊天室",
                "#чат",
                "#שיחה",
                "#דנה-123",
                "#java-чат",
                "#東京タワー",
                "#👋🏽",
                "#a→b"
            })
    void roomsAreCalledInTheirOwnScript(String room) {
        assertThat(person("ann").ask("JOIN " + room).getFirst()).endsWith(" JOIN " + room);
    }

    @ParameterizedTest
    @CsvSource({
        "ДАША, даша",
        "Jose\u0301, josé",
        "ＡＮＮ, ann",
        "ΟΔΟΣ, οδος",
        "ｶﾞ, ガ",
        "A\u030A, å",
    })
    void aNameIsTheSameHoweverItIsWritten(String nick, String same) {
        WireClient person = person(nick);
        WireClient other = person("other");

        assertThat(other.ask("NICK " + same))
                .containsExactly(":snug.local 433 other " + same + " :Nickname is already in use");
        other.ask("PRIVMSG " + same + " :hello");
        assertThat(person.sync()).hasSize(1);
        other.ask("JOIN #" + nick);
        assertThat(person.ask("JOIN #" + same).getFirst()).endsWith(" JOIN #" + nick);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u200bb",
                "a\u202eb",
                "a\u2066b",
                "a\u200fb",
                "\u0301a",
                "a\u2028b",
                "a\u00a0b",
                "a\u0007b",
                "a\ue000b",
                "a👋",
                "ﬁn",
                "𝐚𝐧𝐧",
                "ℌ",
                "pаypal",
                "αlpha",
                "דנהann",
                "a\u115fb",
                "a\u3164b",
                "a\u180bb",
                "a①",
            })
    void whatCannotBeSeenOrImitatesIsNoNick(String nick) {
        WireClient ann = person("ann");
        assertThat(ann.ask("NICK " + nick))
                .singleElement()
                .asString()
                .startsWith(":snug.local 432 ann ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#pаypal", "#αlpha", "#ab\u0627", "#\ue000", "#\udbff\udffd", "#a\u0085"})
    void whatCannotBeSeenOrImitatesIsNoRoom(String room) {
        assertThat(person("ann").ask("JOIN " + room))
                .singleElement()
                .asString()
                .startsWith(":snug.local 403 ann ");
    }

    @ParameterizedTest
    @CsvSource({"cop, сор", "BOT, ВОТ", "bot, ВОТ", "сор, cop", "口, ロ", "oo, οο"})
    void nobodyIsCalledLikeSomebodyElse(String nick, String imitation) {
        WireClient person = person(nick);
        WireClient other = person("other");
        String refusal = " :Nickname looks like one that is in use";

        assertThat(other.ask("NICK " + imitation))
                .containsExactly(":snug.local 433 other " + imitation + refusal);
        assertThat(connect().ask("NICK " + imitation, "USER u 0 * :U"))
                .containsExactly(":snug.local 433 * " + imitation + refusal);
        // one's own name may be written otherwise, and a name that was given up is free
        person.ask("NICK " + imitation);
        person.ask("NICK somebody");
        assertThat(other.ask("NICK " + imitation).getFirst()).endsWith(" NICK " + imitation);
        other.send("QUIT").untilClosed();
        assertThat(person.ask("NICK " + nick).getFirst()).endsWith(" NICK " + nick);
    }

    @Test
    void nobodyIsCalledLikeAnAccount() {
        WireClient owner = person("cop");
        owner.ask("REGISTER * * correct-horse");
        owner.send("QUIT").untilClosed();
        WireClient other = person("other");

        assertThat(other.ask("NICK сор").getFirst()).contains(" 433 other сор ");
        assertThat(other.ask("REGISTER сор * correct-horse").getFirst())
                .contains(" FAIL REGISTER BAD_ACCOUNT_NAME сор ");
    }

    @ParameterizedTest
    @CsvSource({"#cop, #сор", "#a-b, #a—b", "#сор, #cop", "#口, #ロ", "##, #♯", "#oo, #օօ"})
    void noTwoRoomsLookTheSame(String room, String imitation) {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        ann.ask("JOIN " + room);

        assertThat(bob.ask("JOIN " + imitation))
                .containsExactly(
                        ":snug.local 403 bob "
                                + imitation
                                + " :There is a room whose name looks the same");
        ann.ask("PART " + room);
        assertThat(bob.ask("JOIN " + imitation).getFirst()).endsWith(" JOIN " + imitation);
        assertThat(ann.ask("JOIN " + room).getFirst()).contains(" 403 ");
    }

    @Test
    void noRoomIsRenamedToLookLikeAnother() {
        WireClient ann = person("ann");
        ann.ask("JOIN #cop", "JOIN #den");
        assertThat(ann.ask("RENAME #den #сор"))
                .singleElement()
                .asString()
                .contains(" FAIL RENAME CHANNEL_NAME_IN_USE #den #сор ");
        assertThat(ann.ask("RENAME #cop #сор").getLast()).contains("#сор");
        assertThat(ann.ask("JOIN #cop").getFirst()).contains(" 403 ann #cop ");
    }

    @Test
    void theCaseMappingIsToldAsClientsKnowIt() {
        assertThat(person("ann").ask("VERSION").toString())
                .contains(" CASEMAPPING=ascii ", " UTF8ONLY");
    }
}
