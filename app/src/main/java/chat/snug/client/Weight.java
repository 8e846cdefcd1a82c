package chat.snug.client;

import chat.snug.protocol.Message;
import chat.snug.protocol.Source;
import chat.snug.protocol.Tags;
import org.jspecify.annotations.Nullable;

/** How many bytes of memory something takes at most, about: two for each character. */
final class Weight {
    /** An object with some fields, or a place in a map or a list. */
    static final int OBJECT = 64;

    /** A fingerprint of a key, which may have its text too. */
    private static final int KEY = 3 * OBJECT;

    private Weight() {}

    static int of(@Nullable String text) {
        return text == null ? 0 : OBJECT + 2 * text.length();
    }

    static int of(Message message) {
        int weight = 3 * OBJECT + of(message.tags());
        Source source = message.source();
        if (source != null) {
            weight += OBJECT + of(source.nick()) + of(source.user()) + of(source.host());
        }
        for (String param : message.params()) {
            weight += of(param);
        }
        return weight;
    }

    private static int of(Tags tags) {
        int[] weight = {0};
        tags.forEach((key, value) -> weight[0] += of(key) + of(value));
        return weight[0];
    }

    static int of(Person person) {
        return 3 * OBJECT
                + 2 * of(person.name()) // and the key under which it is kept
                + OBJECT / 2 * person.modes().size()
                + of(person.account())
                + of(person.realName())
                + (person.key() == null ? 0 : KEY);
    }
}
