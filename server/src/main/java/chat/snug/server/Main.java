package chat.snug.server;

/** The room server without a screen. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {}
}
