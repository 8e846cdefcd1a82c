package chat.snug.bench;

/**
 * The numbers of a scenario.
 *
 * @param members how many people talk to each other; with several rooms, how many are in each
 * @param rooms 1, or several with everybody in two of them
 * @param senders how many members of a room talk
 * @param window messages that a sender has under way in a closed loop
 * @param rate messages a second of all senders together in an open loop, or 0 for a closed one
 * @param messages how many each sender sends, or 0 to go by time
 * @param seconds how long the measured phase lasts
 * @param payload bytes of a text
 * @param stalled readers that stop reading when the measured phase begins
 * @param mixed whether every other member asks for capabilities
 * @param idle connections besides the members that do nothing
 */
record Plan(
        int members,
        int rooms,
        int senders,
        int window,
        double rate,
        int messages,
        double seconds,
        int payload,
        int stalled,
        boolean mixed,
        int idle) {

    /** A room in a closed loop with short texts. */
    static Plan room(int members, int senders) {
        return new Plan(members, 1, senders, 32, 0, 0, 5, 64, 0, false, 0);
    }

    Plan rooms(int count, int windowOfEach) {
        return new Plan(
                members,
                count,
                senders,
                windowOfEach,
                rate,
                messages,
                seconds,
                payload,
                stalled,
                mixed,
                idle);
    }

    Plan paced(double messagesPerSecond) {
        return new Plan(
                members,
                rooms,
                senders,
                window,
                messagesPerSecond,
                messages,
                seconds,
                payload,
                stalled,
                mixed,
                idle);
    }

    Plan messages(int ofEach) {
        return new Plan(
                members, rooms, senders, window, rate, ofEach, seconds, payload, stalled, mixed,
                idle);
    }

    Plan seconds(double length) {
        return new Plan(
                members, rooms, senders, window, rate, messages, length, payload, stalled, mixed,
                idle);
    }

    Plan payload(int bytes) {
        return new Plan(
                members, rooms, senders, window, rate, messages, seconds, bytes, stalled, mixed,
                idle);
    }

    Plan stalled(int readers) {
        return new Plan(
                members, rooms, senders, window, rate, messages, seconds, payload, readers, mixed,
                idle);
    }

    Plan withMixedCapabilities() {
        return new Plan(
                members, rooms, senders, window, rate, messages, seconds, payload, stalled, true,
                idle);
    }

    Plan idle(int connections) {
        return new Plan(
                members,
                rooms,
                senders,
                window,
                rate,
                messages,
                seconds,
                payload,
                stalled,
                mixed,
                connections);
    }

    /** People in rooms. */
    int people() {
        return rooms == 1 ? members : rooms * members / 2;
    }

    /** A smaller crowd for a quick try; the shape stays. */
    Plan scaled(double factor) {
        int fewer = Math.max(senders + 2, (int) (members * factor));
        int fewerRooms = Math.max(members / 2 + 2, (int) (rooms * factor));
        return new Plan(
                rooms == 1 ? fewer : members,
                rooms == 1 ? 1 : fewerRooms,
                senders,
                window,
                rate,
                messages,
                seconds,
                payload,
                (int) (stalled * factor),
                mixed,
                (int) (idle * factor));
    }

    /** Whether this client asks for capabilities: every other one. */
    boolean asksCapabilities(int client) {
        return mixed && client % 2 == 1;
    }

    boolean stalls(int client) {
        // Spread between the senders, who come first, and the observer, who comes last.
        int room = people() - senders - 2;
        int seat = client - senders;
        return stalled > 0
                && seat >= 0
                && seat < room
                && (long) seat * stalled / room != (long) (seat + 1) * stalled / room;
    }
}
