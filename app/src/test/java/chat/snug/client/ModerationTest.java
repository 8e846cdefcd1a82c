package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.key.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What moderators ask of a room, and what the host tells them of it. */
class ModerationTest {
    private static ModelScript inLobby() {
        ModelScript script = ModelScript.inLobby();
        script.host(
                ":snug.local 005 Ann CHANMODES=beIq,k,l,imnt PREFIX=(ov)@+ SNUG.CHAT/ROOM=#lobby"
                        + " :are supported by this server");
        script.host(":Cleo!c@10.0.0.3 JOIN #lobby", ":Dan!d@10.0.0.3 JOIN #lobby");
        script.host(":Eve!e@10.0.0.5 JOIN #lobby");
        script.sent();
        script.events();
        return script;
    }

    @Test
    void ranksAndRemovalsAreSpokenAsTheWireHasThem() {
        ModelScript script = inLobby();
        script.person(new ClientRequest.Promote("#lobby", "Cleo", true));
        script.person(new ClientRequest.Promote("#lobby", "Cleo", false));
        script.person(new ClientRequest.Remove("#lobby", "Cleo", ""));
        script.person(new ClientRequest.Remove("#lobby", "Cleo", "see you"));
        script.person(new ClientRequest.Invite("#lobby", "Cleo"));
        assertThat(script.sent())
                .containsExactly(
                        "MODE #lobby +o Cleo",
                        "MODE #lobby -o Cleo",
                        "KICK #lobby Cleo",
                        "KICK #lobby Cleo :see you",
                        "INVITE Cleo #lobby");
    }

    @Test
    void aBanMeansTheAddressAndWhereSeveralShareItTheNameAtIt() {
        ModelScript script = inLobby();
        script.person(new ClientRequest.Ban("#lobby", "Eve", true));
        script.person(new ClientRequest.Ban("#lobby", "Cleo", true));
        script.person(new ClientRequest.Mute("#lobby", "Ben", true));
        assertThat(script.sent())
                .containsExactly(
                        "MODE #lobby +b *!*@10.0.0.5",
                        "MODE #lobby +b Cleo!*@10.0.0.3",
                        "MODE #lobby +q Ben!*@*");
    }

    @Test
    void whatWasSetIsTakenBackAfterThePersonIsGone() {
        ModelScript script = inLobby();
        script.person(new ClientRequest.Ban("#lobby", "Cleo", true));
        script.host(":Ben!b@h KICK #lobby Cleo", ":Cleo!c@10.0.0.3 QUIT", ":Dan!d@h QUIT");
        script.sent();
        script.person(new ClientRequest.Ban("#lobby", "cleo", false));
        assertThat(script.sent()).containsExactly("MODE #lobby -b Cleo!*@10.0.0.3");
    }

    @Test
    void anAddressFollowsANewName() {
        ModelScript script = inLobby();
        script.host(":Eve!e@10.0.0.5 NICK Evelyn");
        script.person(new ClientRequest.Ban("#lobby", "Evelyn", true));
        assertThat(script.sent()).containsExactly("MODE #lobby +b *!*@10.0.0.5");
    }

    @Test
    void namesWithTheirAddressesAreReadToo() {
        ModelScript script = inLobby();
        script.host(
                ":snug.local 353 Ann = #lobby :@Ben!b@10.0.0.9 Ann!a@10.0.0.1",
                ":snug.local 366 Ann #lobby :End of NAMES");
        script.sent();
        script.person(new ClientRequest.Ban("#lobby", "Ben", true));
        assertThat(script.sent()).containsExactly("MODE #lobby +b *!*@10.0.0.9");
    }

    @Test
    void settingsAreToldOnceAskedForAndWhenTheyChange() {
        ModelScript script = inLobby();
        script.host(":Ben!b@h MODE #lobby +m");
        assertThat(script.events()).noneMatch(ClientEvent.ModesKnown.class::isInstance);

        script.person(new ClientRequest.AskModes("#lobby"));
        assertThat(script.sent()).containsExactly("MODE #lobby");
        script.host(":snug.local 324 Ann #lobby +ntkl tea 5");
        assertThat(script.event(ClientEvent.ModesKnown.class).modes())
                .isEqualTo(new RoomModes(false, false, true, "tea"));

        script.host(":Ben!b@h MODE #lobby +oi-k Cleo *");
        assertThat(script.event(ClientEvent.ModesKnown.class).modes())
                .isEqualTo(new RoomModes(true, false, true, null));
        script.host(":Ben!b@h MODE #lobby +v Cleo");
        assertThat(script.events()).noneMatch(ClientEvent.ModesKnown.class::isInstance);
    }

