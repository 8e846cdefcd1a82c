package chat.snug.protocol;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The tags of a message: keys with values, in order, each key once (<a
 * href="https://ircv3.net/specs/extensions/message-tags">IRCv3 message-tags</a>). Values are plain
 * here; escaping belongs to the wire. A tag without a value has the value "". Immutable.
 */
public final class Tags {
    /** No tags. */
    public static final Tags NONE = new Tags(new String[0]);

    /**
     * A client tag of our own: a mark that only the app that says something can have made up. It
     * knows its own message by it, and a server says only once what comes twice with it.
     */
    public static final String NONCE = "+snug.chat/nonce";

    /** From this many tags on duplicates are found by hash: a peer chooses how many there are. */
    private static final int FEW = 16;

    /** Key, value, key, value. */
    private final String[] pairs;

    private Tags(String[] pairs) {
        this.pairs = pairs;
    }

    /**
     * Reads the tags of a line, without '@' and the space. Nothing is refused: what cannot be a key
     * is skipped, of a key that comes again the last value counts.
     */
    public static Tags parse(String text) {
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ';') {
                count++;
            }
        }
        String[] pairs = new String[2 * count];
        Map<String, Integer> places = count > FEW ? new HashMap<>() : null;
        int used = 0;
        for (int start = 0; start <= text.length(); ) {
            int end = text.indexOf(';', start);
            if (end < 0) {
                end = text.length();
            }
            int equals = text.indexOf('=', start, end);
            String key = text.substring(start, equals < 0 ? end : equals);
            String value = equals < 0 ? "" : unescape(text, equals + 1, end);
            start = end + 1;
            if (!isKey(key)) {
                continue;
            }
            Integer known = places == null ? null : places.putIfAbsent(key, used);
            int place = places != null ? known == null ? used : known : find(pairs, used, key);
            if (place < 0) {
                place = used;
            }
            pairs[place] = key;
            pairs[place + 1] = value;
            used = Math.max(used, place + 2);
        }
        if (used == 0) {
            return NONE;
        }
        return new Tags(used == pairs.length ? pairs : Arrays.copyOf(pairs, used));
    }

    /** The value of a tag, "" if it has none, or null if there is no such tag. */
    public @Nullable String get(String key) {
        int place = find(pairs, pairs.length, key);
        return place < 0 ? null : pairs[place + 1];
    }

    public boolean has(String key) {
        return find(pairs, pairs.length, key) >= 0;
    }

    /**
     * These tags and one more, at the end, or in the place of the one that has the key.
     *
     * @throws IllegalArgumentException if the key is empty or cannot be told from the rest of the
     *     line
     */
    public Tags with(String key, String value) {
        requireKey(key);
        int place = find(pairs, pairs.length, key);
        String[] changed = Arrays.copyOf(pairs, place < 0 ? pairs.length + 2 : pairs.length);
        if (place < 0) {
            place = pairs.length;
        }
        changed[place] = key;
        changed[place + 1] = value;
        return new Tags(changed);
    }

    /**
     * These tags and those of {@code more} behind them; of a key that both have, that of {@code
     * more}. Time grows with the product of both sizes: one of them should be small.
     */
    public Tags and(Tags more) {
        if (isEmpty() || more.isEmpty()) {
            return isEmpty() ? more : this;
        }
        String[] both = new String[pairs.length + more.pairs.length];
        int used = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            if (!more.has(pairs[i])) {
                both[used++] = pairs[i];
                both[used++] = pairs[i + 1];
            }
        }
        System.arraycopy(more.pairs, 0, both, used, more.pairs.length);
        used += more.pairs.length;
        return new Tags(used == both.length ? both : Arrays.copyOf(both, used));
    }

    /** Those that a server hands on from one client to another: their key begins with '+'. */
    public Tags clientOnly() {
        int kept = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].charAt(0) == '+') {
                kept += 2;
            }
        }
        if (kept == pairs.length) {
            return this;
        }
        if (kept == 0) {
            return NONE;
        }
        String[] left = new String[kept];
        int used = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].charAt(0) == '+') {
                left[used++] = pairs[i];
                left[used++] = pairs[i + 1];
            }
        }
        return new Tags(left);
    }

    public boolean isEmpty() {
        return pairs.length == 0;
    }

    public int size() {
        return pairs.length / 2;
    }

    /** Hands each key with its value, in order. */
    public void forEach(BiConsumer<String, String> action) {
        for (int i = 0; i < pairs.length; i += 2) {
            action.accept(pairs[i], pairs[i + 1]);
        }
    }

    /** The key of the tag at {@code index}, for the writer's loop. */
    String key(int index) {
        return pairs[2 * index];
    }

    /** The value of the tag at {@code index}, for the writer's loop. */
    String value(int index) {
        return pairs[2 * index + 1];
    }

    /** Equal with the same keys and values in the same order. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tags tags && Arrays.equals(pairs, tags.pairs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pairs);
    }

    /** The form on the wire, escaped, without '@' and the space. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            if (i > 0) {
                text.append(';');
            }
            text.append(pairs[i]);
            if (!pairs[i + 1].isEmpty()) {
                text.append('=');
                escape(pairs[i + 1], text);
            }
        }
        return text.toString();
    }

    /** The letter that stands for {@code c} behind a backslash, or 0 if it stands for itself. */
    static char escaped(char c) {
        return switch (c) {
            case ';' -> ':';
            case ' ' -> 's';
            case '\\' -> '\\';
            case '\r' -> 'r';
            case '\n' -> 'n';
            default -> 0;
        };
    }

    private static void escape(String value, StringBuilder to) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            char letter = escaped(c);
            if (letter != 0) {
                to.append('\\').append(letter);
            } else if (c != 0) {
                to.append(c);
            }
        }
    }

    private static String unescape(String text, int start, int end) {
        int backslash = text.indexOf('\\', start, end);
        if (backslash < 0) {
            return text.substring(start, end);
        }
        StringBuilder value = new StringBuilder(end - start);
        value.append(text, start, backslash);
        int i = backslash;
        while (i < end) {
            char c = text.charAt(i++);
            if (c != '\\') {
                value.append(c);
            } else if (i < end) {
                value.append(unescaped(text.charAt(i++)));
            }
        }
        return value.toString();
    }

    private static char unescaped(char letter) {
        return switch (letter) {
            case ':' -> ';';
            case 's' -> ' ';
            case 'r' -> '\r';
            case 'n' -> '\n';
            default -> letter;
        };
    }

    private static void requireKey(String key) {
        if (!isKey(key)) {
            throw new IllegalArgumentException("not a tag key: " + key);
        }
    }

    private static boolean isKey(String key) {
        boolean good = !key.isEmpty();
        for (int i = 0; i < key.length() && good; i++) {
            char c = key.charAt(i);
            good = c > ' ' && c != ';' && c != '=';
        }
        return good;
    }

    private static int find(String[] pairs, int used, String key) {
        for (int i = 0; i < used; i += 2) {
            if (pairs[i].equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
