package chat.snug.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

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
        return new Surroundings(
                doorway,
                new UiEvents(Runnable::run),
                Runnable::run,
                Messages.of(locale),
                SettingsStore.in(settings),
                Belongings.inMemory(),
                FRIDAY);
    }
}
