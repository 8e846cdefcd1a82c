package chat.snug.ui;

import chat.snug.key.BrokenFile;
import chat.snug.key.BrokenKeyException;
import chat.snug.key.OwnKey;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key by which rooms know this person again, so that their name stays theirs. It is made when
 * it is wanted first, and kept in a file for its owner's eyes. A file that makes no sense is set
 * aside, and told; where none can be kept there is no key: a name that it took would be lost with
 * it.
 *
 * <p>Any thread; the first call of {@link #get()} blocks for a moment.
 */
public final class PersonKey {
    private static final String NAME = "own-key.pem";
    private static final Logger LOG = LoggerFactory.getLogger(PersonKey.class);

    /**
     * What is wrong, to be told to the person.
     *
     * @param kind what
     * @param where the file that was set aside, or that cannot be kept
     */
    public record Trouble(Kind kind, Path where) {
        /** What can be wrong. */
        public enum Kind {
            /** The file made no sense, and there is a new key. */
            SET_ASIDE,
            /** There is no key. */
            OFF
        }
    }

    private final @Nullable Path file;
    private boolean looked;
    private @Nullable OwnKey key;
    private @Nullable Trouble trouble;

    private PersonKey(@Nullable Path file) {
        this.file = file;
    }

    /** That of a folder, which need not exist. */
    public static PersonKey in(Path folder) {
        return new PersonKey(folder.resolve(NAME));
    }

    /** Another one each time the app is started. */
    public static PersonKey inMemory() {
        return new PersonKey(null);
    }

    /** The key, null if none can be kept. */
    public synchronized @Nullable OwnKey get() {
        if (!looked) {
            looked = true;
            key = file == null ? OwnKey.make() : load(file);
        }
        return key;
    }

    private @Nullable OwnKey load(Path from) {
        try {
            return OwnKey.load(from);
        } catch (BrokenKeyException e) {
            return anew(from, e);
        } catch (IOException e) {
            return off(from, e);
        }
    }

    private @Nullable OwnKey anew(Path from, BrokenKeyException broken) {
        try {
            Path aside = BrokenFile.setAside(from);
            LOG.warn(
                    "{}; it is set aside as {}, and there is a new key",
                    broken.getMessage(),
                    aside);
            trouble = new Trouble(Trouble.Kind.SET_ASIDE, aside);
            return OwnKey.load(from);
        } catch (IOException e) {
            e.addSuppressed(broken);
            return off(from, e);
        }
    }

    private @Nullable OwnKey off(Path from, IOException why) {
        LOG.warn("No key can be kept in {}: check its owner, and the disk", from, why);
        trouble = new Trouble(Trouble.Kind.OFF, from);
        return null;
    }

    /**
     * What networks write down to know the key by ("CertFP"): hashes of its certificate, one in a
     * line; empty if there is no key. They change when the certificate is renewed, every two years.
     */
    public String fingerprints() {
        OwnKey own = get();
        if (own == null) {
            return "";
        }
        try {
            byte[] certificate = own.certificate().getEncoded();
            StringBuilder text = new StringBuilder();
            for (String hash : new String[] {"SHA-256", "SHA-512"}) {
                byte[] digest = MessageDigest.getInstance(hash).digest(certificate);
                text.append(text.isEmpty() ? "" : "\n").append(hash).append(' ');
                text.append(HexFormat.of().formatHex(digest));
            }
            return text.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-2, and it is our certificate", e);
        }
    }

    /** What is wrong with it, once; null if nothing is, or nobody wanted the key yet. */
    public synchronized @Nullable Trouble takeTrouble() {
        Trouble taken = trouble;
        trouble = null;
        return taken;
    }
}
