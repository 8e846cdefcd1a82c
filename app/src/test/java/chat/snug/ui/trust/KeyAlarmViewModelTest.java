package chat.snug.ui.trust;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Address;
import chat.snug.client.ClientRequest.SignIn;
import chat.snug.client.KeyMismatch;
import chat.snug.client.KeyMismatch.Between;
import chat.snug.key.Fingerprint;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.KeyInWords;
import chat.snug.ui.Passwords;
import chat.snug.ui.RecentRoom;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestSurroundings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said and done when a host is not the one that was meant. */
final class KeyAlarmViewModelTest {
    private static final Fingerprint OLD = KeyInWords.ONE.key();
    private static final Fingerprint NEW = KeyInWords.OTHER.key();
    private static final Address INVITE = Address.ofSnug("192.168.1.7", 6667, "#lobby", OLD);

    @TempDir Path settings;

    private final FakeDoorway doorway = new FakeDoorway();
    private final List<Address> forgotten = new ArrayList<>();
    private Surroundings surroundings;

    @BeforeEach
    void open() {
        surroundings = TestSurroundings.of(doorway, settings);
        doorway.knownHosts.met("192.168.1.7", 6667, OLD);
    }

    @AfterEach
    void close() {
        surroundings.settings().close();
        doorway.knownHosts.close();
    }

    private KeyAlarmViewModel alarm(Between between) {
        return alarm(INVITE, new KeyMismatch(OLD, NEW, between));
    }

    private KeyAlarmViewModel alarm(Address address, KeyMismatch keys) {
        return new KeyAlarmViewModel(surroundings, new KeyAlarm(address, keys), forgotten::add);
    }

    @Test
    void saysThatItIsAnotherComputerAndShowsBothKeys() {
        KeyAlarmViewModel alarm = alarm(Between.KNOWN_AND_SHOWN);
        assertThat(alarm.title()).isEqualTo("This is not the computer you knew at this address.");
        assertThat(alarm.text())
                .contains("192.168.1.7:6667", "somebody sits in between", "nothing was said");
        assertThat(alarm.expected()).isEqualTo(OLD.hex());
        assertThat(alarm.shown()).isEqualTo(NEW.hex());
        assertThat(alarm.expectedWordsProperty().get()).isEqualTo(KeyInWords.ONE.words());
        assertThat(alarm.shownWordsProperty().get()).isEqualTo(KeyInWords.OTHER.words());
        assertThat(alarm.expectedLabel()).isEqualTo("The computer you knew");
        assertThat(alarm.forgetLabel()).isEqualTo("Forget the old key…");
    }

    @Test
    void saysThatAnInviteIsFromAnother() {
        KeyAlarmViewModel alarm = alarm(Between.INVITE_AND_SHOWN);
        assertThat(alarm.title()).isEqualTo("This is not the computer that the invite is from.");
        assertThat(alarm.text()).contains("the one in the invite", "nothing was said");
        assertThat(alarm.expectedLabel()).isEqualTo("The computer of the invite");
        assertThat(alarm.forgetLabel()).isEqualTo("Forget the key of the invite…");
    }

    @Test
    void saysThatAnInviteNamesAnotherThanTheOneWhoIsKnown() {
        Address lure = Address.ofSnug("192.168.1.7", 6667, "#lobby", NEW).withPassword("open");
        KeyAlarmViewModel alarm = alarm(lure, new KeyMismatch(OLD, NEW, Between.KNOWN_AND_INVITE));
        assertThat(alarm.title())
                .isEqualTo(
                        "The invite names another computer than the one you know at this address.");
        assertThat(alarm.text())
                .contains("192.168.1.7:6667", "somebody made this invite", "nothing was sent");
        assertThat(alarm.expectedLabel()).isEqualTo("The computer you know");
        assertThat(alarm.expected()).isEqualTo(OLD.hex());
        assertThat(alarm.shownLabel()).isEqualTo("The computer that the invite names");
        assertThat(alarm.shown()).isEqualTo(NEW.hex());
        assertThat(alarm.forgetLabel()).isEqualTo("Believe the invite…");
        assertThat(alarm.sureText()).contains("Believe it only if the host has told you");
        assertThat(alarm.sureLabel()).isEqualTo("Believe the invite");
        assertThat(alarm.keepLabel()).isEqualTo("Do not believe it");

        alarm.forget();
        assertThat(doorway.knownHosts.get("192.168.1.7", 6667)).isNotNull();
        alarm.ask(true);
        alarm.forget();
        assertThat(doorway.knownHosts.get("192.168.1.7", 6667)).isNull();
        assertThat(forgotten).as("the invite as it was").containsExactly(lure);
    }

    @Test
    void aHostThatWasKnownByItsNameHasNoKeyToCompare() {
        KeyAlarmViewModel alarm =
                alarm(INVITE, new KeyMismatch(null, NEW, Between.KNOWN_AND_INVITE));
        assertThat(alarm.text()).contains("an authority vouches", "nothing was sent");
        assertThat(alarm.expected()).isEmpty();
        assertThat(alarm.expectedWordsProperty().get()).isEmpty();
        assertThat(alarm.shown()).isEqualTo(NEW.hex());
    }

    @Test
    void forgettingTakesTwoStepsAndNothingLess() {
        KeyAlarmViewModel alarm = alarm(Between.KNOWN_AND_SHOWN);
        alarm.forget();
        assertThat(forgotten).isEmpty();
        alarm.ask(true);
        assertThat(alarm.askingProperty().get()).isTrue();
        alarm.ask(false);
        alarm.forget();
        assertThat(forgotten).isEmpty();
        assertThat(doorway.knownHosts.get("192.168.1.7", 6667)).isNotNull();

        alarm.ask(true);
        alarm.forget();
        assertThat(forgotten).containsExactly(INVITE.withPin(null));
        assertThat(doorway.knownHosts.get("192.168.1.7", 6667)).isNull();
    }

    @Test
    void forgettingTakesTheKeyOutOfTheRoomsOfLately() {
        Address other = Address.ofSnug("192.168.1.8", 6667, "#lobby", OLD);
        surroundings
                .settings()
                .update(
                        all ->
                                all.withRecent(recent(INVITE))
                                        .withRecent(recent(other))
                                        .withOpen(List.of(recent(INVITE))));
        KeyAlarmViewModel alarm = alarm(Between.KNOWN_AND_SHOWN);
        alarm.ask(true);
        alarm.forget();
        assertThat(surroundings.settings().get().recents())
                .extracting(RecentRoom::link)
                .containsExactly(other.link(), "snug://192.168.1.7:6667/lobby");
        assertThat(surroundings.settings().get().open())
                .extracting(RecentRoom::link)
                .containsExactly("snug://192.168.1.7:6667/lobby");
    }

    @Test
    void whatLetsThePersonInGoesWithTheKeyThatItWasFor() {
        Passwords passwords = surroundings.belongings().passwords();
        passwords.door(INVITE, "coffee");
        passwords.account(INVITE, new SignIn("Mei", "pencil"));
        KeyAlarmViewModel alarm =
                alarm(
                        INVITE.withPassword("coffee"),
                        new KeyMismatch(OLD, NEW, Between.KNOWN_AND_SHOWN));
        alarm.ask(true);
        assertThat(passwords.isEmpty()).isFalse();
        alarm.forget();
        assertThat(passwords.isEmpty()).as("nobody else is told it").isTrue();
        assertThat(forgotten).containsExactly(INVITE.withPin(null));
    }

    private static RecentRoom recent(Address address) {
        return new RecentRoom(false, address.link(), "lobby", "host", Instant.EPOCH);
    }
}
