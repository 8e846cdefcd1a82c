package chat.snug.ui;

import chat.snug.client.Address;
import chat.snug.hosting.HouseDoor;
import chat.snug.hosting.KeepingRules;
import chat.snug.hosting.KeptData;
import chat.snug.hosting.LocalAddress;
import chat.snug.hosting.Visitors;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A room that is hosted on this computer, as the screens see it. */
public interface OpenRoom {
    /** The address to hand out. */
    Address address();

    /** How this app comes in itself. */
    Address hostAddress();

    /** What makes this app the host among the people who come in. */
    String hostKey();

    /** Whether those who were here before know this computer by another key, and are warned. */
    boolean hasOtherKey();

    /** Who asks to come in, and what opens the door. */
    HouseDoor door();

    /** Whether newcomers must know a password. */
    boolean guarded();

    /** The addresses of this computer, the most likely first; blocks for a moment. */
    List<LocalAddress> addresses();

    /** The names of this computer that lead to it; blocks for a moment. */
    List<String> names();

    /** The address to hand out if it begins with that name or number. */
    Address address(String host);

    /**
     * Looks who is here, once; returns at once.
     *
     * @param most how many people are described; all are counted
     * @param seen told on another thread, which it must not hold up
     */
    void look(int most, Consumer<Visitors> seen);

    /** Wants another password of those who come in from now on, null for none; returns at once. */
    void password(@Nullable String password);

    /** Whether people may come in without encryption. */
    boolean allowsPlain();

    /** Decides whether they may; those who are in have to go if not. Returns at once. */
    void allowPlain(boolean on);

    /** What is kept at present, and who sees it. */
    KeepingRules keeping();

    /** Decides what is kept; returns at once. */
    void keeping(KeepingRules rules);

    /** What is on the disk, null if nothing is kept there; blocks for a moment. */
    @Nullable KeptData kept() throws IOException;

    /** Deletes for good what was said, and the accounts; returns at once. */
    void forgetEverything();

    /** Tells everyone and closes; blocks for a moment, so not on the JavaFX thread. */
    void close();
}
