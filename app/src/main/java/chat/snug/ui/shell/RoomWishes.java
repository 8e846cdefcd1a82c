package chat.snug.ui.shell;

import chat.snug.ui.RoomFacts;
import chat.snug.ui.RoomFacts.Level;
import chat.snug.ui.RoomKey;
import chat.snug.ui.SettingsStore;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the person wants of one conversation, kept with the settings. JavaFX thread. */
final class RoomWishes {
    private final SettingsStore settings;
    private final Supplier<RoomKey> key;
    private final ReadOnlyObjectWrapper<RoomFacts> facts =
            new ReadOnlyObjectWrapper<>(RoomFacts.USUAL);
    private final InvalidationListener settingsChanged = _ -> lookUp();

    /**
     * As they are kept.
     *
     * @param key under which; another one after the conversation got another name
     */
    RoomWishes(SettingsStore settings, Supplier<RoomKey> key) {
        this.settings = settings;
        this.key = key;
        settings.live().addListener(new WeakInvalidationListener(settingsChanged));
        lookUp();
    }

    /** How they are now. */
    ReadOnlyObjectProperty<RoomFacts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** Looks again: the conversation may have another name. */
    void lookUp() {
        facts.set(settings.live().get().room(key.get()));
    }

    /** It stands first on its host, or not any more. */
    void toggleFavourite() {
        RoomFacts now = facts.get();
        settings.update(all -> all.withRoom(key.get(), now.withFavourite(!now.favourite())));
    }

    /** From now on it calls for the person at these times. */
    void setLevel(Level level) {
        RoomFacts now = facts.get();
        settings.update(all -> all.withRoom(key.get(), now.withLevel(level)));
    }

    /** It is quiet, or as usual again. */
    void toggleMuted() {
        setLevel(facts.get().muted() ? Level.USUAL : Level.MUTED);
    }
}
