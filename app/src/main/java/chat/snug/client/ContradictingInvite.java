package chat.snug.client;

/** An invite names another key than the one by which this computer knows the host. */
final class ContradictingInvite extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient KeyMismatch keys;

    ContradictingInvite(KeyMismatch keys) {
        super("another key: " + keys);
        this.keys = keys;
    }

    KeyMismatch keys() {
        return keys;
    }
}
