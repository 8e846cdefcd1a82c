package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.HistoryPage;
import chat.snug.client.ClientEvent.HistoryPage.Place;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.Said.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was said while one was away, after the IRCv3 chathistory extension. */
class ChathistoryTest extends HistoryFixture {
    // ---- arriving

    @Test
    void asksForTheLatestPageOnArrivingAndHoldsBackWhatIsLiveUntilItIsThere() {
        ModelScript script = arrived();
        assertThat(script.sent()).containsExactly("CHATHISTORY LATEST #lobby * 100");
        script.host("@" + line("m3"));
        assertThat(ids(script.events())).isEmpty();
        page(script, "#lobby", "m1", "m2", "m3");
        script.host("@" + line("m4"));
        List<ClientEvent> events = script.events();
        HistoryPage page = (HistoryPage) events.getFirst();
        assertThat(page.place()).isEqualTo(Place.BELOW);
        assertThat(page.atBeginning()).isFalse();
        assertThat(ids(events)).containsExactly("m1", "m2", "m3", "m4");
    }

    @Test
    void anEmptyPageSaysThatThereIsNothingBefore() {
        ModelScript script = arrived();
        page(script, "#lobby");
        assertThat(script.event(HistoryPage.class))
                .isEqualTo(new HistoryPage("#lobby", Place.BELOW, List.of(), true));
    }

    @Test
    void asksForNoMoreThanTheHostGives() {
        ModelScript script = new ModelScript();
        script.open(ALL);
        script.host(":snug.local 005 Ann CHATHISTORY=30 MSGREFTYPES=timestamp :are supported");
        script.sent();
        script.host(":Ann!ann@10.0.0.1 JOIN #lobby");
        assertThat(script.sent()).containsExactly("CHATHISTORY LATEST #lobby * 30");
        page(script, "#lobby", "m5");
        script.person(new ClientRequest.Older("#lobby"));
        assertThat(script.sent())
                .containsExactly("CHATHISTORY BEFORE #lobby timestamp=2026-11-21T11:00:05.001Z 30");
    }

    @Test
    void doesNotWaitForAPageThatTheHostPassesOver() {
        ModelScript script = arrived();
        script.host("@" + line("m3"));
        script.passOver();
        assertThat(ids(script.events())).containsExactly("m3");
    }

    @Test
    void aSlowHostIsWaitedForSoThatNothingStandsInTheWrongPlace() {
        ModelScript script = arrived();
        script.events();
        script.sent();
        script.host("@" + line("m3"));
        for (int i = 0; i < 60; i++) {
            script.pass(Duration.ofSeconds(1));
            script.model.tick();
        }
        assertThat(script.events()).isEmpty();
        assertThat(script.sent()).startsWith("PING snug-passed-1").hasSizeBetween(3, 5);
        page(script, "#lobby", "m1", "m2");
        assertThat(ids(script.events())).containsExactly("m1", "m2", "m3");
    }

    @Test
    void aHostThatAnswersNoPingIsNotWaitedForLongerThanAMinute() {
        ModelScript script = arrived();
        script.host("@" + line("m3"));
        script.pass(Duration.ofSeconds(81));
        script.model.tick();
        assertThat(ids(script.events())).containsExactly("m3");
    }

    @Test
    void aPongThatIsLostIsMadeUpForByTheNext() {
        ModelScript script = arrived();
        script.host("@" + line("m3"));
        script.pass(Duration.ofSeconds(21));
        script.model.tick();
        script.pass(Duration.ofSeconds(10));
        script.model.tick();
        script.host(":snug.local PONG snug.local :snug-passed-2");
        script.model.tick();
        assertThat(ids(script.events())).containsExactly("m3");
    }

    @Test
    void aClockThatIsSetBackGivesNothingUp() {
        ModelScript script = arrived();
        script.events();
        script.sent();
        script.host("@" + line("m3"));
        script.pass(Duration.ofHours(-1));
        script.model.tick();
        assertThat(script.sent()).containsExactly("PING snug-passed-1");
        assertThat(script.events()).isEmpty();
        script.host(":snug.local PONG snug.local :snug-passed-1");
        script.model.tick();
        assertThat(ids(script.events())).containsExactly("m3");
    }

    @Test
    void aRefusalEndsTheWaiting() {
        ModelScript script = arrived();
        script.host("@" + line("m3"));
        script.host(":snug.local FAIL CHATHISTORY INVALID_TARGET LATEST #lobby :No history");
        assertThat(ids(script.events())).containsExactly("m3");
    }

    // ---- older pages

