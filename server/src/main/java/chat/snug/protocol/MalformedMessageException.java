package chat.snug.protocol;

/** A line that is not an IRC message; the text says in English what is wrong with it. */
public final class MalformedMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedMessageException(String reason) {
        // Peers can cause any number of these: no stack trace, it would tell nothing.
        super(reason, null, false, false);
    }
}
