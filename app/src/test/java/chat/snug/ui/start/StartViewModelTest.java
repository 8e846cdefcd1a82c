package chat.snug.ui.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.RoomRefused;
import chat.snug.client.ClientRequest;
import chat.snug.client.Failure;
import chat.snug.client.KeyMismatch;
import chat.snug.client.KeyMismatch.Between;
import chat.snug.hosting.LocalAddress;
import chat.snug.key.Fingerprint;
import chat.snug.key.OwnKey;
import chat.snug.store.SqliteStore;
import chat.snug.store.StoreException;
import chat.snug.store.StoreOptions;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.RecentRoom;
import chat.snug.ui.TestSurroundings;
import chat.snug.ui.trust.KeyAlarm;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StartViewModelTest extends StartFixture {
    @Test
    void aRoomBehindAKeyIsEnteredWithIt() {
        join("10.0.0.1/lobby");
        FakeDoorway.Link link = doorway.link();
        link.happen(
                new ClientEvent.Connected("Mei", "net", false),
                new RoomRefused("#lobby", RoomRefused.Reason.WRONG_KEY, "+k"));
        assertThat(start.join().passwordAskedProperty().get()).isTrue();
        assertThat(start.join().passwordErrorProperty().get())
                .isEqualTo("This room asks for a password.");
        assertThat(start.join().connectingProperty().get()).isFalse();
        start.join().join();
        assertThat(link.requests).isEmpty();

        start.join().passwordProperty().set("wrong");
        start.join().join();
        assertThat(link.requests).containsExactly(new ClientRequest.Join("#lobby", "wrong"));
        link.happen(new RoomRefused("#lobby", RoomRefused.Reason.WRONG_KEY, "+k"));
        assertThat(start.join().passwordErrorProperty().get())
                .isEqualTo("This is not the password. Ask the host for it.");

        start.join().passwordProperty().set("right");
        start.join().join();
        link.happen(new ClientEvent.RoomEntered("#lobby"));
        assertThat(arrivals).hasSize(1);
        assertThat(doorway.links).hasSize(1);
    }

    @Test
    void peopleComeInWithoutEncryptionWhereAnybodyMayComeInUnlessThePersonChooses() {
        HostViewModel host = start.host();
        assertThat(host.plainProperty().get()).isTrue();
        host.passwordProperty().set("tea");
        assertThat(host.plainProperty().get()).isFalse();
        host.passwordProperty().set("");
        assertThat(host.plainProperty().get()).isTrue();
        host.asksFirstProperty().set(true);
        assertThat(host.plainProperty().get()).isFalse();
        host.open();
        assertThat(doorway.rooms.getLast().options.plain()).as("what fits").isNull();
        assertThat(doorway.rooms.getLast().allowsPlain()).isFalse();
        host.cancel();

        host.plainProperty().set(true);
        host.passwordProperty().set("tea");
        assertThat(host.plainProperty().get()).as("chosen").isTrue();
        host.open();
        assertThat(doorway.rooms.getLast().options.plain()).isTrue();
    }

    @Test
    void whoDoesNotKnowTheKeyCanGoSomewhereElse() {
        join("10.0.0.1/lobby");
        FakeDoorway.Link link = doorway.link();
        link.happen(
                new ClientEvent.Connected("Mei", "net", false),
                new RoomRefused("#lobby", RoomRefused.Reason.WRONG_KEY, "+k"));
        join("10.0.0.2");

        assertThat(link.calls).contains("close");
        assertThat(doorway.link().address.host()).isEqualTo("10.0.0.2");
        assertThat(start.join().passwordAskedProperty().get()).isFalse();
    }

    @Test
    void whoeverIsNotTheHostOfTheInviteIsAnAlarmAndNoWayIn() {
        Fingerprint meant = OwnKey.make().fingerprint();
        Fingerprint shown = OwnKey.make().fingerprint();
        List<KeyAlarm> alarms = new ArrayList<>();
        start.join().setOnAlarm(alarms::add);
        join("snug://10.0.0.1/lobby?key=sesame&pin=" + meant);
        KeyMismatch keys = new KeyMismatch(meant, shown, Between.INVITE_AND_SHOWN);
        doorway.link()
                .happen(
                        new ClientEvent.ConnectFailed(
                                new Failure(Failure.Kind.KEY_NOT_OF_INVITE, "", keys), null));
        assertThat(arrivals).isEmpty();
        assertThat(alarms).singleElement().extracting(KeyAlarm::keys).isEqualTo(keys);
        assertThat(start.join().errorProperty().get())
                .isEqualTo(
                        "The computer at 10.0.0.1:6667 is not the one that the invite is from."
                                + " Nothing was said to it.");
    }

    @Test
    void whatLetsOneInIsSaidToTheHostAndDoesNotStayOnTheScreen() {
        Fingerprint pin = OwnKey.make().fingerprint();
        join("snug://10.0.0.1/lobby?key=sesame&pin=" + pin);
        assertThat(doorway.link().address.password()).isEqualTo("sesame");
        assertThat(doorway.link().address.pin()).isEqualTo(pin);
        doorway.link()
                .happen(
                        new ClientEvent.Connected("Mei", "Snug", true),
                        new ClientEvent.RoomEntered("#lobby"));
        assertThat(arrivals).hasSize(1);
        assertThat(start.join().addressProperty().get())
                .isEqualTo("snug://10.0.0.1:6667/lobby?pin=" + pin);
    }

    @Test
    void aHostThatDoesNotSayWhetherItEncryptsCanBeAskedInPlain() {
        join("10.0.0.1");
        doorway.link()
                .happen(
                        new ClientEvent.ConnectFailed(
                                new Failure(Failure.Kind.ENCRYPTION_UNANSWERED, ""), null));
        assertThat(start.join().errorProperty().get())
                .startsWith("Somebody is there at 10.0.0.1:6667")
                .endsWith("type irc:// before its address.");
    }

    @Test
    void whoHasAnAccountSignsInOnTheWay() {
        start.join().signingInProperty().set(true);
        start.join().addressProperty().set("10.0.0.1");
        start.join().accountPasswordProperty().set("secret");
        start.join().join();
        FakeDoorway.Link link = doorway.link();
        assertThat(link.requests).containsExactly(new ClientRequest.SignIn("Mei", "secret"));

        ClientEvent.SignInFailed.Trouble wrong = ClientEvent.SignInFailed.Trouble.WRONG_PASSWORD;
        link.happen(new ClientEvent.SignInFailed(wrong, ""));
        assertThat(start.join().accountErrorProperty().get())
                .startsWith("Name and password do not fit.");
        assertThat(start.join().connectingProperty().get()).isFalse();

        start.join().accountProperty().set(" mei2 ");
        start.join().join();
        assertThat(doorway.link().requests)
                .containsExactly(new ClientRequest.SignIn("mei2", "secret"));
        start.join().addressProperty().set("10.0.0.2");
        assertThat(start.join().accountPasswordProperty().get()).isEmpty();
    }

    @Test
    void aPasswordGoesToNoOtherHost() {
        join("10.0.0.1");
        fail(Failure.Kind.WRONG_PASSWORD, null);
        start.join().passwordProperty().set("coffee");
        start.join().join();
        assertThat(doorway.link().address.password()).isEqualTo("coffee");
        fail(Failure.Kind.WRONG_PASSWORD, null);

        join("10.0.0.2");
        assertThat(doorway.link().address.host()).isEqualTo("10.0.0.2");
        assertThat(doorway.link().address.password()).isNull();
        assertThat(start.join().passwordProperty().get()).isEmpty();
    }

    @Test
    void aPasswordIsForgottenOnceOneIsIn() {
        join("10.0.0.1");
        fail(Failure.Kind.WRONG_PASSWORD, null);
        start.join().passwordProperty().set("coffee");
        start.join().join();
        doorway.link().happen(new ClientEvent.Connected("Mei", "Snug", true));
        assertThat(arrivals).hasSize(1);
        assertThat(start.join().passwordProperty().get()).isEmpty();
        assertThat(start.join().passwordAskedProperty().get()).isFalse();
    }

    @Test
    void aGuardedRoomIsNotOpenedAgainWithoutAPasswordByOneClick() {
        RecentRoom guarded = remember(true);
        start.enter(guarded);
        assertThat(doorway.rooms).isEmpty();
        assertThat(start.host().moreProperty().get()).isTrue();
        assertThat(start.host().passwordNoteProperty().get()).isNotEmpty();
        start.enter(guarded);
        assertThat(doorway.rooms).isEmpty();

        start.host().passwordProperty().set("tea");
        start.host().portProperty().set("7000");
        start.host().open();
        assertThat(doorway.rooms.getFirst().options.password()).isEqualTo("tea");
        letIn();
        assertThat(arrivals).hasSize(1);
        assertThat(start.host().passwordProperty().get()).isEmpty();
        assertThat(start.host().portProperty().get()).isEmpty();
    }

    @Test
    void aRoomCanAskFirstFromTheBeginning() {
        start.host().asksFirstProperty().set(true);
        start.host().open();
        assertThat(doorway.rooms.getFirst().options.asksFirst()).isTrue();
        letIn();
        assertThat(start.host().asksFirstProperty().get()).as("for the next room").isFalse();
    }

    @Test
    void whetherARoomHadAPasswordIsRemembered() {
        RecentRoom guarded = remember(true);
        surroundings.settings().close();
        surroundings = TestSurroundings.of(doorway, settings);
        assertThat(surroundings.settings().get().recents()).containsExactly(guarded);
    }

    @Test
    void anOpenRoomIsOpenedAgainByOneClick() {
        start.enter(remember(false));
        assertThat(doorway.rooms).hasSize(1);
    }

    @Test
    void theHostComesInByTheNameThatIsOffered() {
        start.host().open();
        fail(Failure.Kind.NAME_REFUSED, "Guest1");
        assertThat(doorway.rooms).hasSize(1);
        assertThat(doorway.link().identity.name()).isEqualTo("Guest1");
        letIn();
        assertThat(arrivals).hasSize(1);
        assertThat(doorway.rooms.getFirst().closed).isFalse();
    }

    @Test
    void aSecondRefusalOfTheNameEndsIt() {
        start.host().open();
        fail(Failure.Kind.NAME_IN_USE, "Mei2");
        fail(Failure.Kind.NAME_IN_USE, "Mei3");
        assertThat(doorway.links).hasSize(2);
        assertThat(doorway.rooms.getFirst().closed).isTrue();
        assertThat(start.host().errorProperty().get()).isNotEmpty();
    }

    @Test
    void anAddressIsNoNameOfARoom() {
        start.host().roomProperty().set("snug://192.168.1.7:6667/tea");
        start.host().open();
        assertThat(start.host().errorProperty().get()).contains("Join by address");
        assertThat(doorway.rooms).isEmpty();
    }

    @Test
    void openingARoomCanBeCancelled() {
        start.host().open();
        start.host().cancel();
        assertThat(start.host().openingProperty().get()).isFalse();
        assertThat(doorway.rooms.getFirst().closed).isTrue();
        assertThat(doorway.link().calls).contains("cancel", "close");
        letIn();
        assertThat(arrivals).isEmpty();
    }

    @Test
    void aRoomThatCannotBeKeptIsOpenedAgainWithoutKeeping() throws Exception {
        Path noFolder = Files.writeString(settings.resolve("file"), "");
        StoreException unkept =
                catchThrowableOfType(
                        StoreException.class,
                        () -> SqliteStore.open(StoreOptions.in(noFolder), Runnable::run, () -> 0));
        doorway.refusal = unkept;
        HostViewModel host = start.host();
        host.open();
        assertThat(doorway.rooms).isEmpty();
        assertThat(host.errorProperty().get())
                .isEqualTo(surroundings.messages().text("host.keep.NO_ACCESS"));

        doorway.refusal = null;
        host.roomProperty().set("another");
        host.open();
        assertThat(doorway.rooms.getLast().options.kept()).isTrue();
        host.cancel();
        doorway.refusal = unkept;
        host.open();
        doorway.refusal = null;
        host.open();
        assertThat(host.errorProperty().get()).isEmpty();
        assertThat(doorway.rooms.getLast().options.kept()).isFalse();
        letIn();

        host.open();
        assertThat(doorway.rooms.getLast().options.kept()).isTrue();
    }

    @Test
    void onlyAnAddressThatWasChosenIsKept() throws Exception {
        LocalAddress home = new LocalAddress(InetAddress.getByName("192.168.1.20"), "wl", false);
        LocalAddress work = new LocalAddress(InetAddress.getByName("10.8.0.3"), "tun", false);
        doorway.addresses = List.of(home, work);
        HostViewModel host = start.host();
        host.moreProperty().set(true);
        assertThat(host.shownAddressProperty().get()).isEqualTo(home);

        doorway.addresses = List.of(work, home);
        host.moreProperty().set(false);
        host.moreProperty().set(true);
        assertThat(host.shownAddressProperty().get()).isEqualTo(work);
        host.open();
        assertThat(doorway.rooms.getLast().options.shown()).isNull();
        host.cancel();

        host.shownAddressProperty().set(home);
        host.moreProperty().set(false);
        host.moreProperty().set(true);
        host.open();
        assertThat(doorway.rooms.getLast().options.shown()).isEqualTo(home);
    }

    private RecentRoom remember(boolean guarded) {
        RecentRoom room =
                new RecentRoom(true, "", "tea", "", guarded, Instant.parse("2026-11-19T10:00:00Z"));
        surroundings.settings().update(s -> s.withRecent(room));
        return room;
    }

    @Test
    void whoHasToWaitForTheHostIsToldAndCanThinkBetterOfIt() {
        join("10.0.0.1");
        assertThat(start.join().waitingProperty().get()).isFalse();

        doorway.link().happen(new ClientEvent.WaitingForHost());
        assertThat(start.join().waitingProperty().get()).isTrue();
        assertThat(start.join().connectingProperty().get()).isTrue();

        start.join().cancel();
        assertThat(start.join().waitingProperty().get()).isFalse();
        assertThat(doorway.link().calls).contains("cancel");
    }

    @Test
    void whoIsNotLetInReadsSo() {
        join("10.0.0.1");
        doorway.link().happen(new ClientEvent.WaitingForHost());
        fail(Failure.Kind.TURNED_AWAY, null);

        assertThat(start.join().waitingProperty().get()).isFalse();
        assertThat(start.join().errorProperty().get())
                .isEqualTo(surroundings.messages().text("failure.turned-away"));
    }

    @Test
    void whoIsLetInAfterWaitingIsIn() {
        join("10.0.0.1");
        doorway.link().happen(new ClientEvent.WaitingForHost());
        letIn();

        assertThat(arrivals).hasSize(1);
        assertThat(start.join().waitingProperty().get()).isFalse();
    }

    private void letIn() {
        doorway.link()
                .happen(
                        new ClientEvent.Connected("Mei", "Snug", true),
                        new ClientEvent.RoomEntered("#tea"));
    }
}
