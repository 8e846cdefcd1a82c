package chat.snug.store;

import java.io.IOException;
import java.nio.file.Path;

/** Why nothing can be kept in a folder; the message is one sentence for the host. */
public final class StoreException extends IOException {
    /** What is wrong. */
    public enum Reason {
        /** Another server keeps its data there at this moment. */
        IN_USE("%s is in use by another room server: close that one or choose another folder"),
        /** The folder cannot be made, or nothing can be written to it. */
        NO_ACCESS("Nothing can be kept in %s: it is no folder that can be written to"),
        /** A version of this program wrote the file that came after this one. */
        NEWER("%s was written by a newer version of Snug and was left as it is: use that version"),
        /** Another program wrote the file. */
        FOREIGN("%s is not a file of Snug and was left as it is: choose another folder"),
        /** No space is left. */
        FULL("Nothing more can be kept in %s: the disk is full"),
        /** What was kept cannot be read. */
        DAMAGED("What was kept in %s is damaged: it is set aside when the room is opened again"),
        /** Anything else. */
        OTHER("Nothing can be kept in %s: the disk does not work as it should");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** What is told to the host. */
        String sentence(Path where) {
            return sentence.formatted(where);
        }
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    StoreException(Reason reason, Path where) {
        super(reason.sentence(where));
        this.reason = reason;
    }

    StoreException(Reason reason, Path where, Exception cause) {
        super(reason.sentence(where), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
