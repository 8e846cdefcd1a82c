package chat.snug.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.snug.hosting.FreePort;
import chat.snug.hosting.HostingOptions;
import chat.snug.hosting.HostingOptions.PortChoice;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class HouseTest {
    @Test
    @Timeout(120)
    void aRoomThatOpensWhileTheAppClosesIsClosed() throws Exception {
        int port = FreePort.find();
        House house = new House();
        house.close();
        HostingOptions late = new HostingOptions("late", PortChoice.exactly(port), null, null);
        assertThatThrownBy(() -> house.open(late)).isInstanceOf(IOException.class);
        try (ServerSocket again = new ServerSocket(port)) {
            assertThat(again.getLocalPort()).isEqualTo(port);
        }
    }
}
