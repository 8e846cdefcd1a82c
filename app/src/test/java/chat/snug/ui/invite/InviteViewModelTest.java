package chat.snug.ui.invite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.snug.client.Address;
import chat.snug.hosting.HostingOptions;
import chat.snug.hosting.HostingOptions.PortChoice;
import chat.snug.hosting.LocalAddress;
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
        assertThat(invite.passwordNote()).isEmpty();

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
        assertThat(invite.passwordNote()).contains("password");
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
        assertThat(invite.passwordNote()).isEmpty();
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
