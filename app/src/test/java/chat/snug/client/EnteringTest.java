package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.RoomRefused;
import chat.snug.client.ClientEvent.RoomRefused.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Rooms at whose door one stands. */
class EnteringTest {
    @Test
    void aDoorThatNobodyAnswersIsGivenUp() {
        ModelScript script = new ModelScript();
        script.open("server-time");
        script.events();
        script.pass(Duration.ofSeconds(9));
        script.model.tick();
        assertThat(script.events()).isEmpty();
        script.pass(Duration.ofSeconds(2));
        script.model.tick();
        assertThat(script.event(RoomRefused.class))
                .isEqualTo(new RoomRefused("#lobby", Reason.NO_ANSWER, ""));
        script.model.tick();
        assertThat(script.events()).isEmpty();
    }

    @Test
    void whoeverIsInOrRefusedDoesNotWait() {
        ModelScript script = ModelScript.inLobby();
        script.person(new ClientRequest.Join("#vip", null));
        script.host(":snug.local 473 Ann #vip :Cannot join channel (+i)");
        script.events();
        script.pass(Duration.ofSeconds(60));
        script.model.tick();
        assertThat(script.events()).isEmpty();
    }

    @Test
    void aKeyIsSentAndKeptAndFollowsItsChange() {
        ModelScript script = ModelScript.inLobby();
        script.person(new ClientRequest.Join("#vip", "sesame"));
        assertThat(script.sent()).containsExactly("JOIN #vip sesame");
        script.host(":Ann!ann@10.0.0.1 JOIN #vip", ":Ben!b@h MODE #vip +k-l+o open Ann");
        script.model.lost(true);
        script.open("server-time");
        assertThat(script.sent()).contains("JOIN #vip open");
        script.host(":Ann!ann@10.0.0.1 JOIN #vip", ":Ben!b@h MODE #vip -k *");
        script.model.lost(true);
        script.open("server-time");
        assertThat(script.sent()).contains("JOIN #vip");
    }
}
