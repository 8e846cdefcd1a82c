package chat.snug.bench;

import java.util.Arrays;

/** Who sits in which room and who talks there: fixed before anybody joins. */
final class Rooms {
    private static final int NOWHERE = -1;

    private final String[] names;
    private final int[][] members;
    private final int[] first;
    private final int[] second;
    private final int senders;

    private Rooms(String[] names, int[][] members, int[] first, int[] second, int senders) {
        this.names = names;
        this.members = members;
        this.first = first;
        this.second = second;
        this.senders = senders;
    }

    /** The first so many clients in one room. */
    static Rooms one(String name, int members, int senders) {
        int[] first = new int[members];
        int[] second = new int[members];
        Arrays.fill(second, NOWHERE);
        int[][] seats = {new int[members]};
        Arrays.setAll(seats[0], i -> i);
        return new Rooms(new String[] {name}, seats, first, second, senders);
    }

    /**
     * Everybody in two rooms: half of a room has it as the first, the other half as the second. The
     * senders of a room are of the first half, so nobody talks in two.
     */
    static Rooms overlapping(int rooms, int people, int senders) {
        int[] first = new int[rooms * people / 2];
        int[] second = new int[first.length];
        int[][] members = new int[rooms][people];
        for (int client = 0; client < first.length; client++) {
            int lap = client / rooms;
            first[client] = client % rooms;
            second[client] = (first[client] + 1 + lap) % rooms;
            members[first[client]][lap] = client;
            members[second[client]][people / 2 + lap] = client;
        }
        String[] names = new String[rooms];
        Arrays.setAll(names, room -> String.format("#bench%03d", room));
        return new Rooms(names, members, first, second, senders);
    }

    /** One for each room, as on the wire. */
    String[] names() {
        return names;
    }

    /**
     * The clients in a room, in the order in which they join. The first of them are the senders,
     * the last one is the observer.
     */
    int[] members(int room) {
        return members[room];
    }

    /** For each client its first room. */
    int[] first() {
        return first;
    }

    /** For each client its second room, or -1. */
    int[] second() {
        return second;
    }

    /** How many members of each room talk. */
    int senders() {
        return senders;
    }

    int count() {
        return names.length;
    }

    /** The streams of a phase: one for each sender in each room. */
    int streams() {
        return names.length * senders;
    }

    int roomOf(int stream) {
        return stream / senders;
    }

    int clientOf(int stream) {
        return members[stream / senders][stream % senders];
    }

    /** The clients that sit in a room at all are the first ones. */
    int people() {
        return first.length;
    }

    boolean contains(int room, int client) {
        return first[client] == room || second[client] == room;
    }
}
