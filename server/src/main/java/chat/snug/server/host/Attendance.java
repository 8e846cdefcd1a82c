package chat.snug.server.host;

import java.util.List;

/**
 * Who is connected at one moment. Immutable, any thread.
 *
 * @param count how many people are here
 * @param guests who they are, whoever came first being first; not more than were asked for
 * @param entering how many connections have not said who they are
 */
public record Attendance(int count, List<Guest> guests, int entering) {
    public Attendance {
        guests = List.copyOf(guests);
    }
}
