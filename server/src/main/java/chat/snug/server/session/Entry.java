package chat.snug.server.session;

import chat.snug.server.host.Invite;

/** What the door says to somebody who has told all about themselves. */
public sealed interface Entry {
    /** They may come in. */
    record Open() implements Entry {}

    /** They may come in with an invite, which counts it once they are in. */
    record Invited(Invite invite) implements Entry {}

    /** Somebody has to be asked. */
    record Ask() implements Entry {}

    /**
     * They may not come in.
     *
     * @param why for programs
     */
    record Refused(Closed why) implements Entry {}

    /** Why the door stays closed, in the words that whoever stands before it is told. */
    enum Closed {
        PASSWORD_INCORRECT("Password incorrect"),
        TOO_MANY_TRIES("Too many wrong passwords from your address; try again in a minute"),
        INVITE_WITHDRAWN("The host has withdrawn this invite"),
        INVITE_USED_UP("This invite has been used as often as it may be"),
        INVITE_EXPIRED("This invite has expired"),
        TURNED_AWAY("The host did not let you in"),
        NOBODY_ANSWERED("Nobody answered at the door; try again later"),
        TOO_MANY_WAIT(
                "Too many people wait to be let in; try again later, or ask the host for an"
                        + " invite");

        private final String words;

        Closed(String words) {
            this.words = words;
        }

        /** As a sentence for a person. */
        public String words() {
            return words;
        }

        /** Whether it is about the secret that was given, so that 464 is the numeric for it. */
        public boolean isAboutSecret() {
            return switch (this) {
                case PASSWORD_INCORRECT,
                        TOO_MANY_TRIES,
                        INVITE_WITHDRAWN,
                        INVITE_USED_UP,
                        INVITE_EXPIRED ->
                        true;
                case TURNED_AWAY, NOBODY_ANSWERED, TOO_MANY_WAIT -> false;
            };
        }
    }
}
