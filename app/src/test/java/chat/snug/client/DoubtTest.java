package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.NotSent;
import chat.snug.protocol.Tags;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What I said before the connection broke: whether it arrived is found out from the history. */
class DoubtTest extends HistoryFixture {
    @Test
    void ownMessagesAreFoundAgainByTheirNonceThoughOthersSpokeBeforeTheEcho() {
        ModelScript script = caughtUp("m1");
        script.say("#lobby", "hello");
        String nonce = nonce(script.sent().getFirst());
        script.say("#lobby", "lost words");
        script.host("@" + line("m3"));
        script.events();
        reconnect(script);
        assertThat(script.events()).noneMatch(NotSent.class::isInstance);
        // m2 is older than m3, which I know: it is read from what I knew when I spoke.
        assertThat(script.sent()).contains("CHATHISTORY AFTER #lobby msgid=m1 100");
        script.host(
                ":snug.local BATCH +h chathistory #lobby",
                "@batch=h;msgid=m2;time=2026-11-21T11:00:02.000Z;"
                        + nonce
                        + " :Ann!ann@10.0.0.1 PRIVMSG #lobby :hello",
                "@batch=h;" + line("m3"),
                "@batch=h;" + line("m4"),
                ":snug.local BATCH -h");
        assertThat(ids(script.events())).containsExactly("mine:m2", "m4");
        page(script, "#lobby");
        NotSent lost = script.event(NotSent.class);
        assertThat(lost.why()).isEqualTo(Refusal.NOT_CONNECTED);
        script.sent();
        script.person(new ClientRequest.Retry(lost.token()));
        assertThat(script.sent().getFirst()).endsWith("PRIVMSG #lobby :lost words");
    }

    /** Each cut begins the search anew: it must come nearer to its end all the same. */
    @Test
    void theSearchForWhatIsInDoubtGoesOnWhereItWasCut() {
        ModelScript script = caughtUp("m1");
        script.say("#lobby", "lost words");
        reconnect(script);
        assertThat(script.sent()).contains("CHATHISTORY AFTER #lobby msgid=m1 100");
        page(script, "#lobby", "m2", "m3");
        reconnect(script);
        assertThat(script.sent()).contains("CHATHISTORY AFTER #lobby msgid=m3 100");
        page(script, "#lobby", "m4");
        script.events();
        page(script, "#lobby");
        assertThat(script.event(NotSent.class).why()).isEqualTo(Refusal.NOT_CONNECTED);
    }

