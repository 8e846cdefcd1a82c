package chat.snug.client;

import chat.snug.protocol.Message;
import chat.snug.protocol.Source;
import chat.snug.protocol.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What comes in of a host's line, which may be of 16 KiB: the names, masks and ids in it are cut to
 * what a line of IRC could ever hold, long before anybody keeps them. What people say stays whole.
 */
final class Intake {
    /** A line of RFC 1459 has no room for a longer word. */
    static final int LONGEST_WORD = 512;

    /** RFC 1459 knows 15, and servers that change many modes at once send more. */
    static final int MOST_PARAMS = 64;

    /** So many characters of tags come in whatever they are. */
    private static final int FEW_TAGS = 1_024;

    /** The tags that are read; of too many tags no others come in. */
    private static final Set<String> READ =
            Set.of(
                    "account",
                    "batch",
                    "draft/multiline-concat",
                    "label",
                    "msgid",
                    "multiline-concat",
                    "time",
                    "+draft/react",
                    "+draft/reply",
                    "+draft/unreact",
                    "+reply",
                    "+typing",
                    Tags.NONCE);

    /** Where the last parameter is no text either, or a short one that is kept with a person. */
    private static final Set<String> WORDS_ONLY =
            Set.of(
                    "ACCOUNT",
                    "BATCH",
                    "CHATHISTORY",
                    "CHGHOST",
                    "INVITE",
                    "JOIN",
                    "KICK",
                    "MARKREAD",
                    "METADATA",
                    "MODE",
                    "NICK",
                    "PART",
                    "QUIT",
                    "SETNAME",
                    "324",
                    "346",
                    "352",
                    "354",
                    "367",
                    "396",
                    "728",
                    "761");

    private Intake() {}

    static Message of(Message line) {
        Tags tags = tags(line.tags());
        Source source = source(line.source());
        List<String> params = params(line);
        boolean same =
                tags.equals(line.tags()) && params.equals(line.params()) && isShort(line.source());
        return same ? line : new Message(tags, source, line.command(), params);
    }

    /** The beginning of a text that is kept. */
    static String head(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static String word(String text) {
        return head(text, LONGEST_WORD);
    }

    private static Tags tags(Tags all) {
        int[] length = {0};
        all.forEach((key, value) -> length[0] += key.length() + value.length() + 1);
        if (length[0] <= FEW_TAGS) {
            return all;
        }
        Tags read = Tags.NONE;
        for (String key : READ) {
            String value = all.get(key);
            if (value != null && value.length() <= LONGEST_WORD) {
                read = read.with(key, value);
            }
        }
        return read;
    }

    private static boolean isShort(@Nullable Source source) {
        return source == null
                || (source.nick().length() <= LONGEST_WORD
                        && source.user().length() <= LONGEST_WORD
                        && source.host().length() <= LONGEST_WORD);
    }

    private static @Nullable Source source(@Nullable Source source) {
        return source == null || isShort(source)
                ? source
                : new Source(word(source.nick()), word(source.user()), word(source.host()));
    }

    private static List<String> params(Message line) {
        List<String> all = line.params();
        int words = WORDS_ONLY.contains(line.command()) ? all.size() : all.size() - 1;
        boolean fit = all.size() <= MOST_PARAMS;
        for (int i = 0; i < words && fit; i++) {
            fit = all.get(i).length() <= LONGEST_WORD;
        }
        if (fit) {
            return all;
        }
        List<String> cut = new ArrayList<>();
        for (int i = 0; i < Math.min(all.size(), MOST_PARAMS) - 1; i++) {
            cut.add(word(all.get(i)));
        }
        cut.add(words == all.size() ? word(all.getLast()) : all.getLast());
        return cut;
    }
}
