package chat.snug.server;

import chat.snug.server.names.NameRules;
import chat.snug.server.options.ServerLimits;
import chat.snug.server.options.ServerOptions;
import chat.snug.server.query.Information;
import chat.snug.store.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The room server without a screen. Runs until it is told to end (SIGINT, SIGTERM), and then says
 * goodbye to everyone. Exit codes: 0 after help, 1 if it cannot listen, 2 if it was called wrongly,
 * 3 if nothing can be kept where it is to be kept.
 */
@Command(
        name = "snug-server",
        description = "Opens rooms on this computer for any IRC client.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class Main implements Callable<Integer> {
    private static final int CANNOT_LISTEN = 1;
    private static final int CALLED_WRONGLY = 2;
    private static final int CANNOT_KEEP = 3;
    private static final int MAX_PORT = 65_535;

    /** Reads the version from the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Information.VERSION};
        }
    }

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--host",
            paramLabel = "H",
            description = "The address to listen at. Default: every address of this computer.")
    private String host = "";

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "The port, 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port = 6667;

    @Option(
            names = "--ws-host",
            paramLabel = "H",
            description =
                    "The address to listen at for WebSockets. Default: every address of this"
                            + " computer.")
    private String webHost = "";

    @Option(
            names = "--ws-port",
            paramLabel = "P",
            description =
                    "The port for WebSockets (text.ircv3.net, binary.ircv3.net), 0 for any free"
                            + " one. Without it there are none.")
    private @Nullable Integer webPort;

    @Option(
            names = "--ws-origin",
            paramLabel = "URL",
            description =
                    "A web site whose pages may connect, such as https://chat.example; may be"
                            + " repeated. Default: any.")
    private Set<String> webOrigins = Set.of();

    @Mixin private Secrets secrets = new Secrets();

    @Option(
            names = "--ask-first",
            description =
                    "Lets whoever knows no password wait until an operator lets them in: ADMIT"
                            + " NAME, TURNAWAY NAME.")
    private boolean askFirst;

    @Option(
            names = "--room",
            paramLabel = "NAME",
            description = "A room that is there from the start.")
    private @Nullable String room;

    @Option(
            names = "--server-name",
            paramLabel = "N",
            description = "The name of the server. Default: snug.local.")
    private @Nullable String serverName;

    @Option(names = "--server-desc", paramLabel = "D", description = "What the server says it is.")
    private @Nullable String description;

    @Option(
            names = "--network",
            paramLabel = "N",
            description = "The name of the network. Default: Snug.")
    private @Nullable String network;

    @Option(
            names = "--motd-file",
            paramLabel = "F",
            description = "A text file that everyone is shown on arrival.")
    private @Nullable Path motdFile;

    @Mixin private Keeping keeping = new Keeping();

    @Option(
            names = "--register-before-connect",
            description = "Lets people make an account before they are let in.")
    private boolean registerBeforeConnect;

    @Option(
            names = "--replay",
            paramLabel = "N",
            description =
                    "How many messages of a room people are shown on arrival whose program cannot"
                            + " ask for them; 0 for none. Default: 50.")
    private @Nullable Integer replay;

    @Option(names = "--no-throttle", description = "Takes lines as fast as clients send them.")
    private boolean noThrottle;

    @Mixin private Encryption encryption = new Encryption();

    private Main() {}

    /** Starts the server with the arguments that {@code --help} explains. */
    public static void main(String[] args) {
        System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
        System.setProperty("org.slf4j.simpleLogger.dateTimeFormat", "HH:mm:ss");
        int exitCode =
                new CommandLine(new Main())
                        .setParameterExceptionHandler(Main::calledWrongly)
                        .execute(args);
        System.exit(exitCode);
    }

    private static int calledWrongly(ParameterException e, String[] args) {
        String message = String.valueOf(e.getMessage());
        e.getCommandLine().getErr().println(message.lines().findFirst().orElse(""));
        return CALLED_WRONGLY;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        ServerOptions options = options();
        ChatServer server;
        try {
            if (keeping.forgetsEverything()) {
                out.println(keeping.forgetEverything());
                return 0;
            }
            options = encryption.addTo(options);
            server = start(options, err);
        } catch (StoreException | Encryption.NoKeyException e) {
            err.println(e.getMessage());
            return CANNOT_KEEP;
        } catch (IOException e) {
            err.println(whyNotListening(e));
            return CANNOT_LISTEN;
        }
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    server.close();
                                    ended.countDown();
                                },
                                "snug-goodbye"));
        out.println("Listening at " + text(server.address()));
        InetSocketAddress web = server.webAddress();
        if (web != null) {
            out.println("Listening for WebSockets at " + text(web));
        }
        encryption.tell(out, options, server.address());
        out.flush();
        ended.await();
        return 0;
    }

    private ChatServer start(ServerOptions options, PrintWriter err) throws IOException {
        try {
            return ChatServer.start(options);
        } catch (StoreException e) {
            if (!keeping.goesOnInMemory()) {
                throw e;
            }
            err.println(e.getMessage() + ". Nothing is kept when the server ends.");
            return ChatServer.start(options.withStore(null));
        }
    }

    private ServerOptions options() {
        checkPort("--port", port);
        ServerOptions options = secrets.addTo(ServerOptions.at(host, port));
        options = options.withRegisterBeforeConnect(registerBeforeConnect);
        if (serverName != null) {
            options = options.withServerName(word("--server-name", serverName));
        }
        if (description != null) {
            options = options.withDescription(description);
        }
        if (network != null) {
            options = options.withNetwork(network);
        }
        if (noThrottle) {
            options = options.withLimits(options.limits().withoutThrottle());
        }
        options = keeping.addTo(options);
        if (replay != null) {
            if (replay < 0) {
                throw wrong("--replay: " + replay + " is less than 0");
            }
            ServerLimits limits = options.limits();
            options = options.withLimits(limits.withHistory(limits.history().withReplayed(replay)));
        }
        options = withWebSockets(options);
        options = withMotd(options);
        return withRoom(withDoor(options));
    }

    /** Whoever lets others in has to come in first. */
    private ServerOptions withDoor(ServerOptions options) {
        if (askFirst && options.password() == null) {
            throw wrong("--ask-first needs a password, by which those come in who let others in");
        }
        return options.withDoor(options.door().withAsking(askFirst));
    }

    private void checkPort(String flag, int wanted) {
        if (wanted < 0 || wanted > MAX_PORT) {
            throw wrong(flag + ": " + wanted + " is not a port; ports go from 0 to " + MAX_PORT);
        }
    }

    private ServerOptions withWebSockets(ServerOptions options) {
        if (webPort == null) {
            if (!webHost.isEmpty() || !webOrigins.isEmpty()) {
                throw wrong("--ws-host and --ws-origin need --ws-port");
            }
            return options;
        }
        checkPort("--ws-port", webPort);
        return options.withWebSockets(webHost, webPort, webOrigins);
    }

    private ServerOptions withMotd(ServerOptions options) {
        if (motdFile == null) {
            return options;
        }
        try {
            return options.withMotdFile(motdFile);
        } catch (IOException e) {
            throw wrong("--motd-file: cannot read " + motdFile + ": " + Secrets.whyNotRead(e));
        }
    }

    private ServerOptions withRoom(ServerOptions options) {
        if (room == null) {
            return options;
        }
        try {
            return options.withRoom(NameRules.looksLikeRoom(room) ? room : "#" + room);
        } catch (IllegalArgumentException _) {
            throw wrong("--room: no room can be called " + room);
        }
    }

    private String word(String flag, String value) {
        if (value.isEmpty() || value.chars().anyMatch(c -> c <= ' ' || c == ':' || c == '!')) {
            throw wrong(flag + ": " + value + " is not a name");
        }
        return value;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private String whyNotListening(IOException e) {
        return webPort != null && e.getCause() instanceof IOException why
                ? whyNotListening(why, webHost, webPort)
                : whyNotListening(e, host, port);
    }

    private static String whyNotListening(IOException e, String host, int port) {
        String place = (host.isEmpty() ? "port " : host + " port ") + port;
        return switch (e) {
            case BindException _ -> "Cannot listen at " + place + ": it is taken or not allowed";
            case UnknownHostException _ -> "Cannot listen at " + place + ": no such host";
            default -> "Cannot listen at " + place + ": " + e.getMessage();
        };
    }

    private static String text(InetSocketAddress address) {
        InetAddress bound = address.getAddress();
        String text = bound.getHostAddress();
        if (bound instanceof Inet6Address) {
            text = bound.isAnyLocalAddress() ? "[::]" : "[" + text + "]";
        }
        return text + ":" + address.getPort();
    }
}
