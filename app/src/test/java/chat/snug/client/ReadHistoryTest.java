package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.HistoryPage;
import chat.snug.client.ClientEvent.HistoryRead;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientRequest.ReadHistory;
import chat.snug.client.ClientRequest.ReadHistory.Part;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Single pages from anywhere in the history, after the IRCv3 chathistory extension. */
class ReadHistoryTest {
    private static final String ROOM = "#lobby";
    private static final Instant ELEVEN = Instant.parse("2026-11-21T11:00:00Z");

    private final ModelScript script = new ModelScript();

    ReadHistoryTest() {
        script.open(HistoryFixture.ALL);
        script.host(":Ann!ann@10.0.0.1 JOIN #lobby");
        page("m50", "m51");
        script.sent();
        script.events();
    }

    private void page(String... ids) {
        script.host(":snug.local BATCH +h chathistory #lobby");
        for (String id : ids) {
            script.host(
                    "@batch=h;msgid=%s;time=2026-11-21T11:00:00.000Z :Ben!b@h PRIVMSG #lobby :%s"
                            .formatted(id, id));
        }
        script.host(":snug.local BATCH -h");
    }

    private void read(Part part, @Nullable String id, @Nullable Instant time) {
        script.person(new ReadHistory(ROOM, part, id, time));
    }

    private static List<String> ids(HistoryRead read) {
        return read.events().stream().map(event -> String.valueOf(((Said) event).id())).toList();
    }

    @Test
    void asksForThePageNextToAMessageOrAMoment() {
        read(Part.AROUND, "m7", null);
        assertThat(script.sent()).containsExactly("CHATHISTORY AROUND #lobby msgid=m7 100");
        page();
        read(Part.AROUND, null, ELEVEN);
        assertThat(script.sent())
                .containsExactly(
                        "CHATHISTORY AROUND #lobby timestamp=2026-11-21T11:00:00.000Z 100");
        page();
        read(Part.BEFORE, "m7", ELEVEN);
        assertThat(script.sent()).containsExactly("CHATHISTORY BEFORE #lobby msgid=m7 100");
        page("m6");
        read(Part.AFTER, "m7", ELEVEN);
        assertThat(script.sent()).containsExactly("CHATHISTORY AFTER #lobby msgid=m7 100");
        page("m8");
        read(Part.NEWEST, null, null);
        assertThat(script.sent()).containsExactly("CHATHISTORY LATEST #lobby * 100");
    }

    @Test
    void tellsAgainWhatWasToldAndForgetsNothingOfWhatIsNew() {
        read(Part.BEFORE, "m52", null);
        page("m50", "m51");
        HistoryRead read = script.event(HistoryRead.class);
        assertThat(ids(read)).containsExactly("m50", "m51");
        assertThat(read.more()).isTrue();
        assertThat(read.failed()).isFalse();
        script.model.lost(true);
        script.events();
        script.open(HistoryFixture.ALL);
        script.sent();
        script.host(":Ann!ann@10.0.0.1 JOIN #lobby");
        assertThat(script.sent()).contains("CHATHISTORY AFTER #lobby msgid=m51 100");
    }

    @Test
    void anEmptyPageIsTheEndAndIsAskedForByTimeFirst() {
        read(Part.BEFORE, "m7", ELEVEN);
        script.sent();
        page();
        assertThat(script.events()).isEmpty();
        assertThat(script.sent())
                .containsExactly(
                        "CHATHISTORY BEFORE #lobby timestamp=2026-11-21T11:00:00.001Z 100");
        page();
        assertThat(script.event(HistoryRead.class).more()).isFalse();
    }

    @Test
    void whatIsKnownDoesNotComeAgainWithItsTime() {
        read(Part.BEFORE, "m7", ELEVEN);
        page();
        page("m5", "m6", "m7", "m8");
        assertThat(ids(script.event(HistoryRead.class))).containsExactly("m5", "m6");
        read(Part.AFTER, "m7", ELEVEN);
        page();
        page("m6", "m7", "m8");
        assertThat(ids(script.event(HistoryRead.class))).containsExactly("m8");
        read(Part.BEFORE, "m7", ELEVEN);
        page();
        page("m7");
        HistoryRead none = script.event(HistoryRead.class);
        assertThat(none.events()).isEmpty();
        assertThat(none.more()).isFalse();
    }

    @Test
    void whatHasNoIdIsNotAskedForAgain() {
        read(Part.BEFORE, null, ELEVEN);
        assertThat(script.sent())
                .containsExactly(
                        "CHATHISTORY BEFORE #lobby timestamp=2026-11-21T11:00:00.000Z 100");
    }

    @Test
    void onePageComesAfterTheOtherAndNoneIsAskedForTwice() {
        read(Part.AROUND, "m1", null);
        read(Part.BEFORE, "m2", null);
        read(Part.BEFORE, "m2", null);
        assertThat(script.sent()).hasSize(1);
        page("m1");
        assertThat(ids(script.event(HistoryRead.class))).containsExactly("m1");
        assertThat(script.sent()).containsExactly("CHATHISTORY BEFORE #lobby msgid=m2 100");
        page("m1");
        assertThat(script.event(HistoryRead.class).request().part()).isEqualTo(Part.BEFORE);
        assertThat(script.sent()).isEmpty();
    }

    @Test
    void answersFindTheirQuestionWhileOneCatchesUp() {
        script.model.lost(true);
        script.events();
        script.sent();
        script.open(HistoryFixture.ALL);
        script.host(":Ann!ann@10.0.0.1 JOIN #lobby");
        read(Part.AROUND, "m1", null);
        script.events();
        page("m52");
        assertThat(script.event(HistoryPage.class).events()).hasSize(1);
        page("m1");
        assertThat(ids(script.event(HistoryRead.class))).containsExactly("m1");
        page();
        assertThat(script.events()).isEmpty();
    }

    @Test
    void aRefusalBeingPassedOverAndALostConnectionAreAnswersToo() {
        read(Part.AROUND, "m1", null);
        script.host(":snug.local FAIL CHATHISTORY MESSAGE_ERROR AROUND #lobby :Unknown id");
        assertThat(script.event(HistoryRead.class).failed()).isTrue();
        read(Part.AROUND, "m1", null);
        script.passOver();
        assertThat(script.event(HistoryRead.class).failed()).isTrue();
        read(Part.AROUND, "m1", null);
        read(Part.NEWEST, null, null);
        script.model.lost(true);
        assertThat(script.events().stream().filter(HistoryRead.class::isInstance)).hasSize(2);
        read(Part.NEWEST, null, null);
        assertThat(script.event(HistoryRead.class).failed()).isTrue();
    }

    @Test
    void onlySoManyWishesWait() {
        for (int i = 0; i < 20; i++) {
            read(Part.AROUND, "m" + i, null);
        }
        assertThat(script.events().stream().filter(HistoryRead.class::isInstance))
                .hasSize(20 - Lookups.MOST_WAITING);
        assertThat(script.sent()).hasSize(1);
    }
}
