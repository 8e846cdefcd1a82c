package chat.snug.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * All runs of a measurement, also kept in a file as they come, so that a table can be had of them
 * later: {@code about TEXT}, {@code server NAME ours|peer TEXT}, and for each run {@code run SERVER
 * SCENARIO} before its {@linkplain Figures#lines figures}.
 */
final class Results {
    /**
     * A server as the table knows it.
     *
     * @param description version or settings
     */
    record Entrant(String name, boolean peer, String description) {}

    private record Key(String server, String scenario) {}

    private final List<String> about = new ArrayList<>();
    private final List<Entrant> entrants = new ArrayList<>();
    private final Map<Key, List<Figures>> runs = new LinkedHashMap<>();
    private final Path file;

    /** Results that go to a file, which need not exist. */
    Results(Path file) {
        this.file = file;
    }

    /** What an earlier measurement left in a file. */
    static Results read(Path file) throws IOException {
        Results results = new Results(file);
        Figures figures = new Figures();
        for (String line : Files.readAllLines(file)) {
            String[] words = line.split(" ", 4);
            switch (words[0]) {
                case "about" -> results.about.add(line.substring("about ".length()));
                case "server" ->
                        results.entrants.add(
                                new Entrant(words[1], words[2].equals("peer"), words[3]));
                case "run" -> {
                    figures = new Figures();
                    results.at(words[1], words[2]).add(figures);
                }
                default -> figures.read(line);
            }
        }
        return results;
    }

    void about(String line) throws IOException {
        about.add(line);
        write(List.of("about " + line));
    }

    void entrant(Entrant entrant) throws IOException {
        entrants.add(entrant);
        String kind = entrant.peer ? "peer" : "ours";
        write(List.of(String.join(" ", "server", entrant.name, kind, entrant.description)));
    }

    void add(String server, Scenario scenario, Figures figures) throws IOException {
        at(server, scenario.word()).add(figures);
        List<String> lines = new ArrayList<>();
        lines.add("run " + server + " " + scenario.word());
        lines.addAll(figures.lines());
        write(lines);
    }

    private void write(List<String> lines) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private List<Figures> at(String server, String scenario) {
        return runs.computeIfAbsent(new Key(server, scenario), _ -> new ArrayList<>());
    }

    List<String> about() {
        return about;
    }

    List<Entrant> entrants() {
        return entrants;
    }

    /** Whether any server was measured in it. */
    boolean has(Scenario scenario) {
        return runs.keySet().stream().anyMatch(key -> key.scenario.equals(scenario.word()));
    }

    /** The runs that a server's figures come from, whether they have any or not. */
    List<Figures> runs(Entrant entrant, Scenario scenario) {
        return runs.getOrDefault(new Key(entrant.name, scenario.word()), List.of());
    }

    /** What a server's good runs gave for a metric, in ascending order. */
    double[] values(Entrant entrant, Scenario scenario, Metric metric) {
        return runs(entrant, scenario).stream()
                .map(figures -> figures.get(metric))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
    }

    /** Why runs have no figures, and other things worth knowing, each once. */
    List<String> remarks(Entrant entrant, Scenario scenario) {
        TreeSet<String> remarks = new TreeSet<>();
        for (Figures figures : runs(entrant, scenario)) {
            remarks.addAll(figures.notes());
            if (figures.fault() != null) {
                remarks.add("a run without figures: " + figures.fault());
            }
        }
        return List.copyOf(remarks);
    }
}
