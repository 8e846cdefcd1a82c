package chat.snug.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets Jazzer look for an input that breaks a target, one target after the other, each in a process
 * of its own. Inputs that reach new code are added to {@code target/fuzz}; what breaks a target is
 * printed and stays there as {@code crash-…}, to be added to {@code src/test/corpus}, where {@link
 * CorpusCheck} plays it in every run of the tests.
 */
public final class Fuzz {
    private Fuzz() {}

    /**
     * Fuzzes.
     *
     * @param args seconds for each target, the folder of the kept inputs, the folder for new ones,
     *     and the targets' class names
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path kept = Path.of(args[1]);
        Path found = Path.of(args[2]);
        List<String> broken = new ArrayList<>();
        for (String target : List.of(args).subList(3, args.length)) {
            String name = target.substring(target.lastIndexOf('.') + 1);
            Path folder = Files.createDirectories(found.resolve(name));
            List<String> command =
                    List.of(
                            ProcessHandle.current().info().command().orElse("java"),
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "com.code_intelligence.jazzer.Jazzer",
                            "--target_class=" + target,
                            "--instrumentation_includes=chat.snug.**",
                            // A target that talks to its own server is not tricked into it.
                            "--disabled_hooks="
                                    + "com.code_intelligence.jazzer.sanitizers"
                                    + ".ServerSideRequestForgery",
                            "-max_total_time=" + args[0],
                            "-rss_limit_mb=0",
                            "-print_final_stats=1",
                            "-artifact_prefix=" + folder + "/",
                            "--reproducer_path=" + folder,
                            folder.toString(),
                            kept.resolve(name).toString());
            int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exit != 0) {
                broken.add(name);
            }
        }
        System.out.println(broken.isEmpty() ? "No target was broken." : "Broken: " + broken);
        System.exit(broken.isEmpty() ? 0 : 1);
    }
}
