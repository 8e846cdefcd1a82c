package chat.snug.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The collector's log of a server in Java: pauses in the measured phase, and how much was allocated
 * between them.
 */
final class GcLog {
    /** The name of the log in the server's folder. */
    static final String FILE = "gc.log";

    private static final Pattern PAUSE =
            Pattern.compile(
                    "\\[(\\d+)ms\\].* Pause .* (\\d+)([KMG])->(\\d+)([KMG])\\(.* ([\\d.]+)ms");

    private GcLog() {}

    /** The option that makes a JVM write it. */
    static String option(Path folder) {
        return "-Xlog:gc:file=" + folder.resolve(FILE) + ":timemillis:filecount=0";
    }

    /** Adds what the log says of the phase to the figures; nothing if there is no log. */
    static void read(Path folder, Figures figures) throws IOException {
        Path file = folder.resolve(FILE);
        Figures.Span span = figures.span();
        if (span == null || !Files.exists(file)) {
            return;
        }
        int pauses = 0;
        double longest = 0;
        double allocated = 0;
        double left = -1;
        for (String line : Files.readAllLines(file)) {
            Matcher pause = PAUSE.matcher(line);
            if (pause.find()) {
                long time = Long.parseLong(pause.group(1));
                if (time >= span.from() && time <= span.to()) {
                    pauses++;
                    longest = Math.max(longest, Double.parseDouble(pause.group(6)));
                    allocated += left < 0 ? 0 : bytes(pause.group(2), pause.group(3)) - left;
                }
                left = bytes(pause.group(4), pause.group(5));
            }
        }
        figures.put(Metric.GC_PAUSES, pauses);
        figures.put(Metric.GC_LONGEST, longest);
        if (allocated > 0) { // else there was no pause to tell
            figures.put(Metric.ALLOCATED_PER_MESSAGE, allocated / span.messages());
        }
    }

    private static double bytes(String number, String unit) {
        int shift =
                switch (unit) {
                    case "K" -> 10;
                    case "M" -> 20;
                    default -> 30;
                };
        return Double.parseDouble(number) * (1L << shift);
    }
}
