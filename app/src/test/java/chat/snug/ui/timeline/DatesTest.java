package chat.snug.ui.timeline;

import static chat.snug.ui.timeline.Talk.at;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.ui.Settings.TimeChoice;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DatesTest {

    private static Dates dates(Locale locale) {
        return new Dates(Clock.fixed(at("14:30"), ZoneOffset.UTC), ZoneOffset.UTC, locale);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB|TWELVE_HOURS|2:02 pm|2:02",
                "en-US|TWENTY_FOUR_HOURS|14:02|14:02",
                "en-US|SYSTEM|2:02 PM|2:02",
                "zh-CN|TWELVE_HOURS|下午2:02|2:02",
                "zh-CN|TWENTY_FOUR_HOURS|14:02|14:02",
            })
    void timesAreWrittenAsThePersonWants(String tag, TimeChoice choice, String time, String clock) {
        Dates dates = dates(Locale.forLanguageTag(tag));
        dates.setTime(choice);
        assertThat(dates.time(at("14:02")).replace('\u202f', ' ')).isEqualTo(time);
        assertThat(dates.clockTime(at("14:02"))).isEqualTo(clock);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB|14:02|14:02|Friday 20 November|Wednesday, 31 December 2025",
                "en-US|2:02 PM|2:02|Friday, November 20|Wednesday, December 31, 2025",
                "zh-CN|14:02|14:02|11月20日星期五|2025年12月31日星期三",
                "de-DE|14:02|14:02|Freitag, 20. November|Mittwoch, 31. Dezember 2025",
                "fr-FR|14:02|14:02|vendredi 20 novembre|mercredi 31 décembre 2025",
            })
    void timesAndDaysAreWrittenAsTheLanguageDoes(
            String tag, String time, String clock, String day, String lastYear) {
        Dates dates = dates(Locale.forLanguageTag(tag));

        assertThat(dates.time(at("14:02")).replace('\u202f', ' ')).isEqualTo(time);
        assertThat(dates.clockTime(at("14:02"))).isEqualTo(clock);
        assertThat(dates.day(LocalDate.of(2026, 11, 20))).isEqualTo(day);
        assertThat(dates.day(LocalDate.of(2025, 12, 31))).isEqualTo(lastYear);
    }

    private static List<Locale> languages() {
        return Arrays.stream(Locale.getAvailableLocales())
                .filter(locale -> locale.getCountry().isEmpty())
                .toList();
    }

    @Test
    void everyLanguageHasTimesAndDays() {
        for (Locale locale : languages()) {
            Dates dates = dates(locale);
            assertThat(dates.time(at("14:02"))).as(locale.toString()).isNotBlank();
            assertThat(dates.clockTime(at("14:02"))).as(locale.toString()).isNotBlank();
            assertThat(dates.day(LocalDate.of(2025, 12, 31))).as(locale.toString()).isNotBlank();
        }
    }

    @Test
    void theZoneDecides() {
        Dates tokyo = new Dates(Clock.systemUTC(), ZoneId.of("Asia/Tokyo"), Locale.UK);

        assertThat(tokyo.time(at("14:02"))).isEqualTo("23:02");
    }
}
