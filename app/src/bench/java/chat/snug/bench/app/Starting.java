package chat.snug.bench.app;

import chat.snug.ui.shell.BenchWindow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;

/** From nothing to the first screen, in a process of its own. */
public final class Starting {
    private static final int STARTS = 5;
    private static final List<String> STEPS =
            List.of(
                    "Java",
                    "the toolkit",
                    "the screens (FXML, CSS, words)",
                    "showing the window",
                    "the first picture");

    private Starting() {}

    static void run(Table table, Path settings) throws IOException, InterruptedException {
        List<Sample> steps = new ArrayList<>();
        STEPS.forEach(_ -> steps.add(new Sample()));
        Sample all = new Sample();
        for (int i = 0; i < STARTS; i++) {
            long[] millis = start(settings.resolve("start" + i));
            all.add(millis[STEPS.size() - 1] * 1_000_000);
            for (int step = 0; step < STEPS.size(); step++) {
                long before = step == 0 ? 0 : millis[step - 1];
                steps.get(step).add((millis[step] - before) * 1_000_000);
            }
        }
        table.head("Start to the first screen that can be used");
        table.line("all", "", "%s", all);
        for (int step = 0; step < STEPS.size(); step++) {
            table.line(
                    "  of it " + STEPS.get(step),
                    "",
                    "median %.0f ms",
                    steps.get(step).millis(0.5));
        }
    }

    private static long[] start(Path settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (argument.startsWith("-Dglass")
                    || argument.startsWith("-Dprism")
                    || argument.startsWith("-X")) {
                command.add(argument);
            }
        }
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starting.class.getName(),
                        settings.toString()));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            process.destroy();
            process.waitFor();
            if (line == null) {
                throw new IOException("the app did not start");
            }
            return java.util.stream.Stream.of(line.split(" ", -1))
                    .mapToLong(Long::parseLong)
                    .toArray();
        }
    }

    /** The process: prints when each step was done, in milliseconds since the process began. */
    public static void main(String[] args) {
        long[] done = new long[STEPS.size()];
        done[0] = sinceStart();
        Platform.startup(
                () -> {
                    done[1] = sinceStart();
                    try {
                        Scene scene =
                                BenchWindow.open(Path.of(args[0]), () -> done[2] = sinceStart());
                        done[3] = sinceStart();
                        var _ = Painted.when(scene, () -> true).thenAccept(_ -> print(done));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
    }

    private static void print(long[] done) {
        done[4] = sinceStart();
        StringBuilder line = new StringBuilder();
        for (long millis : done) {
            line.append(line.isEmpty() ? "" : " ").append(millis);
        }
        System.out.println(line);
        System.out.flush();
    }

    private static long sinceStart() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }
}
