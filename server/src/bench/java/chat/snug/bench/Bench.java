package chat.snug.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures our server beside whichever peers are installed, and prints the table. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = Load.class,
        description =
                "Lets servers take turns under the same load and prints what they did, in"
                        + " Markdown.")
public final class Bench implements Callable<Integer> {
    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /** Ours with a store, to be compared with ours without. */
    private static final String KEPT = "snug-kept";

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--servers",
            split = ",",
            description =
                    "Which, and in which order: snug, ngircd, inspircd, added ones, and snug-kept,"
                            + " which is snug with all that is said on the disk.")
    private List<String> servers = new ArrayList<>();

    @Option(
            names = "--scenarios",
            split = ",",
            description = "Which: ${COMPLETION-CANDIDATES}. All but soak unless told.",
            completionCandidates = Words.class)
    private List<String> scenarios = new ArrayList<>();

    @Option(names = "--rounds", defaultValue = "3", description = "Turns of each server.")
    private int rounds;

    @Option(names = "--retries", defaultValue = "2", description = "For a run that was disturbed.")
    private int retries;

    @Option(
            names = "--patience",
            defaultValue = "20",
            description = "Seconds to wait for the machine to be quiet before each run.")
    private int patience;

    @Option(names = "--warm-up", defaultValue = "5", description = "Seconds before each phase.")
    private String warmUp = "";

    @Option(names = "--seconds", description = "Length of each phase, if not the scenario's own.")
    private @Nullable String seconds;

    @Option(names = "--scale", description = "A part of the people, for a quick try: 0.1.")
    private @Nullable String scale;

    @Option(
            names = "--jar",
            defaultValue = "server/target/snug-server.jar",
            description = "Our server.")
    private Path jar = Path.of("");

    @Option(
            names = "--java-options",
            defaultValue = "-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xms64m -Xmx64m -Xmn8m",
            description = "For our server. Default: ${DEFAULT-VALUE}")
    private String javaOptions = "";

    @Option(
            names = "--program",
            description = "Where a peer is that is not on the path: inspircd=/opt/…/inspircd")
    private Map<String, Path> programs = new LinkedHashMap<>();

    @Option(
            names = "--add",
            description = "One more server: NAME=COMMAND, in which {port} and {dir} are replaced.")
    private Map<String, String> added = new LinkedHashMap<>();

    @Option(names = "--results", description = "Where the runs are kept.")
    private @Nullable Path file;

    @Option(names = "--report", description = "Only prints the table of results kept earlier.")
    private @Nullable Path report;

    private static final class Words extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Words() {
            super(Scenario.ALL.stream().map(Scenario::word).toList());
        }
    }

    /** Runs what the arguments say; see {@code --help}. */
    public static void main(String[] args) {
        if (Boolean.getBoolean("bench.ends.with.parent")) {
            Thread.ofPlatform().daemon().name("end-of-maven").start(Bench::awaitEndOfParent);
        }
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    /** Maven does not end what it started when it is ended itself. */
    private static void awaitEndOfParent() {
        ProcessHandle.current().parent().ifPresent(maven -> maven.onExit().join());
        System.exit(1);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (report != null) {
            if (!Files.isReadable(report)) {
                System.err.println("There are no results in " + report);
                return 2;
            }
            System.out.println(new Report(Results.read(report)).markdown());
            return 0;
        }
        List<Contender> contenders = contenders();
        List<Scenario> chosen =
                scenarios.isEmpty()
                        ? Scenario.usual()
                        : scenarios.stream().map(Scenario::of).toList();
        String name =
                "results-" + LocalDateTime.now(ZoneId.systemDefault()).format(FILE_TIME) + ".txt";
        Path keep = file == null ? Path.of("server/target/bench", name) : file;
        Results results = new Results(keep);
        Machine machine = new Machine();
        describe(results, machine, contenders);
        SelfCheck.run();
        new Rounds(machine, new Rounds.Manner(rounds, retries, patience, loadOptions()), results)
                .run(chosen, contenders);
        System.out.println(new Report(results).markdown());
        System.err.println("The runs are in " + keep);
        return 0;
    }

    private void describe(Results results, Machine machine, List<Contender> contenders)
            throws IOException {
        String pinned =
                machine.pins()
                        ? "server on core 0, generator on core 1"
                        : "server and generator not on cores of their own";
        results.about(
                "Measured on %s, %s."
                        .formatted(LocalDate.now(ZoneId.systemDefault()), machine.description()));
        results.about("Medians of %d rounds, %s.".formatted(rounds, pinned));
        results.about("Command: `mvn -P bench -Dbench.args=\"%s\"`".formatted(arguments()));
        if (scale != null) {
            results.about("All numbers of people are " + scale + " of those in the table.");
        }
        for (Contender contender : contenders) {
            results.entrant(
                    new Results.Entrant(
                            contender.name(), contender.peer(), contender.description()));
        }
    }

    private String arguments() {
        return spec == null
                ? ""
                : spec.commandLine().getParseResult().originalArgs().stream()
                        .map(word -> word.contains(" ") ? "'" + word + "'" : word)
                        .collect(Collectors.joining(" "));
    }

    private List<String> loadOptions() {
        List<String> options = new ArrayList<>(List.of("--warm-up=" + warmUp));
        if (seconds != null) {
            options.add("--seconds=" + seconds);
        }
        if (scale != null) {
            options.add("--scale=" + scale);
        }
        return options;
    }

    private List<Contender> contenders() throws IOException {
        Peers peers = new Peers(programs);
        List<Contender> all = new ArrayList<>();
        if (Files.exists(jar)) {
            all.add(ours("snug", false));
        }
        if (Files.exists(jar) && servers.contains(KEPT)) {
            all.add(ours(KEPT, true));
        }
        Stream.of(peers.ngircd(), peers.inspircd()).filter(Objects::nonNull).forEach(all::add);
        added.forEach((name, command) -> all.add(addition(name, command)));
        if (servers.isEmpty()) {
            return all;
        }
        List<Contender> chosen = new ArrayList<>();
        for (String name : servers) {
            chosen.add(
                    all.stream()
                            .filter(contender -> contender.name().equals(name))
                            .findFirst()
                            .orElseThrow(() -> missing(name)));
        }
        return chosen;
    }

    private RuntimeException missing(String name) {
        String message = "there is no server " + name + " here; install it, or see --program";
        return spec == null
                ? new IllegalArgumentException(message)
                : new ParameterException(spec.commandLine(), message);
    }

    /**
     * @param kept whether what is said is kept on the disk, in the folder of the run
     */
    private Contender ours(String name, boolean kept) {
        return new Contender(
                name,
                kept ? javaOptions + ", with --data-dir" : javaOptions,
                1000,
                false,
                (port, folder, _) -> {
                    List<String> command = new ArrayList<>(List.of(Rounds.java()));
                    command.addAll(words(javaOptions));
                    command.add(GcLog.option(folder));
                    command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
                    command.addAll(
                            List.of("--host", "127.0.0.1", "--port", "" + port, "--no-throttle"));
                    if (kept) {
                        command.addAll(List.of("--data-dir", folder.resolve("data").toString()));
                    }
                    return command;
                });
    }

    private static Contender addition(String name, String command) {
        return new Contender(
                name,
                command,
                1000,
                true,
                (port, folder, _) ->
                        words(
                                command.replace("{port}", Integer.toString(port))
                                        .replace("{dir}", folder.toString())));
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
    }
}
