package chat.snug.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The load generator alone, against a server that already runs. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Puts a scenario's load on one IRC server and prints what it found.")
final class Load implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Where it listens.")
    private String host = "";

    @Option(names = "--port", defaultValue = "6667", description = "At which port.")
    private int port;

    @Option(names = "--pid", description = "Its process, to account for CPU and memory.")
    private @Nullable Long pid;

    @Option(names = "--scenario", required = true, description = "Such as fan-1000-10.")
    private String scenario = "";

    @Option(
            names = "--connect-window",
            defaultValue = "1000",
            description =
                    "Registrations under way at once; a server with a short queue needs less.")
    private int connectWindow;

    @Option(names = "--join-window", defaultValue = "16", description = "JOINs under way at once.")
    private int joinWindow;

    @Option(names = "--warm-up", defaultValue = "5", description = "Seconds of talk beforehand.")
    private double warmUp;

    @Option(names = "--seconds", description = "Length of the measured phase.")
    private @Nullable Double seconds;

    @Option(names = "--scale", defaultValue = "1", description = "Fewer people, for a quick try.")
    private double scale;

    @Override
    public Integer call() throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(host), port);
        if (!isOurs(address.getAddress()) && spec != null) {
            throw new ParameterException(
                    spec.commandLine(), host + " is not in this network: load only what is yours");
        }
        SelfCheck.run();
        Scenario chosen = Scenario.of(scenario);
        Plan plan = scale == 1 ? chosen.plan() : chosen.plan().scaled(scale);
        plan = seconds == null ? plan : plan.seconds(seconds);
        LoadRun.Target target = new LoadRun.Target(address, pid, connectWindow, joinWindow, warmUp);
        Figures figures = LoadRun.run(target, chosen.course(), plan);
        figures.lines().forEach(System.out::println);
        return figures.fault() == null ? 0 : 1;
    }

    private static boolean isOurs(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress();
    }
}
