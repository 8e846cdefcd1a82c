package chat.snug.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of the app in one language. Every text that a person reads comes from here or from
 * somebody who typed it.
 *
 * <p>English and 简体中文 are there; any other language gets English. Immutable, any thread.
 */
public final class Messages {
    private static final String BUNDLE = "chat.snug.ui.messages";

    private final Locale locale;
    private final ResourceBundle bundle;

    private Messages(Locale locale, ResourceBundle bundle) {
        this.locale = locale;
        this.bundle = bundle;
    }

    /** The words for somebody whose computer speaks {@code locale}. */
    public static Messages of(Locale locale) {
        // Asked for exactly: the usual fallback would give English people on a Chinese system
        // Chinese words, because the system's locale comes before the root bundle.
        boolean chinese = locale.getLanguage().equals("zh");
        Locale words = chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT;
        // Days and months in the same language, hours as they are written where the person lives.
        Locale dates =
                new Locale.Builder()
                        .setLanguage(chinese ? "zh" : "en")
                        .setRegion(locale.getCountry())
                        .build();
        return new Messages(
                dates, ResourceBundle.getBundle(BUNDLE, words, Messages.class.getModule()));
    }

    /** The words in the system's language. */
    public static Messages ofSystem() {
        return of(Locale.getDefault(Locale.Category.DISPLAY));
    }

    /** The locale that dates and numbers are written for. */
    public Locale locale() {
        return locale;
    }

    /** The bundle for FXML's {@code %key}. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /**
     * The text of {@code key} as it stands.
     *
     * @throws java.util.MissingResourceException if there is none, which is a mistake in the
     *     program
     */
    public String text(String key) {
        return bundle.getString(key);
    }

    /**
     * The text of {@code key} with {@code {0}}, {@code {1}} … filled in, see {@link MessageFormat}.
     * Hand in a port as text: a number gets grouping.
     */
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
