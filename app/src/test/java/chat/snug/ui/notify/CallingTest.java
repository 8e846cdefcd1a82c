package chat.snug.ui.notify;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.ui.RoomFacts;
import chat.snug.ui.RoomFacts.Level;
import chat.snug.ui.Settings.NotifyChoice;
import chat.snug.ui.Settings.Notifying;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CallingTest {
    @ParameterizedTest
    @CsvSource({
        // all rooms, this room, named or private: calls
        "MENTIONS, USUAL, true, true",
        "MENTIONS, USUAL, false, false",
        "EVERYTHING, USUAL, false, true",
        "NOTHING, USUAL, true, false",
        "NOTHING, MENTIONS, true, true",
        "NOTHING, EVERYTHING, false, true",
        "EVERYTHING, MENTIONS, false, false",
        "EVERYTHING, MUTED, true, false",
    })
    void theRoomsOwnLevelComesBeforeTheSettings(
            NotifyChoice all, Level room, boolean meant, boolean calls) {
        Calling how =
                Calling.of(
                        new Notifying(all, false),
                        RoomFacts.USUAL.withLevel(room),
                        meant,
                        false,
                        true);
        assertThat(how).isEqualTo(calls ? Calling.DESKTOP : Calling.QUIET);
    }

    @Test
    void whereThePersonLooksDecidesHow() {
        assertThat(calling(false, false, false)).isEqualTo(Calling.DESKTOP);
        assertThat(calling(false, false, true)).isEqualTo(Calling.DESKTOP);
        assertThat(calling(false, true, false)).isEqualTo(Calling.WINDOW);
        assertThat(calling(false, true, true)).isEqualTo(Calling.QUIET);
        assertThat(calling(true, false, false)).isEqualTo(Calling.QUIET);
        assertThat(calling(true, true, false)).isEqualTo(Calling.QUIET);
    }

    private static Calling calling(boolean doNotDisturb, boolean focused, boolean shown) {
        return Calling.of(
                new Notifying(NotifyChoice.EVERYTHING, doNotDisturb),
                RoomFacts.USUAL,
                true,
                focused,
                shown);
    }
}
