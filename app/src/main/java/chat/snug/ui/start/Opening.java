package chat.snug.ui.start;

import chat.snug.client.Address;
import chat.snug.client.ClientEvent.RoomRefused;
import chat.snug.client.Failure;
import chat.snug.client.Identity;
import chat.snug.client.RoomName;
import chat.snug.hosting.HostingOptions;
import chat.snug.ui.Arrival;
import chat.snug.ui.FailureWords;
import chat.snug.ui.OpenRoom;
import chat.snug.ui.Surroundings;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** From the click until the person stands in the room of their own, or knows why not. */
final class Opening {
    /** What comes of it: exactly one of these, unless it is cancelled. JavaFX thread. */
    interface Outcome {
        /** The room is open, and the person in it. */
        void arrived(Arrival arrival);

        /** The room could not be opened. */
        void notOpened(IOException why);

        /** It was open, but not even its host could come in; it is closed again. */
        void shut(String why);
    }

    private final Surroundings surroundings;
    private final Identity who;
    private final HostingOptions options;
    private final Outcome outcome;
    private @Nullable Attempt attempt;
    private @Nullable OpenRoom open;
    private boolean cancelled;

    Opening(Surroundings surroundings, Identity who, HostingOptions options, Outcome outcome) {
        this.surroundings = surroundings;
        this.who = who;
        this.options = options;
        this.outcome = outcome;
    }

    /** In the background: opening asks the system for ports and addresses. */
    void begin() {
        surroundings.background().execute(this::listen);
    }

    private void listen() {
        try {
            OpenRoom hosted = surroundings.doorway().open(options);
            Address shown = hosted.address();
            surroundings.events().execute(() -> opened(hosted, shown));
        } catch (IOException e) {
            surroundings.events().execute(() -> notOpened(e));
        }
    }

    /** Gives up; what is open already closes again. No outcome follows. */
    void cancel() {
        cancelled = true;
        if (attempt != null) {
            attempt.cancel();
        }
        if (open != null) {
            surroundings.background().execute(open::close);
        }
    }

    private void notOpened(IOException why) {
        if (!cancelled) {
            outcome.notOpened(why);
        }
    }

    private void opened(OpenRoom hosted, Address shown) {
        if (cancelled) {
            surroundings.background().execute(hosted::close);
        } else {
            open = hosted;
            enter(hosted, shown, who, true);
        }
    }

    private void enter(OpenRoom hosted, Address shown, Identity as, boolean first) {
        Result result = new Result(hosted, shown, as, first);
        Attempt begun = new Attempt(surroundings, shown, hosted.hostAddress(), as, hosted, result);
        attempt = begun;
        begun.begin();
    }

    private final class Result implements Attempt.Outcome {
        private final OpenRoom hosted;
        private final Address shown;
        private final Identity as;
        private final boolean first;

        Result(OpenRoom hosted, Address shown, Identity as, boolean first) {
            this.hosted = hosted;
            this.shown = shown;
            this.as = as;
            this.first = first;
        }

        @Override
        public void arrived(Arrival arrival) {
            outcome.arrived(arrival);
        }

        @Override
        public void failed(Failure failure, @Nullable String suggestedName) {
            if (first && suggestedName != null) {
                // It is one's own room: come in by the name that the server takes.
                enter(hosted, shown, new Identity(suggestedName, as.realName()), false);
            } else {
                shut(words().of(failure, hosted.hostAddress(), as.name()));
            }
        }

        @Override
        public void turnedAway(RoomRefused refused) {
            shut(words().of(refused, RoomName.toScreen(refused.conversation())));
        }

        private FailureWords words() {
            return new FailureWords(surroundings.messages());
        }

        /** Nobody can come in, not even we: a room without its host is none. */
        private void shut(String why) {
            surroundings.background().execute(hosted::close);
            outcome.shut(why);
        }
    }
}
