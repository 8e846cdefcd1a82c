package chat.snug.ui;

import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What every view-model stands in, made once by the app and by each test.
 *
 * @param doorway the way out of the window
 * @param events the way back in
 * @param background for what blocks a moment: listening at a port, closing a room
 * @param messages the words
 * @param settings what is remembered
 * @param belongings what the person has on this computer
 * @param clock what time it is, and where
 */
public record Surroundings(
        Doorway doorway,
        UiEvents events,
        Executor background,
        Messages messages,
        SettingsStore settings,
        Belongings belongings,
        Clock clock) {}
