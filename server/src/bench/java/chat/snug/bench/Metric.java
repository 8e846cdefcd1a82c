package chat.snug.bench;

import java.util.Locale;

/** A figure that a run can give: what it is called, its unit, and whether more of it is better. */
enum Metric {
    DELIVERIES("deliveries/s", 1e6, "%,.2f M", Better.MORE),
    CPU_PER_DELIVERY("server CPU per delivery, µs", 1, "%.3f", Better.LESS),
    P50("p50, ms", 1, "%.2f", Better.LESS),
    P90("p90, ms", 1, "%.2f", Better.LESS),
    P99("p99, ms", 1, "%.2f", Better.LESS),
    MAX("max, ms", 1, "%.1f", Better.LESS),
    SERVER_CORE("server's share of a core", 1, "%.2f", Better.NEITHER),
    GENERATOR_CORE("generator's share of a core", 1, "%.2f", Better.NEITHER),
    OTHERS("share of the machine that others used", 1, "%.3f", Better.NEITHER),
    REGISTRATIONS("registrations/s", 1, "%,.0f", Better.MORE),
    CPU_PER_REGISTRATION("server CPU per registration, µs", 1, "%.1f", Better.LESS),
    ANNOUNCEMENTS("JOIN announcements/s", 1e6, "%,.2f M", Better.MORE),
    CPU_PER_ANNOUNCEMENT("server CPU per announcement, µs", 1, "%.3f", Better.LESS),
    RSS_PER_CONNECTION("RSS per connection, bytes", 1, "%,.0f", Better.LESS),
    RSS("RSS at the end, MiB", 1 << 20, "%,.1f", Better.LESS),
    RSS_GROWTH("RSS growth during the phase, MiB", 1 << 20, "%,.1f", Better.LESS),
    IDLE_CPU("CPU while idle, % of a core", 0.01, "%.2f", Better.LESS),
    CPU_PER_MESSAGE_ALONE("server CPU per message without idle ones, µs", 1, "%.1f", Better.LESS),
    CPU_PER_MESSAGE_CROWDED("server CPU per message beside idle ones, µs", 1, "%.1f", Better.LESS),
    DROPPED("stalled readers dropped, %", 0.01, "%.0f", Better.NEITHER),
    GC_PAUSES("GC pauses", 1, "%.0f", Better.NEITHER),
    GC_LONGEST("longest GC pause, ms", 1, "%.2f", Better.NEITHER),
    ALLOCATED_PER_MESSAGE("allocated per message, bytes", 1, "%,.0f", Better.NEITHER);

    /** Which way is up. */
    enum Better {
        MORE,
        LESS,
        NEITHER
    }

    private final String title;
    private final double unit;
    private final String format;
    private final Better better;

    Metric(String title, double unit, String format, Better better) {
        this.title = title;
        this.unit = unit;
        this.format = format;
        this.better = better;
    }

    String title() {
        return title;
    }

    Better better() {
        return better;
    }

    String format(double value) {
        return String.format(Locale.ROOT, format, value / unit);
    }
}
