package chat.snug.bench.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the app in a real window, with a room server and people in another process. */
@Command(name = "app-bench", mixinStandardHelpOptions = true, showDefaultValues = true)
public final class AppBench implements Callable<Integer> {
    /** What is measured. */
    enum Scenario {
        FLOOD,
        KEPT,
        ROOMS,
        START
    }

    @Option(names = "--scenarios", split = ",", description = "Some of: ${COMPLETION-CANDIDATES}.")
    private List<Scenario> scenarios = List.of(Scenario.values());

    @Option(names = "--rate", defaultValue = "5000", description = "Messages/s of the flood.")
    private int rate;

    @Option(
            names = "--seconds",
            defaultValue = "30",
            description = "Of the flood; 600 for the heap.")
    private int seconds;

    @Option(names = "--messages", defaultValue = "1000000", description = "Kept in the room.")
    private int messages;

    @Option(
            names = "--scroll",
            defaultValue = "100000",
            description = "Messages to scroll through.")
    private int scrolled;

    @Option(names = "--rooms", defaultValue = "50", description = "To switch between.")
    private int rooms;

    @Option(
            names = "--folder",
            defaultValue = "app/target/bench-room",
            description = "The kept room; made once.")
    private Path folder = Path.of("");

    /** See {@code --help}. */
    public static void main(String[] args) {
        System.exit(
                new CommandLine(new AppBench())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        Table table = new Table(System.out);
        Path settings = Files.createTempDirectory("snug-bench");
        for (Scenario scenario : scenarios) {
            switch (scenario) {
                case FLOOD -> new Flood(rate, seconds).run(table, settings.resolve("flood"));
                case KEPT -> new Kept(folder, messages, scrolled).run(table, settings);
                case ROOMS -> new Switching(rooms).run(table, settings.resolve("rooms"));
                case START -> Starting.run(table, settings);
            }
        }
        return 0;
    }
}
