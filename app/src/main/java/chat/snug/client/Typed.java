package chat.snug.client;

import org.jspecify.annotations.Nullable;

/** What a line typed into the composer means; made by {@link TypedLine#parse(String, String)}. */
public sealed interface Typed {
    /** Words for the conversation that is open. */
    record Say(String text, ClientEvent.Said.Kind kind) implements Typed {}

    /** Something for the host. */
    record Request(ClientRequest request) implements Typed {}

    /** Open the conversation with a person ({@code /msg Ben}), and say the text there if any. */
    record OpenConversation(String name, @Nullable String text) implements Typed {}

    /** Show what can be typed. */
    record Help() implements Typed {}

    /** Leave this host. */
    record Bye(String reason) implements Typed {}

    /** There is no such command; without the slash. */
    record Unknown(String command) implements Typed {}

    /** The command is known, but something is missing or wrong; without the slash. */
    record Usage(String command) implements Typed {}
}
