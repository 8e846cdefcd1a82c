package chat.snug.net;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Which connections of a loop still have something to do in this turn, each step in the order of
 * listing. A connection keeps itself from being listed twice. Belongs to the loop's thread.
 */
final class Agenda {
    /** So often a turn's end is repeated for what handlers do when they are told of a close. */
    private static final int END_ROUNDS = 16;

    private final ArrayDeque<Connection> toResume = new ArrayDeque<>();
    private final Share share = new Share();
    private List<Connection> toFlush = new ArrayList<>();
    private List<Connection> toEnd = new ArrayList<>();

    /** Empty, except while a list is worked off: what is listed meanwhile is for the next round. */
    private List<Connection> spare = new ArrayList<>();

    void resume(Connection connection) {
        toResume.add(connection);
    }

    void flush(Connection connection) {
        toFlush.add(connection);
    }

    void end(Connection connection) {
        toEnd.add(connection);
    }

    boolean isEmpty() {
        return toResume.isEmpty() && toFlush.isEmpty() && toEnd.isEmpty();
    }

    /** The beginning of a turn: what was left unread is delivered, as far as there is time. */
    void beginTurn() {
        share.begin();
        for (int i = toResume.size(); i > 0 && !share.isUsedUp(); i--) {
            step(toResume.remove(), Connection::resumeTurn);
        }
    }

    /** Writes what was sent so far, before the turn is over. */
    void flushAll() {
        List<Connection> listed = toFlush;
        toFlush = new ArrayList<>();
        workOff(listed, Connection::flushTurn);
    }

    /** The end of a turn: writes what was sent, closes what is to be closed, until nothing is. */
    void endTurn() {
        for (int i = 0; i < END_ROUNDS && !(toFlush.isEmpty() && toEnd.isEmpty()); i++) {
            List<Connection> listed = toFlush;
            toFlush = spare;
            spare = workOff(listed, Connection::flushTurn);
            listed = toEnd;
            toEnd = spare;
            spare = workOff(listed, Connection::endTurn);
        }
    }

    private static List<Connection> workOff(
            List<Connection> listed, Consumer<Connection> nextStep) {
        for (Connection connection : listed) {
            step(connection, nextStep);
        }
        listed.clear();
        return listed;
    }

    private static void step(Connection connection, Consumer<Connection> nextStep) {
        try {
            nextStep.accept(connection);
        } catch (RuntimeException | Error e) {
            connection.failedSafely(e);
        }
    }
}
