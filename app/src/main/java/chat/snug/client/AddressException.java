package chat.snug.client;

/** An address that cannot be read: which part is wrong, and how it was typed. */
public final class AddressException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The parts of an address that a person can be told about. */
    public enum Part {
        /** Nothing was typed. */
        EMPTY,
        /** Something like {@code http://}: not an address of a room. */
        SCHEME,
        /** The name or number of the computer. */
        HOST,
        /** Not a number of 1 to 65535. */
        PORT,
        /** The room's name. */
        ROOM,
        /** What the host is told to be let in. */
        KEY,
        /** The key that the host is to be known by. */
        PIN
    }

    private final Part part;
    private final String offending;

    AddressException(Part part, String offending) {
        super(part + ": " + offending);
        this.part = part;
        this.offending = offending;
    }

    /** Which part is wrong. */
    public Part part() {
        return part;
    }

    /** The text of that part as it was typed. */
    public String offending() {
        return offending;
    }
}
