package chat.snug.client;

import chat.snug.client.ClientEvent.Said.Kind;
import java.util.List;
import java.util.Locale;

/**
 * Reads what a person typed into the composer: words, or a command after a slash. What looks like a
 * path or a smiley ({@code /etc/hosts}, {@code /)}) is words.
 */
public final class TypedLine {
    private static final List<String> COMMANDS =
            List.of(
                    "me", "msg", "nick", "topic", "join", "part", "list", "away", "quit", "bye",
                    "help");

    private TypedLine() {}

    /** The commands, without the slash, in the order in which help shows them. */
    public static List<String> commands() {
        return COMMANDS;
    }

    /**
     * Reads one composed text.
     *
     * @param conversation the conversation that is open: what {@code /part} and {@code /topic} mean
     * @param text as typed; a doubled slash at the start is a literal one
     */
    public static Typed parse(String conversation, String text) {
        if (!text.startsWith("/")) {
            return new Typed.Say(text, Kind.TEXT);
        }
        if (text.startsWith("//")) {
            return new Typed.Say(text.substring(1), Kind.TEXT);
        }
        int end = 1;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        boolean wordEnds = end == text.length() || Character.isWhitespace(text.charAt(end));
        if (end == 1 || !wordEnds) {
            return new Typed.Say(text, Kind.TEXT);
        }
        String command = text.substring(1, end).toLowerCase(Locale.ROOT);
        return command(command, conversation, text.substring(end).strip());
    }

    private static Typed command(String command, String conversation, String rest) {
        return switch (command) {
            case "me" -> needed(command, rest, new Typed.Say(rest, Kind.ACTION));
            case "msg", "query" -> message(rest);
            case "nick" -> needed(command, rest, request(new ClientRequest.ChangeName(rest)));
            case "topic" ->
                    Conversations.isRoom(conversation)
                            ? needed(
                                    command,
                                    rest,
                                    request(new ClientRequest.ChangeTopic(conversation, rest)))
                            : new Typed.Usage(command);
            case "join", "j" -> join(rest);
            case "part", "leave" -> part(conversation, rest);
            case "list" -> request(new ClientRequest.ListRooms());
            case "away" -> request(new ClientRequest.Away(rest.isEmpty() ? null : rest));
            case "quit" -> request(new ClientRequest.Quit(rest));
            case "bye" -> new Typed.Bye(rest);
            case "help" -> new Typed.Help();
            default -> new Typed.Unknown(command);
        };
    }

    private static Typed message(String rest) {
        String name = firstWord(rest);
        if (name.isEmpty() || name.indexOf(',') >= 0) {
            return new Typed.Usage("msg");
        }
        String text = rest.substring(name.length()).strip();
        if (!Conversations.isRoom(name)) {
            return new Typed.OpenConversation(name, text.isEmpty() ? null : text);
        }
        return needed("msg", text, request(new ClientRequest.Say(name, text, Kind.TEXT)));
    }

    /** With a prefix as IRC has it, {@code /join #room key}; without, all of it is the name. */
    private static Typed join(String rest) {
        boolean prefixed = Conversations.isRoom(rest);
        String name = prefixed ? firstWord(rest) : RoomName.toWire(rest);
        if (name.length() < 2 || name.indexOf(',') >= 0) {
            return new Typed.Usage("join");
        }
        String key = prefixed ? firstWord(rest.substring(name.length()).strip()) : "";
        return request(new ClientRequest.Join(name, key.isEmpty() ? null : key));
    }

    private static Typed part(String conversation, String rest) {
        if (!Conversations.isRoom(rest)) {
            return request(new ClientRequest.Leave(conversation, rest));
        }
        String room = firstWord(rest);
        return request(new ClientRequest.Leave(room, rest.substring(room.length()).strip()));
    }

    private static Typed needed(String command, String argument, Typed typed) {
        return argument.isEmpty() ? new Typed.Usage(command) : typed;
    }

    private static Typed request(ClientRequest request) {
        return new Typed.Request(request);
    }

    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }
}
