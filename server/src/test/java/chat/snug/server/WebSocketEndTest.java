package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ends a WebSocket (RFC 6455, sections 5 and 7): a mistake, or a goodbye. */
class WebSocketEndTest extends WebSocketFixture {
    // ---- what breaks the protocol ends the connection, and no other

    @Test
    void aFrameThatIsNotMaskedEndsTheConnection() {
        WebClient ann = text("ann");
        ann.sendRaw(new byte[] {(byte) 0x81, 3, 'a', 'b', 'c'});
        assertClosed(ann, 1002);
    }

    @Test
    void aMessageThatIsMuchTooLongEndsTheConnection() {
        WebClient ann = text("ann");
        ann.sendRaw(new byte[] {(byte) 0x81, (byte) 0xFF, 0, 0, 0, 1, 0, 0, 0, 0, 1, 2, 3, 4});
        assertClosed(ann, 1009);

        WebClient bob = text("bob");
        bob.sendRaw(
                new byte[] {(byte) 0x81, (byte) 0xFF, -1, -1, -1, -1, -1, -1, -1, -1, 1, 2, 3, 4});
        assertClosed(bob, 1009);

        WebClient cid = text("cid");
        cid.sendFrame(WebClient.TEXT, new byte[60_000]);
        cid.sendFrame(WebClient.CONTINUATION, new byte[60_000]);
        assertClosed(cid, 1009);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC1, 0xA1, 0x91, 0x83, 0x8B, 0x80, 0x09, 0x08})
    void aFrameThatCannotBeEndsTheConnection(int first) {
        WebClient ann = text("ann");
        ann.sendFrame(first, bytes("hello"));
        assertClosed(ann, 1002);
    }

    @Test
    void aMessageInsideAMessageEndsTheConnection() {
        WebClient ann = text("ann");
        ann.sendFrame(WebClient.TEXT, bytes("PING"));
        ann.sendFrame(WebClient.LAST | WebClient.TEXT, bytes("PING x"));
        assertClosed(ann, 1002);
    }

    @Test
    void aPingOfMoreThan125BytesEndsTheConnection() {
        WebClient ann = text("ann");
        ann.sendFrame(WebClient.LAST | WebClient.PING, new byte[126]);
        assertClosed(ann, 1002);
    }

    @Test
    void aGoodbyeWhoseReasonIsNoTextEndsTheConnection() {
        WebClient ann = text("ann");
        ann.sendFrame(WebClient.LAST | WebClient.CLOSE, new byte[] {3, (byte) 0xE8, (byte) 0xFF});
        assertClosed(ann, 1002);
    }

    // ---- the end

    @Test
    void aCloseFrameIsAnsweredAndTheOthersAreTold() {
        WireClient bob = person("bob");
        WebClient ann = text("ann");
        bob.ask("JOIN #den");
        ann.ask("JOIN #den");
        bob.sync();

        ann.sendFrame(WebClient.LAST | WebClient.CLOSE, new byte[] {3, (byte) 0xE8});

        List<WebClient.Frame> frames = ann.untilClosed();
        assertThat(frames.getFirst().opcode()).isEqualTo(WebClient.CLOSE);
        assertThat(frames.getFirst().closeCode()).isEqualTo(1000);
        assertThat(bob.next()).isEqualTo(":ann!user@127.0.0.1 QUIT :Connection closed");
    }

    @Test
    void quitEndsWithAnErrorAndACloseFrame() {
        WebClient ann = text("ann");
        ann.send("QUIT :bye");

        List<WebClient.Frame> frames = ann.untilClosed();
        assertThat(frames).hasSize(2);
        assertThat(frames.get(0).text()).isEqualTo("ERROR :Quit: bye");
        assertThat(frames.get(1).closeCode()).isEqualTo(1000);
    }

    @Test
    void whenTheServerClosesItSaysSo() {
        WebClient ann = text("ann");
        WebClient halfway = dial().sendRaw(bytes("GET / HTTP/1.1\r\n"));
        ann.sync();
        server().close();

        List<WebClient.Frame> frames = ann.untilClosed();
        assertThat(frames).hasSize(3);
        assertThat(frames.get(1).text()).isEqualTo("ERROR :The host closed the room");
        assertThat(frames.get(2).closeCode()).isEqualTo(1001);
        assertThat(halfway.open(new byte[0])).startsWith("HTTP/1.1 ");
    }
}
