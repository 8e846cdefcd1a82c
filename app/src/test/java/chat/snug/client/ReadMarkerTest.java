package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.MarkedRead;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Up to where one has read, after the IRCv3 read-marker extension. */
class ReadMarkerTest {
    private static final Instant ONE = Instant.parse("2026-11-21T11:00:01.500Z");
    private static final Instant TWO = Instant.parse("2026-11-21T11:00:02Z");

    private static ModelScript lobby() {
        ModelScript script = new ModelScript();
        script.open("server-time message-tags draft/read-marker");
        script.enterLobby();
        return script;
    }

    @Test
    void tellsTheHostAndNeverGoesBack() {
        ModelScript script = lobby();
        script.person(new ClientRequest.MarkRead("#lobby", TWO));
        script.person(new ClientRequest.MarkRead("#lobby", ONE));
        script.person(new ClientRequest.MarkRead("#LOBBY", TWO));
        assertThat(script.sent())
                .containsExactly("MARKREAD #lobby timestamp=2026-11-21T11:00:02.000Z");
    }

    @Test
    void followsMyOtherApp() {
        ModelScript script = lobby();
        script.host(":snug.local MARKREAD #lobby timestamp=2026-11-21T11:00:01.500Z");
        assertThat(script.event(MarkedRead.class)).isEqualTo(new MarkedRead("#lobby", ONE));
        script.person(new ClientRequest.MarkRead("#lobby", ONE));
        assertThat(script.sent()).isEmpty();
        script.host(":snug.local MARKREAD Ben *");
        assertThat(script.event(MarkedRead.class)).isEqualTo(new MarkedRead("Ben", null));
    }

    @Test
    void asksOnceForAPrivateConversation() {
        ModelScript script = lobby();
        script.host(":Ben!b@h PRIVMSG Ann :psst", ":Ben!b@h PRIVMSG Ann :hey");
        assertThat(script.sent()).containsExactly("MARKREAD Ben");
    }

    @Test
    void aRefusalAndNonsenseAreNothingToTell() {
        ModelScript script = lobby();
        script.host(
                ":snug.local FAIL MARKREAD INVALID_PARAMS #lobby :Invalid",
                ":snug.local MARKREAD #lobby timestamp=yesterday",
                ":snug.local MARKREAD #lobby",
                ":snug.local MARKREAD");
        assertThat(script.events()).isEmpty();
    }

    @Test
    void withoutTheCapabilityNothingIsSent() {
        ModelScript script = ModelScript.inLobby();
        script.person(new ClientRequest.MarkRead("#lobby", TWO));
        script.host(":Ben!b@h PRIVMSG Ann :psst");
        assertThat(script.sent()).isEmpty();
    }
}
