package chat.snug.ui;

import chat.snug.client.Address;

/** A room that is hosted on this computer, as the screens see it. */
public interface OpenRoom {
    /** The address to hand out. */
    Address address();

    /** How this app comes in itself. */
    Address hostAddress();

    /** What makes this app the host among the people who come in. */
    String hostKey();

    /** Whether newcomers must know a password. */
    boolean guarded();

    /** Tells everyone and closes; blocks for a moment, so not on the JavaFX thread. */
    void close();
}
