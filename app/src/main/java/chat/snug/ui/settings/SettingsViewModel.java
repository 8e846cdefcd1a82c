package chat.snug.ui.settings;

import chat.snug.client.Identity;
import chat.snug.client.PersonName;
import chat.snug.ui.Messages;
import chat.snug.ui.Passwords;
import chat.snug.ui.Settings;
import chat.snug.ui.Settings.LanguageChoice;
import chat.snug.ui.Settings.LookChoice;
import chat.snug.ui.Settings.NotifyChoice;
import chat.snug.ui.Settings.TimeChoice;
import chat.snug.ui.SettingsStore;
import chat.snug.ui.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The settings as they stand, each a property: whoever sets one has it remembered and applied at
 * once, and what is changed elsewhere shows here. JavaFX thread.
 */
public final class SettingsViewModel {
    private static final int TEXT_STEP = 10;

    /** Where remembered passwords are. */
    public enum PasswordsPlace {
        /** In the keyring, and the next one too if it takes it. */
        KEYRING,
        /** In the file: there is no keyring. */
        FILE,
        /** In the file, and on their way into the keyring. */
        UNTIL,
        /** Some here and some there. */
        BOTH,
        /** In a keyring that does not forget them just now. */
        FORGETTING
    }

    private final SettingsStore store;
    private final CopiesViewModel copies;
    private final Passwords passwords;
    private final ReadOnlyBooleanWrapper passwordsKept = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<PasswordsPlace> passwordsPlace =
            new ReadOnlyObjectWrapper<>(PasswordsPlace.FILE);
    private final Messages messages;
    private final Consumer<Identity> onNamed;
    private final List<Runnable> readers = new ArrayList<>();
    private final InvalidationListener follow = _ -> readers.forEach(Runnable::run);

    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper nameError = new ReadOnlyStringWrapper("");
    private final ObjectProperty<LookChoice> look;
    private final ObjectProperty<LanguageChoice> language;
    private final ObjectProperty<Integer> textPercent;
    private final ObjectProperty<TimeChoice> time;
    private final ObjectProperty<NotifyChoice> notifyOf;
    private final ObjectProperty<Boolean> doNotDisturb;
    private final ObjectProperty<Boolean> sendOnEnter;
    private final ObjectProperty<Boolean> keepTranscripts;

    /**
     * The settings as they are now.
     *
     * @param onNamed told when the person wants to be called by another name
     */
    public SettingsViewModel(Surroundings surroundings, Consumer<Identity> onNamed) {
        this.store = surroundings.settings();
        this.copies = new CopiesViewModel(surroundings);
        this.passwords = surroundings.belongings().passwords();
        this.messages = surroundings.messages();
        passwords.setOnChange(this::followPasswords);
        followPasswords();
        this.onNamed = onNamed;
        name.set(store.get().name());
        name.addListener((_, _, _) -> nameError.set(""));
        look =
                of(
                        s -> s.appearance().look(),
                        (s, v) -> s.withAppearance(s.appearance().withLook(v)));
        language =
                of(
                        s -> s.appearance().language(),
                        (s, v) -> s.withAppearance(s.appearance().withLanguage(v)));
        textPercent =
                of(
                        s -> s.appearance().textPercent(),
                        (s, v) -> s.withAppearance(s.appearance().withTextPercent(v)));
        time =
                of(
                        s -> s.appearance().time(),
                        (s, v) -> s.withAppearance(s.appearance().withTime(v)));
        notifyOf =
                of(s -> s.notifying().what(), (s, v) -> s.withNotifying(s.notifying().withWhat(v)));
        doNotDisturb =
                of(
                        s -> s.notifying().doNotDisturb(),
                        (s, v) -> s.withNotifying(s.notifying().withDoNotDisturb(v)));
        sendOnEnter =
                of(
                        s -> s.habits().sendOnEnter(),
                        (s, v) -> s.withHabits(s.habits().withSendOnEnter(v)));
        keepTranscripts =
                of(
                        s -> s.habits().keepTranscripts(),
                        (s, v) -> s.withHabits(s.habits().withKeepTranscripts(v)));
        store.live().addListener(follow);
    }

    /** What was kept of what the person saw. */
    CopiesViewModel copies() {
        return copies;
    }

