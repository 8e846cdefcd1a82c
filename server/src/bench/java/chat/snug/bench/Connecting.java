package chat.snug.bench;

import java.util.List;

/** The courses in which connections are what is measured: many, idle, fast, and all joining. */
final class Connecting {
    private static final long SECOND = 1_000_000_000;

    private Connecting() {}

    /**
     * Connects the idle ones in two halves, of which the second tells what a connection costs in
     * memory; then lets all be idle; then a few of them talk, first beside the idle ones and then
     * without.
     */
    static void idle(LoadRun run) throws StuckException {
        Plan plan = run.plan();
        int half = plan.idle() / 2;
        Swarm swarm = run.swarm();
        Account all = run.account();
        run.connect(half);
        swarm.barrier();
        swarm.idle(SECOND);
        Account second = run.account();
        run.connect(plan.idle());
        swarm.barrier();
        swarm.idle(SECOND);
        second.end();
        double grown = second.rssAfter() - second.rssBefore();
        run.figures().put(Metric.RSS_PER_CONNECTION, grown / (plan.idle() - half));
        run.figures().put(Metric.RSS, all.end().rssAfter());

        Account quiet = run.account();
        swarm.idle((long) (plan.seconds() * SECOND));
        quiet.end().report(run.figures());
        run.figures().put(Metric.IDLE_CPU, quiet.serverCpuSeconds() / quiet.seconds());

        Rooms rooms = Rooms.one("#bench", plan.members(), plan.senders());
        run.join(rooms);
        swarm.barrier();
        run.warmUp(rooms);
        run.figures().put(Metric.CPU_PER_MESSAGE_CROWDED, cpuPerMessage(run, rooms));
        swarm.hangUpFrom(plan.members());
        swarm.idle(SECOND);
        swarm.barrier();
        run.figures().put(Metric.CPU_PER_MESSAGE_ALONE, cpuPerMessage(run, rooms));
    }

    private static double cpuPerMessage(LoadRun run, Rooms rooms) throws StuckException {
        Phase phase = run.measured(rooms);
        Account account = run.account();
        phase.run(run.plan().seconds());
        account.end();
        run.check(phase);
        return LoadRun.micros(account.serverCpuSeconds(), (double) phase.ledger().messages());
    }

    /** Connects and registers, once to warm up and once, with twice as many, for the figures. */
    static void register(LoadRun run) throws StuckException {
        int warmUp = run.plan().idle() / 2;
        run.connect(warmUp);
        run.swarm().hangUpFrom(0);
        run.swarm().idle(SECOND);

        Account account = run.account();
        run.connect(warmUp + run.plan().idle());
        account.end().report(run.figures());
        run.figures().put(Metric.REGISTRATIONS, run.plan().idle() / account.seconds());
        double cpu = LoadRun.micros(account.serverCpuSeconds(), run.plan().idle());
        run.figures().put(Metric.CPU_PER_REGISTRATION, cpu);
        String loss = run.swarm().loss();
        if (loss != null) {
            run.figures().fault(loss);
        }
    }

    /**
     * Everybody joins a room to warm up and then another for the figures. In a room of n people the
     * first hears of n JOINs, his own among them, the second of one less, and so on: so every
     * number from 1 to n must stand for exactly one of them.
     */
    static void join(LoadRun run) throws StuckException {
        int people = run.plan().members();
        int announcements = people * (people + 1) / 2;
        Swarm swarm = run.swarm();
        run.connect(people);
        run.join(Rooms.one("#warmup", people, 1));
        swarm.awaitJoins(announcements);
        swarm.barrier();
        List<LoadClient> clients = swarm.clients();
        clients.forEach(client -> client.joinsSeen = 0);

        Account account = run.account();
        run.join(Rooms.one("#bench", people, 1));
        swarm.awaitJoins(2 * announcements);
        account.end().report(run.figures());
        swarm.barrier();
        run.figures().put(Metric.ANNOUNCEMENTS, announcements / account.seconds());
        double cpu = LoadRun.micros(account.serverCpuSeconds(), announcements);
        run.figures().put(Metric.CPU_PER_ANNOUNCEMENT, cpu);
        int[] seen = clients.stream().mapToInt(client -> client.joinsSeen).sorted().toArray();
        for (int i = 0; i < people; i++) {
            if (seen[i] != i + 1) {
                run.figures().fault("somebody saw " + seen[i] + " JOINs where " + (i + 1) + " fit");
            }
        }
    }
}
