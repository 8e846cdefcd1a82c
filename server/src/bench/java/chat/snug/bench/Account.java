package chat.snug.bench;

import org.jspecify.annotations.Nullable;

/**
 * What the server and the generator used between the making of this and {@link #end}. Figures that
 * cannot be known are NaN.
 */
final class Account {
    private static final double NANOS = 1e9;

    private final @Nullable Long server;
    private final @Nullable ProcessUsage serverBefore;
    private final @Nullable ProcessUsage generatorBefore;
    private final double busyBefore = Machine.busySeconds();
    private final long begun = Stamp.now();
    private @Nullable ProcessUsage serverAfter;
    private @Nullable ProcessUsage generatorAfter;
    private double busyAfter;
    private long ended;

    /** Begins to account for a process, if one is given, and for this one. */
    Account(@Nullable Long server) {
        this.server = server;
        serverBefore = usage(server);
        generatorBefore = usage(ProcessHandle.current().pid());
    }

    private static @Nullable ProcessUsage usage(@Nullable Long process) {
        return process == null ? null : ProcessUsage.of(process);
    }

    Account end() {
        ended = Stamp.now();
        busyAfter = Machine.busySeconds();
        serverAfter = usage(server);
        generatorAfter = usage(ProcessHandle.current().pid());
        return this;
    }

    double seconds() {
        return (ended - begun) / NANOS;
    }

    double serverCpuSeconds() {
        return cpu(serverBefore, serverAfter);
    }

    double generatorCpuSeconds() {
        return cpu(generatorBefore, generatorAfter);
    }

    private static double cpu(@Nullable ProcessUsage before, @Nullable ProcessUsage after) {
        return before == null || after == null
                ? Double.NaN
                : after.cpuSeconds() - before.cpuSeconds();
    }

    /** Adds what server, generator and others had of the machine. */
    void report(Figures figures) {
        figures.put(Metric.SERVER_CORE, serverCpuSeconds() / seconds());
        figures.put(Metric.GENERATOR_CORE, generatorCpuSeconds() / seconds());
        double others = busyAfter - busyBefore - serverCpuSeconds() - generatorCpuSeconds();
        figures.put(Metric.OTHERS, Math.max(0, others / (Machine.cores() * seconds())));
    }

    double rssBefore() {
        return serverBefore == null ? Double.NaN : serverBefore.rssBytes();
    }

    double rssAfter() {
        return serverAfter == null ? Double.NaN : serverAfter.rssBytes();
    }
}
