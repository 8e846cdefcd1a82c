package chat.snug.server.query;

import static chat.snug.server.session.CommandDispatcher.Guard.REGISTERED;

import chat.snug.protocol.Command;
import chat.snug.protocol.Numeric;
import chat.snug.room.Mask;
import chat.snug.server.options.ServerOptions;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.Replies;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import chat.snug.server.session.UserMode;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What people ask of the server and its network, which is one server: STATS LINKS ADMIN TRACE
 * SERVLIST SQUERY USERS SUMMON.
 */
public final class ServerCommands {
    /** The other questions that Modern IRC knows, of which operators get the answers. */
    private static final String PRIVILEGED = "chiklmoy";

    private final ServerState server;
    private final Replies replies;

    public ServerCommands(ServerState server) {
        this.server = server;
        this.replies = server.replies;
    }

    public void addTo(CommandDispatcher table) {
        table.on("STATS", REGISTERED, Command.Stats.class, this::stats);
        table.on("LINKS", REGISTERED, Command.Links.class, this::links);
        table.on("ADMIN", REGISTERED, Command.Admin.class, this::admin);
        table.on("TRACE", REGISTERED, Command.Trace.class, this::trace);
        table.on(
                "SERVLIST",
                REGISTERED,
                Command.ServiceList.class,
                (session, list) ->
                        replies.numeric(
                                session,
                                Numeric.RPL_SERVLISTEND,
                                list.mask(),
                                list.type(),
                                "End of service listing"));
        table.on(
                "SQUERY",
                REGISTERED,
                Command.Squery.class,
                (session, squery) ->
                        replies.numeric(
                                session,
                                Numeric.ERR_NOSUCHSERVICE,
                                squery.service(),
                                "No such service"));
        table.on(
                "USERS",
                REGISTERED,
                Command.Users.class,
                (session, _) ->
                        replies.numeric(
                                session, Numeric.ERR_USERSDISABLED, "USERS has been disabled"));
        table.on(
                "SUMMON",
                REGISTERED,
                Command.Summon.class,
                (session, _) ->
                        replies.numeric(
                                session, Numeric.ERR_SUMMONDISABLED, "SUMMON has been disabled"));
    }

    /** How long the server runs is told to everyone. To a question that is none there is an end. */
    private void stats(Session session, Command.Stats stats) {
        if (!Information.isHere(session, server, stats.server())) {
            return;
        }
        String letter = stats.query().substring(0, stats.query().offsetByCodePoints(0, 1));
        if (letter.equals("u")) {
            uptime(session);
        } else if (PRIVILEGED.contains(letter) && !session.is(UserMode.OPERATOR)) {
            replies.notOperator(session);
            return;
        } else if (letter.equals("m")) {
            server.dispatcher.forEachUse(
                    (verb, count) ->
                            replies.numeric(
                                    session,
                                    Numeric.RPL_STATSCOMMANDS,
                                    verb,
                                    Long.toString(count)));
        } else if (letter.equals("o")) {
            operators(session);
        }
        replies.numeric(session, Numeric.RPL_ENDOFSTATS, letter, "End of /STATS report");
    }

    private void uptime(Session session) {
        long seconds = (server.ids.now() - server.startedAt) / 1000;
        long days = TimeUnit.SECONDS.toDays(seconds);
        long hours = TimeUnit.SECONDS.toHours(seconds) % 24;
        long minutes = TimeUnit.SECONDS.toMinutes(seconds) % 60;
        replies.numeric(
                session,
                Numeric.RPL_STATSUPTIME,
                String.format(
                        Locale.ROOT,
                        "Server Up %d days %d:%02d:%02d",
                        days,
                        hours,
                        minutes,
                        seconds % 60));
    }

    private void operators(Session session) {
        ServerOptions.Operator operator = server.options.operator();
        if (operator != null) {
            replies.numeric(session, Numeric.RPL_STATSOLINE, "O", "*@*", "*", operator.name());
        }
    }

    /** Which servers match a mask, if there is one (RFC 2812, section 3.4.5): this one or none. */
    private void links(Session session, Command.Links links) {
        if (!Information.isHere(session, server, links.server())) {
            return;
        }
        String name = server.options.serverName();
        if (Mask.matches(server.fold(links.mask()), server.fold(name))) {
            replies.numeric(
                    session, Numeric.RPL_LINKS, name, name, "0 " + server.options.description());
        }
        replies.numeric(session, Numeric.RPL_ENDOFLINKS, links.mask(), "End of /LINKS list");
    }

    private void admin(Session session, Command.Admin admin) {
        if (!Information.isHere(session, server, admin.server())) {
            return;
        }
        String name = server.options.serverName();
        replies.numeric(session, Numeric.RPL_ADMINME, name, "Administrative info");
        replies.numeric(session, Numeric.RPL_ADMINLOC1, server.options.description());
        replies.numeric(
                session, Numeric.RPL_ADMINLOC2, "Whoever opened the rooms looks after them");
        replies.numeric(
                session, Numeric.RPL_ADMINEMAIL, "No e-mail: ask the host in one of the rooms");
    }

    /** Who is connected from where is nobody's business: only the end is told. */
    private void trace(Session session, Command.Trace trace) {
        if (Information.isHere(session, server, trace.target())) {
            replies.numeric(
                    session,
                    Numeric.RPL_TRACEEND,
                    server.options.serverName(),
                    Information.VERSION,
                    "End of TRACE");
        }
    }
}