    @Test
    void whatISayWhileALongTimeIsReadComesOnce() {
        ModelScript script = caughtUp("m1");
        reconnect(script);
        List<String> mine = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            script.say("#lobby", "hello " + i);
            mine.add(
                    "msgid=mine%d;time=2026-11-21T11:50:00.000Z;%s :Ann!ann@10.0.0.1 PRIVMSG #lobby :hello %d"
                            .formatted(i, nonce(script.sent().getLast()), i));
        }
        script.events();
        mine.forEach(line -> script.host("@" + line));
        assertThat(ids(script.events())).hasSize(400).allMatch(id -> id.startsWith("mine:"));
        for (int i = 0; i < 1000; i++) {
            script.host(":Ben%d!b@h JOIN #lobby".formatted(i));
        }
        for (int i = 0; i < 100; i++) {
            script.host(":snug.local BATCH +h chathistory #lobby");
            for (int j = 0; j < 100; j++) {
                script.host(
                        "@batch=h;msgid=missed%d;time=2026-11-21T11:40:00.000Z :Ben!b@h PRIVMSG #lobby :so"
                                .formatted(i * 100 + j));
            }
            script.host(":snug.local BATCH -h");
        }
        assertThat(ids(script.events())).hasSize(10_000);
        script.host(":snug.local BATCH +h chathistory #lobby");
        mine.forEach(line -> script.host("@batch=h;" + line));
        script.host("@batch=h;" + line("m3001"), ":snug.local BATCH -h");
        assertThat(ids(script.events())).containsExactly("m3001");
    }

    @Test
    void whatWasSaidBeforeAnythingWasKnownIsLookedForSinceThen() {
        ModelScript script = new ModelScript();
        script.open(ALL);
        script.host("@time=2026-11-21T11:00:30.000Z :Ann!ann@10.0.0.1 JOIN #lobby");
        script.say("#lobby", "first words");
        reconnect(script);
        assertThat(script.sent())
                .contains("CHATHISTORY AFTER #lobby timestamp=2026-11-21T11:00:19.999Z 100");
        page(script, "#lobby", "m31");
        assertThat(script.events()).noneMatch(NotSent.class::isInstance);
    }

    @Test
    void anEchoFromADeadConnectionUnderAnotherNameIsMineToo() {
        ModelScript script = caughtUp("m1");
        script.say("#lobby", "hello");
        String nonce = nonce(script.sent().getFirst());
        reconnect(script);
        script.host(
                "@msgid=m2;time=2026-11-21T11:00:02.000Z;"
                        + nonce
                        + " :Ann_!ann@10.0.0.1 PRIVMSG #lobby :hello");
        assertThat(ids(script.events())).containsExactly("mine:m2");
        page(script, "#lobby");
        page(script, "#lobby");
        assertThat(script.events()).noneMatch(NotSent.class::isInstance);
    }

    @Test
    void nobodyWhoHasSeenMyNoncesCanPretendThatTheNextMessageHasArrived() {
        ModelScript script = caughtUp("m1");
        script.say("#lobby", "hello");
        String seen = nonce(script.sent().getFirst());
        script.host(
                "@msgid=m2;time=2026-11-21T11:00:02.000Z;"
                        + seen
                        + " :Ann!ann@10.0.0.1 PRIVMSG #lobby :hello");
        script.say("#lobby", "lost words");
        script.events();
        reconnect(script);
        String guessed = seen.replaceFirst("=1/", "=2/").replaceFirst("/1$", "/2");
        script.host(
                ":snug.local BATCH +h chathistory #lobby",
                "@batch=h;msgid=m3;time=2026-11-21T11:00:03.000Z;"
                        + guessed
                        + " :Eve!e@h PRIVMSG #lobby :not yours",
                ":snug.local BATCH -h");
        assertThat(ids(script.events())).containsExactly("m3");
        page(script, "#lobby");
        assertThat(script.event(NotSent.class).why()).isEqualTo(Refusal.NOT_CONNECTED);
    }

    @Test
    void withoutAnotherAttemptOrAMemoryTheyAreNotSentAtOnce() {
        ModelScript script = caughtUp("m1");
        script.say("#lobby", "hello");
        script.model.lost(false);
        assertThat(script.event(NotSent.class).why()).isEqualTo(Refusal.NOT_CONNECTED);

        ModelScript forgetful = ModelScript.inLobby();
        forgetful.say("#lobby", "hello");
        forgetful.model.lost(true);
        assertThat(forgetful.event(NotSent.class).why()).isEqualTo(Refusal.NOT_CONNECTED);
    }

    @Test
    void aHostThatHasLostItsMemoryEndsTheDoubt() {
        ModelScript script = caughtUp("m1");
        script.say("#lobby", "hello");
        script.model.lost(true);
        assertThat(script.events()).noneMatch(NotSent.class::isInstance);
        script.open("server-time message-tags echo-message labeled-response batch");
        assertThat(script.event(NotSent.class).why()).isEqualTo(Refusal.NOT_CONNECTED);
    }

    @Test
    void aRoomThatDoesNotLetMeInAgainEndsTheDoubt() {
        ModelScript script = caughtUp("m1");
        script.say("#lobby", "hello");
        script.model.lost(true);
        script.open(ALL);
        script.events();
        script.host(":snug.local 474 Ann #lobby :Cannot join channel (+b)");
        assertThat(script.event(NotSent.class).conversation()).isEqualTo("#lobby");
    }

    private static String nonce(String line) {
        int start = line.indexOf(Tags.NONCE + '=');
        assertThat(start).as(line).isPositive();
        return line.substring(start, line.indexOf(' ', start)).split(";", 2)[0];
    }
}
