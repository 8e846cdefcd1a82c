package chat.snug.ui.start;

import chat.snug.client.Identity;

/** A person's name as they type it, and as it can stand on the wire. */
final class PersonName {
    /** What would be read as a mask, a list, a room's or a moderator's mark. */
    private static final String NOT_ALLOWED = ",*?!@#&~%+$:.";

    private PersonName() {}

    /**
     * Who {@code typed} is on a host: {@code Mei Tanaka} becomes {@code Mei-Tanaka}, with the whole
     * as the longer name. The short name is empty if nothing usable was typed.
     */
    static Identity toIdentity(String typed) {
        String shown = typed.strip();
        StringBuilder name = new StringBuilder();
        shown.codePoints()
                .map(c -> Character.isWhitespace(c) ? '-' : c)
                .filter(c -> !Character.isISOControl(c) && NOT_ALLOWED.indexOf(c) < 0)
                .forEach(name::appendCodePoint);
        return new Identity(name.toString(), shown);
    }
}
