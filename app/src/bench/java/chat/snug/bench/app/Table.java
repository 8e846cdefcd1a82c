package chat.snug.bench.app;

import java.io.PrintStream;
import java.util.Locale;

/** The figures, line by line, with the bound that each has. */
final class Table {
    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
    }

    void head(String scenario) {
        out.printf("%n%s%n", scenario);
    }

    @SuppressWarnings("AnnotateFormatMethod") // no library for one benchmark
    void line(String what, String bound, String format, Object... values) {
        out.printf("  %-48s %-22s %s%n", what, bound, String.format(Locale.ROOT, format, values));
    }
}
