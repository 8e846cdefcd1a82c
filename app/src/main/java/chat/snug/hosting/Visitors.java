package chat.snug.hosting;

import java.util.List;

/**
 * Who is connected at one moment. Immutable, any thread.
 *
 * @param count how many people are here
 * @param people who they are, whoever came first being first; of a crowd not all
 * @param entering how many connections have not said who they are
 */
public record Visitors(int count, List<Visitor> people, int entering) {
    /** Nobody, or not looked yet. */
    public static final Visitors NONE = new Visitors(0, List.of(), 0);

    public Visitors {
        people = List.copyOf(people);
    }
}