    private <T> ObjectProperty<T> of(
            Function<Settings, T> read, BiFunction<Settings, T, Settings> with) {
        ObjectProperty<T> property = new SimpleObjectProperty<>(read.apply(store.get()));
        property.addListener((_, _, now) -> store.update(settings -> with.apply(settings, now)));
        readers.add(() -> property.set(read.apply(store.get())));
        return property;
    }

    /** What the person wants to be called by; taken over by {@link #takeName()}. */
    public StringProperty nameProperty() {
        return name;
    }

    /** What is wrong with the name, for under it; empty if nothing is. */
    public ReadOnlyStringProperty nameErrorProperty() {
        return nameError.getReadOnlyProperty();
    }

    /** Light, dark, or as the system. */
    public ObjectProperty<LookChoice> lookProperty() {
        return look;
    }

    /** The language of the app's own words. */
    public ObjectProperty<LanguageChoice> languageProperty() {
        return language;
    }

    /** The size of text in percent. */
    public ObjectProperty<Integer> textPercentProperty() {
        return textPercent;
    }

    /** How the time of day is written. */
    public ObjectProperty<TimeChoice> timeProperty() {
        return time;
    }

    /** What calls for the person. */
    public ObjectProperty<NotifyChoice> notifyProperty() {
        return notifyOf;
    }

    /** Whether nothing calls for the person just now. */
    public ObjectProperty<Boolean> doNotDisturbProperty() {
        return doNotDisturb;
    }

    /** Whether Enter sends. */
    public ObjectProperty<Boolean> sendOnEnterProperty() {
        return sendOnEnter;
    }

    /** Whether what was seen is kept on this computer. */
    public ObjectProperty<Boolean> keepTranscriptsProperty() {
        return keepTranscripts;
    }

    /** The sizes to choose from, in percent. */
    public List<Integer> textSizes() {
        return IntStream.iterate(
                        Settings.Appearance.MIN_TEXT,
                        percent -> percent <= Settings.Appearance.MAX_TEXT,
                        percent -> percent + TEXT_STEP)
                .boxed()
                .toList();
    }

    private void followPasswords() {
        Passwords.Places places = passwords.places();
        passwordsKept.set(!passwords.isEmpty());
        passwordsPlace.set(place(places));
    }

    private PasswordsPlace place(Passwords.Places places) {
        if (!passwords.mayHaveKeyring()) {
            return PasswordsPlace.FILE;
        }
        if (places.toForget() > 0) {
            return PasswordsPlace.FORGETTING;
        }
        if (places.inFile() == 0) {
            return PasswordsPlace.KEYRING;
        }
        return places.inKeyring() == 0 ? PasswordsPlace.UNTIL : PasswordsPlace.BOTH;
    }

    /** Where the passwords are that the person let this computer remember. */
    public ReadOnlyObjectProperty<PasswordsPlace> passwordsPlaceProperty() {
        return passwordsPlace.getReadOnlyProperty();
    }

    /** The file for those that no keyring takes; empty for none. */
    public String passwordsFile() {
        Path file = passwords.file();
        return file == null ? "" : file.toString();
    }

    /** Whether any is remembered. */
    public ReadOnlyBooleanProperty passwordsKeptProperty() {
        return passwordsKept.getReadOnlyProperty();
    }

    /** Forgets them. */
    public void forgetPasswords() {
        passwords.forgetAll();
        followPasswords();
    }

    /** Where the settings are. */
    public String settingsFolder() {
        Path folder = store.file().toAbsolutePath().getParent();
        return folder == null ? "" : folder.toString();
    }

    /** The person is done with the name: from now on they are called by it, everywhere. */
    public void takeName() {
        String wanted = name.get().strip();
        if (wanted.equals(store.get().name())) {
            return;
        }
        Identity who = PersonName.toIdentity(wanted);
        if (who.name().isEmpty()) {
            nameError.set(messages.text("start.name.missing"));
            return;
        }
        store.update(settings -> settings.withName(wanted));
        onNamed.accept(who);
    }

    /** The screen is put away; a name that was typed counts. */
    public void close() {
        takeName();
        store.live().removeListener(follow);
        passwords.setOnChange(() -> {});
    }
}
