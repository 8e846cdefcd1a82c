package chat.snug.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.ui.Messages;
import chat.snug.ui.TestSurroundings;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class RelativeDayTest {
    @Test
    void daysAreSaidAsPeopleSayThem() {
        assertThat(on("2026-11-20T00:00:00Z", Locale.UK)).isEqualTo("today");
        assertThat(on("2026-11-19T23:59:59Z", Locale.UK)).isEqualTo("yesterday");
        assertThat(on("2026-11-14T12:00:00Z", Locale.UK)).isEqualTo("Saturday");
        assertThat(on("2026-11-13T12:00:00Z", Locale.UK)).isEqualTo("13 Nov 2026");
        assertThat(on("2026-11-16T12:00:00Z", Locale.CHINA)).isEqualTo("星期一");
    }

    @Test
    void aClockThatWasSetBackDoesNoHarm() {
        assertThat(on("2026-11-25T00:00:00Z", Locale.UK)).isEqualTo("today");
    }

    private static String on(String when, Locale locale) {
        return RelativeDay.of(Instant.parse(when), TestSurroundings.FRIDAY, Messages.of(locale));
    }
}
