package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Room names between the person and the wire. */
class RoomNameTest {
    @ParameterizedTest
    @CsvSource({
        "lobby, #lobby",
        "#lobby, #lobby",
        "##lobby, ##lobby",
        "&local, &local",
        "'  Friday   workshop ', #Friday-workshop",
        "+1 club, #+1-club",
        "'a,b', #ab",
        "咖啡馆, #咖啡馆",
        "'', ''",
        "#, ''",
        "' , ', ''",
    })
    void goesOntoTheWire(String typed, String wire) {
        assertThat(RoomName.toWire(typed)).isEqualTo(wire);
    }

    @Test
    void leavesOutWhatTheWireCannotCarry() {
        assertThat(RoomName.toWire("a\u0007b\0c\u200bd\ud83d")).isEqualTo("#abcd");
        assertThat(RoomName.toWire("tea\u00a0\r\ntime")).isEqualTo("#tea-time");
    }

    @Test
    void readsWithoutItsPrefixOnTheScreen() {
        assertThat(RoomName.toScreen("#lobby")).isEqualTo("lobby");
        assertThat(RoomName.toScreen("&local")).isEqualTo("&local");
    }
}
