package chat.snug.server.query;

import static chat.snug.server.session.CommandDispatcher.Guard.ANYBODY;
import static chat.snug.server.session.CommandDispatcher.Guard.REGISTERED;

import chat.snug.protocol.Capability;
import chat.snug.protocol.Command;
import chat.snug.protocol.Numeric;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.Replies;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.List;
import java.util.Locale;

/** What people ask of the server itself: MOTD LUSERS VERSION ISUPPORT TIME INFO HELP. */
public final class QueryCommands {
    private final ServerState server;
    private final Information information;
    private final Replies replies;
    private final HelpTexts help = new HelpTexts();

    public QueryCommands(ServerState server, Information information) {
        this.server = server;
        this.information = information;
        this.replies = server.replies;
    }

    public void addTo(CommandDispatcher table) {
        table.on("MOTD", REGISTERED, Command.Motd.class, this::motd);
        table.on("LUSERS", REGISTERED, Command.Lusers.class, this::lusers);
        table.on("VERSION", REGISTERED, Command.Version.class, this::version);
        table.on("ISUPPORT", ANYBODY, Command.Isupport.class, (session, _) -> support(session));
        table.on("TIME", REGISTERED, Command.Time.class, this::time);
        table.on("INFO", REGISTERED, Command.ServerInfo.class, this::info);
        table.on("HELP", REGISTERED, Command.Help.class, this::help);
        table.on("HELPOP", REGISTERED, Command.Help.class, this::help);
    }

    private void motd(Session session, Command.Motd motd) {
        if (Information.isHere(session, server, motd.server())) {
            information.motd(session);
        }
    }

    private void lusers(Session session, Command.Lusers lusers) {
        if (Information.isHere(session, server, lusers.server())) {
            information.numbers(session);
        }
    }

    private void version(Session session, Command.Version version) {
        if (Information.isHere(session, server, version.server())) {
            replies.numeric(
                    session,
                    Numeric.RPL_VERSION,
                    Information.VERSION,
                    server.options.serverName(),
                    "Java " + Runtime.version().feature());
            information.support(session);
        }
    }

    /** Before registration only for those who negotiated it (IRCv3 extended-isupport). */
    private void support(Session session) {
        if (session.isRegistered() || session.has(Capability.EXTENDED_ISUPPORT)) {
            information.support(session);
        } else {
            replies.notRegistered(session);
        }
    }

    private void time(Session session, Command.Time time) {
        if (Information.isHere(session, server, time.server())) {
            replies.numeric(
                    session,
                    Numeric.RPL_TIME,
                    server.options.serverName(),
                    Information.when(server.ids.now()));
        }
    }

    private void info(Session session, Command.ServerInfo info) {
        if (!Information.isHere(session, server, info.server())) {
            return;
        }
        for (String line :
                List.of(
                        Information.VERSION,
                        "Rooms on somebody's own computer, for any IRC client.",
                        "Running since " + Information.when(server.startedAt))) {
            replies.numeric(session, Numeric.RPL_INFO, line);
        }
        replies.numeric(session, Numeric.RPL_ENDOFINFO, "End of INFO list");
    }

    /** The first line is a title, the second one empty (Modern IRC, HELP message). */
    private void help(Session session, Command.Help command) {
        String subject = command.subject();
        boolean isParameter =
                !subject.isEmpty() && subject.indexOf(' ') < 0 && subject.charAt(0) != ':';
        String shown = isParameter ? subject : "*";
        List<String> lines = help.about(subject.toUpperCase(Locale.ROOT));
        if (lines == null) {
            replies.numeric(
                    session, Numeric.ERR_HELPNOTFOUND, shown, "No help available on this topic");
            return;
        }
        int last = lines.size() - 1;
        for (int i = 0; i <= last; i++) {
            Numeric numeric =
                    i == 0
                            ? Numeric.RPL_HELPSTART
                            : i == last ? Numeric.RPL_ENDOFHELP : Numeric.RPL_HELPTXT;
            replies.numeric(session, numeric, shown, lines.get(i));
        }
    }
}
