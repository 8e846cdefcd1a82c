package chat.snug.ui.shell;

/**
 * Something of a network that the person wants to see.
 *
 * @param connection whose
 * @param part what of it
 */
record NetworkDoor(ConnectionViewModel connection, Part part) {
    /** What there is beside the talk. */
    enum Part {
        ROOMS,
        ACCOUNT,
        WIRE
    }
}
