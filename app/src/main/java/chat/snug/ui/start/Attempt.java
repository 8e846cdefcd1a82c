package chat.snug.ui.start;

import chat.snug.client.Address;
import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.RoomRefused;
import chat.snug.client.ClientRequest;
import chat.snug.client.Failure;
import chat.snug.client.Identity;
import chat.snug.ui.Arrival;
import chat.snug.ui.OpenRoom;
import chat.snug.ui.Surroundings;
import chat.snug.ui.Visit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One try to get in: from the click until the person stands in the room, or knows why not.
 *
 * <p>An address that names a room is not reached by being connected: the room may be full. So the
 * try ends when the host has let the person in or turned them away.
 */
final class Attempt {
    /** What comes of it: exactly one of these, unless it is cancelled. JavaFX thread. */
    interface Outcome {
        /** The person is in. */
        void arrived(Arrival arrival);

        /**
         * There was no way in.
         *
         * @param suggestedName another name that is free, if the name was the reason
         */
        void failed(Failure failure, @Nullable String suggestedName);

        /** The host is there, but the room stays shut. */
        void turnedAway(RoomRefused refused);

        /** The host was asked whether the person may come in; the try goes on until it says. */
        default void waiting() {}

        /** The host is there, but the person is not signed in to their account; the try is over. */
        default void notSignedIn(ClientEvent.SignInFailed failed) {}

        /**
         * The host is there, and the room wants a key of its own; the try waits for {@link
         * Attempt#enter(String)}. Without this it is over.
         *
         * @return whether somebody will be asked for it
         */
        default boolean keyWanted(RoomRefused refused) {
            return false;
        }
    }

    private final Address shown;
    private final @Nullable OpenRoom hosted;
    private final Outcome outcome;
    private final Visit visit;
    private final List<ClientEvent> events = new ArrayList<>();
    private boolean over;
    private @Nullable String locked;

    /**
     * A try that has not begun.
     *
     * @param shown what others would type to get there
     * @param to where to connect to
     * @param hosted the own room that it leads to, or null
     */
    Attempt(
            Surroundings surroundings,
            Address shown,
            Address to,
            Identity identity,
            @Nullable OpenRoom hosted,
            Outcome outcome) {
        this.shown = shown;
        this.hosted = hosted;
        this.outcome = outcome;
        this.visit =
                Visit.of(
                        surroundings,
                        to,
                        identity,
                        hosted == null ? null : hosted.hostKey(),
                        this::receive);
    }

    void begin() {
        visit.link().connect();
    }

    /** Begins, and signs in to an account on the way. */
    void begin(ClientRequest.SignIn signIn) {
        visit.link().submit(signIn);
        begin();
    }

    /** What it says was told to the host encrypted, and is told to nobody who does not. */
    void neverInPlain() {
        visit.link().submit(new ClientRequest.NeverInPlain());
    }

    /** Tries the key of the room that asked for one. */
    void enter(String key) {
        if (locked != null && !over) {
            visit.link().submit(new ClientRequest.Join(locked, key));
        }
    }

    /** Gives up; no outcome follows. */
    void cancel() {
        over = true;
        visit.link().cancel();
        visit.leave("");
    }

    private void receive(List<ClientEvent> batch) {
        events.addAll(batch);
        for (ClientEvent event : batch) {
            if (!over) {
                consider(event);
            }
        }
    }

    private void consider(ClientEvent event) {
        switch (event) {
            case ClientEvent.WaitingForHost _ -> outcome.waiting();
            case ClientEvent.Connected _ when shown.room() == null -> arrive();
            case ClientEvent.RoomEntered _, ClientEvent.Refused _ -> arrive();
            case RoomRefused refused
                    when refused.reason() == RoomRefused.Reason.WRONG_KEY
                            && outcome.keyWanted(refused) ->
                    locked = refused.conversation();
            case RoomRefused refused -> {
                end();
                outcome.turnedAway(refused);
            }
            case ClientEvent.SignInFailed failed -> {
                end();
                outcome.notSignedIn(failed);
            }
            case ClientEvent.ConnectFailed(Failure failure, @Nullable String suggested) -> {
                end();
                outcome.failed(failure, suggested);
            }
            case ClientEvent.Disconnected(Failure failure) -> {
                end();
                outcome.failed(failure, null);
            }
            case ClientEvent _ -> {}
        }
    }

    private void arrive() {
        over = true;
        outcome.arrived(new Arrival(shown, hosted, visit, events));
    }

    private void end() {
        over = true;
        visit.leave("");
    }
}
