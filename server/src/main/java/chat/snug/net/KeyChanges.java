package chat.snug.net;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds how many keys are derived in one step of a loop. A peer may change its keys whenever it
 * likes (RFC 8446, section 4.6.3). The JDK does not mind that nothing may follow a change in its
 * record (section 5.1): it takes thousands of them from a single one, and would be busy with that
 * for a third of a second, which nobody who calls it could end. But it asks its providers for the
 * function that derives a key (HKDF) each time. This provider comes first, counts, and hands out
 * what the next one has.
 *
 * <p>Whatever else in this process derives keys is not bounded, and neither are other threads.
 */
final class KeyChanges extends Provider {
    private static final long serialVersionUID = 1;

    /** What derives something from what is always the same (RFC 8446, section 7.1). */
    private static final String TYPE = "KDF";

    private static final String NAME = "SnugKeyChanges";
    private static final List<String> FUNCTIONS = List.of("HKDF-SHA256", "HKDF-SHA384");
    private static final ThreadLocal<Left> LEFT = ThreadLocal.withInitial(Left::new);

    private static final Logger LOG = LoggerFactory.getLogger(KeyChanges.class);

    private static final class Left {
        int keys = Integer.MAX_VALUE;
    }

    private KeyChanges() {
        super(NAME, "1", "counts how many keys a step derives");
        for (String function : FUNCTIONS) {
            for (Provider next : Security.getProviders()) {
                Service service = next.getService(TYPE, function);
                if (service != null) {
                    putService(new Counted(this, service));
                    break;
                }
            }
        }
    }

    /** Begins to count, once in a process; says so if this Java does not let it. */
    static void watch() {
        if (Security.getProvider(NAME) == null) {
            Security.insertProviderAt(new KeyChanges(), 1);
        }
        String trouble = trouble(KeyChanges::counts);
        if (trouble != null) {
            LOG.warn(trouble);
        }
    }

    /** What the host has to know, null if all is well. */
    static @Nullable String trouble(BooleanSupplier counts) {
        return counts.getAsBoolean()
                ? null
                : "This Java does not ask Snug when it derives keys, so one who changes the keys of"
                        + " an encrypted connection very often can hold everybody up. Another"
                        + " vendor's Java does";
    }

    /** Whether this Java asks when a key is derived: some take signed providers only. */
    static boolean counts() {
        Left left = LEFT.get();
        int before = left.keys;
        left.keys = 1;
        try {
            var _ =
                    KDF.getInstance(FUNCTIONS.getFirst())
                            .deriveData(
                                    HKDFParameterSpec.ofExtract()
                                            .addIKM(new byte[Integer.BYTES])
                                            .extractOnly());
            return left.keys == 0;
        } catch (GeneralSecurityException e) {
            LOG.debug("no key can be derived", e);
            return false;
        } finally {
            left.keys = before;
        }
    }

    /** From here on this thread may derive so many keys; one more is the engine's failure. */
    static void allow(int keys) {
        LEFT.get().keys = keys;
    }

    /** From here on this thread may derive as many keys as it likes. */
    static void allowAll() {
        allow(Integer.MAX_VALUE);
    }

    private static final class Counted extends Service {
        private final Service counted;

        Counted(Provider by, Service counted) {
            super(by, TYPE, counted.getAlgorithm(), counted.getClassName(), List.of(), Map.of());
            this.counted = counted;
        }

        @Override
        public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
            Left left = LEFT.get();
            if (left.keys == 0) {
                throw new IllegalStateException("the keys are changed too often");
            }
            left.keys--;
            return counted.newInstance(parameter);
        }
    }
}
