package chat.snug.ui.timeline;

import chat.snug.ui.Settings.TimeChoice;
import chat.snug.ui.TimeWords;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Times and days as people of one place and language write them. */
final class Dates {
    private static final String THIS_YEAR = "MMMMEEEEd";
    private static final String ANOTHER_YEAR = "yMMMMEEEEd";

    private final Clock clock;
    private final ZoneId zone;
    private Locale locale;
    private TimeChoice choice = TimeChoice.SYSTEM;
    private DateTimeFormatter time;
    private DateTimeFormatter clockTime;
    private DateTimeFormatter dayOfThisYear;
    private DateTimeFormatter dayOfAnotherYear;

    Dates(Clock clock, ZoneId zone, Locale locale) {
        this.clock = clock;
        this.zone = zone;
        this.locale = locale;
        time = TimeWords.time(choice, locale);
        clockTime = TimeWords.clock(choice, locale);
        dayOfThisYear = day(THIS_YEAR, locale);
        dayOfAnotherYear = day(ANOTHER_YEAR, locale);
    }

    /** Times are written like that from now on. */
    void setTime(TimeChoice now) {
        choice = now;
        time = TimeWords.time(choice, locale);
        clockTime = TimeWords.clock(choice, locale);
    }

    /** Days and times are written for that language and country from now on. */
    void setLocale(Locale now) {
        locale = now;
        setTime(choice);
        dayOfThisYear = day(THIS_YEAR, locale);
        dayOfAnotherYear = day(ANOTHER_YEAR, locale);
    }

    /** Some languages have this pattern only with abbreviations, which are written out here. */
    private static DateTimeFormatter day(String fields, Locale locale) {
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

    LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    /** The day in words: "Friday, 20 November", with the year if it is not this one. */
    String day(LocalDate date) {
        boolean thisYear = date.getYear() == today().getYear();
        return (thisYear ? dayOfThisYear : dayOfAnotherYear).format(date);
    }
}
