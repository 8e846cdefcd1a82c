package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.TypingChanged;
import chat.snug.client.ClientRequest.Typing;
import chat.snug.client.ClientRequest.Typing.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who is typing, after the IRCv3 typing client tag. */
class TypingTest {
    private final ModelScript script = ModelScript.inLobby();

    private void type(State state) {
        script.person(new Typing("#lobby", state));
    }

    private void after(double seconds) {
        script.pass(Duration.ofMillis((long) (seconds * 1000)));
        script.model.tick();
    }

    @Test
    void activeIsSentAgainButNotWithinThreeSeconds() {
        type(State.ACTIVE);
        type(State.ACTIVE);
        assertThat(script.sent()).containsExactly("@+typing=active TAGMSG #lobby");
        after(2.9);
        type(State.ACTIVE);
        type(State.DONE);
        assertThat(script.sent()).isEmpty();
        after(0.2);
        type(State.ACTIVE);
        assertThat(script.sent()).containsExactly("@+typing=active TAGMSG #lobby");
    }

    @Test
    void pausedAndDoneAreSentOnce() {
        type(State.DONE);
        assertThat(script.sent()).isEmpty();
        type(State.ACTIVE);
        after(4);
        type(State.PAUSED);
        after(4);
        type(State.PAUSED);
        type(State.DONE);
        after(4);
        type(State.DONE);
        assertThat(script.sent())
                .containsExactly(
                        "@+typing=active TAGMSG #lobby",
                        "@+typing=paused TAGMSG #lobby",
                        "@+typing=done TAGMSG #lobby");
    }

    @Test
    void whatIsSentNeedsNoDone() {
        type(State.ACTIVE);
        script.say("#lobby", "hello");
        after(4);
        script.sent();
        type(State.DONE);
        assertThat(script.sent()).isEmpty();
    }

    @Test
    void thatNobodyMayKnowOfItIsNotToldBack() {
        String refused = ":snug.local 404 Ann #lobby :You may not speak in this room";
        type(State.ACTIVE);
        script.events();
        script.host(refused);
        assertThat(script.events()).isEmpty();
        script.host(refused);
        assertThat(script.event(ClientEvent.Refused.class).why()).isEqualTo(Refusal.CANNOT_SEND);
    }

    @Test
    void eachConversationHasItsOwn() {
        type(State.ACTIVE);
        script.person(new Typing("Ben", State.ACTIVE));
        assertThat(script.sent())
                .containsExactly("@+typing=active TAGMSG #lobby", "@+typing=active TAGMSG Ben");
    }

    @Test
    void nothingIsSentWhereNobodyWouldGetIt() {
        ModelScript old = ModelScript.inOldLobby();
        old.person(new Typing("#lobby", State.ACTIVE));
        assertThat(old.sent()).isEmpty();
        script.host(":snug.local 005 Ann CLIENTTAGDENY=*,-draft/react :are supported");
        type(State.ACTIVE);
        assertThat(script.sent()).isEmpty();
    }

    @Test
    void activeEndsAfterSixSecondsOfSilence() {
        script.host("@+typing=active :Ben!b@h TAGMSG #lobby");
        assertThat(script.event(TypingChanged.class))
                .isEqualTo(new TypingChanged("#lobby", "Ben", true));
        after(5);
        script.host("@+typing=active :Ben!b@h TAGMSG #lobby");
        after(5);
        assertThat(script.events()).isEmpty();
        after(1);
        assertThat(script.event(TypingChanged.class))
                .isEqualTo(new TypingChanged("#lobby", "Ben", false));
    }

    @Test
    void pausedLastsThirtySeconds() {
        script.host("@+typing=paused :Ben!b@h TAGMSG #lobby");
        script.events();
        after(29);
        assertThat(script.events()).isEmpty();
        after(1);
        assertThat(script.event(TypingChanged.class).typing()).isFalse();
    }

    @Test
    void doneAMessageAndLeavingEndIt() {
        for (String end :
                new String[] {
                    "@+typing=done :Ben!b@h TAGMSG #lobby",
                    ":Ben!b@h PRIVMSG #lobby :here",
                    ":Ben!b@h NICK Benny",
                    ":Benny!b@h QUIT :bye"
                }) {
            String who = end.contains("Benny!") ? "Benny" : "Ben";
            script.host("@+typing=active :" + who + "!b@h TAGMSG #lobby");
            script.events();
            script.host(end);
            assertThat(script.event(TypingChanged.class))
                    .as(end)
                    .isEqualTo(new TypingChanged("#lobby", who, false));
        }
    }

    @Test
    void theEndOfTheConnectionEndsIt() {
        script.host("@+typing=active :Ben!b@h TAGMSG #lobby");
        script.events();
        script.model.lost(true);
        assertThat(script.event(TypingChanged.class).typing()).isFalse();
    }

    @Test
    void myOwnAndThoseOfStrangersAreNotTold() {
        script.host(
                "@+typing=active :Ann!a@h TAGMSG #lobby",
                "@+typing=active :Cleo!c@h TAGMSG Ann",
                "@+typing=active :Cleo!c@h TAGMSG #elsewhere",
                "@+typing=sleeping :Ben!b@h TAGMSG #lobby",
                "@+typing=active TAGMSG #lobby");
        assertThat(script.events()).isEmpty();
    }

    @Test
    void moreThanTheHostCanInventIsNotKept() {
        for (int i = 0; i < 10_000; i++) {
            script.host("@+typing=active :n" + i + "!b@h TAGMSG #lobby");
        }
        assertThat(script.events()).hasSizeLessThan(1_000);
    }
}
