package chat.snug.ui.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientRequest;
import chat.snug.client.RoomBan;
import chat.snug.client.RoomModes;
import chat.snug.hosting.HostingOptions;
import chat.snug.hosting.HostingOptions.PortChoice;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.Messages;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RoomSettingsViewModelTest {
    private static final String ROOM = "#Friday-workshop";
    private static final Instant MAY = Instant.parse("1970-05-01T12:00:00Z");
    private static final RoomModes OPEN = new RoomModes(false, false, true, null);

    private final FakeRoom room = new FakeRoom();

    private RoomSettingsViewModel open() {
        RoomSettingsViewModel model = new RoomSettingsViewModel(room, Messages.of(Locale.ENGLISH));
        assertThat(room.asked())
                .containsExactly(
                        new ClientRequest.AskModes(ROOM),
                        new ClientRequest.ListBans(ROOM),
                        new ClientRequest.ListInvited(ROOM));
        return model;
    }

    private FakeDoorway.Room own(@Nullable String password) throws Exception {
        FakeDoorway.Room own =
                (FakeDoorway.Room)
                        new FakeDoorway()
                                .open(
                                        new HostingOptions(
                                                "Friday workshop",
                                                PortChoice.preferred(6667),
                                                password,
                                                null));
        room.own = own;
        return own;
    }

    @Test
    void whatTheHostTellsIsShownAndNothingIsSentForIt() {
        RoomSettingsViewModel model = open();
        room.are(new RoomModes(true, true, false, null));
        assertThat(model.accessProperty().get()).isEqualTo(RoomAccess.INVITED);
        assertThat(model.moderatedProperty().get()).isTrue();
        assertThat(model.topicLockedProperty().get()).isFalse();
        room.are(OPEN.withKey("tea"));
        assertThat(model.accessProperty().get()).isEqualTo(RoomAccess.PASSWORD);
        assertThat(model.passwordNoteProperty().get()).startsWith("There is a password.");
        room.are(OPEN);
        assertThat(model.accessProperty().get()).isEqualTo(RoomAccess.ANYONE);
        assertThat(model.passwordNoteProperty().get()).isEmpty();
        assertThat(room.asked()).isEmpty();
    }

    @Test
    void aSwitchIsDoneAtOnce() {
        room.are(OPEN);
        RoomSettingsViewModel model = open();
        model.moderatedProperty().set(true);
        model.topicLockedProperty().set(false);
        model.accessProperty().set(RoomAccess.INVITED);
        assertThat(room.asked())
                .containsExactly(
                        new ClientRequest.ChangeModes(ROOM, OPEN, OPEN.withModerated(true)),
                        new ClientRequest.ChangeModes(ROOM, OPEN, OPEN.withTopicLocked(false)),
                        new ClientRequest.ChangeModes(ROOM, OPEN, OPEN.withInviteOnly(true)));
    }

    @Test
    void aPasswordOfSomebodyElsesRoomIsItsKey() {
        room.are(OPEN);
        RoomSettingsViewModel model = open();
        model.accessProperty().set(RoomAccess.PASSWORD);
        room.asked();
        model.passwordProperty().set("two words");
        model.changePassword();
        assertThat(model.passwordNoteProperty().get()).contains("23");
        assertThat(room.asked()).isEmpty();

        model.passwordProperty().set("tea");
        model.changePassword();
        assertThat(room.asked())
                .containsExactly(new ClientRequest.ChangeModes(ROOM, OPEN, OPEN.withKey("tea")));
        assertThat(model.passwordProperty().get()).isEmpty();

        room.are(OPEN.withKey("tea"));
        model.accessProperty().set(RoomAccess.ANYONE);
        assertThat(room.asked())
                .containsExactly(new ClientRequest.ChangeModes(ROOM, OPEN.withKey("tea"), OPEN));
    }

    @Test
    void aPasswordOfOnesOwnRoomIsAtTheDoorOfTheHouse() throws Exception {
        FakeDoorway.Room own = own(null);
        room.are(OPEN);
        RoomSettingsViewModel model = open();
        model.accessProperty().set(RoomAccess.PASSWORD);
        model.passwordProperty().set("two words");
        model.changePassword();
        assertThat(own.password).isEqualTo("two words");
        assertThat(room.doorChanges).isEqualTo(1);
        assertThat(room.toasts).hasSize(1);

        model.accessProperty().set(RoomAccess.ANYONE);
        assertThat(own.password).isNull();
        assertThat(room.doorChanges).isEqualTo(2);
        assertThat(model.passwordNoteProperty().get()).isEmpty();
    }

    @Test
    void aRoomThatWasOpenedWithAPasswordSaysSo() throws Exception {
        own("tea");
        room.are(OPEN);
        assertThat(open().accessProperty().get()).isEqualTo(RoomAccess.PASSWORD);
    }

    @Test
    void whoeverIsAboutToTypeAPasswordIsNotInterrupted() {
        room.are(OPEN);
        RoomSettingsViewModel model = open();
        model.accessProperty().set(RoomAccess.PASSWORD);
        model.passwordProperty().set("te");
        room.are(OPEN.withModerated(true));
        assertThat(model.accessProperty().get()).isEqualTo(RoomAccess.PASSWORD);
        assertThat(model.passwordProperty().get()).isEqualTo("te");
    }

    @Test
    void nameAndTopicAreHandedInWhenTheyDiffer() {
        RoomSettingsViewModel model = open();
        model.rename();
        model.changeTopic();
        assertThat(room.asked()).isEmpty();

        model.nameProperty().set(" The club ");
        model.rename();
        model.topicProperty().set("");
        model.changeTopic();
        assertThat(room.asked())
                .containsExactly(
                        new ClientRequest.NameRoom(ROOM, "The club"),
                        new ClientRequest.ChangeTopic(ROOM, ""));

        model.nameProperty().set("  ");
        model.rename();
        assertThat(room.asked()).containsExactly(new ClientRequest.NameRoom(ROOM, ""));
        assertThat(model.nameProperty().get()).isEqualTo("Friday-workshop");
    }

    @Test
    void aGuestOnlyLooks() {
        room.moderating = false;
        room.are(OPEN);
        RoomSettingsViewModel model = open();
        assertThat(model.mayChange()).isFalse();
        assertThat(model.mayRename()).isFalse();
        model.moderatedProperty().set(true);
        model.accessProperty().set(RoomAccess.INVITED);
        model.passwordProperty().set("x");
        model.changePassword();
        assertThat(room.asked()).isEmpty();
    }

    @Test
    void aBanIsLiftedAndThatCanBeTakenBack() {
        RoomSettingsViewModel model = open();
        RoomBan ban = new RoomBan("*!*@10.0.0.5", false, "Ada", MAY);
        RoomBan mute = new RoomBan("ben!*@*", true, "", null);
        RoomBan both = new RoomBan("ben!*@10.0.0.7", false, "", null);
        room.banned(ban, mute, both);
        assertThat(model.bans()).containsExactly(ban, mute, both);
        assertThat(model.describe(ban)).isEqualTo("Everyone at 10.0.0.5 may not come in");
        assertThat(model.describe(mute)).isEqualTo("ben may not speak");
        assertThat(model.describe(both)).isEqualTo("ben at 10.0.0.7 may not come in");
        assertThat(model.since(ban)).startsWith("By Ada, ").contains("1970");
        assertThat(model.since(mute)).isEmpty();

        model.lift(ban);
        assertThat(room.asked())
                .containsExactly(
                        new ClientRequest.Lift(ROOM, ban), new ClientRequest.ListBans(ROOM));
        room.toasts.getLast().onAction().run();
        assertThat(room.asked())
                .containsExactly(
                        new ClientRequest.BanAgain(ROOM, ban), new ClientRequest.ListBans(ROOM));
    }

    @Test
    void onceClosedNothingIsListenedTo() {
        RoomSettingsViewModel model = open();
        model.close();
        room.are(OPEN.withModerated(true));
        room.title.set("Elsewhere");
        assertThat(model.moderatedProperty().get()).isFalse();
        assertThat(model.nameProperty().get()).isEqualTo("Friday workshop");
    }

    @Test
    void askingFirstIsForTheHostsOwnRoom() {
        assertThat(open().mayAsk()).isFalse();
    }

    @Test
    void theHostIsAskedFromNowOnAndAPasswordGoesOnBesideIt() throws Exception {
        FakeDoorway.Room own = own("tea");
        room.are(OPEN);
        RoomSettingsViewModel model = open();
        assertThat(model.mayAsk()).isTrue();
        assertThat(model.accessProperty().get()).isEqualTo(RoomAccess.PASSWORD);

        model.accessProperty().set(RoomAccess.ASK);
        assertThat(own.door.calls).containsExactly("asking true");
        assertThat(own.password).isEqualTo("tea");
        assertThat(model.passwordNoteProperty().get()).startsWith("There is a password. Whoever");
        room.are(OPEN);
        assertThat(model.accessProperty().get()).isEqualTo(RoomAccess.ASK);

        model.accessProperty().set(RoomAccess.PASSWORD);
        assertThat(own.door.calls).containsExactly("asking true", "asking false");
        assertThat(model.passwordNoteProperty().get()).startsWith("There is a password. It");

        model.accessProperty().set(RoomAccess.ASK);
        model.accessProperty().set(RoomAccess.ANYONE);
        assertThat(own.door.asking).isFalse();
        assertThat(own.password).isNull();
    }

    @Test
    void aRoomThatAsksSaysSo() throws Exception {
        own(null).door.asking = true;
        room.are(OPEN);

        RoomSettingsViewModel model = open();

        assertThat(model.accessProperty().get()).isEqualTo(RoomAccess.ASK);
        assertThat(model.passwordNoteProperty().get()).startsWith("With a password");
        assertThat(room.asked()).isEmpty();
    }

    @Test
    void encryptionFollowsTheDoorUntilTheHostChooses() throws Exception {
        room.are(OPEN);
        assertThat(open().mayEncrypt()).as("somebody else's").isFalse();

        FakeDoorway.Room own = own(null);
        RoomSettingsViewModel model = open();
        assertThat(model.mayEncrypt()).isTrue();
        assertThat(model.plainProperty().get()).isTrue();
        model.accessProperty().set(RoomAccess.ASK);
        assertThat(model.plainProperty().get()).isFalse();
        assertThat(own.plain).as("shown is not chosen").isNull();
        model.plainProperty().set(true);
        assertThat(own.plain).isTrue();
    }

    @Test
    void whoIsMeantByAnAccountOrAKeyIsSaid() {
        RoomSettingsViewModel model = open();
        Instant set = Instant.parse("2026-11-21T12:00:00Z");
        assertThat(model.describe(new RoomBan("~a:eve", false, "Mei", set)))
                .isEqualTo("Whoever has the account eve may not come in");
        assertThat(model.describe(new RoomBan("~z:abcdefghijkm", false, "Mei", set)))
                .as("of two keys that begin alike one is Eli’s")
                .isEqualTo("Eli (key abcdefgh…) may not come in");
        assertThat(model.describe(new RoomBan("~z:abcdefghijkl", false, "Mei", set)))
                .isEqualTo("Whoever has the key abcdefgh… may not come in");
        assertThat(model.describe(new RoomBan("~t:10:Ben!*@*", true, "Mei", set)))
                .isEqualTo("Ben may not speak");
        assertThat(model.since(new RoomBan("~t:10:Ben!*@*", true, "Mei", set)))
                .matches("By Mei, .* · until .*");
    }
}
