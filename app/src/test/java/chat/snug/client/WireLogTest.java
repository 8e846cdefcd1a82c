package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of the wire. */
class WireLogTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final WireLog log = new WireLog(() -> NOON);

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void keepsBothDirectionsInOrder() {
        ByteBuffer line = bytes("NICK Zoë\r\n");
        log.sent(line);
        assertThat(line.remaining()).as("untouched").isEqualTo(11);
        log.received(bytes(":host 001 Zoë :你好"));
        assertThat(log.from(0))
                .containsExactly(
                        new WireLog.Line(0, NOON, true, "NICK Zoë"),
                        new WireLog.Line(1, NOON, false, ":host 001 Zoë :你好"));
        assertThat(log.from(1)).hasSize(1);
        assertThat(log.from(2)).isEmpty();
    }

    @Test
    void masksWhatNobodyShouldRead() {
        log.sent(bytes("PASS sesame\r\n"));
        log.received(bytes("@a=b :ann!a@b PRIVMSG NickServ :IDENTIFY sesame"));
        assertThat(log.from(0))
                .extracting(WireLog.Line::text)
                .noneMatch(text -> text.contains("sesame"));
    }

    @Test
    void forgetsTheOldestAndCutsTheLong() {
        String endless = "x".repeat(5_000);
        for (int i = 0; i < 2 * WireLog.LINES; i++) {
            log.received(bytes(i + " " + endless));
        }
        List<WireLog.Line> lines = log.from(0);
        assertThat(log.count()).isEqualTo(2L * WireLog.LINES);
        assertThat(lines).hasSize(WireLog.LINES);
        assertThat(lines.getFirst().number()).isEqualTo(WireLog.LINES);
        assertThat(lines.getLast().text())
                .startsWith((2 * WireLog.LINES - 1) + " x")
                .endsWith("x…")
                .hasSize(WireLog.BYTES + 1);
    }
}
