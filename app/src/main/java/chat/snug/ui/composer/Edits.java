package chat.snug.ui.composer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the text was before, to be undone and done again. Letters typed one after another are one
 * step, up to the end of a word.
 */
final class Edits {
    private static final int MOST_STEPS = 200;
    private static final int MOST_CHARACTERS = 500_000;

    private final List<State> states = new ArrayList<>();
    private int at;
    private int typedUpTo = -1;

    /** How it was. */
    record State(StyledText text, int caret) {}

    /** Nothing to undo, beginning with {@code state}. */
    Edits(State state) {
        states.add(state);
    }

    /** Something was written, deleted or styled. */
    void changed(State now) {
        State before = states.get(at);
        if (before.text().equals(now.text())) {
            return;
        }
        states.subList(at + 1, states.size()).clear();
        if (at > 0 && goesOn(before, now)) {
            states.set(at, now);
        } else {
            states.add(now);
            at++;
            limit();
        }
        typedUpTo = isLetterTyped(before, now) ? now.caret() : -1;
    }

    private boolean goesOn(State before, State now) {
        return before.caret() == typedUpTo && isLetterTyped(before, now) && !wordBegins(now);
    }

    private static boolean isLetterTyped(State before, State now) {
        int length = now.text().text().length() - before.text().text().length();
        return (length == 1 || length == 2) && now.caret() == before.caret() + length;
    }

    private static boolean wordBegins(State now) {
        String text = now.text().text();
        int last = now.caret() - 1;
        return last > 0
                && !Character.isWhitespace(text.charAt(last))
                && Character.isWhitespace(text.charAt(last - 1));
    }

    private void limit() {
        long characters = 0;
        for (State state : states) {
            characters += state.text().text().length();
        }
        while (states.size() > MOST_STEPS || (characters > MOST_CHARACTERS && states.size() > 2)) {
            characters -= states.removeFirst().text().text().length();
            at--;
        }
    }

    /** The text before, or null if there is none. */
    @Nullable State undo() {
        typedUpTo = -1;
        return at == 0 ? null : states.get(--at);
    }

    /** The text that was undone, or null if none was. */
    @Nullable State redo() {
        typedUpTo = -1;
        return at == states.size() - 1 ? null : states.get(++at);
    }
}
