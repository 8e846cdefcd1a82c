package chat.snug.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets servers take turns: each measurement has a server of its own, started for it, and a
 * generator of its own; A, B, C, then A, B, C again, so that a slow hour of the machine meets all.
 */
final class Rounds {
    private static final int GENERATOR_CORE = 1;
    private static final double QUIET = 0.05;

    /** With more than this share of the machine used by others a run is done again. */
    private static final double DISTURBED = 0.1;

    /**
     * How to measure.
     *
     * @param rounds how often each server has its turn
     * @param retries how often a run that others disturbed is done again
     * @param patience seconds to wait at most for the machine to be quiet before a run
     * @param loadOptions for the generator
     */
    record Manner(int rounds, int retries, int patience, List<String> loadOptions) {}

    private final Machine machine;
    private final Manner manner;
    private final Results results;

    Rounds(Machine machine, Manner manner, Results results) {
        this.machine = machine;
        this.manner = manner;
        this.results = results;
    }

    void run(List<Scenario> scenarios, List<Contender> contenders)
            throws IOException, InterruptedException {
        for (Scenario scenario : scenarios) {
            for (int round = 1; round <= manner.rounds(); round++) {
                for (Contender contender : contenders) {
                    Figures figures = undisturbed(scenario, contender);
                    results.add(contender.name(), scenario, figures);
                    System.err.printf(
                            "[%d/%d] %s %s: %s%n",
                            round,
                            manner.rounds(),
                            scenario.word(),
                            contender.name(),
                            summary(scenario, figures));
                }
            }
        }
    }

    private static String summary(Scenario scenario, Figures figures) {
        if (figures.fault() != null) {
            return "no figures: " + figures.fault();
        }
        List<String> words = new ArrayList<>();
        for (Metric metric : scenario.telling()) {
            Double value = figures.get(metric);
            if (value != null) {
                words.add(metric.title() + " " + metric.format(value));
            }
        }
        return String.join(", ", words);
    }

    private Figures undisturbed(Scenario scenario, Contender contender)
            throws IOException, InterruptedException {
        Figures figures = new Figures();
        for (int attempt = 0; attempt <= manner.retries(); attempt++) {
            machine.awaitQuiet(QUIET, manner.patience());
            figures = measure(scenario, contender);
            Double others = figures.get(Metric.OTHERS);
            if (others == null || others < DISTURBED) {
                break;
            }
        }
        return figures;
    }

    private Figures measure(Scenario scenario, Contender contender)
            throws IOException, InterruptedException {
        try (ServerUnderTest server =
                ServerUnderTest.start(contender, machine, scenario.plan().mixed())) {
            Figures figures = load(scenario, contender, server);
            GcLog.read(server.folder(), figures);
            return figures;
        } catch (ServerUnderTest.NotStartedException e) {
            Figures none = new Figures();
            none.fault(String.valueOf(e.getMessage()));
            return none;
        }
    }

    private Figures load(Scenario scenario, Contender contender, ServerUnderTest server)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                java(),
                                "-XX:+UseSerialGC",
                                "-Xms512m",
                                "-Xmx512m",
                                "-classpath",
                                System.getProperty("java.class.path"),
                                Bench.class.getName(),
                                "load",
                                "--port=" + server.port(),
                                "--pid=" + server.pid(),
                                "--scenario=" + scenario.word(),
                                "--connect-window=" + contender.connectWindow()));
        command.addAll(manner.loadOptions());
        Process generator =
                new ProcessBuilder(machine.onCore(GENERATOR_CORE, command))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        Thread lastResort = new Thread(generator::destroyForcibly, "end-of-generator");
        Runtime.getRuntime().addShutdownHook(lastResort);
        Figures figures = new Figures();
        try (BufferedReader lines = generator.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(figures::read);
            generator.waitFor();
        } finally {
            generator.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(lastResort);
        }
        return figures;
    }

    /** The program that runs this one. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
