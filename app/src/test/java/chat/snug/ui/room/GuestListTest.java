package chat.snug.ui.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent;
import chat.snug.client.ClientRequest;
import chat.snug.ui.Messages;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class GuestListTest {
    private static final String ROOM = "#Friday-workshop";

    private final FakeRoom room = new FakeRoom();
    private final GuestList guests = new GuestList(room, Messages.of(Locale.ENGLISH));

    @Test
    void whoMayAlwaysComeInIsAskedForAndShownByName() {
        assertThat(room.asked()).containsExactly(new ClientRequest.ListInvited(ROOM));
        room.rules.apply(
                new ClientEvent.InvitedListed(ROOM, List.of("Ben!*@*", "*!*@192.168.1.*")));

        assertThat(guests.masks()).hasSize(2);
        assertThat(guests.describe("Ben!*@*")).isEqualTo("Ben");
        assertThat(guests.describe("*!*@192.168.1.*")).isEqualTo("*!*@192.168.1.*");
    }

    @Test
    void aNameOrAMaskIsPutOnTheList() {
        room.asked();
        guests.nameProperty().set(" Ben ");
        guests.add();
        guests.nameProperty().set("*!*@192.168.1.*");
        guests.add();
        guests.add();

        assertThat(guests.nameProperty().get()).isEmpty();
        assertThat(room.asked())
                .containsExactly(
                        new ClientRequest.LetIn(ROOM, "Ben!*@*", true),
                        new ClientRequest.ListInvited(ROOM),
                        new ClientRequest.LetIn(ROOM, "*!*@192.168.1.*", true),
                        new ClientRequest.ListInvited(ROOM));
    }

    @Test
    void whoIsTakenOffCanBePutBack() {
        room.asked();
        guests.remove("Ben!*@*");
        assertThat(room.asked())
                .containsExactly(
                        new ClientRequest.LetIn(ROOM, "Ben!*@*", false),
                        new ClientRequest.ListInvited(ROOM));
        assertThat(room.toasts.getLast().text()).isEqualTo("Ben comes in only when invited now");

        room.toasts.getLast().onAction().run();
        assertThat(room.asked()).contains(new ClientRequest.LetIn(ROOM, "Ben!*@*", true));
    }

    @Test
    void whoDoesNotModerateChangesNothing() {
        room.asked();
        room.moderating = false;
        guests.nameProperty().set("Ben");
        guests.add();
        assertThat(room.asked()).isEmpty();
    }
}