    @Test
    void onlyWhatChangesIsSent() {
        ModelScript script = inLobby();
        RoomModes before = new RoomModes(false, true, true, "tea");
        RoomModes after = new RoomModes(true, false, true, null);
        script.person(new ClientRequest.ChangeModes("#lobby", before, after));
        script.person(new ClientRequest.ChangeModes("#lobby", after, after));
        script.person(new ClientRequest.ChangeModes("#lobby", after, after.withKey("milk")));
        assertThat(script.sent()).containsExactly("MODE #lobby +i-m-k tea", "MODE #lobby +k milk");
    }

    @Test
    void bansAndMutesAreOneList() {
        ModelScript script = inLobby();
        script.person(new ClientRequest.ListBans("#lobby"));
        assertThat(script.sent()).containsExactly("MODE #lobby b", "MODE #lobby q");
        script.host(
                ":snug.local 367 Ann #lobby *!*@10.0.0.5 Ben!b@h 1700000000",
                ":snug.local 368 Ann #lobby :End of channel ban list",
                ":snug.local 728 Ann #lobby q cleo!*@* Ann 1700000001",
                ":snug.local 729 Ann #lobby q :End of channel quiet list");
        RoomBan eve = new RoomBan("*!*@10.0.0.5", false, "Ben", Instant.ofEpochSecond(1700000000));
        RoomBan cleo = new RoomBan("cleo!*@*", true, "Ann", Instant.ofEpochSecond(1700000001));
        assertThat(script.event(ClientEvent.BansListed.class).bans()).containsExactly(eve, cleo);
        assertThat(List.of(eve.name(), eve.address())).containsExactly("", "10.0.0.5");
        assertThat(List.of(cleo.name(), cleo.address())).containsExactly("cleo", "");

        script.person(new ClientRequest.Lift("#lobby", eve));
        script.person(new ClientRequest.Lift("#lobby", cleo));
        script.person(new ClientRequest.BanAgain("#lobby", cleo));
        assertThat(script.sent())
                .containsExactly(
                        "MODE #lobby -b *!*@10.0.0.5",
                        "MODE #lobby -q cleo!*@*",
                        "MODE #lobby +q cleo!*@*");
    }

    @Test
    void whoMayAlwaysComeInIsListedAndChanged() {
        ModelScript script = inLobby();
        script.host(":snug.local 005 Ann CHANMODES=beIq,k,l,imnst INVEX=I :are supported");
        script.person(new ClientRequest.ListInvited("#lobby"));
        script.person(new ClientRequest.LetIn("#lobby", "Eve!*@*", true));
        script.person(new ClientRequest.LetIn("#lobby", "Eve!*@*", false));
        assertThat(script.sent())
                .containsExactly(
                        "MODE #lobby I", "MODE #lobby +I Eve!*@*", "MODE #lobby -I Eve!*@*");
        script.events();
        script.host(
                ":snug.local 346 Ann #lobby Eve!*@* Ann 1700000000",
                ":snug.local 347 Ann #lobby :End of channel invite list");
        assertThat(script.event(ClientEvent.InvitedListed.class).masks())
                .containsExactly("Eve!*@*");
    }

    @Test
    void whereNobodyCanBeMutedTheBansAreAll() {
        ModelScript script = ModelScript.inOldLobby();
        script.person(new ClientRequest.ListBans("#lobby"));
        assertThat(script.sent()).containsExactly("MODE #lobby b");
        script.host(":old.test 368 Ann #lobby :End of channel ban list");
        assertThat(script.event(ClientEvent.BansListed.class).bans()).isEmpty();
    }

