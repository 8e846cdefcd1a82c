package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.RoomEntered;
import chat.snug.client.ClientEvent.RoomRefused;
import chat.snug.client.ClientEvent.RoomRefused.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Rooms at whose door one stands. */
class EnteringTest {
    @Test
    void aDoorThatTheHostPassesOverIsGivenUp() {
        ModelScript script = new ModelScript();
        script.open("server-time");
        script.events();
        script.sent();
        script.pass(Duration.ofSeconds(9));
        script.model.tick();
        assertThat(script.sent()).isEmpty();
        script.passOver();
        assertThat(script.event(RoomRefused.class))
                .isEqualTo(new RoomRefused("#lobby", Reason.NO_ANSWER, ""));
        script.model.tick();
        assertThat(script.events()).isEmpty();
    }

    /** The connection was dead: that says nothing about the room. */
    @Test
    void aDoorIsAskedAgainAfterAHostThatSaidNothingMore() {
        ModelScript script = new ModelScript();
        script.open("server-time");
        script.events();
        script.pass(Duration.ofSeconds(44));
        script.model.tick();
        script.model.lost(true);
        assertThat(script.events()).noneMatch(RoomRefused.class::isInstance);
        script.sent();
        script.open("server-time");
        assertThat(script.sent()).contains("JOIN #lobby");
    }

    @Test
    void knowsWhichRoomsWereAskedFor() {
        ModelScript script = new ModelScript();
        script.open("server-time");
        script.events();
        script.host(":Ann!ann@10.0.0.1 JOIN #lobby", ":Ann!ann@10.0.0.1 JOIN #trap");
        assertThat(script.events())
                .contains(new RoomEntered("#lobby", true), new RoomEntered("#trap", false));
    }

    @Test
    void followsToWhereTheHostLetsOneInInstead() {
        ModelScript script = new ModelScript();
        script.open("server-time");
        script.events();
        script.host(
                ":snug.local 470 Ann #lobby ##lobby :Forwarding to another channel",
                ":Ann!ann@10.0.0.1 JOIN ##lobby");
        assertThat(script.events())
                .contains(
                        new RoomRefused("#lobby", Reason.OTHER, "Forwarding to another channel"),
                        new RoomEntered("##lobby", true));
        script.host(
                ":snug.local 470 Ann #elsewhere #trap :Forwarding to another channel",
                ":Ann!ann@10.0.0.1 JOIN #trap");
        assertThat(script.event(RoomEntered.class)).isEqualTo(new RoomEntered("#trap", false));
    }

    @Test
    void aPongToSomethingElseGivesNothingUp() {
        ModelScript script = new ModelScript();
        script.open("server-time");
        script.events();
        script.pass(Duration.ofSeconds(11));
        script.model.tick();
        script.host(":snug.local PONG snug.local :snug-alive");
        script.host(":snug.local PONG snug.local :snug-passed-2");
        script.model.tick();
        assertThat(script.events()).isEmpty();
    }

    @Test
    void whatIsAskedAfterThePingIsNotPassedOver() {
        ModelScript script = new ModelScript();
        script.open("server-time");
        script.pass(Duration.ofSeconds(11));
        script.model.tick();
        script.person(new ClientRequest.Join("#late", null));
        script.events();
        script.host(":snug.local PONG snug.local :snug-passed-1");
        script.model.tick();
        assertThat(script.event(RoomRefused.class).conversation()).isEqualTo("#lobby");
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
