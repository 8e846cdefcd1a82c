package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chat.snug.client.ClientEvent.PersonChanged;
import chat.snug.client.ClientEvent.PersonLeft.How;
import chat.snug.client.ClientEvent.RoomRefused.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rooms and the people in them, as the host tells. */
class RosterTest {
    private static final Instant NOON = ModelScript.NOON;
    private static final Person BEN = new Person("Ben", Set.of('o'), false);

    @Test
    void entersARoomAndListsEverybody() {
        ModelScript script = new ModelScript();
        script.open("multi-prefix userhost-in-names");
        script.events();
        script.host(
                ":Ann!ann@10.0.0.1 JOIN #Lobby",
                ":snug.local 332 Ann #lobby :Tea at \u0002four\u0002",
                ":snug.local 333 Ann #lobby Ben 1700000000",
                ":snug.local 353 Ann = #lobby :@+Ben!ben@10.0.0.2 Ann!ann@10.0.0.1",
                ":snug.local 353 Ann = #lobby :+Cleo!cleo@10.0.0.3",
                ":snug.local 366 Ann #lobby :End of NAMES");
        assertThat(script.events())
                .containsExactly(
                        new ClientEvent.RoomEntered("#Lobby"),
                        new ClientEvent.TopicChanged("#Lobby", NOON, "Tea at four", null),
                        new ClientEvent.PeopleListed(
                                "#Lobby",
                                List.of(
                                        new Person("Ben", Set.of('o', 'v'), false),
                                        new Person("Ann", Set.of(), false),
                                        new Person("Cleo", Set.of('v'), false))));
    }

    @Test
    void tellsWhoComesAndGoes() {
        ModelScript script = ModelScript.inLobby();
        script.host(
                "@time=2026-11-21T11:59:00.500Z :Cleo!c@h JOIN #lobby * :Cleo Real",
                ":Dan!d@h JOIN #lobby",
                ":Eve!e@h JOIN #lobby",
                ":Cleo!c@h PART #lobby :tea",
                ":Dan!d@h QUIT :Ping timeout",
                ":Ben!b@h KICK #lobby Eve :enough",
                ":Nobody!n@h QUIT :x",
                ":Nobody!n@h PART #elsewhere");
        Person cleo = new Person("Cleo", Set.of(), false).calling("Cleo Real");
        assertThat(script.events())
                .containsExactly(
                        new ClientEvent.PersonJoined(
                                "#lobby", Instant.parse("2026-11-21T11:59:00.500Z"), cleo),
                        new ClientEvent.PersonJoined(
                                "#lobby", NOON, new Person("Dan", Set.of(), false)),
                        new ClientEvent.PersonJoined(
                                "#lobby", NOON, new Person("Eve", Set.of(), false)),
                        left("Cleo", How.PART, null, "tea"),
                        left("Dan", How.QUIT, null, "Ping timeout"),
                        left("Eve", How.KICK, "Ben", "enough"));
    }

    private static ClientEvent left(String name, How how, @Nullable String by, String reason) {
        return new ClientEvent.PersonLeft("#lobby", NOON, name, how, by, reason);
    }

    @Test
    void followsNames() {
        ModelScript script = ModelScript.inLobby();
        script.host(":Ben!b@h NICK Benjamin", ":benjamin!b@h PART #lobby");
        assertThat(script.events())
                .containsExactly(
                        new ClientEvent.PersonRenamed("#lobby", NOON, "Ben", "Benjamin"),
                        left("Benjamin", How.PART, null, ""));
    }

    @Test
    void followsMyOwnName() {
        ModelScript script = ModelScript.inLobby();
        script.person(new ClientRequest.ChangeName("Anna Maria"));
        assertThat(script.sent()).containsExactly("NICK Anna-Maria");
        script.host(":Ann!ann@10.0.0.1 NICK Anna-Maria");
        assertThat(script.events())
                .containsExactly(
                        new ClientEvent.MyNameChanged("Ann", "Anna-Maria"),
                        new ClientEvent.PersonRenamed("#lobby", NOON, "Ann", "Anna-Maria"));
        script.model.lost(true);
        script.model.opened();
        assertThat(script.sent()).contains("NICK Anna-Maria");
    }

    @Test
    void keepsTheOldNameWhenTheNewOneIsRefused() {
        ModelScript script = ModelScript.inLobby();
        script.person(new ClientRequest.ChangeName("Ben"));
        script.host(":snug.local 433 Ann Ben :Nickname is already in use");
        assertThat(script.event(ClientEvent.Refused.class))
                .isEqualTo(
                        new ClientEvent.Refused(
                                null,
                                "NICK",
                                "Ben: Nickname is already in use",
                                Refusal.NAME_IN_USE,
                                "Ben"));
        script.model.lost(true);
        script.sent();
        script.model.opened();
        assertThat(script.sent()).contains("NICK Ann");
    }

