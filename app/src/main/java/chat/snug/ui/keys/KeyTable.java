package chat.snug.ui.keys;

import chat.snug.ui.Messages;
import chat.snug.ui.Shortcut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of the table of keys, made of {@link Shortcut} and nothing else. */
public final class KeyTable {
    private KeyTable() {}

    /**
     * One part of the table.
     *
     * @param heading where its keys do something
     */
    public record Part(String heading, List<Row> rows) {}

    /**
     * What some keys do.
     *
     * @param keys each of them does it
     */
    public record Row(String what, List<String> keys) {}

    /**
     * The table in the person's language.
     *
     * @param sendOnEnter whether Enter sends; otherwise it breaks the line
     */
    public static List<Part> of(Messages messages, boolean sendOnEnter) {
        List<Part> parts = new ArrayList<>();
        for (Shortcut.Place place : Shortcut.Place.values()) {
            List<Row> rows =
                    Arrays.stream(Shortcut.values())
                            .filter(shortcut -> shortcut.place() == place)
                            .map(shortcut -> row(shortcut, messages, sendOnEnter))
                            .toList();
            parts.add(new Part(messages.text(place.key()), rows));
        }
        return parts;
    }

    private static Row row(Shortcut shortcut, Messages messages, boolean sendOnEnter) {
        List<String> keys = shortcut.display();
        if (!sendOnEnter && shortcut == Shortcut.SEND) {
            keys = keys.subList(1, keys.size());
        } else if (!sendOnEnter && shortcut == Shortcut.NEW_LINE) {
            keys = Shortcut.SEND.display().subList(0, 1);
        }
        return new Row(messages.text(shortcut.key()), keys);
    }
}
