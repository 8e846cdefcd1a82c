package chat.snug.ui;

import chat.snug.client.ClientRequest;
import chat.snug.client.WireLog;

/** A connection to a host as the screens see it: {@code ChatClient} without its making. */
public interface HostLink {
    /** Begins, or begins once more after a failure. */
    void connect();

    /** Stops an attempt. */
    void cancel();

    /** Tries again now instead of later. */
    void retryNow();

    /** From the next connection on says this as the host's password. */
    void password(String password);

    /** Asks for something. */
    void submit(ClientRequest request);

    /** The last lines on the wire, both ways. Any thread. */
    WireLog wireLog();

    /** Lets the host wait with what it has to say, until {@link #resumeReading()}. Any thread. */
    void pauseReading();

    /** Listens to the host again. Any thread. */
    void resumeReading();

    /** Says goodbye and closes; returns at once. */
    void close(String goodbye);
}
