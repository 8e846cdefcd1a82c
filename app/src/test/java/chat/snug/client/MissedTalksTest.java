package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.HistoryPage;
import chat.snug.client.ClientEvent.Said;
import org.junit.jupiter.api.Test;

/** Who wrote to me alone while I was away, after the IRCv3 chathistory extension. */
class MissedTalksTest extends HistoryFixture {
    @Test
    void findsThoseWhoWroteMeanwhile() {
        ModelScript script = caughtUp("m1", "m2");
        script.model.lost(true);
        script.open(ALL);
        assertThat(script.sent())
                .contains(
                        "CHATHISTORY TARGETS timestamp=2026-11-21T10:59:52.000Z"
                                + " timestamp=2026-11-22T12:00:00.000Z 100");
        script.host(
                ":snug.local BATCH +t draft/chathistory-targets",
                "@batch=t :snug.local CHATHISTORY TARGETS #lobby 2026-11-21T11:30:00.000Z",
                "@batch=t :snug.local CHATHISTORY TARGETS Cleo 2026-11-21T11:31:00.000Z",
                ":snug.local BATCH -t");
        assertThat(script.sent()).containsExactly("CHATHISTORY LATEST Cleo * 100");
        script.events();
        script.host(
                ":snug.local BATCH +h chathistory Cleo",
                "@batch=h;msgid=p1;time=2026-11-21T11:31:00.000Z :Cleo!c@h PRIVMSG Ann :psst",
                "@batch=h;msgid=p2;time=2026-11-21T11:31:30.000Z :Ann!ann@10.0.0.1 PRIVMSG Cleo :?",
                ":snug.local BATCH -h");
        HistoryPage page = script.event(HistoryPage.class);
        assertThat(page.conversation()).isEqualTo("Cleo");
        assertThat(page.events())
                .extracting(event -> ((Said) event).mine())
                .containsExactly(false, true);
    }

    @Test
    void theFirstTimeItLooksForNobody() {
        ModelScript script = new ModelScript();
        script.open(ALL);
        assertThat(script.sent()).noneMatch(line -> line.startsWith("CHATHISTORY TARGETS"));
    }

    @Test
    void comingInFirstWithAnAccountLooksForTheTalksOfTheLastWeeks() {
        ModelScript script = new ModelScript();
        script.model.opened();
        script.host(":snug.local CAP * LS :" + ALL + " draft/read-marker");
        for (String line : script.sent()) {
            if (line.startsWith("CAP REQ ")) {
                script.host(":snug.local CAP * ACK :" + line.substring("CAP REQ ".length()));
            }
        }
        script.host(":snug.local 900 Ann Ann!ann@10.0.0.1 ann :You are now logged in as ann");
        script.welcome();
        assertThat(script.sent())
                .contains(
                        "CHATHISTORY TARGETS timestamp=2026-11-22T12:00:00.000Z"
                                + " timestamp=2026-10-22T12:00:00.000Z 20");
        script.host(
                ":snug.local BATCH +t draft/chathistory-targets",
                "@batch=t :snug.local CHATHISTORY TARGETS Cleo 2026-11-20T11:31:00.000Z",
                ":snug.local BATCH -t");
        assertThat(script.sent()).containsExactly("CHATHISTORY LATEST Cleo * 100", "MARKREAD Cleo");
    }
}
