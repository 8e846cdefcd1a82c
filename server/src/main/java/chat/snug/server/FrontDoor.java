package chat.snug.server;

import chat.snug.net.SelectorLoop;
import chat.snug.server.host.Acquaintance;
import chat.snug.server.host.Deed;
import chat.snug.server.host.Invite;
import chat.snug.server.host.Knock;
import chat.snug.server.session.DoorDesk;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The door of a server, as its host decides about it. All methods may be called from any thread.
 * What is asked for is told on the server's thread, which must not be held up; never if the server
 * closes first.
 *
 * @see ChatServer#door()
 */
public final class FrontDoor {
    private final SelectorLoop loop;
    private final DoorDesk desk;

    FrontDoor(SelectorLoop loop, DoorDesk desk) {
        this.loop = loop;
        this.desk = desk;
    }

    // ---- those who ask to come in

    /** Whether somebody decides about each who knows no password and has no invite. */
    public boolean isAsking() {
        return desk.isAsking();
    }

    /** Whether somebody decides from now on; whoever waits when nobody does is let in. */
    public void asking(boolean on) {
        loop.execute(() -> desk.asking(on));
    }

    /**
     * Tells from now on who waits, at once and whenever that changes, to whoever was named last.
     *
     * @param told is given all who wait, whoever came first being first; not more than {@code
     *     DoorLimits.waiting()}
     */
    public void onKnock(Consumer<List<Knock>> told) {
        loop.execute(() -> desk.waiting.onChange(told));
    }

    /** Lets somebody in, if they still wait under that name, and remembers them. */
    public void admit(Knock knock) {
        loop.execute(() -> desk.waiting.admit(knock, ""));
    }

    /** Does not let somebody in, if they still wait under that name, and remembers them. */
    public void turnAway(Knock knock) {
        loop.execute(() -> desk.waiting.turnAway(knock, ""));
    }

    // ---- those who were let in or turned away

    /** Asks about whom was decided, the newest first. */
    public void known(Consumer<List<Acquaintance>> told) {
        loop.execute(() -> told.accept(desk.known.all()));
    }

    /**
     * Somebody has to ask again the next time.
     *
     * @param key {@link Acquaintance#key()}
     */
    public void forget(String key) {
        loop.execute(() -> desk.forget(key));
    }

    // ---- invites

    /**
     * Makes an invite that is limited and can be withdrawn.
     *
     * @param life how long it is good, null for as long as it is not withdrawn
     * @param uses how many people it lets in, 0 for any number
     * @param made is given its secret, which is sent as the password and kept nowhere here; null if
     *     there are too many invites
     */
    public void invite(@Nullable Duration life, int uses, Consumer<@Nullable String> made) {
        loop.execute(() -> made.accept(desk.invite(life, uses)));
    }

    /** Asks which invites there are, the newest first, also those that let nobody in any more. */
    public void invites(Consumer<List<Invite>> told) {
        loop.execute(() -> told.accept(desk.invites.all()));
    }

    /**
     * Takes an invite back: it lets nobody in from now on. Whoever came with it stays.
     *
     * @param id {@link Invite#id()}
     */
    public void withdraw(String id) {
        loop.execute(() -> desk.withdraw(id));
    }

    // ---- who did what

    /**
     * Asks what was done to look after the rooms, the newest first.
     *
     * @param most how many acts are told at most
     */
    public void deeds(int most, Consumer<List<Deed>> told) {
        loop.execute(() -> told.accept(desk.deeds().newest(most)));
    }
}
