package chat.snug.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Executor;

/** Surroundings in which everything happens at once and it is always the same Friday. */
public final class TestSurroundings {
    /** Friday, 20 November 2026, a little after two. */
    public static final Clock FRIDAY =
            Clock.fixed(Instant.parse("2026-11-20T14:10:00Z"), ZoneOffset.UTC);

    private TestSurroundings() {}

    /** In English. */
    public static Surroundings of(Doorway doorway, Path settings) {
        return of(doorway, settings, Locale.UK);
    }

    /** In the language of {@code locale}. */
    public static Surroundings of(Doorway doorway, Path settings, Locale locale) {
        return of(doorway, settings, locale, Runnable::run, Belongings.inMemory());
    }

    /** In English, where things happen on {@code screen}. */
    public static Surroundings of(
            Doorway doorway, Path settings, Executor screen, Belongings belongings) {
        return of(doorway, settings, Locale.UK, screen, belongings);
    }

    private static Surroundings of(
            Doorway doorway, Path settings, Locale locale, Executor screen, Belongings belongings) {
        return new Surroundings(
                doorway,
                new UiEvents(screen),
                Runnable::run,
                Messages.of(locale),
                SettingsStore.in(settings),
                belongings,
                FRIDAY);
    }
}
