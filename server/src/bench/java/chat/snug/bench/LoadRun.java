package chat.snug.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * One run of the generator against a server that was started for it: what is common to all courses.
 */
final class LoadRun implements AutoCloseable {
    /**
     * How to treat the server.
     *
     * @param address where it listens
     * @param process its process, or null if it is not to be accounted for
     * @param connectWindow how many registrations are under way at once
     * @param joinWindow how many JOINs are under way at once
     * @param warmUp seconds of talk before a measured phase
     */
    record Target(
            InetSocketAddress address,
            @Nullable Long process,
            int connectWindow,
            int joinWindow,
            double warmUp) {}

    private static final double MICROSECONDS = 1e6;
    private static final long REST = 500_000_000;

    private final Target target;
    private final Plan plan;
    private final Swarm swarm;
    private final Figures figures = new Figures();
    private int phases;

    private LoadRun(Target target, Plan plan) throws IOException {
        this.target = target;
        this.plan = plan;
        swarm = new Swarm(target.address());
    }

    /** Runs a scenario to its end; a server that gives up on the way is a fault in the figures. */
    static Figures run(Target target, Course course, Plan plan) throws IOException {
        try (LoadRun run = new LoadRun(target, plan)) {
            try {
                course.follow(run);
            } catch (StuckException e) {
                run.figures.fault(String.valueOf(e.getMessage()));
            }
            String refusal = run.swarm.dialogue().refusal();
            if (refusal != null) {
                run.figures.note("the server refused something: " + refusal);
            }
            return run.figures;
        }
    }

    Plan plan() {
        return plan;
    }

    Swarm swarm() {
        return swarm;
    }

    Figures figures() {
        return figures;
    }

    /** Begins to account for the server. */
    Account account() {
        return new Account(target.process());
    }

    void connect(int count) throws StuckException {
        swarm.connect(count, target.connectWindow(), plan::asksCapabilities, plan::stalls);
    }

    void join(Rooms rooms) throws StuckException {
        swarm.join(rooms, target.joinWindow());
    }

    /**
     * Talk that is checked but not reported, so that compilers and buffers on both sides have
     * settled: as much as goes, and then in the manner of the phase to come.
     */
    void warmUp(Rooms rooms) throws StuckException {
        if (target.warmUp() > 0) {
            Plan endless = plan.messages(0);
            check(talk(rooms, endless.paced(0), target.warmUp()));
            if (plan.rate() > 0) {
                check(talk(rooms, endless, target.warmUp() / 2));
            }
        }
    }

    /**
     * The measured stretch of talk, ready to be run, after a moment of silence in which compilers
     * on both sides get through with what came before.
     */
    Phase measured(Rooms rooms) {
        Phase phase = phase(rooms, plan);
        swarm.idle(REST);
        return phase;
    }

    private Phase talk(Rooms rooms, Plan how, double seconds) {
        Phase phase = phase(rooms, how);
        phase.run(seconds);
        return phase;
    }

    private Phase phase(Rooms rooms, Plan how) {
        return new Phase(swarm, rooms, how, ++phases, target.process());
    }

    /** A phase that was not in order takes the figures away. */
    void check(Phase phase) throws StuckException {
        String verdict = phase.verdict();
        if (verdict != null) {
            figures.fault(verdict);
        }
    }

    static double micros(double cpuSeconds, double count) {
        return cpuSeconds * MICROSECONDS / count;
    }

    @Override
    public void close() throws IOException {
        swarm.close();
    }
}
