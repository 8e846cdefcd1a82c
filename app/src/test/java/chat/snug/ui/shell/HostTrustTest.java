package chat.snug.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Address;
import chat.snug.client.ClientEvent;
import chat.snug.client.Failure;
import chat.snug.client.KeyMismatch;
import chat.snug.client.KeyMismatch.Between;
import chat.snug.client.Secrecy;
import chat.snug.client.Secrecy.Proof;
import chat.snug.key.Fingerprint;
import chat.snug.trust.KnownHosts;
import chat.snug.ui.FakeDoorway.Link;
import chat.snug.ui.KeyInWords;
import chat.snug.ui.RecentRoom;
import chat.snug.ui.trust.HostKeyViewModel;
import chat.snug.ui.trust.KeyAlarm;
import chat.snug.ui.trust.KeyAlarmViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who a host is, as the window tells it. */
final class HostTrustTest extends ShellFixture {
    private static final Fingerprint KEY = KeyInWords.ONE.key();
    private static final Fingerprint OTHER = KeyInWords.OTHER.key();
    private static final Failure CHANGED =
            new Failure(
                    Failure.Kind.KEY_CHANGED,
                    "",
                    new KeyMismatch(KEY, OTHER, Between.KNOWN_AND_SHOWN));

    private KeyAlarmViewModel alarm() {
        return Objects.requireNonNull(shell.trust().alarmProperty().get());
    }

    @Test
    void theLockTellsWhoTheHostIsAndWhatWasComparedHoldsAtOnce() {
        Link link = visit("#lobby");
        link.happen(new ClientEvent.SecrecyChanged(new Secrecy(Proof.FIRST_USE, KEY)));
        shell.trust().explain(connection());
        HostKeyViewModel key = Objects.requireNonNull(shell.trust().keyProperty().get());
        assertThat(key.explanationProperty().get()).contains("for the first time");
        key.check(true);
        assertThat(connection().secrecyProperty().get().proof()).isEqualTo(Proof.CHECKED);
        shell.trust().closeKey();
        assertThat(shell.trust().keyProperty().get()).isNull();
    }

    @Test
    void whatTheHostWasKnownByGoesIntoInvitesAndTheRoomsOfLately() {
        Link link = visit("#lobby");
        link.happen(
                new ClientEvent.SecrecyChanged(new Secrecy(Proof.FIRST_USE, KEY)),
                new ClientEvent.RoomEntered("#music"));
        String invite = "snug://192.168.1.7:6667/music?pin=" + KEY;
        assertThat(room("#music").invite()).isEqualTo(invite);
        assertThat(surroundings.settings().get().recents())
                .extracting(RecentRoom::link)
                .contains(invite);
        assertThat(surroundings.settings().get().recents())
                .as("the same room once, with and without the key")
                .filteredOn(recent -> recent.room().equals("lobby"))
                .hasSize(1);
    }

    @Test
    void anInvitesKeyStandsInNothingThatIsRememberedOrShown() {
        Address invite =
                Address.ofSnug("192.168.1.9", 6667, "#lobby", KEY).withPassword("open-sesame");
        arrive(invite, null, "#lobby");
        assertThat(surroundings.settings().get().toString()).doesNotContain("open-sesame");
        assertThat(room("#lobby").invite()).doesNotContain("open-sesame");
        assertThat(new WindowTitle(shell, surroundings.messages()).get())
                .doesNotContain("open-sesame");
        shell.roomSheets().invite(shown());
        assertThat(shell.roomSheets().inviteProperty().get().link())
                .isEqualTo("snug://192.168.1.9:6667/lobby?pin=" + KEY);
    }

    @Test
    void anotherKeyWhenComingBackOpensTheAlarmAndTheBannerLeadsToIt() {
        Link link = visit("#lobby");
        link.happen(new ClientEvent.Disconnected(CHANGED));
        assertThat(alarm().title()).isEqualTo("This is not the computer you knew at this address.");
        shell.trust().closeAlarm();
        assertThat(banner())
                .isEqualTo(
                        "This is not the computer you knew at 192.168.1.7:6667."
                                + " Nothing was said to it.");
        assertThat(shell.banner().actionProperty().get()).isEqualTo("What happened?");
        shell.banner().act();
        assertThat(alarm().shown()).isEqualTo(OTHER.hex());
        assertThat(link.calls).as("nothing is tried again").doesNotContain("connect");
    }

    @Test
    void theAlarmDoesNotComeOverAnotherConversation() {
        Link first = visit("#lobby");
        arrive(Address.ofSnug("10.0.0.9", 6667, "#x", null), null, "#x");
        first.happen(new ClientEvent.Disconnected(CHANGED));
        assertThat(shell.trust().alarmProperty().get()).isNull();
        shell.show(room("#lobby"));
        assertThat(shell.banner().actionProperty().get()).isEqualTo("What happened?");
    }

    @Test
    void whoForgetsTheOldKeyIsLedToTheDoorAgain() {
        List<Address> joined = new ArrayList<>();
        shell.trust().setOnJoin(joined::add);
        Link link = visit("#lobby");
        link.happen(new ClientEvent.Disconnected(CHANGED));
        alarm().ask(true);
        alarm().forget();
        assertThat(shell.trust().alarmProperty().get()).isNull();
        assertThat(shell.connections()).isEmpty();
        assertThat(joined).containsExactly(Address.ofSnug("192.168.1.7", 6667, "#lobby", null));
        assertThat(doorway.knownHosts.get("192.168.1.7", 6667)).isNull();
    }

    @Test
    void whoBelievesAnInviteIsLedToTheDoorWithAllOfIt() {
        List<Address> joined = new ArrayList<>();
        shell.trust().setOnJoin(joined::add);
        doorway.knownHosts.met("192.168.1.7", 6667, KEY);
        Address invite =
                Address.ofSnug("192.168.1.7", 6667, "#lobby", OTHER).withPassword("open-sesame");
        KeyMismatch keys = new KeyMismatch(KEY, OTHER, Between.KNOWN_AND_INVITE);
        shell.trust().alarm(new KeyAlarm(invite, keys));
        alarm().ask(true);
        alarm().forget();
        assertThat(joined).containsExactly(invite);
        assertThat(doorway.knownHosts.get("192.168.1.7", 6667)).isNull();
        assertThat(Objects.requireNonNull(shell.toasts().shownProperty().get()).text())
                .contains("the one in the invite counts");
    }

    @Test
    void aListOfHostsThatMakesNoSenseIsSetAsideAndToldOnce(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("known-hosts"), "nonsense");
        try (KnownHosts known = KnownHosts.in(folder, InstantSource.system())) {
            doorway.knownHosts = known;
            assertThat(known.get("192.168.1.7", 6667)).isNull();
            visit("#lobby");
            String told = "What was known of hosts was not whole.";
            assertThat(notes()).filteredOn(note -> note.startsWith(told)).hasSize(1);
            arrive(Address.ofSnug("10.0.0.9", 6667, "#x", null), null, "#x");
            assertThat(notes()).noneMatch(note -> note.startsWith(told));
        }
    }
}
