package chat.snug.client;

import java.util.Set;

/**
 * Somebody in a room, as the people list shows them.
 *
 * @param name the name (nick) now
 * @param modes the channel membership modes they hold, as mode letters: {@code o} operator, {@code
 *     h}, {@code v} voice; empty for everyone else
 * @param away whether they are marked as away
 */
public record Person(String name, Set<Character> modes, boolean away) {
    public Person {
        modes = Set.copyOf(modes);
    }

    /** Whether they may moderate: founder, admin, operator or half-operator. */
    public boolean moderates() {
        return modes.contains('q')
                || modes.contains('a')
                || modes.contains('o')
                || modes.contains('h');
    }
}
