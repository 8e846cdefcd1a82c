package chat.snug.ui.emoji;

import java.util.List;
import java.util.Locale;

/**
 * One emoji and what it is called.
 *
 * @param text the emoji itself
 * @param shortNames what people write between colons, the usual one first; may be none
 * @param english its name in English
 * @param chinese its name in Chinese
 * @param words everything that it is found by, in lower case: all of its names and more
 */
public record Emoji(
        String text, List<String> shortNames, String english, String chinese, List<String> words) {
    public Emoji {
        shortNames = List.copyOf(shortNames);
        words = List.copyOf(words);
    }

    /** Its name for somebody who reads {@code locale}. */
    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") && !chinese.isEmpty() ? chinese : english;
    }

    /** {@code :tada:}; empty if it has no short name. */
    public String code() {
        return shortNames.isEmpty() ? "" : ':' + shortNames.getFirst() + ':';
    }
}