    @Test
    void isToldInWhichRoomANameIsHeld() {
        ModelScript script = ModelScript.inLobby();
        script.person(new ClientRequest.ChangeName("Other"));
        script.host(":snug.local 435 Ann Other #lobby :You are muted");
        assertThat(script.event(ClientEvent.Refused.class))
                .isEqualTo(
                        new ClientEvent.Refused(
                                "#lobby", "NICK", "You are muted", Refusal.OTHER, "Other"));
    }

    @Test
    void followsRanksAndModes() {
        ModelScript script = ModelScript.inLobby();
        script.host(":Ben!b@h MODE #lobby +bvk-o+l *!*@spam Ann key Ben 20");
        assertThat(script.events())
                .containsExactly(
                        new ClientEvent.PersonChanged(
                                "#lobby", new Person("Ann", Set.of('v'), false)),
                        new ClientEvent.PersonChanged("#lobby", new Person("Ben", Set.of(), false)),
                        new ClientEvent.ModesChanged(
                                "#lobby", NOON, "+bvk-o+l *!*@spam Ann key Ben 20", "Ben"));
    }

    @Test
    void readsModesByWhatTheHostSaysOfThem() {
        ModelScript script = ModelScript.inLobby();
        script.host(
                ":snug.local 005 Ann CHANMODES=b,k,H,m :are supported",
                // H takes a parameter when it is set and none when it is not.
                ":Ben!b@h MODE #lobby +H-H+v 10:1 Ann");
        assertThat(script.event(ClientEvent.PersonChanged.class).person().modes())
                .containsExactly('v');
    }

    @Test
    void marksWhoIsAway() {
        ModelScript script = new ModelScript();
        script.open("away-notify");
        script.host(
                ":Ann!ann@10.0.0.1 JOIN #lobby",
                ":snug.local 353 Ann = #lobby :@Ben Ann",
                ":snug.local 366 Ann #lobby :End of NAMES");
        assertThat(script.sent()).contains("WHO #lobby");
        script.events();
        script.host(
                ":snug.local 352 Ann #lobby b h snug.local Ben G@ :0 Ben",
                ":snug.local 352 Ann #lobby a h snug.local Ann H :0 Ann",
                ":snug.local 315 Ann #lobby :End of WHO",
                ":Ben!b@h AWAY",
                ":Ben!b@h AWAY",
                ":snug.local 306 Ann :You are away");
        assertThat(script.events())
                .containsExactly(
                        new ClientEvent.PersonChanged(
                                "#lobby", new Person("Ben", Set.of('o'), true)),
                        new ClientEvent.PersonChanged("#lobby", BEN),
                        new ClientEvent.MyAwayChanged(true));
    }

    @Test
    void namesListedAgainReplaceTheListAndKeepWhoIsAway() {
        ModelScript script = ModelScript.inLobby();
        script.host(
                ":Ben!b@h AWAY :lunch",
                ":snug.local 353 Ann = #lobby :Ann Ben",
                ":Cleo!c@h JOIN #lobby",
                ":snug.local 366 Ann #lobby :End of NAMES");
        assertThat(script.event(ClientEvent.PeopleListed.class).people())
                .extracting(Person::name, Person::away)
                .containsExactly(tuple("Ann", false), tuple("Ben", true), tuple("Cleo", false));
    }

    @Test
    void theEndOfAListThatNeverBeganCostsNothing() {
        ModelScript script = ModelScript.inLobby();
        script.host(":snug.local 366 Ann #lobby :End", ":snug.local 366 Ann #lobby :End");
        assertThat(script.events()).isEmpty();
        assertThat(script.sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'Quit'|''",
                "'Quit: '|''",
                "' '|''",
                "'Quit: see you'|'see you'",
                "'Client Quit'|'Client Quit'",
                "'Quitting'|'Quitting'"
            })
    void whoQuitsIsQuotedWithoutTheServersPrefix(String reason, String told) {
        ModelScript script = ModelScript.inLobby();
        script.host(":Ben!b@h QUIT :" + reason);
        assertThat(script.event(ClientEvent.PersonLeft.class).reason()).isEqualTo(told);
    }

    @Test
    void doesNotReturnToARoomThatIWasJustLeavingWhenTheConnectionWent() {
        ModelScript script = ModelScript.inLobby();
        script.person(new ClientRequest.Leave("#lobby", ""));
        assertThat(script.sent()).containsExactly("PART #lobby");
        script.model.lost(true);
        script.open("echo-message");
        assertThat(script.sent()).noneMatch(line -> line.startsWith("JOIN"));
    }

