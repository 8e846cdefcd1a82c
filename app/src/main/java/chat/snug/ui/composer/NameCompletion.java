package chat.snug.ui.composer;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Completes the name that ends at the caret, whatever its case, and goes on to the next one that
 * fits as long as nothing else is typed. A name that opens the line is followed by a colon.
 */
final class NameCompletion {
    private final Supplier<? extends Collection<String>> people;
    private @Nullable Cycle cycle;

    NameCompletion(Supplier<? extends Collection<String>> people) {
        this.people = people;
    }

    /** Names that fit, and what stands before and after them. */
    private record Cycle(
            String before, String after, List<String> names, int at, Completions.Result shown) {}

    Completions.@Nullable Result complete(String text, int caret, boolean backwards) {
        Cycle last = cycle;
        if (last != null && last.shown.equals(new Completions.Result(text, caret))) {
            int at = Math.floorMod(last.at + (backwards ? -1 : 1), last.names.size());
            return show(last.before, last.after, last.names, at);
        }
        return backwards ? null : begin(text, caret);
    }

    private Completions.@Nullable Result begin(String text, int caret) {
        int start = caret;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        if (start < caret && text.charAt(start) == '@') {
            start++;
        }
        String begun = text.substring(start, caret).toLowerCase(Locale.ROOT);
        if (begun.isEmpty()) {
            return null;
        }
        List<String> names =
                people.get().stream()
                        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(begun))
                        .sorted(String.CASE_INSENSITIVE_ORDER)
                        .toList();
        return names.isEmpty()
                ? null
                : show(text.substring(0, start), text.substring(caret), names, 0);
    }

    /** Those that are gone through; none before the first. */
    List<String> names() {
        Cycle last = cycle;
        return last == null ? List.of() : last.names;
    }

    /** Which of {@link #names()} stands in the text. */
    int at() {
        Cycle last = cycle;
        return last == null ? -1 : last.at;
    }

    /** The text with another of {@link #names()} in it. */
    Completions.@Nullable Result take(int index) {
        Cycle last = cycle;
        return last == null ? null : show(last.before, last.after, last.names, index);
    }

    private Completions.Result show(String before, String after, List<String> names, int at) {
        String end = before.isEmpty() ? ": " : " ";
        String written = before + names.get(at) + (after.startsWith(end) ? "" : end);
        int caret = written.length() + (after.startsWith(end) ? end.length() : 0);
        Completions.Result result = new Completions.Result(written + after, caret);
        cycle = new Cycle(before, after, names, at, result);
        return result;
    }
}
