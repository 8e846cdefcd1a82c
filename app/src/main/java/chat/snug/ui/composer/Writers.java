package chat.snug.ui.composer;

import chat.snug.client.Conversations;
import chat.snug.ui.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who else is writing in a conversation just now. */
public final class Writers {
    /** More than two are several, and more than this are not remembered. */
    private static final int MOST = 50;

    private final Messages words;
    private final Map<String, String> names = new LinkedHashMap<>();

    /** Nobody. */
    public Writers(Messages words) {
        this.words = words;
    }

    /** Somebody begins to write, or stops, by whatever. */
    public void changed(String name, boolean writing) {
        String key = Conversations.key(name);
        if (!writing) {
            names.remove(key);
        } else if (names.size() < MOST) {
            names.put(key, name);
        }
    }

    /** Nobody is heard of any more. */
    public void clear() {
        names.clear();
    }

    /** "Ana is writing…"; empty if nobody is. */
    public String text() {
        List<String> all = List.copyOf(names.values());
        return switch (all.size()) {
            case 0 -> "";
            case 1 -> words.text("timeline.writing.one", all.getFirst());
            case 2 -> words.text("timeline.writing.two", all.get(0), all.get(1));
            default -> words.text("timeline.writing.many");
        };
    }
}