    @Test
    void doesNotReturnToARoomThatWasLeftWithoutAConnection() {
        ModelScript script = ModelScript.inLobby();
        script.model.lost(true);
        script.person(new ClientRequest.Leave("#lobby", ""));
        script.open("echo-message");
        assertThat(script.sent()).noneMatch(line -> line.startsWith("JOIN"));
    }

    @Test
    void topicsChange() {
        ModelScript script = ModelScript.inLobby();
        script.person(new ClientRequest.ChangeTopic("#lobby", "Tea\nat four"));
        assertThat(script.sent()).containsExactly("TOPIC #lobby :Tea at four");
        script.host(":Ann!a@h TOPIC #lobby :Tea at four", ":snug.local 331 Ann #lobby :No topic");
        assertThat(script.events())
                .containsExactly(
                        new ClientEvent.TopicChanged("#lobby", NOON, "Tea at four", "Ann"),
                        new ClientEvent.TopicChanged("#lobby", NOON, "", null));
    }

    @Test
    void leavesAndDoesNotComeBackByItself() {
        ModelScript script = ModelScript.inLobby();
        script.person(new ClientRequest.Leave("#LOBBY", "good night"));
        assertThat(script.sent()).containsExactly("PART #lobby :good night");
        script.host(":Ann!ann@10.0.0.1 PART #lobby :good night");
        assertThat(script.events())
                .containsExactly(new ClientEvent.RoomLeft("#lobby", null, "good night"));
        script.model.lost(true);
        script.open("");
        assertThat(script.sent()).noneMatch(line -> line.startsWith("JOIN"));
    }

    @Test
    void leavingAPrivateConversationIsNobodysBusiness() {
        ModelScript script = ModelScript.inLobby();
        script.person(new ClientRequest.Leave("Ben", ""));
        assertThat(script.sent()).isEmpty();
        assertThat(script.events()).containsExactly(new ClientEvent.RoomLeft("Ben", null, ""));
    }

    @Test
    void isToldWhoRemovedMe() {
        ModelScript script = ModelScript.inLobby();
        script.host(":Ben!b@h KICK #lobby Ann :enough", ":Ben!b@h PRIVMSG #lobby :gone");
        assertThat(script.events())
                .containsExactly(new ClientEvent.RoomLeft("#lobby", "Ben", "enough"));
    }

    @Test
    void entersAllRoomsAgainWithTheirKeysAfterAReconnect() {
        ModelScript script = ModelScript.inLobby();
        script.person(new ClientRequest.Join("#Secret", "key"));
        assertThat(script.sent()).containsExactly("JOIN #Secret key");
        script.host(":Ann!ann@10.0.0.1 JOIN #secret");
        script.model.lost(true);
        script.sent();
        script.open("");
        assertThat(script.sent()).contains("JOIN #lobby", "JOIN #secret key");
    }

    @ParameterizedTest
    @CsvSource({
        "471, FULL",
        "473, INVITE_ONLY",
        "474, BANNED",
        "475, WRONG_KEY",
        "403, NO_SUCH_ROOM",
        "405, TOO_MANY_ROOMS",
        "437, OTHER"
    })
    void tellsWhyARoomStaysShut(String numeric, Reason reason) {
        ModelScript script = ModelScript.inLobby();
        script.person(new ClientRequest.Join("#club", null));
        script.host(":snug.local " + numeric + " Ann #club :No");
        assertThat(script.events())
                .containsExactly(new ClientEvent.RoomRefused("#club", reason, "No"));
        script.model.lost(true);
        script.sent();
        script.open("");
        assertThat(script.sent()).doesNotContain("JOIN #club");
    }

    @Test
    void listsRooms() {
        ModelScript script = ModelScript.inLobby();
        script.person(new ClientRequest.ListRooms());
        assertThat(script.sent()).containsExactly("LIST");
        script.host(
                ":snug.local 321 Ann Channel :Users Name",
                ":snug.local 322 Ann #lobby 2 :Tea",
                ":snug.local 322 Ann #quiz many :",
                ":snug.local 323 Ann :End of LIST");
        assertThat(script.events())
                .containsExactly(
                        new ClientEvent.RoomListed("#lobby", 2, "Tea"),
                        new ClientEvent.RoomListed("#quiz", 0, ""),
                        new ClientEvent.RoomListEnd());
    }

    @Test
    void tellsOfInvitations() {
        ModelScript script = ModelScript.inLobby();
        script.host(":Ben!b@h INVITE Ann #club", ":Ben!b@h INVITE Cleo #club");
        assertThat(script.events()).containsExactly(new ClientEvent.Invited(NOON, "#club", "Ben"));
    }

