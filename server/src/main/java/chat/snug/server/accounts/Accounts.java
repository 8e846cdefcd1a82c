package chat.snug.server.accounts;

import chat.snug.account.Verifier;
import chat.snug.key.Fingerprint;
import chat.snug.protocol.Skeleton;
import chat.snug.store.KeptTable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** All accounts there are. They are in the store, and last as long as it does. */
public final class Accounts {
    private static final String NAME = "name";
    private static final String REGISTERED = "registered";

    /** An account without a verifier and without a key is not there: both are put last. */
    private static final String VERIFIER = "verifier";

    private static final String KEYS = "keys";

    private static final String MAC = "HmacSHA256";

    public final SecureRandom random = new SecureRandom();

    /** The folded names of the accounts, by what they look like, at a glance too. */
    private final Map<String, String> bySkeleton = new HashMap<>();

    /** The folded names of the accounts, by the keys of their owners. */
    private final Map<Fingerprint, String> byKey = new HashMap<>();

    private final KeptTable table;
    private final UnaryOperator<String> fold;
    private final int iterations;
    private final byte[] secret = new byte[32];
    private Runnable whenGone = () -> {};

    /**
     * @param table where accounts are kept, by their folded names
     * @param fold what makes names equal that are the same
     * @param iterations how slow the hash of a new password is
     */
    public Accounts(KeptTable table, UnaryOperator<String> fold, int iterations) {
        this.table = table;
        this.fold = fold;
        this.iterations = iterations;
        random.nextBytes(secret);
        for (String owner : table.owners()) {
            if (exists(owner)) {
                String written = table.get(owner, NAME);
                hold(written == null ? owner : written, owner);
                keys(table.get(owner, KEYS)).forEach(key -> byKey.putIfAbsent(key, owner));
            }
        }
    }

    public int count() {
        return table.owners().size();
    }

    /** The account of that name, or null. */
    public @Nullable Account find(String name) {
        return kept(fold.apply(name));
    }

    /** The account of whoever has that key, or null. */
    public @Nullable Account of(Fingerprint key) {
        String owner = byKey.get(key);
        return owner == null ? null : find(owner);
    }

    /**
     * The account to which somebody has signed in, as it is now; null if they have not, or if it is
     * gone: another one of that name is not theirs.
     */
    public @Nullable Account current(@Nullable Account login) {
        Account now = login == null ? null : find(login.name());
        return now != null && now.isSame(login) ? now : null;
    }

    /** Whether somebody has signed in to the account of that name. */
    public boolean isOwner(@Nullable Account login, String name) {
        return login != null && isSame(login.name(), name) && current(login) != null;
    }

    private @Nullable Account kept(String owner) {
        String verifier = table.get(owner, VERIFIER);
        Verifier read = verifier == null ? null : Verifier.parse(verifier);
        List<Fingerprint> keys = keys(table.get(owner, KEYS));
        if (read == null && keys.isEmpty()) {
            return null;
        }
        String written = table.get(owner, NAME);
        String registered = table.get(owner, REGISTERED);
        return new Account(
                written == null ? owner : written,
                read,
                keys,
                registered == null ? 0 : Long.parseLong(registered));
    }

    private static List<Fingerprint> keys(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        List<Fingerprint> keys = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            Fingerprint key = Fingerprint.parse(word);
            if (key != null) {
                keys.add(key);
            }
        }
        return keys;
    }

    public boolean exists(String name) {
        String owner = fold.apply(name);
        return table.get(owner, VERIFIER) != null || table.get(owner, KEYS) != null;
    }

    /**
     * Whether a name looks like that of another account, or could be read as it. Whoever has an
     * account that is written so has nothing to imitate.
     */
    public boolean isImitatedBy(String name) {
        String folded = fold.apply(name);
        String glance = Skeleton.atAGlance(name);
        return (isOther(bySkeleton.get(Skeleton.of(name)), folded)
                        || isOther(bySkeleton.get(glance), folded))
                && !isOwn(folded, glance);
    }

    private static boolean isOther(@Nullable String owner, String folded) {
        return owner != null && !owner.equals(folded);
    }

    private boolean isOwn(String folded, String glance) {
        Account own = find(folded);
        return own != null && Skeleton.atAGlance(own.name()).equals(glance);
    }

    /** Whether two names are those of the same account. */
    public boolean isSame(@Nullable String one, String other) {
        return one != null && fold.apply(one).equals(fold.apply(other));
    }

    /** Keeps an account, in place of the one of that name if there is one. */
    public void add(Account account) {
        String owner = fold.apply(account.name());
        Account before = find(owner);
        if (before != null) {
            before.keys().forEach(key -> byKey.remove(key, owner));
        }
        Verifier verifier = account.verifier();
        table.put(owner, NAME, account.name());
        table.put(owner, REGISTERED, Long.toString(account.registeredAt()));
        put(owner, KEYS, account.keys().isEmpty() ? null : text(account.keys()));
        put(owner, VERIFIER, verifier == null ? null : verifier.text());
        index(owner, account);
    }

    private void put(String owner, String key, @Nullable String value) {
        if (value != null) {
            table.put(owner, key, value);
        } else if (table.get(owner, key) != null) {
            table.remove(owner, key);
        }
    }

    private static String text(List<Fingerprint> keys) {
        List<String> words = new ArrayList<>(keys.size());
        for (Fingerprint key : keys) {
            words.add(key.toString());
        }
        return String.join(" ", words);
    }

    private void index(String owner, Account account) {
        hold(account.name(), owner);
        account.keys().forEach(key -> byKey.put(key, owner));
    }

    private void hold(String name, String owner) {
        bySkeleton.putIfAbsent(Skeleton.of(name), owner);
        bySkeleton.putIfAbsent(Skeleton.atAGlance(name), owner);
    }

    private void unindex(String owner, Account account) {
        bySkeleton.remove(Skeleton.of(account.name()), owner);
        bySkeleton.remove(Skeleton.atAGlance(account.name()), owner);
        account.keys().forEach(key -> byKey.remove(key, owner));
    }

    /** Takes an account back that could not be kept. */
    public void remove(Account account) {
        String owner = fold.apply(account.name());
        table.removeAll(owner);
        unindex(owner, account);
        whenGone.run();
    }

    /** All that was kept is gone. */
    public void forgotten() {
        bySkeleton.clear();
        byKey.clear();
        whenGone.run();
    }

    /** What is run whenever an account is gone to which somebody may be signed in. */
    public void whenGone(Runnable action) {
        whenGone = action;
    }

    // ---- passwords

    /** What a password of a new account becomes; slow. */
    public Verifier verifier(String password) {
        return Verifier.of(password, iterations, random);
    }

    /**
     * What a password is checked against: that of the account, or one that nobody knows, so that it
     * takes as long and looks the same where there is no account or it has no password.
     */
    public Verifier verifier(@Nullable Account account, String name) {
        Verifier own = account == null ? null : account.verifier();
        return own == null ? nobody(name) : own;
    }

    Verifier nobody(String name) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            byte[] salt = mac.doFinal(fold.apply(name).getBytes(StandardCharsets.UTF_8));
            return Verifier.ofNobody(salt, iterations, random);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }
}
