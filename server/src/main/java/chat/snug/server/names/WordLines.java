package chat.snug.server.names;

import java.util.ArrayList;
import java.util.List;

/** Words in lines that are filled one after the other. */
public final class WordLines {
    private final int lineBytes;
    private final char separator;
    private final List<String> full = new ArrayList<>();
    private final StringBuilder last = new StringBuilder();
    private int lastBytes;

    /**
     * @param lineBytes how many bytes of words fit into one line
     * @param separator what stands between two words
     */
    public WordLines(int lineBytes, char separator) {
        this.lineBytes = lineBytes;
        this.separator = separator;
    }

    public void add(String word) {
        int bytes = NameRules.bytes(word) + 1;
        if (lastBytes + bytes > lineBytes && !last.isEmpty()) {
            full.add(last.toString());
            last.setLength(0);
            lastBytes = 0;
        }
        if (!last.isEmpty()) {
            last.append(separator);
        }
        last.append(word);
        lastBytes += bytes;
    }

    /** The lines so far, none if there is no word. */
    public List<String> lines() {
        if (last.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(full);
        lines.add(last.toString());
        return lines;
    }
}
