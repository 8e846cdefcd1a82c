package chat.snug.server.accounts;

import chat.snug.account.Verifier;
import chat.snug.protocol.Skeleton;
import chat.snug.store.KeptTable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** All accounts there are. They are in the store, and last as long as it does. */
public final class Accounts {
    private static final String NAME = "name";
    private static final String REGISTERED = "registered";

    /** Put last: an account without it is not there. */
    private static final String VERIFIER = "verifier";

    private static final String MAC = "HmacSHA256";

    public final SecureRandom random = new SecureRandom();

    /** The folded names of the accounts, by what they look like. */
    private final Map<String, String> bySkeleton = new HashMap<>();

    private final KeptTable table;
    private final UnaryOperator<String> fold;
    private final int iterations;
    private final byte[] secret = new byte[32];

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
            String written = table.get(owner, NAME);
            bySkeleton.putIfAbsent(Skeleton.of(written == null ? owner : written), owner);
        }
    }

    public int count() {
        return table.owners().size();
    }

    /** The account of that name, or null. */
    public @Nullable Account find(String name) {
        String owner = fold.apply(name);
        String verifier = table.get(owner, VERIFIER);
        Verifier read = verifier == null ? null : Verifier.parse(verifier);
        if (read == null) {
            return null;
        }
        String written = table.get(owner, NAME);
        String registered = table.get(owner, REGISTERED);
        return new Account(
                written == null ? owner : written,
                read,
                registered == null ? 0 : Long.parseLong(registered));
    }

    public boolean exists(String name) {
        return table.get(fold.apply(name), VERIFIER) != null;
    }

    /** Whether the name of another account looks like this one. */
    public boolean isImitatedBy(String name) {
        String owner = bySkeleton.get(Skeleton.of(name));
        return owner != null && !owner.equals(fold.apply(name));
    }

    /** Whether two names are those of the same account. */
    public boolean isSame(@Nullable String one, String other) {
        return one != null && fold.apply(one).equals(fold.apply(other));
    }

    public void add(Account account) {
        String owner = fold.apply(account.name());
        table.put(owner, NAME, account.name());
        table.put(owner, REGISTERED, Long.toString(account.registeredAt()));
        table.put(owner, VERIFIER, account.verifier().text());
        bySkeleton.putIfAbsent(Skeleton.of(account.name()), owner);
    }

    /** Takes an account back that could not be kept. */
    public void remove(String name) {
        table.removeAll(fold.apply(name));
    }

    /** What a password of a new account becomes; slow. */
    public Verifier verifier(String password) {
        return Verifier.of(password, iterations, random);
    }

    /**
     * What the password of an account that is not there is checked against, so that it takes as
     * long and looks the same.
     */
    public Verifier nobody(String name) {
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
