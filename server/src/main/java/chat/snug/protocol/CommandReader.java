package chat.snug.protocol;

import static chat.snug.protocol.Numeric.ERR_NEEDMOREPARAMS;
import static chat.snug.protocol.Numeric.ERR_NONICKNAMEGIVEN;
import static chat.snug.protocol.Numeric.ERR_NOORIGIN;
import static chat.snug.protocol.Numeric.ERR_NORECIPIENT;
import static chat.snug.protocol.Numeric.ERR_NOTEXTTOSEND;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a client sent into a {@link Command}, or says with which numeric it is refused when a
 * parameter is missing. It is liberal: what is too much is left out.
 */
public final class CommandReader {
    private static final Reading IGNORED = new Reading.Ignored();

    private CommandReader() {}

    /** The command that {@code message} is. */
    public static Reading read(Message message) {
        return switch (message.command()) {
            case "PRIVMSG" -> privmsg(message);
            case "NOTICE" -> notice(message);
            case "TAGMSG" -> tagmsg(message);
            case "BATCH" ->
                    needs(
                            message,
                            1,
                            new Command.Batch(message.param(0), rest(message), message.tags()));
            case "MARKREAD" ->
                    new Command.Markread(
                            message.param(0),
                            message.params().size() > 1 ? message.param(1) : null);
            case "REDACT" ->
                    needs(
                            message,
                            2,
                            new Command.Redact(
                                    message.param(0), message.param(1), optional(message, 2)));
            case "SEARCH" -> new Command.Search(String.join(" ", message.params()));
            case "CHATHISTORY" -> new Command.Chathistory(message.param(0), rest(message));
            case "PING" -> ping(message);
            case "PONG" -> new Command.Pong();
            case "JOIN" -> join(message);
            case "PART" -> part(message);
            case "TOPIC" -> topic(message);
            case "NAMES" -> new Command.Names(list(message.param(0)));
            case "LIST" -> new Command.ListRooms(filters(message));
            case "INVITE" -> invite(message);
            case "KICK" -> kick(message);
            case "MODE" -> mode(message);
            case "CAP" -> cap(message);
            case "PASS" -> needs(message, 1, new Command.Pass(message.param(0)));
            case "NICK" -> nick(message);
            case "USER" -> user(message);
            case "AUTHENTICATE" -> needs(message, 1, new Command.Authenticate(message.param(0)));
            case "REGISTER" ->
                    needs(
                            message,
                            3,
                            new Command.Register(
                                    message.param(0), message.param(1), message.param(2)));
            case "VERIFY" ->
                    needs(message, 2, new Command.Verify(message.param(0), message.param(1)));
            case "KEY" -> needs(message, 1, new Command.Key(message.param(0), message.param(1)));
            case "OPER" -> oper(message);
            case "QUIT", "88" -> new Command.Quit(message.param(0));
            case "WHO" -> new Command.Who(orAll(message.param(0)), message.param(1));
            case "WHOIS" -> whois(message);
            case "WHOWAS" -> whowas(message);
            case "USERHOST" -> needs(message, 1, new Command.Userhost(words(message)));
            case "ISON" -> needs(message, 1, new Command.Ison(words(message)));
            case "AWAY" -> new Command.Away(message.param(0));
            case "MONITOR" -> monitor(message);
            case "METADATA" -> metadata(message);
            case "SETNAME" -> setname(message);
            case "MOTD" -> new Command.Motd(optional(message, 0));
            case "LUSERS" -> new Command.Lusers(optional(message, 1));
            case "VERSION" -> new Command.Version(optional(message, 0));
            case "TIME" -> new Command.Time(optional(message, 0));
            case "INFO" -> new Command.ServerInfo(optional(message, 0));
            case "HELP", "HELPOP" -> new Command.Help(message.param(0));
            case "ERROR" -> IGNORED;
            default -> ServerCommandReader.read(message);
        };
    }

    /** All parameters but the first. */
    private static List<String> rest(Message message) {
        List<String> params = message.params();
        return params.size() > 1 ? params.subList(1, params.size()) : List.of();
    }

    private static Reading cap(Message message) {
        if (message.params().isEmpty()) {
            return tooFew(message);
        }
        List<String> params = message.params();
        return new Command.Cap(
                params.getFirst().toUpperCase(Locale.ROOT), params.subList(1, params.size()));
    }

    private static Reading nick(Message message) {
        String nick = message.param(0);
        return nick.isEmpty() ? noNick() : new Command.Nick(nick);
    }

    /** An empty user or real name is a missing one (Modern IRC, USER message). */
    private static Reading user(Message message) {
        if (message.params().size() < 4
                || message.param(0).isEmpty()
                || message.param(3).isEmpty()) {
            return tooFew(message);
        }
        return new Command.User(message.param(0), message.param(3));
    }

    /** An empty real name is one that is not valid, and told so (IRCv3 setname). */
    private static Reading setname(Message message) {
        return message.params().isEmpty() ? tooFew(message) : new Command.Setname(message.param(0));
    }

    private static Reading monitor(Message message) {
        String operation = message.param(0).toUpperCase(Locale.ROOT);
        List<String> targets = list(message.param(1));
        boolean needsTargets = operation.equals("+") || operation.equals("-");
        return operation.isEmpty() || (needsTargets && targets.isEmpty())
                ? tooFew(message)
                : new Command.Monitor(operation, targets);
    }

