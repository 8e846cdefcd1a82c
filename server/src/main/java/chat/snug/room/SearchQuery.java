package chat.snug.room;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for among the messages of a {@link RoomLog}.
 *
 * @param text words, all of which a message has, in any place and order and in upper or lower case;
 *     empty for any message
 * @param from the name of the one who said it, in upper or lower case; null for anybody
 * @param after the older end, without what is there itself; null for the beginning of the log
 * @param before the newer end, without what is there itself; null for the end of the log
 * @param limit how many at most
 * @param oldest whether those are the oldest that fit, or the newest
 */
public record SearchQuery(
        String text,
        @Nullable String from,
        @Nullable Point after,
        @Nullable Point before,
        int limit,
        boolean oldest) {
    /** The newest messages that fit. */
    public SearchQuery(
            String text,
            @Nullable String from,
            @Nullable Point after,
            @Nullable Point before,
            int limit) {
        this(text, from, after, before, limit, false);
    }

    /** How texts and names are compared. */
    public static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The words of the text, as they are compared. */
    public List<String> words() {
        return Stream.of(folded(text).split("\\s+", -1)).filter(word -> !word.isEmpty()).toList();
    }

    /** What tells whether an event is one of those that are looked for, wherever it stands. */
    public Predicate<RoomEvent> fitting() {
        String wantedFrom = from == null ? null : folded(from);
        List<Word> wanted = words().stream().distinct().map(Word::new).toList();
        return event ->
                event instanceof RoomEvent.Said said
                        && said.speech() != RoomEvent.Speech.TAGS
                        && (wantedFrom == null || wantedFrom.equals(folded(said.author().nick())))
                        && hasAll(folded(said.text().replace("\r", "")), wanted);
    }

    private static boolean hasAll(String foldedText, List<Word> words) {
        for (Word word : words) {
            if (!word.isIn(foldedText)) {
                return false;
            }
        }
        return true;
    }
}
