package chat.snug.ui.invite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.snug.client.Address;
import chat.snug.hosting.HostingOptions;
import chat.snug.hosting.HostingOptions.PortChoice;
import chat.snug.hosting.LocalAddress;
import chat.snug.ui.FakeDoor;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.OpenRoom;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestSurroundings;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InviteViewModelTest {
    @TempDir Path settings;

    private final FakeDoorway doorway = new FakeDoorway();
    private Surroundings surroundings;

    @BeforeEach
    void open() {
        surroundings = TestSurroundings.of(doorway, settings);
    }

    @AfterEach
    void close() {
        surroundings.settings().close();
    }

    private InviteViewModel own(@Nullable String password) throws Exception {
        doorway.addresses =
                List.of(
                        new LocalAddress(InetAddress.getByName("192.168.1.20"), "wlan0", false),
                        new LocalAddress(InetAddress.getByName("fd00::20"), "eth0", false));
        OpenRoom room =
                doorway.open(
                        new HostingOptions(
                                "Friday workshop", PortChoice.preferred(6667), password, null));
        return new InviteViewModel(
                surroundings, "Friday workshop", "#Friday-workshop", room.address(), room);
    }

    @Test
    void allWaysToThisComputerAreOfferedTheLikeliestFirst() throws Exception {
        InviteViewModel invite = own(null);
        assertThat(invite.title()).isEqualTo("Invite people into Friday workshop");
        assertThat(invite.addresses())
                .extracting(InviteAddress::toString)
                .containsExactly(
                        "192.168.1.20 · wlan0",
                        "fd00:0:0:0:0:0:0:20 · eth0",
                        "mei-laptop · its name");
        assertThat(invite.link()).isEqualTo("snug://192.168.1.20:6667/Friday-workshop");
        assertThat(invite.address()).isEqualTo("192.168.1.20:6667");
        assertThat(invite.key().isOfUse()).isFalse();
        assertThat(invite.key().noteProperty().get()).startsWith("Anyone with the address");

        invite.chosenProperty().set(invite.addresses().get(1));
        assertThat(invite.link()).isEqualTo("snug://[fd00:0:0:0:0:0:0:20]:6667/Friday-workshop");
        assertThat(invite.hexChat())
                .isEqualTo("hexchat --url=irc://[fd00:0:0:0:0:0:0:20]:6667/Friday-workshop");

        invite.chosenProperty().set(invite.addresses().get(2));
        assertThat(invite.irssi()).isEqualTo("/connect mei-laptop 6667\n/join #Friday-workshop");
    }

    @Test
    void aPasswordIsMentionedAndNeverHandedOut() throws Exception {
        InviteViewModel invite = own("sesame");
        assertThat(invite.key().noteProperty().get()).contains("password");
        assertThat(invite.link() + invite.irssi() + invite.hexChat()).doesNotContain("sesame");
    }

    @Test
    void somebodyElsesRoomHasTheAddressThatLedHere() {
        Address address = new Address("irc.test", 6697, true, "#java", "secret");
        InviteViewModel invite = new InviteViewModel(surroundings, "java", "#java", address, null);
        assertThat(invite.addresses()).hasSize(1);
        assertThat(invite.link()).isEqualTo("ircs://irc.test:6697/java");
        assertThat(invite.irssi()).isEqualTo("/connect -tls irc.test 6697\n/join #java");
        assertThat(invite.hexChat()).isEqualTo("hexchat --url=ircs://irc.test:6697/java");
        assertThat(invite.key().noteProperty().get()).isEmpty();
        assertThat(invite.key().isOfUse()).isFalse();
    }

    @Test
    void theNameOfARoomIsNoCommandForTheShell() {
        Address address = new Address("irc.test", 6697, true, "#a", null);
        String room = "#a;touch${IFS}b'c";

        InviteViewModel invite = new InviteViewModel(surroundings, "a", room, address, null);

        assertThat(invite.hexChat())
                .isEqualTo("hexchat --url='ircs://irc.test:6697/a;touch${IFS}b'\\''c'");
    }

    @Test
    void aKeyThatOpensTheDoorGoesIntoTheLinkAndStaysThere() throws Exception {
        InviteViewModel invite = own("sesame");
        FakeDoor door = doorway.rooms.getFirst().door;
        assertThat(invite.key().isOfUse()).isTrue();
        assertThat(invite.key().describeUses(1)).isEqualTo("1 person");
        assertThat(invite.key().describeHours(168)).isEqualTo("for 7 days");
        invite.key().usesProperty().set(5);
        invite.key().hoursProperty().set(1);

        invite.key().make();

        assertThat(door.calls).containsExactly("invite PT1H 5");
        assertThat(invite.link())
                .isEqualTo("snug://192.168.1.20:6667/Friday-workshop?key=tokentokentokentoken42");
        assertThat(invite.irssi()).contains(" 192.168.1.20 6667 tokentokentokentoken42\n");
        assertThat(invite.hexChat()).contains("/server ", " tokentokentokentoken42\n");
        assertThat(invite.key().noteProperty().get())
                .startsWith("The link opens the door for 5 people until ");
        assertThat(invite.key().thereProperty().get()).isTrue();
        assertThat(invite.address()).as("said over the table").isEqualTo("192.168.1.20:6667");

        invite.chosenProperty().set(invite.addresses().get(2));
        assertThat(invite.link()).startsWith("snug://mei-laptop").contains("?key=token");
    }

    @Test
    void aKeyCanBeGoodUntilItIsWithdrawn() throws Exception {
        InviteViewModel invite = own("sesame");
        invite.key().hoursProperty().set(0);

        invite.key().make();

        assertThat(doorway.rooms.getFirst().door.calls).containsExactly("invite null 0");
        assertThat(invite.key().noteProperty().get())
                .startsWith("The link opens the door for anybody. ");
    }

    @Test
    void ofTooManyInvitesNoneIsMade() throws Exception {
        InviteViewModel invite = own("sesame");
        doorway.rooms.getFirst().door.key = null;

        invite.key().make();

        assertThat(invite.link()).doesNotContain("key=");
        assertThat(invite.key().noteProperty().get()).startsWith("There are too many invites.");
    }

    @Test
    void aCameraReadsTheLink() throws Exception {
        InviteViewModel invite = own(null);
        QrCode code = invite.code();
        BitMatrix matrix = new BitMatrix(code.size());
        for (int y = 0; y < code.size(); y++) {
            for (int x = 0; x < code.size(); x++) {
                if (code.isDark(x, y)) {
                    matrix.set(x, y);
                }
            }
        }
        assertThat(new Decoder().decode(matrix).getText()).isEqualTo(invite.link());
    }

    @Test
    void theSquaresOfARowAreDrawnTogether() {
        String path = QrCode.of("x").path(3);
        // The finder in the upper left corner begins with seven dark squares.
        assertThat(path).startsWith("M0 0h21v3h-21z");
    }

    @Test
    void whatNoCodeHoldsIsRefused() {
        assertThatThrownBy(() -> QrCode.of("x".repeat(5_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
