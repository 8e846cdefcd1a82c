package chat.snug.server.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ways to prove who one is. EXTERNAL is none of them as long as there is no TLS. */
public enum SaslMechanism {
    PLAIN("PLAIN"),
    SCRAM_SHA_256("SCRAM-SHA-256");

    /** All, as they stand in CAP and in RPL_SASLMECHS. */
    public static final String LIST =
            Arrays.stream(values()).map(m -> m.wireName).collect(Collectors.joining(","));

    final String wireName;

    SaslMechanism(String wireName) {
        this.wireName = wireName;
    }

    /** The mechanism of that name, or null. */
    public static @Nullable SaslMechanism of(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        for (SaslMechanism mechanism : values()) {
            if (mechanism.wireName.equals(upper)) {
                return mechanism;
            }
        }
        return null;
    }
}
