package chat.snug.server;

import chat.snug.net.SelectorLoop;
import chat.snug.server.session.ServerState;

/**
 * What a server holds at a moment.
 *
 * @param connections registered or not
 * @param rooms those that are open
 * @param segments how many hold something that is to be sent
 * @param unreadBytes what has come and has to wait
 * @param timers how much is to be done later
 */
record Load(int connections, int rooms, int segments, long unreadBytes, int timers) {
    /** On the loop's thread. */
    static Load of(SelectorLoop loop, ServerState state) {
        return new Load(
                state.people.connections(),
                state.rooms.count(),
                loop.segments().inUse(),
                loop.unreadBytes(),
                loop.timers().size());
    }
}
