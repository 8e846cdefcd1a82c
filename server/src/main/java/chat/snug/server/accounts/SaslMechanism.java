package chat.snug.server.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ways to prove who one is. */
public enum SaslMechanism {
    PLAIN("PLAIN"),
    SCRAM_SHA_256("SCRAM-SHA-256"),

    /** The certificate of the connection has proved it: only where there can be one. */
    EXTERNAL("EXTERNAL");

    private static final String OF_ENCRYPTED = list(true);
    private static final String OF_PLAIN = list(false);

    final String wireName;

    SaslMechanism(String wireName) {
        this.wireName = wireName;
    }

    /** Those that a connection has, as they stand in CAP and in RPL_SASLMECHS. */
    public static String listed(boolean isEncrypted) {
        return isEncrypted ? OF_ENCRYPTED : OF_PLAIN;
    }

    private static String list(boolean isEncrypted) {
        return Arrays.stream(values())
                .filter(mechanism -> isEncrypted || mechanism != EXTERNAL)
                .map(mechanism -> mechanism.wireName)
                .collect(Collectors.joining(","));
    }

    /** Whether somebody can find out by trying what proves them to be another. */
    public boolean canBeGuessed() {
        return this != EXTERNAL;
    }

    /** The mechanism of that name, null if this connection does not have it. */
    public static @Nullable SaslMechanism of(String name, boolean isEncrypted) {
        String upper = name.toUpperCase(Locale.ROOT);
        for (SaslMechanism mechanism : values()) {
            if (mechanism.wireName.equals(upper) && (isEncrypted || mechanism != EXTERNAL)) {
                return mechanism;
            }
        }
        return null;
    }
}
