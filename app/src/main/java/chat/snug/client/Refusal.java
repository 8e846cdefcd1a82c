package chat.snug.client;

/**
 * Why a request or a message was refused, so that a screen can say it in its own words. The codes
 * are those of <a href="https://modern.ircdocs.horse/#numerics">Modern IRC, numerics</a>.
 */
public enum Refusal {
    /** 401: nobody of that name is there. */
    NO_SUCH_PERSON,
    /** 403, and 401 about a room. */
    NO_SUCH_ROOM,
    /** 404: the room does not let me speak. */
    CANNOT_SEND,
    /** 432: the name has characters or a length that the host refuses. */
    NAME_REFUSED,
    /** 433: somebody else has the name. */
    NAME_IN_USE,
    /** 442: only who is in the room may do that. */
    NOT_HERE,
    /** 482: only a moderator of the room may do that. */
    NOT_ALLOWED,
    /** There is no connection, or it went before the host had answered. Not the host's words. */
    NOT_CONNECTED,
    /** The host has nothing like it. Not the host's words. */
    UNSUPPORTED,
    /** More text at once than this app sends. Not the host's words. */
    TOO_LONG,
    /** Anything else: there are only the host's words. */
    OTHER;

    /**
     * @param code the numeric
     * @param room whether it is about a room
     */
    static Refusal of(String code, boolean room) {
        return switch (code) {
            case "401" -> room ? NO_SUCH_ROOM : NO_SUCH_PERSON;
            case "403" -> NO_SUCH_ROOM;
            case "404" -> CANNOT_SEND;
            case "432" -> NAME_REFUSED;
            case "433" -> NAME_IN_USE;
            case "442" -> NOT_HERE;
            case "482" -> NOT_ALLOWED;
            default -> OTHER;
        };
    }
}
