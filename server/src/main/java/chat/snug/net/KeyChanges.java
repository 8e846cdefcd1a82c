package chat.snug.net;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Map;

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

    /** Begins to count, once in a process. */
    static void watch() {
        if (Security.getProvider(NAME) == null) {
            Security.insertProviderAt(new KeyChanges(), 1);
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
