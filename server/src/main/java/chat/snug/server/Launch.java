package chat.snug.server;

/**
 * Where the jar starts: compiled for an older Java so that it can say which Java is needed, instead
 * of a stack trace.
 */
public final class Launch {
    private static final int NEEDED = 25;

    private Launch() {}

    /** Hands over to {@link Main}, which only a new enough Java can load. */
    public static void main(String[] args) throws ReflectiveOperationException {
        int found = Runtime.version().feature();
        if (found < NEEDED) {
            System.err.println(
                    "Snug needs Java " + NEEDED + " or newer, and this is Java " + found + ".");
            System.exit(1);
        }
        Class.forName("chat.snug.server.Main")
                .getMethod("main", String[].class)
                .invoke(null, (Object) args);
    }
}
