package chat.snug.ui.start;

import chat.snug.ui.Messages;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;

/** A day as people say it: today, yesterday, Monday, 3 Nov. */
final class RelativeDay {
    private static final int DAYS_OF_A_WEEK = 7;

    private RelativeDay() {}

    static String of(Instant when, Clock clock, Messages messages) {
        LocalDate day = when.atZone(clock.getZone()).toLocalDate();
        long ago = ChronoUnit.DAYS.between(day, LocalDate.now(clock));
        if (ago <= 0) {
            return messages.text("day.today");
        }
        if (ago == 1) {
            return messages.text("day.yesterday");
        }
        if (ago < DAYS_OF_A_WEEK) {
            return day.getDayOfWeek().getDisplayName(TextStyle.FULL, messages.locale());
        }
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(messages.locale())
                .format(day);
    }
}
