package chat.snug.ui;

import chat.snug.client.ClientRequest;

/** A connection to a host as the screens see it: {@code ChatClient} without its making. */
public interface HostLink {
    /** Begins, or begins once more after a failure. */
    void connect();

    /** Stops an attempt. */
    void cancel();

    /** Tries again now instead of later. */
    void retryNow();

    /** Asks for something. */
    void submit(ClientRequest request);

    /** Says goodbye and closes; returns at once. */
    void close(String goodbye);
}