    @Test
    void whoIsAskedBackRightAfterARemovalGoesIn() {
        ModelScript script = inLobby();
        script.host(":Ben!b@h MODE #lobby +k tea", ":Ben!b@h KICK #lobby Ann");
        script.events();
        script.host(":Ben!b@h INVITE Ann #lobby");
        assertThat(script.sent()).containsExactly("JOIN #lobby tea");
        assertThat(script.events()).isEmpty();

        script.host(":Ben!b@h INVITE Ann #lobby");
        assertThat(script.event(ClientEvent.Invited.class).room()).isEqualTo("#lobby");
        assertThat(script.sent()).isEmpty();
    }

    @Test
    void anInvitationMuchLaterIsOne() {
        ModelScript script = inLobby();
        script.host(":Ben!b@h KICK #lobby Ann");
        script.pass(Duration.ofMinutes(6));
        script.events();
        script.host(":Ben!b@h INVITE Ann #lobby");
        assertThat(script.sent()).isEmpty();
        assertThat(script.event(ClientEvent.Invited.class).by()).isEqualTo("Ben");
    }

    @Test
    void theHostOfASnugIsToldFromItsModerators() {
        ModelScript script = inLobby();
        script.host(
                ":snug.local 352 Ann #lobby b 10.0.0.9 snug.local Ben H*@ :0 Ben",
                ":snug.local 352 Ann #lobby c 10.0.0.3 snug.local Cleo G@ :0 Cleo");
        assertThat(script.events())
                .filteredOn(ClientEvent.PersonChanged.class::isInstance)
                .extracting(event -> ((ClientEvent.PersonChanged) event).person())
                .filteredOn(person -> person.modes().contains('q'))
                .extracting(Person::name)
                .containsExactly("Ben");

        script.host(":Hugo!h@10.0.0.9 JOIN #lobby", ":snug.local MODE #lobby +o Hugo");
        assertThat(script.sent()).containsExactly("WHO Hugo o");
    }

    private static ModelScript amongAccounts() {
        ModelScript script = ModelScript.inLobby();
        script.host(
                ":snug.local 005 Ann EXTBAN=~,atz ACCOUNTEXTBAN=a SNUG.CHAT/ROOM=#lobby"
                        + " CHANMODES=b,k,l,imnst :are supported by this server",
                ":Eve!eve@10.0.0.5 JOIN #lobby eve :Eve",
                ":Dan!dan@10.0.0.6 JOIN #lobby * :Dan");
        script.sent();
        return script;
    }

    @Test
    void whoHasAnAccountIsBannedByItUnlessAnotherWayIsChosen() {
        ModelScript script = amongAccounts();
        script.person(new ClientRequest.Ban("#lobby", "Eve", true));
        script.person(new ClientRequest.Ban("#lobby", "Eve", false));
        script.person(new ClientRequest.Ban("#lobby", "Eve", BanKind.ADDRESS, true));
        script.person(new ClientRequest.Ban("#lobby", "Eve", false));
        script.person(new ClientRequest.Ban("#lobby", "Eve", BanKind.NAME, true));
        script.person(new ClientRequest.Ban("#lobby", "Dan", BanKind.ACCOUNT, true));

        assertThat(script.sent())
                .containsExactly(
                        "MODE #lobby +b ~a:eve",
                        "MODE #lobby -b ~a:eve",
                        "MODE #lobby +b *!*@10.0.0.5",
                        "MODE #lobby -b *!*@10.0.0.5",
                        "MODE #lobby +b Eve!*@*",
                        "MODE #lobby +b Dan!*@*");
    }

    private static final String KEY = "QNwTvPLyDNkOvmm-1SWLJcCQCEHbJ7gkCTWrSTJ4Hhk";

    private static ModelScript amongKeys() {
        ModelScript script = amongAccounts();
        script.host(":snug.local 005 Ann WHOX :are supported by this server");
        script.sent();
        script.events();
        return script;
    }

    private static void tellsKeyOf(ModelScript script, String name, String key) {
        script.person(new ClientRequest.AskKey(name));
        assertThat(script.sent()).containsExactly("WHO " + name + " %tnk,276");
        script.host(
                ":snug.local 354 Ann 276 " + name + ' ' + key,
                ":snug.local 315 Ann " + name + " :End of WHO list");
    }