    /** What is missing is told in words that depend on what the client negotiated. */
    private static Reading metadata(Message message) {
        List<String> params = message.params();
        return new Command.Metadata(
                message.param(0),
                message.param(1),
                params.size() > 2 ? params.subList(2, params.size()) : List.of());
    }

    private static Reading oper(Message message) {
        return needs(message, 2, new Command.Oper(message.param(0), message.param(1)));
    }

    private static Reading ping(Message message) {
        String token = message.param(0);
        return token.isEmpty()
                ? new Reading.Refused(ERR_NOORIGIN, List.of(), "No origin specified")
                : new Command.Ping(token);
    }

    private static Reading join(Message message) {
        List<String> rooms = list(message.param(0));
        if (rooms.isEmpty()) {
            return tooFew(message);
        }
        if (message.param(0).equals("0")) {
            return new Command.PartAll();
        }
        return new Command.Join(rooms, List.of(message.param(1).split(",", -1)));
    }

    private static Reading part(Message message) {
        List<String> rooms = list(message.param(0));
        return rooms.isEmpty() ? tooFew(message) : new Command.Part(rooms, optional(message, 1));
    }

    private static Reading topic(Message message) {
        if (message.param(0).isEmpty()) {
            return tooFew(message);
        }
        return new Command.Topic(
                message.param(0), message.params().size() > 1 ? message.param(1) : null);
    }

    private static List<String> filters(Message message) {
        List<String> filters = new ArrayList<>();
        filters.addAll(list(message.param(0)));
        filters.addAll(list(message.param(1)));
        return filters;
    }

    private static Reading invite(Message message) {
        if (message.params().isEmpty()) {
            return new Command.Invitations();
        }
        return needs(message, 2, new Command.Invite(message.param(0), message.param(1)));
    }

    private static Reading kick(Message message) {
        List<String> rooms = list(message.param(0));
        List<String> nicks = list(message.param(1));
        if (rooms.isEmpty() || nicks.isEmpty()) {
            return tooFew(message);
        }
        return new Command.Kick(rooms, nicks, optional(message, 2));
    }

    private static Reading mode(Message message) {
        if (message.param(0).isEmpty()) {
            return tooFew(message);
        }
        List<String> params = message.params();
        return new Command.Mode(
                params.getFirst(),
                optional(message, 1),
                params.size() > 2 ? params.subList(2, params.size()) : List.of());
    }

    private static Reading privmsg(Message message) {
        List<String> targets = list(message.param(0));
        if (targets.isEmpty()) {
            return noRecipient(message);
        }
        if (message.param(1).isEmpty()) {
            return new Reading.Refused(ERR_NOTEXTTOSEND, List.of(), "No text to send");
        }
        return new Command.Privmsg(targets, message.param(1), message.tags());
    }

    /** Nothing is ever answered to a NOTICE, an error neither (Modern IRC, NOTICE message). */
    private static Reading notice(Message message) {
        List<String> targets = list(message.param(0));
        if (targets.isEmpty() || message.param(1).isEmpty()) {
            return IGNORED;
        }
        return new Command.Notice(targets, message.param(1), message.tags());
    }

    /** Answered as PRIVMSG is (IRCv3 message-tags, TAGMSG: "See PRIVMSG in RFC2812"). */
    private static Reading tagmsg(Message message) {
        List<String> targets = list(message.param(0));
        return targets.isEmpty()
                ? noRecipient(message)
                : new Command.Tagmsg(targets, message.tags());
    }

    private static Reading noRecipient(Message message) {
        String text = "No recipient given (" + message.command() + ")";
        return new Reading.Refused(ERR_NORECIPIENT, List.of(), text);
    }

    private static Reading whois(Message message) {
        boolean asksServer = message.params().size() > 1;
        String nicks = message.param(asksServer ? 1 : 0);
        if (nicks.isEmpty()) {
            return noNick();
        }
        return new Command.Whois(asksServer ? message.param(0) : null, nicks);
    }

    private static Reading whowas(Message message) {
        String nick = message.param(0);
        if (nick.isEmpty()) {
            return noNick();
        }
        int count = 0;
        try {
            count = Math.max(0, Integer.parseInt(message.param(1)));
        } catch (NumberFormatException _) {
            // not a number: the full search, as without it (Modern IRC, WHOWAS message)
        }
        return new Command.Whowas(nick, count);
    }

    static Reading needs(Message message, int params, Command command) {
        return message.params().size() < params || message.param(0).isEmpty()
                ? tooFew(message)
                : command;
    }

    static Reading tooFew(Message message) {
        return new Reading.Refused(
                ERR_NEEDMOREPARAMS, List.of(message.command()), "Not enough parameters");
    }

    private static Reading noNick() {
        return new Reading.Refused(ERR_NONICKNAMEGIVEN, List.of(), "No nickname given");
    }

    private static String orAll(String mask) {
        return mask.isEmpty() ? "*" : mask;
    }

    static @Nullable String optional(Message message, int index) {
        String param = message.param(index);
        return param.isEmpty() ? null : param;
    }

    /** The parts between commas, without empty ones. */
    static List<String> list(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        if (text.indexOf(',') < 0) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            if (end > start) {
                parts.add(text.substring(start, end));
            }
            start = end + 1;
        }
        return parts;
    }

    /** All parameters, and the words of each. */
    private static List<String> words(Message message) {
        List<String> words = new ArrayList<>();
        for (String param : message.params()) {
            for (String word : param.split(" ", -1)) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
        }
        return words;
    }
}
