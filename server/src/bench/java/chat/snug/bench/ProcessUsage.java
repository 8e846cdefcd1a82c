package chat.snug.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a process has used so far, from {@code /proc} (Linux), see proc(5).
 *
 * @param cpuSeconds user and system time of all its threads; the kernel counts in steps of 10 ms
 * @param rssBytes the memory that is resident now
 */
record ProcessUsage(double cpuSeconds, long rssBytes) {
    /** The unit of the times in /proc/PID/stat, the same on all Linux systems of today. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    /** Null where there is no such process, or no /proc. */
    static @Nullable ProcessUsage of(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            String stat = Files.readString(process.resolve("stat"));
            // The command's name is in parentheses and may hold spaces.
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).strip().split(" "));
            long ticks =
                    Long.parseLong(fields.get(USER_TIME)) + Long.parseLong(fields.get(SYSTEM_TIME));
            return new ProcessUsage(ticks / TICKS_PER_SECOND, rss(process));
        } catch (IOException e) {
            return null;
        }
    }

    private static long rss(Path process) throws IOException {
        for (String line : Files.readAllLines(process.resolve("status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        return 0;
    }
}
