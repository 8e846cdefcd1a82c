package chat.snug.server.accounts;

import chat.snug.account.Verifier;
import chat.snug.key.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name that belongs to whoever knows its password or has one of its keys.
 *
 * @param name as its owner writes it
 * @param verifier what the password is checked against, null if there is none
 * @param keys by which its owner is known, in the order in which they were added; none twice
 * @param registeredAt when it was made, in milliseconds of the epoch
 */
public record Account(
        String name, @Nullable Verifier verifier, List<Fingerprint> keys, long registeredAt) {
    public Account {
        keys = List.copyOf(keys);
    }

    /** With a password and no key. */
    public Account(String name, Verifier verifier, long registeredAt) {
        this(name, verifier, List.of(), registeredAt);
    }

    /**
     * Whether it is this account, whatever opens it now, and not another one that was made under
     * the same name after it was gone.
     */
    public boolean isSame(@Nullable Account other) {
        return other != null && registeredAt == other.registeredAt && name.equals(other.name);
    }

    /** The same with another password. */
    public Account withPassword(Verifier newVerifier) {
        return new Account(name, newVerifier, keys, registeredAt);
    }

    /** The same with one key more. */
    public Account with(Fingerprint key) {
        List<Fingerprint> more = new ArrayList<>(keys);
        if (!more.contains(key)) {
            more.add(key);
        }
        return new Account(name, verifier, more, registeredAt);
    }

    /** The same without a key. */
    public Account without(Fingerprint key) {
        List<Fingerprint> fewer = new ArrayList<>(keys);
        fewer.remove(key);
        return new Account(name, verifier, fewer, registeredAt);
    }
}
