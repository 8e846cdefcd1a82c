package chat.snug.client;

import java.util.List;

/** Reads what a person typed into the composer: words, or a command after a slash. */
public final class TypedLine {
    private TypedLine() {}

    /** The commands, without the slash, in the order in which help shows them. */
    public static List<String> commands() {
        return List.of("me", "msg", "nick", "topic", "join", "part", "away", "quit", "bye", "help");
    }

    /**
     * Reads one composed text.
     *
     * @param conversation the conversation that is open: what {@code /part} and {@code /topic} mean
     * @param text as typed; a doubled slash at the start is a literal one
     */
    public static Typed parse(String conversation, String text) {
        return new Typed.Say(text, ClientEvent.Said.Kind.TEXT);
    }
}
