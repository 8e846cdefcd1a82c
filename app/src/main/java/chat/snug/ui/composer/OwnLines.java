package chat.snug.ui.composer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person sent lately, to be brought back with the arrow keys. */
final class OwnLines {
    private static final int KEPT = 100;

    private final List<StyledText> lines = new ArrayList<>();
    private int at;

    void add(StyledText line) {
        lines.remove(line);
        lines.add(line);
        if (lines.size() > KEPT) {
            lines.removeFirst();
        }
        at = lines.size();
    }

    /**
     * The line before the one that {@code shown} is, or the last if nothing is written; null if
     * there is none, or what is written is no line of mine.
     */
    @Nullable StyledText before(StyledText shown) {
        if (shown.text().isEmpty()) {
            at = lines.size();
        } else if (!isRecalled(shown)) {
            return null;
        }
        if (at == 0) {
            return null;
        }
        return lines.get(--at);
    }

    /** The line after the one that {@code shown} is; after the last comes nothing written. */
    @Nullable StyledText after(StyledText shown) {
        if (!isRecalled(shown)) {
            return null;
        }
        at++;
        return at == lines.size() ? StyledText.EMPTY : lines.get(at);
    }

    private boolean isRecalled(StyledText shown) {
        return at < lines.size() && lines.get(at).equals(shown);
    }
}
