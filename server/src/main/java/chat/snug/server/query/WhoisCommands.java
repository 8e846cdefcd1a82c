package chat.snug.server.query;

import static chat.snug.server.session.CommandDispatcher.Guard.REGISTERED;

import chat.snug.key.Fingerprint;
import chat.snug.protocol.Command;
import chat.snug.protocol.Numeric;
import chat.snug.server.names.NameRules;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.NamesBlock;
import chat.snug.server.session.People;
import chat.snug.server.session.Replies;
import chat.snug.server.session.Seat;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import chat.snug.server.session.UserMode;
import chat.snug.server.session.UserModes;
import java.util.List;

/** What is known of somebody: WHOIS WHOWAS USERHOST ISON. */
public final class WhoisCommands {
    /** As many as USERHOST answers to (RFC 2812, section 4.8). */
    private static final int MAX_USERHOST = 5;

    private final ServerState server;
    private final Replies replies;

    public WhoisCommands(ServerState server) {
        this.server = server;
        this.replies = server.replies;
    }

    public void addTo(CommandDispatcher table) {
        table.on("WHOIS", REGISTERED, Command.Whois.class, this::whois);
        table.on("WHOWAS", REGISTERED, Command.Whowas.class, this::whowas);
        table.on("USERHOST", REGISTERED, Command.Userhost.class, this::userhost);
        table.on("ISON", REGISTERED, Command.Ison.class, this::ison);
    }

    private void whois(Session session, Command.Whois whois) {
        String at = whois.server();
        if (at != null && !Information.isHere(server, at)) {
            replies.noSuchServer(session, at);
            return;
        }
        String[] nicks = whois.nicks().split(",", -1);
        for (int i = 0; i < Math.min(nicks.length, server.limits.wire().targetsPerLine()); i++) {
            Session person = server.people.called(server.fold(nicks[i]));
            if (person == null) {
                replies.noSuchNick(session, nicks[i]);
            } else {
                describe(session, person);
            }
        }
        replies.numeric(session, Numeric.RPL_ENDOFWHOIS, whois.nicks(), "End of /WHOIS list");
    }

    private void describe(Session session, Session person) {
        String nick = person.nick();
        replies.numeric(
                session,
                Numeric.RPL_WHOISUSER,
                nick,
                person.source().user(),
                person.address(),
                "*",
                person.realName());
        channels(session, person);
        replies.numeric(
                session,
                Numeric.RPL_WHOISSERVER,
                nick,
                server.options.serverName(),
                server.options.description());
        String away = person.away();
        if (away != null) {
            replies.numeric(session, Numeric.RPL_AWAY, nick, away);
        }
        if (person.is(UserMode.OPERATOR)) {
            replies.numeric(session, Numeric.RPL_WHOISOPERATOR, nick, "is an IRC operator");
        }
        String account = person.account();
        if (account != null) {
            replies.numeric(session, Numeric.RPL_WHOISACCOUNT, nick, account, "is logged in as");
        }
        if (person.is(UserMode.BOT)) {
            replies.numeric(
                    session, Numeric.RPL_WHOISBOT, nick, "is a Bot on " + server.options.network());
        }
        if (person.isEncrypted()) {
            replies.numeric(session, Numeric.RPL_WHOISSECURE, nick, "is using a secure connection");
        }
        if (person.equals(session) || session.is(UserMode.OPERATOR)) {
            certificate(session, person);
            replies.numeric(
                    session,
                    Numeric.RPL_WHOISHOST,
                    nick,
                    "is connecting from *@%s %s".formatted(person.realAddress, person.realAddress));
            replies.numeric(
                    session,
                    Numeric.RPL_WHOISMODES,
                    nick,
                    "is using modes " + UserModes.of(person));
        }
        replies.numeric(
                session,
                Numeric.RPL_WHOISIDLE,
                nick,
                Long.toString(WhoFields.idleSeconds(server, person)),
                Long.toString(person.signedOnSeconds),
                "seconds idle, signon time");
    }

    /** By the key, so that a renewed certificate tells the same. */
    private void certificate(Session session, Session person) {
        Fingerprint key = person.key();
        if (key != null) {
            replies.numeric(
                    session,
                    Numeric.RPL_WHOISCERTFP,
                    person.nick(),
                    "has client certificate fingerprint " + key);
        }
    }

    /** Rooms that are secret, and those of invisible people, are told to their members only. */
    private void channels(Session session, Session person) {
        StringBuilder line = new StringBuilder();
        int room = server.limits.wire().lineBytes() / 2;
        for (Seat seat : person.places.seats()) {
            boolean isMember = session.places.in(seat.channel) != null;
            boolean isShown =
                    isMember
                            || (seat.channel.isVisibleTo(session)
                                    && !person.is(UserMode.INVISIBLE));
            if (!isShown) {
                continue;
            }
            if (NameRules.bytes(line.toString()) > room) {
                replies.numeric(session, Numeric.RPL_WHOISCHANNELS, person.nick(), line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ")
                    .append(NamesBlock.prefix(seat.member, false))
                    .append(seat.channel.name());
        }
        if (!line.isEmpty()) {
            replies.numeric(session, Numeric.RPL_WHOISCHANNELS, person.nick(), line.toString());
        }
    }

    private void whowas(Session session, Command.Whowas whowas) {
        for (String nick : whowas.nicks().split(",", -1)) {
            whowas(session, nick, whowas.count());
        }
        replies.numeric(session, Numeric.RPL_ENDOFWHOWAS, whowas.nicks(), "End of WHOWAS");
    }

    private void whowas(Session session, String nick, int count) {
        String folded = server.fold(nick);
        int found = 0;
        for (People.Past past : server.people.past()) {
            if (count > 0 && found == count) {
                break;
            }
            if (past.folded().equals(folded)) {
                found++;
                replies.numeric(
                        session,
                        Numeric.RPL_WHOWASUSER,
                        past.nick(),
                        past.user(),
                        past.host(),
                        "*",
                        past.realName());
                replies.numeric(
                        session,
                        Numeric.RPL_WHOISSERVER,
                        past.nick(),
                        server.options.serverName(),
                        Information.when(past.seconds() * 1000));
            }
        }
        if (found == 0) {
            replies.numeric(session, Numeric.ERR_WASNOSUCHNICK, nick, "There was no such nickname");
        }
    }

    private void userhost(Session session, Command.Userhost userhost) {
        StringBuilder line = new StringBuilder();
        List<String> nicks = userhost.nicks();
        for (int i = 0; i < Math.min(nicks.size(), MAX_USERHOST); i++) {
            Session person = server.people.called(server.fold(nicks.get(i)));
            if (person != null) {
                line.append(line.isEmpty() ? "" : " ")
                        .append(person.nick())
                        .append(person.is(UserMode.OPERATOR) ? "*=" : "=")
                        .append(person.away() == null ? '+' : '-')
                        .append(person.source().user())
                        .append('@')
                        .append(person.address());
            }
        }
        replies.numeric(session, Numeric.RPL_USERHOST, line.toString());
    }

    private void ison(Session session, Command.Ison ison) {
        StringBuilder line = new StringBuilder();
        for (String nick : ison.nicks()) {
            Session person = server.people.called(server.fold(nick));
            if (person != null) {
                line.append(line.isEmpty() ? "" : " ").append(person.nick());
            }
        }
        replies.numeric(session, Numeric.RPL_ISON, line.toString());
    }
}
