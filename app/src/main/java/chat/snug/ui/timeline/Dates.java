package chat.snug.ui.timeline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times and days as people of one place and language write them. */
final class Dates {
    private final Clock clock;
    private final ZoneId zone;
    private final Locale locale;
    private final DateTimeFormatter time;
    private final DateTimeFormatter dayOfThisYear;
    private final DateTimeFormatter dayOfAnotherYear;

    Dates(Clock clock, ZoneId zone, Locale locale) {
        this.clock = clock;
        this.zone = zone;
        this.locale = locale;
        time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).localizedBy(locale);
        dayOfThisYear = DateTimeFormatter.ofLocalizedPattern("MMMMEEEEd").localizedBy(locale);
        dayOfAnotherYear = DateTimeFormatter.ofLocalizedPattern("yMMMMEEEEd").localizedBy(locale);
    }

    ZoneId zone() {
        return zone;
    }

    Locale locale() {
        return locale;
    }

    /** The time of day: "14:02", "2:02 PM". */
    String time(Instant instant) {
        return time.format(instant.atZone(zone));
    }

    /** The day in words: "Friday, 20 November", with the year if it is not this one. */
    String day(LocalDate date) {
        boolean thisYear = date.getYear() == LocalDate.now(clock.withZone(zone)).getYear();
        return (thisYear ? dayOfThisYear : dayOfAnotherYear).format(date);
    }
}