    @Test
    void pagesBackToTheBeginning() {
        ModelScript script = caughtUp("m8", "m9");
        script.person(new ClientRequest.Older("#lobby"));
        script.person(new ClientRequest.Older("#lobby"));
        assertThat(script.sent()).containsExactly("CHATHISTORY BEFORE #lobby msgid=m8 100");
        script.host("@" + line("m10"));
        page(script, "#lobby", "m6", "m7", "m8");
        List<ClientEvent> events = script.events();
        assertThat(ids(events)).containsExactly("m10", "m6", "m7");
        assertThat(((HistoryPage) events.get(1)).place()).isEqualTo(Place.ABOVE);
        assertThat(script.sent()).isEmpty();
        script.person(new ClientRequest.Older("#lobby"));
        assertThat(script.sent()).containsExactly("CHATHISTORY BEFORE #lobby msgid=m6 100");
        page(script, "#lobby");
        assertThat(script.event(HistoryPage.class))
                .isEqualTo(new HistoryPage("#lobby", Place.ABOVE, List.of(), true));
        script.person(new ClientRequest.Older("#lobby"));
        assertThat(script.sent()).isEmpty();
        assertThat(script.event(HistoryPage.class).atBeginning()).isTrue();
    }

    @Test
    void aHostThatRemembersNothingIsAtTheBeginning() {
        ModelScript script = ModelScript.inLobby();
        script.person(new ClientRequest.Older("#lobby"));
        assertThat(script.sent()).isEmpty();
        assertThat(script.event(HistoryPage.class))
                .isEqualTo(new HistoryPage("#lobby", Place.ABOVE, List.of(), true));
    }

    @Test
    void aPageAsksAgainByTimeIfTheHostDoesNotKnowTheId() {
        ModelScript script = caughtUp("m8", "m9");
        script.person(new ClientRequest.Older("#lobby"));
        script.sent();
        script.host(":snug.local FAIL CHATHISTORY MESSAGE_ERROR BEFORE #lobby :Unknown id");
        assertThat(script.sent())
                .containsExactly(
                        "CHATHISTORY BEFORE #lobby timestamp=2026-11-21T11:00:08.001Z 100");
        script.host(":snug.local FAIL CHATHISTORY MESSAGE_ERROR BEFORE #lobby :Unknown");
        assertThat(script.event(HistoryPage.class))
                .isEqualTo(new HistoryPage("#lobby", Place.ABOVE, List.of(), false));
    }

    @Test
    void whoeverLeavesAndComesBackBeginsAnew() {
        ModelScript script = caughtUp("m1", "m2");
        script.host(":Ann!ann@10.0.0.1 PART #lobby", ":Ann!ann@10.0.0.1 JOIN #lobby");
        assertThat(script.sent()).containsExactly("CHATHISTORY LATEST #lobby * 100");
        script.events();
        page(script, "#lobby", "m1", "m2");
        assertThat(ids(script.events())).containsExactly("m1", "m2");
        script.host(":Ben!b@h KICK #lobby Ann :out", ":Ann!ann@10.0.0.1 JOIN #lobby");
        assertThat(script.sent()).containsExactly("CHATHISTORY AFTER #lobby msgid=m2 100");
    }

    // ---- after a reconnect

    @Test
    void readsAllThatWasMissedPageByPageAndNothingTwice() {
        ModelScript script = caughtUp("m1", "m2");
        script.host("@" + line("m3"));
        reconnect(script);
        assertThat(script.sent()).contains("CHATHISTORY AFTER #lobby msgid=m3 100");
        script.events();
        script.host("@" + line("m8"));
        page(script, "#lobby", "m4", "m5");
        assertThat(script.sent()).containsExactly("CHATHISTORY AFTER #lobby msgid=m5 100");
        page(script, "#lobby", "m5", "m6", "m7", "m8");
        assertThat(script.sent()).containsExactly("CHATHISTORY AFTER #lobby msgid=m8 100");
        page(script, "#lobby");
        script.host("@" + line("m9"));
        assertThat(ids(script.events())).containsExactly("m4", "m5", "m6", "m7", "m8", "m9");
    }

    @Test
    void asksByTimeIfTheHostSeemsToHaveForgottenTheLastMessage() {
        ModelScript script = caughtUp("m1", "m2");
        reconnect(script);
        assertThat(script.sent()).contains("CHATHISTORY AFTER #lobby msgid=m2 100");
        page(script, "#lobby");
        assertThat(script.sent())
                .containsExactly("CHATHISTORY AFTER #lobby timestamp=2026-11-21T11:00:01.999Z 100");
        page(script, "#lobby", "m2", "m7");
        assertThat(ids(script.events())).containsExactly("m7");
    }

    @Test
    void aHostThatTellsTheSameAgainAndAgainIsNotAskedForEver() {
        ModelScript script = caughtUp("m1");
        reconnect(script);
        script.sent();
        page(script, "#lobby", "m2");
        script.sent();
        page(script, "#lobby", "m2");
        assertThat(script.sent()).isEmpty();
        script.host("@" + line("m3"));
        assertThat(ids(script.events())).containsExactly("m2", "m3");
    }