    @Test
    void aKeyIsToldWhenItIsAskedForAndSomebodyCanBeBannedByIt() {
        ModelScript script = amongKeys();
        tellsKeyOf(script, "Eve", KEY);
        assertThat(script.event(ClientEvent.PersonChanged.class).person().key())
                .isEqualTo(Fingerprint.parse(KEY));

        script.person(new ClientRequest.Ban("#lobby", "Eve", BanKind.KEY, true));
        script.host(":Ann!a@h KICK #lobby Eve");
        script.person(new ClientRequest.Ban("#lobby", "Eve", false));
        assertThat(script.sent())
                .containsExactly("MODE #lobby +b ~z:" + KEY, "MODE #lobby -b ~z:" + KEY);
    }

    @Test
    void anAccountFitsBetterThanAKeyAndAKeyBetterThanAnAddress() {
        ModelScript script = amongKeys();
        tellsKeyOf(script, "Eve", KEY);
        tellsKeyOf(script, "Dan", KEY);
        script.person(new ClientRequest.Mute("#lobby", "Eve", true));
        script.person(new ClientRequest.Mute("#lobby", "Dan", true));
        assertThat(script.sent())
                .containsExactly("MODE #lobby +q ~a:eve", "MODE #lobby +q ~z:" + KEY);
    }

    @Test
    void whoeverHasNoKeyIsBannedByWhatElseFits() {
        ModelScript script = amongKeys();
        tellsKeyOf(script, "Dan", "0");
        assertThat(script.events()).noneMatch(ClientEvent.PersonChanged.class::isInstance);
        script.person(new ClientRequest.Ban("#lobby", "Dan", BanKind.KEY, true));
        assertThat(script.sent()).containsExactly("MODE #lobby +b *!*@10.0.0.6");
    }

    @Test
    void whoeverComesBackHasAKeyThatIsNotKnownYet() {
        ModelScript script = amongKeys();
        tellsKeyOf(script, "Eve", KEY);
        script.host(":Eve!eve@10.0.0.5 QUIT", ":Eve!eve@10.0.0.5 JOIN #lobby eve :Eve");
        script.sent();
        script.person(new ClientRequest.Ban("#lobby", "Eve", BanKind.KEY, true));
        assertThat(script.sent()).containsExactly("MODE #lobby +b *!*@10.0.0.5");
    }

    @Test
    void whereTheHostCannotNobodyIsAskedForAKey() {
        ModelScript script = amongAccounts();
        script.person(new ClientRequest.AskKey("Eve"));
        assertThat(script.sent()).isEmpty();

        ModelScript elsewhere = ModelScript.inLobby();
        elsewhere.host(":irc.test 005 Ann WHOX EXTBAN=$,az :are supported by this server");
        elsewhere.person(new ClientRequest.AskKey("Ben"));
        assertThat(elsewhere.sent()).isEmpty();
    }

    @Test
    void strangersAreNotAskedFor() {
        ModelScript script = amongKeys();
        script.person(new ClientRequest.AskKey("Zoe"));
        assertThat(script.sent()).isEmpty();
    }

    @Test
    void aMuteForATimeIsTakenBackAsItWasSet() {
        ModelScript script = amongAccounts();
        script.person(new ClientRequest.MuteFor("#lobby", "Eve", 10));
        script.person(new ClientRequest.Mute("#lobby", "Eve", false));

        assertThat(script.sent())
                .containsExactly("MODE #lobby +q ~t:10:~a:eve", "MODE #lobby -q ~t:10:~a:eve");
    }

    @Test
    void anEntrySaysWhoIsMeantAndUntilWhen() {
        Instant set = Instant.parse("2026-11-21T12:00:00Z");
        RoomBan account = new RoomBan("~t:10:~a:eve", true, "Ann", set);
        assertThat(account.account()).isEqualTo("eve");
        assertThat(account.ends()).isEqualTo(Instant.parse("2026-11-21T12:10:00Z"));
        RoomBan key = new RoomBan("~z:abc", false, "Ann", set);
        assertThat(key.key()).isEqualTo("abc");
        assertThat(key.ends()).isNull();
        RoomBan address = new RoomBan("~t:60:*!*@10.0.0.5", true, "Ann", set);
        assertThat(address.address()).isEqualTo("10.0.0.5");
        assertThat(address.name()).isEmpty();
        assertThat(new RoomBan("~t:soon:x", false, "", set).ends()).isNull();
        assertThat(new RoomBan("~t:5:x", false, "", null).ends()).isNull();
    }
}
