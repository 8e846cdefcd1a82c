package chat.snug.ui.timeline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times and days as people of one place and language write them. */
final class Dates {
    private final Clock clock;
    private final ZoneId zone;
    private final Locale locale;
    private final DateTimeFormatter time;
    private final DateTimeFormatter clockTime;
    private final DateTimeFormatter dayOfThisYear;
    private final DateTimeFormatter dayOfAnotherYear;

    Dates(Clock clock, ZoneId zone, Locale locale) {
        this.clock = clock;
        this.zone = zone;
        this.locale = locale;
        String pattern =
                DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        null, FormatStyle.SHORT, IsoChronology.INSTANCE, locale);
        time = DateTimeFormatter.ofPattern(pattern, locale);
        clockTime = DateTimeFormatter.ofPattern(withoutHalfOfDay(pattern), locale);
        dayOfThisYear = day("MMMMEEEEd");
        dayOfAnotherYear = day("yMMMMEEEEd");
    }

    private static String withoutHalfOfDay(String pattern) {
        return pattern.replaceAll("[\\h\\u202f]*[aB]+[\\h\\u202f]*", "");
    }

    /** Some languages have this pattern only with abbreviations, which are written out here. */
    private DateTimeFormatter day(String fields) {
        String pattern =
                DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        fields, IsoChronology.INSTANCE, locale);
        String words = pattern.replaceAll("E+|c{3,}", "EEEE").replaceAll("M{3,}", "MMMM");
        return DateTimeFormatter.ofPattern(words, locale);
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

    /** The time as a clock shows it, for where there is little room: "14:02", "2:02". */
    String clockTime(Instant instant) {
        return clockTime.format(instant.atZone(zone));
    }

    /** The day in words: "Friday, 20 November", with the year if it is not this one. */
    String day(LocalDate date) {
        boolean thisYear = date.getYear() == LocalDate.now(clock.withZone(zone)).getYear();
        return (thisYear ? dayOfThisYear : dayOfAnotherYear).format(date);
    }
}