    @Test
    void whatOverflowsWhileCatchingUpIsReadFromTheHost() {
        ModelScript script = caughtUp("m1");
        reconnect(script);
        script.sent();
        page(script, "#lobby", "m2");
        script.sent();
        List<String> expected = new ArrayList<>(List.of("m2"));
        for (int i = 3; i < 3000; i++) {
            script.host("@" + line("m" + i));
            expected.add("m" + i);
        }
        page(script, "#lobby"); // as it was before those were said
        assertThat(script.sent()).containsExactly("CHATHISTORY AFTER #lobby msgid=m2 100");
        page(script, "#lobby", expected.toArray(String[]::new));
        assertThat(script.sent()).hasSize(1);
        page(script, "#lobby");
        assertThat(ids(script.events())).isEqualTo(expected);
    }

    @Test
    void eventsOfThePastChangeNothingOfThePresent() {
        ModelScript script = arrived();
        script.host(
                ":snug.local BATCH +h chathistory #lobby",
                "@batch=h;msgid=e1;time=2026-11-21T11:00:01.000Z :Eve!e@h JOIN #lobby",
                "@batch=h;msgid=e2;time=2026-11-21T11:00:02.000Z :Ben!b@h TOPIC #lobby :tea",
                "@batch=h;msgid=e3;time=2026-11-21T11:00:03.000Z :Eve!e@h NICK Eva",
                "@batch=h;msgid=e4;time=2026-11-21T11:00:04.000Z :Ann!a@h KICK #lobby Eva :no",
                "@batch=h;msgid=e5;time=2026-11-21T11:00:05.000Z :Ben!b@h MODE #lobby +o Eve",
                "@batch=h;msgid=e6;+draft/react=x;+draft/reply=m1;time=2026-11-21T11:00:06.000Z"
                        + " :Ben!b@h TAGMSG #lobby",
                "@batch=h;msgid=e7;time=2026-11-21T11:00:07.000Z :Ben!b@h REDACT #lobby m1 :oops",
                "@batch=h;msgid=e8;time=2026-11-21T11:00:08.000Z :Eve!e@h QUIT :bye",
                ":snug.local BATCH -h");
        HistoryPage page = script.event(HistoryPage.class);
        assertThat(page.events())
                .extracting(event -> (Object) event.getClass().getSimpleName())
                .containsExactly(
                        "PersonJoined",
                        "TopicChanged",
                        "PersonRenamed",
                        "PersonLeft",
                        "ModesChanged",
                        "Reacted",
                        "Redacted",
                        "PersonLeft");
        assertThat(page.events())
                .extracting(ConversationEvent::conversation)
                .containsOnly("#lobby");
        script.host(":snug.local 366 Ann #lobby :End");
        assertThat(script.event(ClientEvent.PeopleListed.class).people()).isEmpty();
    }

    // ---- hosts that play back by themselves

    @Test
    void aBouncersPlaybackIsAPageAndComesOnce() {
        ModelScript script = ModelScript.inLobby();
        script.host("@time=2026-11-21T11:00:03.000Z :Ben!b@h PRIVMSG #lobby :before");
        script.model.lost(true);
        script.open("server-time message-tags batch");
        script.host(":Ann!ann@10.0.0.1 JOIN #lobby");
        script.events();
        script.host(
                ":bnc BATCH +z znc.in/playback #lobby",
                "@batch=z;time=2026-11-21T11:00:03.000Z :Ben!b@h PRIVMSG #lobby :before",
                "@batch=z;time=2026-11-21T11:00:09.000Z :Ben!b@h PRIVMSG #lobby :meanwhile",
                ":bnc BATCH -z");
        HistoryPage page = script.event(HistoryPage.class);
        assertThat(page.events())
                .singleElement()
                .extracting(event -> ((Said) event).text())
                .isEqualTo("meanwhile");
    }

    @Test
    void aPlaybackWithoutBatchesComesOnceToo() {
        ModelScript script = ModelScript.inLobby();
        script.host("@time=2026-11-21T11:00:03.000Z :Ben!b@h PRIVMSG #lobby :before");
        script.model.lost(true);
        script.open("server-time");
        script.host(":Ann!ann@10.0.0.1 JOIN #lobby");
        script.events();
        script.host(
                "@time=2026-11-21T11:00:03.000Z :Ben!b@h PRIVMSG #lobby :before",
                "@time=2026-11-21T11:00:09.000Z :Ben!b@h PRIVMSG #lobby :meanwhile");
        assertThat(script.event(Said.class).text()).isEqualTo("meanwhile");
    }

    @Test
    void withoutTimesAndIdsTheSameWordsMayBeSaidTwice() {
        ModelScript script = ModelScript.inOldLobby();
        script.host(":Ben!b@h PRIVMSG #lobby :yes", ":Ben!b@h PRIVMSG #lobby :yes");
        assertThat(script.events())
                .extracting(event -> ((Said) event).kind())
                .containsExactly(Kind.TEXT, Kind.TEXT);
    }
}
