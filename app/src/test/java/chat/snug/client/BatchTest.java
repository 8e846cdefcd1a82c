package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.HistoryPage;
import chat.snug.client.ClientEvent.PersonLeft;
import chat.snug.client.ClientEvent.Said;
import org.junit.jupiter.api.Test;

/** What a host sends together, after the IRCv3 batch extension. */
class BatchTest {
    @Test
    void batchesOfAKindThatNobodyKnowsPassAsTheyCome() {
        ModelScript script = ModelScript.inLobby();
        script.host(":snug.local BATCH +x example.com/new #lobby a b");
        script.host("@batch=x :Ben!b@h PRIVMSG #lobby :one");
        assertThat(script.event(Said.class).text()).isEqualTo("one");
        script.host(":snug.local BATCH -x", "@batch=x :Ben!b@h PRIVMSG #lobby :two");
        assertThat(script.event(Said.class).text()).isEqualTo("two");
    }

    @Test
    void aNetsplitIsManyWhoLeave() {
        ModelScript script = ModelScript.inLobby();
        script.host(
                ":irc.host BATCH +n netsplit a.host b.host",
                "@batch=n :Ben!b@h QUIT :a.host b.host",
                ":irc.host BATCH -n");
        assertThat(script.event(PersonLeft.class).name()).isEqualTo("Ben");
    }

    @Test
    void aMessageOfSeveralLinesInsideAHistoryIsOneMessageThere() {
        ModelScript script = ModelScript.inLobby();
        script.host(
                ":snug.local BATCH +h chathistory #lobby",
                "@batch=h;msgid=a;time=2026-11-21T11:00:01.000Z :Ben!b@h BATCH +m"
                        + " draft/multiline #lobby",
                "@batch=m :Ben!b@h PRIVMSG #lobby :first",
                "@batch=m :Ben!b@h PRIVMSG #lobby :second",
                ":snug.local BATCH -m",
                "@batch=h;msgid=b;time=2026-11-21T11:00:02.000Z :Ben!b@h PRIVMSG #lobby :third",
                ":snug.local BATCH -h");
        assertThat(script.event(HistoryPage.class).events())
                .extracting(event -> ((Said) event).id() + ' ' + ((Said) event).text())
                .containsExactly("a first\nsecond", "b third");
    }

    @Test
    void aBatchInsideALabeledResponseIsCollectedToo() {
        ModelScript script = ModelScript.inLobby();
        script.host(
                "@label=x :snug.local BATCH +l labeled-response",
                "@batch=l :snug.local BATCH +h chathistory #lobby",
                "@batch=h;msgid=b :Ben!b@h PRIVMSG #lobby :words",
                "@batch=l :snug.local BATCH -h",
                ":snug.local BATCH -l");
        assertThat(script.event(HistoryPage.class).events()).hasSize(1);
    }

    @Test
    void whatIsKeptOfBatchesThatNeverEndIsBounded() {
        ModelScript script = ModelScript.inLobby();
        for (int i = 0; i < 2 * Batches.MOST_OPEN; i++) {
            script.host(":snug.local BATCH +b" + i + " chathistory #lobby");
        }
        for (int i = 0; i < 2 * Batches.MOST_MESSAGES; i++) {
            script.host("@batch=b1;msgid=i" + i + " :Ben!b@h PRIVMSG #lobby :x");
        }
        script.host(":snug.local BATCH -b1");
        assertThat(script.event(HistoryPage.class).events()).hasSize(Batches.MOST_MESSAGES);
        script.host(":snug.local BATCH +c chathistory #lobby");
        for (int i = 0; i < 3_000; i++) {
            script.host("@batch=c;msgid=j" + i + " :Ben!b@h PRIVMSG #lobby :" + "x".repeat(8000));
        }
        script.host(":snug.local BATCH -c");
        assertThat(script.event(HistoryPage.class).events())
                .hasSizeBetween(400, (int) (Allowance.MOST / (2 * 8000)));
    }

    @Test
    void anEndOfNothingAndABeginningTwiceAreBorne() {
        ModelScript script = ModelScript.inLobby();
        script.host(
                ":snug.local BATCH -nothing",
                ":snug.local BATCH +",
                ":snug.local BATCH",
                ":snug.local BATCH +a chathistory #lobby",
                ":snug.local BATCH +a chathistory #other",
                "@batch=a;msgid=1 :Ben!b@h PRIVMSG #lobby :x",
                ":snug.local BATCH -a");
        assertThat(script.event(HistoryPage.class).conversation()).isEqualTo("#lobby");
    }
}
