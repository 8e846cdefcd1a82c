package chat.snug.client;

import java.util.Locale;

/** How conversations are told apart by their names. */
public final class Conversations {
    private Conversations() {}

    /** The key under which a conversation is kept: the name without regard to case. */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Whether the name is a room's: it starts with one of the channel prefixes. */
    public static boolean isRoom(String name) {
        return !name.isEmpty() && "#&+!".indexOf(name.charAt(0)) >= 0;
    }
}
