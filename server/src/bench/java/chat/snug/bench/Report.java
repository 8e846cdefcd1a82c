package chat.snug.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The table of a measurement in Markdown: ours against the better peer first, then for each server
 * the median of its runs and, in parentheses, the least and the most.
 */
final class Report {
    private static final String NOTHING = "–";

    private final Results results;
    private final List<Results.Entrant> entrants;
    private final List<String> lines = new ArrayList<>();

    Report(Results results) {
        this.results = results;
        entrants = results.entrants();
    }

    String markdown() {
        lines.addAll(results.about());
        lines.add("");
        for (Results.Entrant entrant : entrants) {
            lines.add("* " + entrant.name() + ": " + entrant.description());
        }
        lines.add("");
        table(true);
        lines.add("");
        lines.add("What else was seen (in a closed loop the latencies are those of the queue):");
        lines.add("");
        table(false);
        remarks();
        return String.join("\n", lines);
    }

    private void table(boolean telling) {
        List<String> head = new ArrayList<>(List.of("scenario", "figure"));
        if (telling) {
            ours().ifPresent(ours -> head.add(ours.name() + " / better peer"));
            variant().ifPresent(variant -> head.add(variant.name() + " / " + plain()));
        }
        entrants.forEach(entrant -> head.add(entrant.name()));
        row(head);
        lines.add("| --- | --- |" + " ---: |".repeat(head.size() - 2));
        for (Scenario scenario : Scenario.ALL) {
            if (!results.has(scenario)) {
                continue;
            }
            for (Metric metric : Metric.values()) {
                if (scenario.telling().contains(metric) == telling) {
                    metric(scenario, metric, telling);
                }
            }
            if (telling) {
                against(scenario, "mixed", "fan-1000-10", Metric.CPU_PER_DELIVERY);
                against(scenario, "stalled-50", "stalled-0", Metric.DELIVERIES);
            }
        }
    }

    /** Ours, which the ratios are of, if it took part. */
    private Optional<Results.Entrant> ours() {
        return entrants.stream().filter(entrant -> !entrant.peer()).findFirst();
    }

    /** Ours run in another way, if it took part besides. */
    private Optional<Results.Entrant> variant() {
        return entrants.stream().filter(entrant -> !entrant.peer()).skip(1).findFirst();
    }

    private String plain() {
        return ours().map(Results.Entrant::name).orElse(NOTHING);
    }

    private String toPlain(Results.Entrant variant, Scenario scenario, Metric metric) {
        double[] with = results.values(variant, scenario, metric);
        double[] without =
                ours().map(ours -> results.values(ours, scenario, metric)).orElse(new double[0]);
        return with.length == 0 || without.length == 0 || median(without) == 0
                ? ""
                : "**" + times(median(with) / median(without)) + "**";
    }

    private void metric(Scenario scenario, Metric metric, boolean telling) {
        List<String> cells = new ArrayList<>(List.of(scenario.title(), metric.title()));
        if (telling) {
            ours().ifPresent(ours -> cells.add(ratio(ours, scenario, metric)));
            variant().ifPresent(variant -> cells.add(toPlain(variant, scenario, metric)));
        }
        boolean any = false;
        for (Results.Entrant entrant : entrants) {
            double[] values = results.values(entrant, scenario, metric);
            any |= values.length > 0;
            cells.add(cell(metric, values));
        }
        if (any) {
            row(cells);
        }
    }

    private static String cell(Metric metric, double[] values) {
        if (values.length == 0) {
            return NOTHING;
        }
        String median = metric.format(median(values));
        return values.length == 1
                ? median
                : "%s (%s … %s)"
                        .formatted(
                                median,
                                metric.format(values[0]),
                                metric.format(values[values.length - 1]));
    }

    private String ratio(Results.Entrant ours, Scenario scenario, Metric metric) {
        double[] mine = results.values(ours, scenario, metric);
        boolean more = metric.better() == Metric.Better.MORE;
        double best =
                entrants.stream()
                        .filter(Results.Entrant::peer)
                        .map(peer -> results.values(peer, scenario, metric))
                        .filter(values -> values.length > 0)
                        .mapToDouble(Report::median)
                        .reduce(more ? Math::max : Math::min)
                        .orElse(0);
        return mine.length == 0 || best == 0 || metric.better() == Metric.Better.NEITHER
                ? ""
                : "**" + times(median(mine) / best) + "**";
    }

    /** The same server with something and without it. */
    private void against(Scenario scenario, String word, String baseline, Metric metric) {
        Scenario without = Scenario.of(baseline);
        if (!scenario.word().equals(word) || !results.has(without)) {
            return;
        }
        List<String> cells = new ArrayList<>();
        cells.add(scenario.title());
        cells.add(metric.title() + ", against “" + without.title() + "”");
        ours().ifPresent(_ -> cells.add(""));
        variant().ifPresent(_ -> cells.add(""));
        for (Results.Entrant entrant : entrants) {
            double[] with = results.values(entrant, scenario, metric);
            double[] base = results.values(entrant, without, metric);
            cells.add(
                    with.length == 0 || base.length == 0
                            ? NOTHING
                            : times(median(with) / median(base)));
        }
        row(cells);
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2f ×", ratio);
    }

    static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private void row(List<String> cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    private void remarks() {
        lines.add("");
        for (Scenario scenario : Scenario.ALL) {
            for (Results.Entrant entrant : entrants) {
                for (String remark : results.remarks(entrant, scenario)) {
                    lines.add("* %s, %s: %s".formatted(entrant.name(), scenario.word(), remark));
                }
            }
        }
    }
}
