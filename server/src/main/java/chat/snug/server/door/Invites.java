package chat.snug.server.door;

import chat.snug.server.host.Invite;
import chat.snug.store.Fields;
import chat.snug.store.KeptTable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The invites that are limited and can be withdrawn. Each is a secret of 128 random bits, of which
 * only the hash is kept, so that whoever reads what is kept cannot come in with it; and as it is
 * the hash that is looked up, how long that takes tells nothing about the secret.
 *
 * <p>Those that are of no use any more are kept as long as there is place, so that whoever comes
 * with one is told why it does not open the door.
 */
public final class Invites {
    private static final int SECRET_BYTES = 16;
    private static final int SECRET_LENGTH = 22;
    private static final String FACTS = "facts";
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final KeptTable table;
    private final int most;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param table where they are kept
     * @param most how many are kept
     */
    public Invites(KeptTable table, int most) {
        this.table = table;
        this.most = most;
    }

    /**
     * Makes an invite.
     *
     * @param life how long it is good, null for as long as it is not withdrawn
     * @param uses how many people it lets in, 0 for any number
     * @param now the time
     * @return its secret; null if there are too many that are still good
     */
    public @Nullable String make(@Nullable Duration life, int uses, Instant now) {
        if (!makePlace(now)) {
            return null;
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = TEXT.encodeToString(bytes);
        keep(new Invite(id(secret), now, life == null ? null : now.plus(life), uses, 0, false));
        return secret;
    }

    private boolean makePlace(Instant now) {
        List<Invite> all = all();
        if (all.size() < most) {
            return true;
        }
        for (Invite invite : all.reversed()) {
            if (!invite.isGood(now)) {
                table.removeAll(invite.id());
                return true;
            }
        }
        return false;
    }

    /** Whether a secret has the form of an invite's. */
    public static boolean looksLikeOne(String secret) {
        return secret.length() == SECRET_LENGTH
                && secret.chars().allMatch(c -> c < 0x80 && isBase64(c));
    }

    private static boolean isBase64(int c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }

    /** The invite with that secret, good or not; null if there is none. */
    public @Nullable Invite find(String secret) {
        return looksLikeOne(secret) ? read(id(secret)) : null;
    }

    /** One more person came in with an invite. */
    public void use(Invite invite) {
        Invite now = read(invite.id());
        if (now != null) {
            keep(
                    new Invite(
                            now.id(),
                            now.made(),
                            now.expires(),
                            now.uses(),
                            now.used() + 1,
                            now.withdrawn()));
        }
    }

    /** It lets nobody in from now on; says whether it did until now. */
    public boolean withdraw(String id) {
        Invite now = read(id);
        if (now == null || now.withdrawn()) {
            return false;
        }
        keep(new Invite(id, now.made(), now.expires(), now.uses(), now.used(), true));
        return true;
    }

    /** All that are kept, the newest first. */
    public List<Invite> all() {
        List<Invite> all = new ArrayList<>();
        for (String id : table.owners()) {
            Invite invite = read(id);
            if (invite != null) {
                all.add(invite);
            }
        }
        all.sort(Comparator.comparing(Invite::made).reversed().thenComparing(Invite::id));
        return all;
    }

    private void keep(Invite invite) {
        Instant expires = invite.expires();
        table.put(
                invite.id(),
                FACTS,
                Fields.join(
                        List.of(
                                Long.toString(invite.made().toEpochMilli()),
                                expires == null ? "" : Long.toString(expires.toEpochMilli()),
                                Integer.toString(invite.uses()),
                                Integer.toString(invite.used()),
                                Boolean.toString(invite.withdrawn()))));
    }

    private @Nullable Invite read(String id) {
        String facts = table.get(id, FACTS);
        if (facts == null) {
            return null;
        }
        List<String> fields = Fields.split(facts);
        String expires = fields.get(1);
        return new Invite(
                id,
                Instant.ofEpochMilli(Long.parseLong(fields.get(0))),
                expires.isEmpty() ? null : Instant.ofEpochMilli(Long.parseLong(expires)),
                Integer.parseInt(fields.get(2)),
                Integer.parseInt(fields.get(3)),
                Boolean.parseBoolean(fields.get(4)));
    }

    private static String id(String secret) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            return TEXT.encodeToString(hash.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
