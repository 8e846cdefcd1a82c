package chat.snug.room;

import java.util.Locale;

/**
 * What is looked for in a {@link RoomLog}: things that were said with words, all of which fit all
 * conditions.
 *
 * @param text words that the text holds, in any order and whatever their case; empty for any text
 * @param from the name that the author had, whatever its case; empty for anybody
 * @param since the earliest time in milliseconds of the epoch, itself included
 * @param until the latest time in milliseconds of the epoch, itself included
 * @param newestFirst whether the newest are meant if there are more than {@code limit}; the result
 *     is in the order of the events in any case
 * @param limit how many at most
 */
public record Search(
        String text, String from, long since, long until, boolean newestFirst, int limit) {

    /** Whether something that was said is what is looked for. */
    public boolean fits(RoomEvent event) {
        return event instanceof RoomEvent.Said said
                && said.speech() != RoomEvent.Speech.TAGS
                && said.time() >= since
                && said.time() <= until
                && (from.isEmpty() || said.author().nick().equalsIgnoreCase(from))
                && hasAllWords(said.text());
    }

    private boolean hasAllWords(String said) {
        String all = said.replace("\r", "").toLowerCase(Locale.ROOT);
        for (String word : text.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
