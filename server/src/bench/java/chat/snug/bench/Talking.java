package chat.snug.bench;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** People in rooms who talk: the fan-out, whole or with capabilities, pace, or stalled readers. */
final class Talking implements Course {
    private static final long TIME_TO_NOTICE_A_CLOSE = 2_000_000_000;

    @Override
    public void follow(LoadRun run) throws StuckException {
        Plan plan = run.plan();
        Rooms rooms =
                plan.rooms() == 1
                        ? Rooms.one("#bench", plan.members(), plan.senders())
                        : Rooms.overlapping(plan.rooms(), plan.members(), plan.senders());
        run.connect(plan.people());
        run.join(rooms);
        run.swarm().barrier();
        run.warmUp(rooms);
        List<LoadClient> stalled =
                run.swarm().clients().stream().filter(client -> client.stalls).toList();
        stalled.forEach(LoadClient::stopReading);

        Phase phase = run.measured(rooms);
        Account account = run.account();
        phase.run(plan.seconds());
        account.end();
        run.check(phase);
        report(run.figures(), phase, account);
        if (plan.mixed()) {
            String granted = run.swarm().dialogue().granted();
            run.figures().note(granted.isEmpty() ? "grants no capability" : "grants " + granted);
        }
        if (!stalled.isEmpty()) {
            stalled.forEach(LoadClient::readAgain);
            run.swarm().idle(TIME_TO_NOTICE_A_CLOSE);
            reportStalled(run, phase, account, stalled);
        }
    }

    static void report(Figures figures, Phase phase, Account account) {
        double received = phase.ledger().received();
        double cpu = account.serverCpuSeconds();
        figures.put(Metric.DELIVERIES, received / phase.seconds());
        figures.put(Metric.CPU_PER_DELIVERY, LoadRun.micros(cpu, received));
        Latencies latencies = phase.ledger().latencies();
        figures.put(Metric.P50, latencies.quantile(0.5));
        figures.put(Metric.P90, latencies.quantile(0.9));
        figures.put(Metric.P99, latencies.quantile(0.99));
        figures.put(Metric.MAX, latencies.max());
        account.report(figures);
        figures.put(Metric.RSS, account.rssAfter());
        List<Long> rss = phase.rssEachSecond();
        if (rss.size() > 1) { // against the first tenth, in which the server may still settle
            long settled = Collections.max(rss.subList(0, rss.size() / 10 + 1));
            figures.put(Metric.RSS_GROWTH, (double) Collections.max(rss) - settled);
        }
        figures.span(phase.span());
    }

    private static void reportStalled(
            LoadRun run, Phase phase, Account account, List<LoadClient> stalled) {
        Figures figures = run.figures();
        long dropped = stalled.stream().filter(client -> client.gone).count();
        figures.put(Metric.DROPPED, (double) dropped / stalled.size());
        double most = account.rssAfter();
        for (long rss : phase.rssEachSecond()) {
            most = Math.max(most, (double) rss);
        }
        figures.put(Metric.RSS_GROWTH, most - account.rssBefore());
        Set<String> reasons = run.swarm().dialogue().quitReasons().keySet();
        figures.note(
                reasons.isEmpty()
                        ? "nobody was seen to leave"
                        : "others saw them leave for "
                                + reasons.stream()
                                        .limit(3)
                                        .collect(Collectors.joining("”, “", "“", "”")));
    }
}
