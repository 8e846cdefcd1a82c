package chat.snug.server.login;

import chat.snug.room.Refusal;
import chat.snug.server.session.Seat;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Asks the rooms that somebody is in whether they may have another name. Where the lists of many
 * rooms have to be compared, that is done in shares of later turns.
 */
final class NameCheck {
    /** So many entries are compared at once. */
    private static final int LOOKS = 4_000;

    /** The first room that has something against it, and what. */
    record Objection(Refusal refusal, String room) {}

    private final ServerState server;
    private final Session session;
    private final String nick;

    NameCheck(ServerState server, Session session, String nick) {
        this.server = server;
        this.session = session;
        this.nick = nick;
    }

    /** Asks them; all that is compared counts at once. */
    CompletableFuture<Optional<Objection>> ask() {
        Deque<Seat> seats = new ArrayDeque<>(session.places.seats());
        int looks = 0;
        for (Seat seat : seats) {
            looks += looks(seat);
        }
        session.intake.looked(looks);
        return ask(seats);
    }

    private CompletableFuture<Optional<Objection>> ask(Deque<Seat> left) {
        int looks = 0;
        while (!left.isEmpty() && looks < LOOKS) {
            Seat seat = left.removeFirst();
            looks += looks(seat);
            Refusal refusal = seat.channel.room.refusalToBeCalled(session, nick);
            if (refusal != null) {
                return CompletableFuture.completedFuture(
                        Optional.of(new Objection(refusal, seat.channel.name())));
            }
        }
        return left.isEmpty()
                ? CompletableFuture.completedFuture(Optional.empty())
                : CompletableFuture.supplyAsync(() -> left, server.loop.spareTime())
                        .thenCompose(this::ask);
    }

    /** By the old name and by the new one. */
    private static int looks(Seat seat) {
        return 2 * seat.channel.room.entries();
    }
}
