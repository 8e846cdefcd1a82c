package chat.snug.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one run of the generator found, as lines of text: {@code figure NAME VALUE}, {@code note
 * TEXT} for what else is worth knowing, {@code fault TEXT} for why there are no figures.
 */
final class Figures {
    private final Map<Metric, Double> values = new EnumMap<>(Metric.class);
    private final List<String> notes = new ArrayList<>();
    private @Nullable String fault;
    private @Nullable Span span;

    /**
     * When the measured phase was.
     *
     * @param from milliseconds since 1970
     * @param to milliseconds since 1970
     * @param messages how many were sent in it
     */
    record Span(long from, long to, long messages) {}

    /** Takes a figure, unless it could not be known (NaN). */
    void put(Metric metric, double value) {
        if (!Double.isNaN(value)) {
            values.put(metric, value);
        }
    }

    void span(Span measured) {
        span = measured;
    }

    @Nullable Span span() {
        return span;
    }

    void note(String text) {
        notes.add(text);
    }

    /** From now on the run has no figures; the first reason stays. */
    void fault(String why) {
        if (fault == null) {
            fault = why;
        }
    }

    /** Why there are no figures, or null. */
    @Nullable String fault() {
        return fault;
    }

    @Nullable Double get(Metric metric) {
        return fault == null ? values.get(metric) : null;
    }

    List<String> notes() {
        return notes;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (fault == null) {
            values.forEach((metric, value) -> lines.add("figure " + metric + " " + value));
        } else {
            lines.add("fault " + fault);
        }
        if (span != null) {
            lines.add("span %d %d %d".formatted(span.from, span.to, span.messages));
        }
        notes.forEach(note -> lines.add("note " + note));
        return lines;
    }

    /** Takes one of {@link #lines}; others are ignored. */
    void read(String line) {
        String[] words = line.split(" ", 3);
        if (line.startsWith("span ")) {
            String[] numbers = line.split(" ", 4);
            span(
                    new Span(
                            Long.parseLong(numbers[1]),
                            Long.parseLong(numbers[2]),
                            Long.parseLong(numbers[3])));
        } else if (line.startsWith("figure ") && words.length == 3) {
            put(Metric.valueOf(words[1]), Double.parseDouble(words[2]));
        } else if (line.startsWith("fault ")) {
            fault(line.substring("fault ".length()));
        } else if (line.startsWith("note ")) {
            note(line.substring("note ".length()));
        }
    }
}
