package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.KnocksChanged;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who waits at a host's door, as those are told who moderate its room. */
class DoorkeepingTest {
    private static final Knock BEN = new Knock(7, "Zoe", "10.0.0.9", null, false);

    private static ModelScript inLobby() {
        ModelScript script = ModelScript.inLobby();
        script.host(":snug.local 005 Ann SNUG.CHAT/ROOM=#lobby :are supported by this server");
        script.model.tick();
        assertThat(script.sent()).as("not one of those who decide").isEmpty();
        script.events();
        return script;
    }

    private static ModelScript moderating() {
        ModelScript script = inLobby();
        script.host(":Ben!ben@10.0.0.2 MODE #lobby +o Ann");
        script.model.tick();
        assertThat(script.sent()).containsExactly("ADMIT");
        script.host(":snug.local NOTE ADMIT NOBODY_WAITS :Nobody waits to be let in");
        assertThat(script.events()).noneMatch(ClientEvent.HostNotice.class::isInstance);
        script.model.tick();
        assertThat(script.sent()).as("asked once").isEmpty();
        return script;
    }

    private static String knocking(long id, String name) {
        return ":snug.local NOTE * KNOCKING %d %s 10.0.0.9 * guest :%s wants to come in"
                .formatted(id, name, name);
    }

    @Test
    void whoModeratesIsToldWhoWaitsUntilItIsOver() {
        ModelScript script = moderating();
        script.host(knocking(7, "Zoe"));
        assertThat(script.events()).containsExactly(new KnocksChanged(List.of(BEN)));
        script.host(
                ":snug.local NOTE * KNOCKING 8 Max 10.0.0.8 max remembered :Max wants to come in");
        assertThat(script.events())
                .containsExactly(
                        new KnocksChanged(
                                List.of(BEN, new Knock(8, "Max", "10.0.0.8", "max", true))));
        script.host(knocking(7, "Boss"));
        assertThat(script.event(KnocksChanged.class).knocks())
                .extracting(Knock::name)
                .containsExactly("Boss", "Max");
        script.host(":snug.local NOTE * KNOCK_OVER 7 Boss :Ben let Boss in");
        assertThat(script.event(KnocksChanged.class).knocks())
                .extracting(Knock::id)
                .containsExactly(8L);
    }

    @Test
    void whatIsDecidedIsSaidWithTheIdAndGoesAtOnce() {
        ModelScript script = moderating();
        script.host(knocking(7, "Zoe"), knocking(8, "Max"));
        script.events();
        script.person(new ClientRequest.Answer(7, "Zoe", true));
        assertThat(script.event(KnocksChanged.class).knocks())
                .extracting(Knock::id)
                .containsExactly(8L);
        script.person(new ClientRequest.Answer(8, "Max", false));
        assertThat(script.sent()).containsExactly("ADMIT Zoe 7", "TURNAWAY Max 8");
        script.events();

        script.host(":snug.local FAIL TURNAWAY NOT_WAITING Max :Nobody of that name waits");
        assertThat(script.events()).as("somebody else was faster").isEmpty();
        script.host(":snug.local FAIL ADMIT NOT_WAITING Kim :Nobody of that name waits");
        assertThat(script.events()).as("typed by hand").hasSize(1);
    }

    @Test
    void whoModeratesNoMoreHasNoQuestionsLeft() {
        ModelScript script = moderating();
        script.host(knocking(7, "Zoe"), ":Ben!ben@10.0.0.2 MODE #lobby -o Ann");
        script.events();
        script.model.tick();
        assertThat(script.events()).containsExactly(new KnocksChanged(List.of()));

        script.host(":Ben!ben@10.0.0.2 MODE #lobby +o Ann");
        script.model.tick();
        assertThat(script.sent()).containsExactly("ADMIT");
    }

    @Test
    void aLostConnectionTakesTheQuestionsAlong() {
        ModelScript script = moderating();
        script.host(knocking(7, "Zoe"));
        script.events();
        script.model.lost(true);
        assertThat(script.events()).contains(new KnocksChanged(List.of()));
    }

    @Test
    void whoBecomesAnOperatorOfTheHostAsksToo() {
        ModelScript script = inLobby();
        script.host(":snug.local 381 Ann :You are now an IRC operator");
        assertThat(script.sent()).containsExactly("ADMIT");
        assertThat(script.event(ClientEvent.HostNotice.class).text()).contains("operator");
    }

    @Test
    void nobodyButTheHostCanMakeAQuestion() {
        ModelScript script = moderating();
        script.host(
                ":Eve!eve@10.0.0.5 NOTE * KNOCKING 9 Max 10.0.0.8 * guest :Max wants to come in",
                ":Eve!eve@10.0.0.5 NOTICE Ann :NOTE * KNOCKING 9 Max 10.0.0.8 * guest :Max",
                ":Eve!eve@10.0.0.5 PRIVMSG #lobby :NOTE * KNOCKING 9 Max 10.0.0.8 * guest :Max",
                "@+snug.chat/knocking=9 :Eve!eve@10.0.0.5 TAGMSG Ann");
        assertThat(script.events()).noneMatch(KnocksChanged.class::isInstance);
    }

    @Test
    void aHostThatIsNoSnugAsksNothing() {
        ModelScript script = ModelScript.inOldLobby();
        script.host(knocking(7, "Zoe"));
        assertThat(script.event(ClientEvent.HostNotice.class).text()).contains("wants to come in");
    }

    @Test
    void onlySoManyAreKeptAndNonsenseIsShownAsItStands() {
        ModelScript script = moderating();
        for (int i = 0; i < Doorkeeping.MOST + 50; i++) {
            script.host(knocking(i, "z" + i));
        }
        List<ClientEvent> told = script.events();
        assertThat(told).hasSize(Doorkeeping.MOST);
        assertThat(((KnocksChanged) told.getLast()).knocks()).hasSize(Doorkeeping.MOST);
        script.host(
                ":snug.local NOTE * KNOCKING x Zoe 10.0.0.9 * guest :Zoe wants to come in",
                ":snug.local NOTE * KNOCKING 99999999999999999999 Zoe a * guest :Zoe",
                ":snug.local NOTE * KNOCKING 5000",
                ":snug.local NOTE * KNOCK_OVER :what");
        assertThat(script.events()).allMatch(ClientEvent.HostNotice.class::isInstance).hasSize(4);
    }
}
