package chat.snug.server.command;

import static chat.snug.server.session.CommandDispatcher.Guard.REGISTERED;

import chat.snug.protocol.Command;
import chat.snug.protocol.Numeric;
import chat.snug.server.metadata.MetadataSync;
import chat.snug.server.names.NameRules;
import chat.snug.server.names.WordLines;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.Replies;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Following people's comings and goings: MONITOR. */
public final class MonitorCommands {
    private static final String FRAME = ": 730  :\r\n";

    private final ServerState server;
    private final MetadataSync metadata;
    private final Replies replies;
    private final int lineBytes;

    public MonitorCommands(ServerState server, MetadataSync metadata) {
        this.server = server;
        this.metadata = metadata;
        this.replies = server.replies;
        this.lineBytes =
                server.limits.wire().lineBytes()
                        - FRAME.length()
                        - NameRules.bytes(server.options.serverName())
                        - server.limits.wire().nickLength();
    }

    public void addTo(CommandDispatcher table) {
        table.on("MONITOR", REGISTERED, Command.Monitor.class, this::monitor);
    }

    private void monitor(Session session, Command.Monitor command) {
        switch (command.operation()) {
            case "+" -> add(session, command.targets());
            case "-" -> command.targets().forEach(name -> server.monitors.remove(session, name));
            case "C" -> server.monitors.clear(session);
            case "L" -> {
                lines(session, Numeric.RPL_MONLIST, server.monitors.of(session));
                replies.numeric(session, Numeric.RPL_ENDOFMONLIST, "End of MONITOR list");
            }
            case "S" -> status(session, server.monitors.of(session));
            default ->
                    replies.numeric(
                            session,
                            Numeric.ERR_UNKNOWNERROR,
                            "MONITOR",
                            command.operation(),
                            "Unknown subcommand");
        }
    }

    /**
     * What nobody can be called is left out: masks must not be followed. A name given twice is told
     * of once.
     */
    private void add(Session session, List<String> targets) {
        List<String> added = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (String name : targets) {
            if (server.names.isNick(name) && told.add(server.fold(name))) {
                (server.monitors.add(session, name) ? added : refused).add(name);
            }
        }
        status(session, added);
        WordLines lines = new WordLines(lineBytes / 2, ',');
        refused.forEach(lines::add);
        for (String line : lines.lines()) {
            replies.numeric(
                    session,
                    Numeric.ERR_MONLISTFULL,
                    Integer.toString(server.limits.monitored()),
                    line,
                    "Monitor list is full.");
        }
    }

    private void status(Session session, Collection<String> names) {
        List<Session> here = new ArrayList<>();
        List<String> online = new ArrayList<>();
        List<String> offline = new ArrayList<>();
        for (String name : names) {
            Session person = server.people.called(server.fold(name));
            if (person == null) {
                offline.add(name);
            } else {
                here.add(person);
                online.add(person.source().toString());
            }
        }
        lines(session, Numeric.RPL_MONONLINE, online);
        lines(session, Numeric.RPL_MONOFFLINE, offline);
        for (Session person : here) {
            metadata.seen(session, person);
        }
    }

    private void lines(Session session, Numeric numeric, Collection<String> names) {
        WordLines lines = new WordLines(lineBytes, ',');
        names.forEach(lines::add);
        for (String line : lines.lines()) {
            replies.numeric(session, numeric, line);
        }
    }
}
