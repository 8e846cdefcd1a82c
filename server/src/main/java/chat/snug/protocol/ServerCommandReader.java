package chat.snug.protocol;

import static chat.snug.protocol.CommandReader.needs;
import static chat.snug.protocol.CommandReader.optional;

import java.util.List;

/**
 * Reads the commands that are about the server and the network, most of them for operators; see
 * {@link CommandReader}, which reads the others.
 */
final class ServerCommandReader {
    private ServerCommandReader() {}

    static Reading read(Message message) {
        String first = message.param(0);
        return switch (message.command()) {
            case "ISUPPORT" -> new Command.Isupport();
            case "RENAME" ->
                    needs(
                            message,
                            2,
                            new Command.Rename(first, message.param(1), message.param(2)));
            case "CHGHOST" ->
                    needs(
                            message,
                            3,
                            new Command.Chghost(first, message.param(1), message.param(2)));
            case "ADMIN" -> new Command.Admin(optional(message, 0));
            case "STATS" -> needs(message, 1, new Command.Stats(first, optional(message, 1)));
            case "LINKS" ->
                    message.params().size() > 1
                            ? new Command.Links(first, orAll(message.param(1)))
                            : new Command.Links(null, orAll(first));
            case "SERVLIST" -> new Command.ServiceList(orAll(first), orAll(message.param(1)));
            case "SQUERY" -> needs(message, 2, new Command.Squery(first));
            case "TRACE" -> new Command.Trace(optional(message, 0));
            case "USERS" -> new Command.Users();
            case "SUMMON" -> new Command.Summon();
            case "KILL" -> needs(message, 2, new Command.Kill(first, message.param(1)));
            case "WALLOPS" -> needs(message, 1, new Command.Wallops(first));
            case "ADMIT" -> new Command.Admit(optional(message, 0), optional(message, 1));
            case "TURNAWAY" -> new Command.TurnAway(optional(message, 0), optional(message, 1));
            case "REHASH" -> new Command.Rehash();
            case "CONNECT" -> needs(message, 1, new Command.Connect(first));
            case "SQUIT" -> needs(message, 1, new Command.Squit(first));
            case "RESTART" -> new Command.Restart();
            case "DIE" -> new Command.Die();
            default ->
                    new Reading.Refused(
                            Numeric.ERR_UNKNOWNCOMMAND,
                            List.of(message.command()),
                            "Unknown command");
        };
    }

    private static String orAll(String mask) {
        return mask.isEmpty() ? "*" : mask;
    }
}
