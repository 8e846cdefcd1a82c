package chat.snug.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the capability {@code sts} says (<a href="https://ircv3.net/specs/extensions/sts">Strict
 * Transport Security</a>).
 *
 * @param port where the host encrypts, or 0; counts on a connection that is not encrypted
 * @param duration for how long it wants that, or null; counts on one that is
 */
record StsOffer(int port, @Nullable Duration duration) {
    static final String CAPABILITY = "sts";

    private static final int MOST_DIGITS = 18;

    /**
     * Of a value such as {@code port=6697,duration=2592000}; what is not understood is left out.
     */
    static StsOffer parse(String value) {
        int port = 0;
        Duration duration = null;
        for (String token : value.split(",", -1)) {
            int equals = token.indexOf('=');
            String number = token.substring(equals + 1);
            boolean digits = number.matches("[0-9]{1," + MOST_DIGITS + "}");
            String key = equals < 0 || !digits ? "" : token.substring(0, equals);
            switch (key) {
                case "port" -> {
                    long given = Long.parseLong(number);
                    port = given >= 1 && given <= 65_535 ? (int) given : 0;
                }
                case "duration" -> duration = Duration.ofSeconds(Long.parseLong(number));
                default -> {
                    // "Clients MUST ignore every token with a key that they don't understand."
                }
            }
        }
        return new StsOffer(port, duration);
    }
}
