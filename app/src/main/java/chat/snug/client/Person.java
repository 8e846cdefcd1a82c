package chat.snug.client;

import chat.snug.key.Fingerprint;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a room, as the people list shows them.
 *
 * @param name the name (nick) now
 * @param modes the channel membership modes they hold, as mode letters: {@code o} operator, {@code
 *     h}, {@code v} voice; empty for everyone else
 * @param away whether they are marked as away
 * @param account the account they are signed in to, or null if none is known
 * @param guest whether the host has said that they have none, where people have accounts
 * @param realName the longer name that they gave, or null if it is not known
 * @param key the key that they have proved to have, or null if none is known; see {@link
 *     ClientRequest.AskKey}
 */
public record Person(
        String name,
        Set<Character> modes,
        boolean away,
        @Nullable String account,
        boolean guest,
        @Nullable String realName,
        @Nullable Fingerprint key) {
    private static final char FOUNDER = 'q';

    public Person {
        modes = Set.copyOf(modes);
    }

    /** Somebody of whom no more is known. */
    public Person(String name, Set<Character> modes, boolean away) {
        this(name, modes, away, null, false, null, null);
    }

    /** Whether they may moderate: founder, admin, operator or half-operator. */
    public boolean moderates() {
        return modes.contains('q')
                || modes.contains('a')
                || modes.contains('o')
                || modes.contains('h');
    }

    /**
     * The same person as the one whose computer the room is on, or not. A Snug host has no rank for
     * that and tells it as an operator of the whole server (RPL_WHOREPLY); here it is the mode of a
     * founder, as other hosts have it.
     */
    Person hosting(boolean hosts) {
        if (modes.contains(FOUNDER) == hosts) {
            return this;
        }
        Set<Character> now = new TreeSet<>(modes);
        if (hosts) {
            now.add(FOUNDER);
        } else {
            now.remove(FOUNDER);
        }
        return ranked(now);
    }

    /** The same person under another name. */
    public Person named(String newName) {
        return new Person(newName, modes, away, account, guest, realName, key);
    }

    Person ranked(Set<Character> newModes) {
        return new Person(name, newModes, away, account, guest, realName, key);
    }

    Person away(boolean now) {
        return new Person(name, modes, now, account, guest, realName, key);
    }

    /** Signed in to an account; null for one that is not known, if there is any. */
    Person of(@Nullable String newAccount) {
        return new Person(name, modes, away, newAccount, false, realName, key);
    }

    /** Signed in to none. */
    Person asGuest() {
        return new Person(name, modes, away, null, true, realName, key);
    }

    Person calling(@Nullable String newRealName) {
        return new Person(name, modes, away, account, guest, newRealName, key);
    }

    Person keyed(@Nullable Fingerprint newKey) {
        return new Person(name, modes, away, account, guest, realName, newKey);
    }
}