    @Test
    void refusesByAnEventWhatNeedsAConnection() {
        ModelScript script = ModelScript.inLobby();
        script.model.lost(true);
        script.person(new ClientRequest.Join("#club", null));
        script.person(new ClientRequest.ListRooms());
        assertThat(script.sent()).isEmpty();
        assertThat(script.events())
                .containsExactly(
                        new ClientEvent.Refused("#club", "JOIN", "", Refusal.NOT_CONNECTED, ""),
                        new ClientEvent.Refused(null, "LIST", "", Refusal.NOT_CONNECTED, ""));
    }

    @Test
    void refusalsSayWhatTheyAreAbout() {
        ModelScript script = ModelScript.inLobby();
        script.host(
                ":snug.local 482 Ann #lobby :You're not channel operator",
                ":snug.local 421 Ann FROB :Unknown command",
                ":snug.local 401 Ann Zed :No such nick",
                ":snug.local FAIL SETNAME INVALID_REALNAME :Realname is not valid");
        assertThat(script.events())
                .containsExactly(
                        new ClientEvent.Refused(
                                "#lobby",
                                "482",
                                "You're not channel operator",
                                Refusal.NOT_ALLOWED,
                                "#lobby"),
                        new ClientEvent.Refused(
                                null, "FROB", "Unknown command", Refusal.OTHER, "FROB"),
                        new ClientEvent.Refused(
                                null, "401", "Zed: No such nick", Refusal.NO_SUCH_PERSON, "Zed"),
                        new ClientEvent.Refused(null, "SETNAME", "Realname is not valid"));
    }

    /** On a Snug everybody with the app has an account; whoever has none is marked. */
    @Test
    void tellsGuestsFromThoseWhoseNameIsTheirOwn() {
        ModelScript script = new ModelScript();
        script.model.opened();
        script.host(
                ":snug.local CAP * LS :away-notify extended-join account-notify",
                ":snug.local CAP * ACK :away-notify extended-join account-notify");
        script.welcome();
        script.host(":snug.local 005 Ann WHOX SNUG.CHAT/ROOM=#lobby :are supported");
        script.host(
                ":Ann!ann@10.0.0.1 JOIN #lobby Ann :Ann Smith",
                ":snug.local 353 Ann = #lobby :@Ben Cleo Ann",
                ":snug.local 366 Ann #lobby :End of NAMES");
        assertThat(script.sent()).contains("WHO #lobby %cuhnfa");
        script.events();
        script.host(
                ":snug.local 354 Ann #lobby ben h Ben H*@ Ben",
                ":snug.local 354 Ann #lobby cleo h Cleo G 0",
                ":snug.local 354 Ann #elsewhere dan h Dan H 0",
                ":snug.local 354 Ann 42 Cleo");
        Person ben = new Person("Ben", Set.of('o', 'q'), false).of("Ben");
        assertThat(script.events())
                .contains(new PersonChanged("#lobby", ben))
                .endsWith(
                        new PersonChanged("#lobby", new Person("Cleo", Set.of(), true).asGuest()));
        script.host(":Dan!d@h JOIN #lobby * :Dan", ":Cleo!c@h ACCOUNT cleo");
        assertThat(script.event(ClientEvent.PersonJoined.class).person().guest()).isTrue();
        script.host(":Cleo!c@h ACCOUNT *", ":Cleo!c@h ACCOUNT cleo");
        assertThat(script.events())
                .extracting(event -> ((PersonChanged) event).person().guest())
                .containsExactly(true, false);
    }

    @Test
    void elsewhereNobodyIsCalledAGuest() {
        ModelScript script = ModelScript.inLobby();
        script.host(":snug.test 005 Ann WHOX :are supported", ":Dan!d@h JOIN #lobby * :Dan");
        Person dan = script.event(ClientEvent.PersonJoined.class).person();
        assertThat(dan.guest()).isFalse();
        assertThat(dan.account()).isNull();
    }

    @Test
    void boundsRoomsAndPeople() {
        ModelScript script = ModelScript.inLobby();
        for (int i = 0; i < Roster.MOST_ROOMS + 50; i++) {
            script.host(":Ann!a@h JOIN #r" + i);
        }
        assertThat(script.events()).hasSize(Roster.MOST_ROOMS - 1);
        assertThat(script.sent()).hasSize(51).allMatch(line -> line.startsWith("PART #r"));
        for (int i = 0; i < 2_100; i++) {
            StringBuilder names = new StringBuilder();
            for (int j = 0; j < 100; j++) {
                names.append(" n").append(i * 100 + j);
            }
            script.host(":snug.local 353 Ann = #lobby :" + names.substring(1));
        }
        script.host(":snug.local 366 Ann #lobby :End");
        assertThat(script.event(ClientEvent.PeopleListed.class).people())
                .hasSizeBetween(50_000, 150_000);
    }
}
