package chat.snug.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientRequest;
import chat.snug.client.Failure;
import chat.snug.client.Knock;
import chat.snug.client.TypedLine;
import chat.snug.hosting.Caller;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.FakeDoorway.Link;
import chat.snug.ui.RecentRoom;
import chat.snug.ui.dialogs.Secret;
import chat.snug.ui.shell.ConnectionViewModel.State;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ShellViewModelTest extends ShellFixture {
    @Test
    void whoeverRingsCallsThePersonWhoLooksElsewhere() throws Exception {
        host("den", null);
        FakeDoorway.Room den = doorway.rooms.getFirst();
        Caller ben = new Caller(1, "Ben", "10.0.0.7", null, false, NOW);
        den.door.waiting(ben);
        assertThat(desktop.shown).as("it stands in the window").isEmpty();
        assertThat(shell.door().rings()).hasSize(1);

        shell.focusedProperty().set(false);
        den.door.waiting(ben, new Caller(2, "Cleo", "10.0.0.8", null, true, NOW));
        assertThat(desktop.shown)
                .containsExactly("Cleo wants to come in | new here · from 10.0.0.8");

        shell.leave(connection(), "");
        assertThat(shell.door().rings()).isEmpty();
    }

    @Test
    void whoDoesNotWantToBeDisturbedIsNot() throws Exception {
        host("den", null);
        surroundings.settings().update(s -> s.withNotifying(s.notifying().withDoNotDisturb(true)));
        shell.focusedProperty().set(false);
        doorway.rooms.getFirst().door.waiting(new Caller(1, "Ben", "10.0.0.7", null, false, NOW));

        assertThat(desktop.shown).isEmpty();
    }

    @Test
    void whoArrivesIsShownTheRoom() {
        visit("#lobby");
        assertThat(shown().name()).isEqualTo("#lobby");
        assertThat(shown().titleProperty().get()).isEqualTo("lobby");
        assertThat(rows()).containsExactly("= Libera.Chat", "lobby");
        assertThat(surroundings.settings().get().recents())
                .containsExactly(
                        new RecentRoom(
                                false,
                                "snug://192.168.1.7:6667/lobby",
                                "lobby",
                                "Libera.Chat",
                                NOW));
    }

    @Test
    void nobodyIsTakenElsewhereByTheHost() {
        Link link = visit("#lobby");
        link.happen(new ClientEvent.RoomEntered("#trap", false));
        assertThat(shown().name()).isEqualTo("#lobby");
        assertThat(rows()).contains("trap");
    }

    @Test
    void whatIsUnreadIsCountedOnlyWhereNobodyLooks() {
        Link link = visit("#lobby");
        link.happen(new ClientEvent.RoomEntered("#music"));
        assertThat(shown().name()).isEqualTo("#music");

        link.happen(said("#music", "Ben", "seen", false), said("#lobby", "Ben", "unseen", false));
        ConversationViewModel lobby = room("#lobby");
        assertThat(room("#music").unreadProperty().get()).isZero();
        assertThat(lobby.unreadProperty().get()).isEqualTo(1);
        assertThat(lobby.calledProperty().get()).isFalse();

        link.happen(said("#lobby", "Ben", "Mei: hello", true));
        assertThat(lobby.calledProperty().get()).isTrue();
        assertThat(shell.unreadProperty().get()).isEqualTo(2);

        shell.showNextUnread(1);
        assertThat(shown()).isSameAs(lobby);
        assertThat(lobby.unreadProperty().get()).isZero();
        assertThat(lobby.calledProperty().get()).isFalse();
        assertThat(shell.unreadProperty().get()).isZero();
    }

    @Test
    void nothingIsReadInAWindowThatNobodyLooksAt() {
        Link link = visit("#lobby");
        shell.focusedProperty().set(false);
        link.happen(said("#lobby", "Ben", "hello?", false));
        assertThat(shown().unreadProperty().get()).isEqualTo(1);
        shell.focusedProperty().set(true);
        assertThat(shown().unreadProperty().get()).isZero();
    }

    @Test
    void ownWordsFromAnotherAppAreNotUnread() {
        Link link = visit("#lobby");
        shell.focusedProperty().set(false);
        link.happen(new Said("#lobby", NOW, null, "Mei", true, Said.Kind.TEXT, "me too", false));
        assertThat(shown().unreadProperty().get()).isZero();
    }

    @Test
    void aPrivateWordOpensAConversationAndCalls() {
        Link link = visit("#lobby");
        link.happen(said("Ben", "Ben", "psst", false));
        assertThat(rows()).containsExactly("= Libera.Chat", "lobby", "= private", "Ben");
        ConversationViewModel ben = room("Ben");
        assertThat(ben.calledProperty().get()).isTrue();
        assertThat(shown().name()).isEqualTo("#lobby");

        link.happen(new ClientEvent.PersonRenamed("Ben", NOW, "Ben", "Benjamin"));
        assertThat(ben.titleProperty().get()).isEqualTo("Benjamin");
        link.happen(said("Benjamin", "Benjamin", "still me", false));
        assertThat(ben.unreadProperty().get()).isEqualTo(2);
    }

    @Test
    void whatIsTypedBecomesRequests() {
        Link link = visit("#lobby");
        type("hello");
        type("/me waves");
        type("/nick Mei2");
        type("/topic tea");
        type("/part");
        assertThat(link.requests)
                .containsExactly(
                        new ClientRequest.Say("#lobby", "hello", Said.Kind.TEXT),
                        new ClientRequest.Say("#lobby", "waves", Said.Kind.ACTION),
                        new ClientRequest.ChangeName("Mei2"),
                        new ClientRequest.ChangeTopic("#lobby", "tea"),
                        new ClientRequest.Leave("#lobby", ""));
    }

    @Test
    void helpAndWhatNobodyKnowsAreToldQuietly() {
        Link link = visit("#lobby");
        type("/help");
        assertThat(notes()).anyMatch(line -> line.startsWith("/me ")).hasSizeGreaterThan(5);
        type("/dance");
        assertThat(notes().getLast()).startsWith("There is no command /dance.");
        type("/me");
        assertThat(notes().getLast()).startsWith("/me waves: ");
        assertThat(link.requests).isEmpty();
    }

    @Test
    void everyCommandHasWords() {
        visit("#lobby");
        for (String command : TypedLine.commands()) {
            assertThat(surroundings.messages().text("composer.command." + command + ".usage"))
                    .startsWith("/" + command);
        }
    }

    @Test
    void aWordToOnePersonGoesIntoTheirConversation() {
        Link link = visit("#lobby");
        type("/msg Ben");
        assertThat(shown().name()).isEqualTo("Ben");
        type("only you");
        assertThat(link.requests)
                .containsExactly(new ClientRequest.Say("Ben", "only you", Said.Kind.TEXT));
    }

    @Test
    void joiningWhereOneIsShowsTheRoom() {
        Link link = visit("#lobby");
        link.happen(new ClientEvent.RoomEntered("#music"));
        type("/join lobby");
        assertThat(shown().name()).isEqualTo("#lobby");
        assertThat(link.requests).isEmpty();
        type("/join tea");
        assertThat(link.requests).containsExactly(new ClientRequest.Join("#tea", null));
    }

    @Test
    void refusalsAreToldWhereTheyBelong() {
        Link link = visit("#lobby");
        link.happen(new ClientEvent.RoomEntered("#music"));
        link.happen(new ClientEvent.Refused("#lobby", "TOPIC", "You're not a moderator"));
        assertThat(notes(room("#lobby"))).containsExactly("The host says: You're not a moderator");
        link.happen(
                new ClientEvent.RoomRefused(
                        "#vip", ClientEvent.RoomRefused.Reason.INVITE_ONLY, "Cannot join"));
        assertThat(notes()).containsExactly("vip is by invitation only. Ask somebody inside.");
        link.happen(new ClientEvent.Invited(NOW, "#vip", "Ben"));
        assertThat(notes().getLast()).startsWith("Ben invites you into vip.");
    }

    @Test
    void leavingARoomShowsItsNeighbour() {
        Link link = visit("#lobby");
        link.happen(new ClientEvent.RoomEntered("#music"));
        shell.leave(shown());
        assertThat(link.requests).containsExactly(new ClientRequest.Leave("#music", ""));
        link.happen(new ClientEvent.RoomLeft("#music", null, ""));
        assertThat(rows()).containsExactly("= Libera.Chat", "lobby");
        assertThat(shown().name()).isEqualTo("#lobby");
    }

    @Test
    void whoIsRemovedStillSeesTheRoomAndCanGoInAgain() {
        Link link = visit("#lobby");
        link.happen(new ClientEvent.RoomLeft("#lobby", "Ben", "flood"));
        assertThat(rows()).contains("lobby");
        assertThat(banner()).isEqualTo("You are not in lobby any more.");
        shell.banner().act();
        assertThat(link.requests).containsExactly(new ClientRequest.Join("#lobby", null));
        link.happen(new ClientEvent.RoomEntered("#lobby"));
        assertThat(banner()).isEmpty();
    }

    @Test
    void aLostHostIsTriedAgainWithTheSecondsThatAreLeft() {
        Link link = visit("#lobby");
        link.happen(
                new ClientEvent.Disconnected(new Failure(Failure.Kind.CONNECTION_LOST, "")),
                new ClientEvent.Reconnecting(1, Duration.ofMillis(1_200)));
        assertThat(banner()).isEqualTo("The connection was lost. Trying again in 2 seconds.");
        assertThat(shell.banner().countingProperty().get()).isTrue();
        assertThat(connection().stateProperty().get()).isEqualTo(State.WAITING);
        link.happen(new ClientEvent.Connecting(2));
        assertThat(banner()).isEqualTo("The connection was lost. Trying again…");
        link.happen(
                new ClientEvent.Connected("Mei", "Libera.Chat", false),
                new ClientEvent.RoomEntered("#lobby"));
        assertThat(banner()).isEmpty();
        assertThat(shell.banner().countingProperty().get()).isFalse();
        assertThat(rows()).containsExactly("= Libera.Chat", "lobby");
    }

    @Test
    void whereThePasswordIsWrongAnotherCanBeTyped() {
        Link link = visit("#lobby");
        link.happen(new ClientEvent.Disconnected(new Failure(Failure.Kind.WRONG_PASSWORD, "")));
        assertThat(shell.banner().actionProperty().get()).isEqualTo("Type the password");
        shell.banner().act();
        assertThat(link.calls).isEmpty();
        Secret secret = Objects.requireNonNull(shell.secretProperty().get());
        assertThat(secret.title()).isEqualTo("The password of Libera.Chat");
        secret.onYes().accept("tea");
        assertThat(link.calls).containsExactly("password tea", "connect");
    }

    @Test
    void aRoomThatWantsAKeyIsEnteredWithIt() {
        Link link = visit("#lobby");
        type("/join attic");
        link.happen(
                new ClientEvent.RoomRefused(
                        "#attic", ClientEvent.RoomRefused.Reason.WRONG_KEY, "+k"));
        Secret secret = Objects.requireNonNull(shell.secretProperty().get());
        assertThat(secret.title()).isEqualTo("The password of attic");
        secret.onYes().accept("tea");

        assertThat(link.requests).endsWith(new ClientRequest.Join("#attic", "tea"));
    }

    @Test
    void byeLeavesTheHostForGood() {
        Link link = visit("#lobby");
        type("/bye see you");
        assertThat(link.calls).containsExactly("close");
        assertThat(shell.connections()).isEmpty();
        assertThat(shell.shown()).isNull();
        link.happen(said("#lobby", "Ben", "too late", false));
        assertThat(rows()).isEmpty();
    }

    @Test
    void whoModeratesSomebodyElsesRoomAnswersAtItsDoor() {
        Link link = visit("#lobby");
        link.happen(
                new ClientEvent.KnocksChanged(
                        List.of(
                                new Knock(7, "Ben", "10.0.0.9", null, false),
                                new Knock(8, "Eve", "10.0.0.8", "eve", true))));
        assertThat(shell.door().rings()).hasSize(2);
        shell.door().letIn();
        assertThat(link.requests).contains(new ClientRequest.Answer(7, "Ben", true));

        link.happen(new ClientEvent.KnocksChanged(List.of()));
        assertThat(shell.door().firstProperty().get()).isNull();

        link.happen(
                new ClientEvent.KnocksChanged(
                        List.of(new Knock(9, "Dan", "10.0.0.9", null, false))));
        shell.leave(connection(), "");
        assertThat(shell.door().rings()).as("the host is left").isEmpty();
    }
}
