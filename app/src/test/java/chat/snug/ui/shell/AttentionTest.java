package chat.snug.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.HistoryPage;
import chat.snug.client.ClientEvent.Said;
import chat.snug.ui.FakeDoorway.Link;
import chat.snug.ui.RoomFacts.Level;
import chat.snug.ui.mentions.Mention;
import chat.snug.ui.notify.Notice;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AttentionTest extends ShellFixture {
    private Link twoRooms() {
        Link link = visit("#lobby");
        link.happen(new ClientEvent.RoomEntered("#music"));
        return link;
    }

    @Test
    void aMentionElsewhereInTheWindowIsACardThatLeadsThere() {
        Link link = twoRooms();
        link.happen(spoken("m1", "#lobby", "Mei: tea?", true));
        assertThat(cards()).containsExactly("Ben in lobby | Mei: tea?");
        assertThat(desktop.shown).isEmpty();

        shell.notices().go(shell.notices().cards().getFirst());
        assertThat(shown().name()).isEqualTo("#lobby");
        assertThat(cards()).isEmpty();
    }

    @Test
    void whoLooksElsewhereIsCalledByTheDesktopOnceAndAClickLeadsThere() {
        Link link = twoRooms();
        shell.focusedProperty().set(false);
        link.happen(spoken("m1", "#music", "Mei!", true));
        assertThat(desktop.shown).containsExactly("Ben in music | Mei!");
        assertThat(cards()).isEmpty();

        link.happen(said("Cleo", "Cleo", "psst", false));
        assertThat(desktop.shown).last().isEqualTo("Cleo | psst");
        desktop.outcomes.getLast().clicked();
        assertThat(broughtToFront).isEqualTo(1);
        assertThat(shown().name()).isEqualTo("Cleo");
    }

    @Test
    void whatThePersonSeesOrSaidThemselvesOrMissedCallsNobody() {
        Link link = twoRooms();
        link.happen(spoken("m1", "#music", "Mei, you see this", true));
        shell.focusedProperty().set(false);
        link.happen(
                new Said("#lobby", NOW, "m2", "Mei", true, Said.Kind.TEXT, "Mei", true),
                new HistoryPage(
                        "#lobby",
                        HistoryPage.Place.BELOW,
                        List.of(spoken("m3", "#lobby", "Mei: while you were away", true)),
                        false),
                said("#lobby", "Ben", "to nobody", false),
                new Said("NickServ", NOW, "m4", "NickServ", false, Said.Kind.NOTICE, "hi", false));
        assertThat(desktop.shown).isEmpty();
        assertThat(cards()).isEmpty();
        assertThat(room("#lobby").unreadProperty().get()).isPositive();
    }

    @Test
    void theSettingsAndTheRoomSayWhatCalls() {
        Link link = twoRooms();
        room("#lobby").wishes().setLevel(Level.EVERYTHING);
        link.happen(said("#lobby", "Ben", "to nobody", false));
        assertThat(cards()).containsExactly("Ben in lobby | to nobody");
        room("#lobby").wishes().setLevel(Level.MUTED);
        shell.notices().forget(room("#lobby"));
        link.happen(spoken("m1", "#lobby", "Mei?", true));
        assertThat(cards()).isEmpty();
        assertThat(shell.unreadProperty().get()).isZero();

        room("#lobby").wishes().setLevel(Level.USUAL);
        surroundings.settings().update(s -> s.withNotifying(s.notifying().withDoNotDisturb(true)));
        link.happen(spoken("m2", "#lobby", "Mei?", true));
        assertThat(cards()).isEmpty();
        assertThat(room("#lobby").callsProperty().get()).isPositive();
    }

    @Test
    void mentionsOfAllRoomsAreListedUntilTheyAreDeleted() {
        Link link = twoRooms();
        link.happen(
                spoken("m1", "#lobby", "Mei: tea?", true),
                spoken("m2", "#music", "\u0002Mei\u0002: louder", true),
                said("#lobby", "Ben", "to nobody", false),
                said("Cleo", "Cleo", "psst", false));
        assertThat(shell.mentions().mentions())
                .extracting(Mention::place, Mention::text)
                .containsExactly(
                        tuple("music, Libera.Chat", "Mei: louder"),
                        tuple("lobby, Libera.Chat", "Mei: tea?"));
        // The one in the room that is shown was seen there.
        assertThat(shell.mentions().freshProperty().get()).isEqualTo(1);

        shell.mentions().mentions().getLast().go().run();
        assertThat(shown().name()).isEqualTo("#lobby");
        link.happen(new ClientEvent.Redacted("#music", NOW, "m2", "Ben", ""));
        assertThat(shell.mentions().mentions()).extracting(Mention::id).containsExactly("m1");
    }

    @Test
    void whatIsGoneFromTheWindowLeadsNowhere() {
        Link link = twoRooms();
        link.happen(spoken("m1", "#lobby", "Mei: tea?", true));
        ConversationViewModel lobby = room("#lobby");
        shell.leave(lobby);
        link.happen(new ClientEvent.RoomLeft("#lobby", null, ""));
        assertThat(shell.mentions().mentions()).isEmpty();
        assertThat(cards()).isEmpty();
        assertThat(shown().name()).isEqualTo("#music");
    }

    private List<String> cards() {
        return shell.notices().cards().stream()
                .map((Notice card) -> card.title() + " | " + card.text())
                .toList();
    }

    private static Said spoken(String id, String room, String text, boolean mention) {
        return new Said(room, NOW, id, "Ben", false, Said.Kind.TEXT, text, mention);
    }
}
