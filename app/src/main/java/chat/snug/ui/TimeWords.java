package chat.snug.ui;

import chat.snug.ui.Settings.TimeChoice;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;

/** The time of day as the person wants it written. */
public final class TimeWords {
    private TimeWords() {}

    /** "14:02", or "2:02 PM". */
    public static DateTimeFormatter time(TimeChoice choice, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern(choice, locale), locale);
    }

    /** "14:02", or "2:02": for where there is little room. */
    public static DateTimeFormatter clock(TimeChoice choice, Locale locale) {
        String pattern = pattern(choice, locale).replaceAll("[\\h\\u202f]*[aB]+[\\h\\u202f]*", "");
        return DateTimeFormatter.ofPattern(pattern, locale);
    }

    private static String pattern(TimeChoice choice, Locale locale) {
        return switch (choice) {
            case SYSTEM ->
                    DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                            null, FormatStyle.SHORT, IsoChronology.INSTANCE, locale);
            case TWELVE_HOURS -> ofFields("hm", locale);
            case TWENTY_FOUR_HOURS -> ofFields("Hm", locale);
        };
    }

    private static String ofFields(String fields, Locale locale) {
        return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                fields, IsoChronology.INSTANCE, locale);
    }
}
