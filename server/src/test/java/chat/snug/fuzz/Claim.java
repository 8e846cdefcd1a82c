package chat.snug.fuzz;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a fuzzed input must not break. */
final class Claim {
    private Claim() {}

    static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    static void same(@Nullable Object expected, @Nullable Object actual) {
        that(Objects.equals(expected, actual), "expected " + expected + ", got " + actual);
    }
}
