package chat.snug.ui.network;

import java.util.Comparator;

/**
 * A room that a host told of.
 *
 * @param wireName what it is entered by
 * @param name what it is called on screens
 * @param people how many are inside
 */
public record ListedRoom(String wireName, String name, int people, String topic) {
    /** The fullest first. */
    static final Comparator<ListedRoom> FULLEST_FIRST =
            Comparator.comparingInt(ListedRoom::people)
                    .reversed()
                    .thenComparing(ListedRoom::name, String.CASE_INSENSITIVE_ORDER);
}
