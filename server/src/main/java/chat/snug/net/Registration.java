package chat.snug.net;

/** What hangs on a selection key. Every method is called on the loop's thread. */
abstract sealed class Registration permits Acceptor, Connection, PendingConnect {
    /** The operations in {@code readyOps} can go on. */
    abstract void ready(int readyOps);

    /** {@link #ready} threw. */
    abstract void failed(Throwable failure);

    /** The loop is being closed. */
    abstract void loopClosing();
}
