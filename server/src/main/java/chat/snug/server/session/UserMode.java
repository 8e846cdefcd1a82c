package chat.snug.server.session;

import org.jspecify.annotations.Nullable;

/** What can be switched on and off about a person (user modes). */
public enum UserMode {
    /** Not shown to those who are in no room with the person. */
    INVISIBLE('i', 1),
    /** An IRC operator: may take it off, but not put it on. */
    OPERATOR('o', 2),
    /** A program (IRCv3 bot-mode). */
    BOT('B', 4),
    /** Wants to read what operators tell all. */
    WALLOPS('w', 8);

    public final char letter;
    final int bit;

    UserMode(char letter, int bit) {
        this.letter = letter;
        this.bit = bit;
    }

    static @Nullable UserMode of(char letter) {
        for (UserMode mode : values()) {
            if (mode.letter == letter) {
                return mode;
            }
        }
        return null;
    }
}
