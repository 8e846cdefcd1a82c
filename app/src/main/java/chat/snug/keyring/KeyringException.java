package chat.snug.keyring;

import java.io.Serial;

/** A keyring did not do what it was asked. The message never tells a secret. */
public final class KeyringException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    /** What is the matter. */
    public enum Trouble {
        /** There is no keyring here. Nothing was done. */
        ABSENT,
        /** It is locked, and nobody unlocked it. Nothing was done. */
        LOCKED,
        /** It has not answered for so long that nobody waits any more; it may still do it. */
        SILENT,
        /** It failed, or did not keep what it was given. */
        FAILED
    }

    private final Trouble trouble;

    /** With the reason, for the log. */
    public KeyringException(Trouble trouble, String reason) {
        super(reason);
        this.trouble = trouble;
    }

    /** With what went wrong beneath. */
    public KeyringException(Trouble trouble, String reason, Throwable cause) {
        super(reason, cause);
        this.trouble = trouble;
    }

    /** What is the matter. */
    public Trouble trouble() {
        return trouble;
    }
}
