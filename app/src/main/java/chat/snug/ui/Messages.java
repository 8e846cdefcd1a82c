package chat.snug.ui;

import chat.snug.ui.Settings.LanguageChoice;
import java.text.MessageFormat;
import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The words of the app. Every text that a person reads comes from here or from somebody who typed
 * it.
 *
 * <p>English and 简体中文 are there; any other language gets English. The language may change while the
 * app runs: whoever shows a text follows {@link #localeProperty()}, and what was loaded through
 * {@link Views} follows by itself. Words may be asked for on any thread, the language changes on
 * the thread of the screens.
 */
public final class Messages {
    private static final String BUNDLE = "chat.snug.ui.messages";

    private final Locale home;
    private final ReadOnlyObjectWrapper<Locale> locale;
    private final ResourceBundle live = new LiveBundle();
    private volatile Words words;

    /**
     * One language.
     *
     * @param locale that dates and numbers are written for
     */
    private record Words(Locale locale, ResourceBundle bundle) {
        static Words of(Locale locale) {
            // Asked for exactly: the usual fallback would give English people on a Chinese system
            // Chinese words, because the system's locale comes before the root bundle.
            boolean chinese = locale.getLanguage().equals("zh");
            Locale words = chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT;
            // Days and months in the same language, hours as they are written where the person
            // lives.
            Locale dates =
                    new Locale.Builder()
                            .setLanguage(chinese ? "zh" : "en")
                            .setRegion(locale.getCountry())
                            .build();
            return new Words(
                    dates, ResourceBundle.getBundle(BUNDLE, words, Messages.class.getModule()));
        }
    }

    private Messages(Locale home) {
        this.home = home;
        words = Words.of(home);
        locale = new ReadOnlyObjectWrapper<>(words.locale());
    }

    /** The words for somebody whose computer speaks {@code locale}. */
    public static Messages of(Locale locale) {
        return new Messages(locale);
    }

    /** The words in the system's language. */
    public static Messages ofSystem() {
        return of(Locale.getDefault(Locale.Category.DISPLAY));
    }

    /** From now on in the language that the person chose; on the thread of the screens. */
    public void speak(LanguageChoice language) {
        Locale.Builder here = new Locale.Builder().setRegion(home.getCountry());
        words =
                Words.of(
                        switch (language) {
                            case SYSTEM -> home;
                            case ENGLISH -> here.setLanguage("en").build();
                            case CHINESE -> here.setLanguage("zh").build();
                        });
        locale.set(words.locale());
    }

    /** The locale that dates and numbers are written for. */
    public Locale locale() {
        return words.locale();
    }

    /** The same, for whoever follows it; on the thread of the screens. */
    public ReadOnlyObjectProperty<Locale> localeProperty() {
        return locale.getReadOnlyProperty();
    }

    /** The words by their keys alone, always in the language of the moment. */
    public ResourceBundle bundle() {
        return live;
    }

    /**
     * The text of {@code key} as it stands.
     *
     * @throws java.util.MissingResourceException if there is none, which is a mistake in the
     *     program
     */
    public String text(String key) {
        return words.bundle().getString(key);
    }

    /**
     * The text of {@code key} with {@code {0}}, {@code {1}} … filled in, see {@link MessageFormat}.
     * Hand in a port as text: a number gets grouping.
     */
    public String text(String key, Object... arguments) {
        Words now = words;
        return new MessageFormat(now.bundle().getString(key), now.locale())
                .format(Shaping.embedded(arguments));
    }

    private final class LiveBundle extends ResourceBundle {
        @Override
        protected @Nullable Object handleGetObject(String key) {
            ResourceBundle now = words.bundle();
            return now.containsKey(key) ? now.getObject(key) : null;
        }

        @Override
        public Enumeration<String> getKeys() {
            return words.bundle().getKeys();
        }

        @Override
        public Locale getLocale() {
            return words.bundle().getLocale();
        }
    }
}
