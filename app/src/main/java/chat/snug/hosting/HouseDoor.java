package chat.snug.hosting;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The door of a hosted room: who asks to come in, which invites open it, who is known, and what was
 * done. All methods return at once. What is asked for is told on another thread, which it must not
 * hold up; never if the room closes first.
 */
public interface HouseDoor {
    /** Whether the host is asked about each who knows no password and has no invite. */
    boolean isAsking();

    /** Whether the host is asked from now on; whoever waits when not is let in. */
    void asking(boolean on);

    /**
     * Tells from now on who waits, at once and whenever that changes, to whoever was named last.
     */
    void onCallers(Consumer<List<Caller>> told);

    /** Lets somebody in who still waits under that name. */
    void letIn(Caller caller);

    /** Does not let somebody in who still waits under that name. */
    void turnAway(Caller caller);

    /**
     * Makes an invite.
     *
     * @param life how long it is good, null for as long as it is not withdrawn
     * @param uses how many people it lets in, 0 for any number
     * @param made is given the key for the address; null if there are too many invites
     */
    void invite(@Nullable Duration life, int uses, Consumer<@Nullable String> made);

    /** Tells once which invites there are, the newest first. */
    void invites(Consumer<List<LimitedInvite>> told);

    /** Takes an invite back. */
    void withdraw(LimitedInvite invite);

    /** Tells once who is known, the newest first. */
    void known(Consumer<List<KnownPerson>> told);

    /** Somebody has to ask again the next time. */
    void forget(KnownPerson person);

    /** Tells once what was done, the newest first, and not more than that. */
    void deeds(int most, Consumer<List<Deed>> told);
}
