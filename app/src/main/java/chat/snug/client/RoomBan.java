package chat.snug.client;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the lists of those who may not come in, or not speak.
 *
 * @param mask who is meant, as {@code nick!user@host} with wildcards
 * @param muted whether they may be in the room and not speak, instead of not coming in
 * @param by who set it, or empty
 * @param at when it was set, or null if that is not known
 */
public record RoomBan(String mask, boolean muted, String by, @Nullable Instant at) {
    private static final int HEAD = 3;
    private static final int KEY_BEGINNING = 8;

    /** What the mask looks at, without for how long. */
    private String plain() {
        int colon = isExtended('t', mask) ? mask.indexOf(':', HEAD) : -1;
        return colon < 0 ? mask : mask.substring(colon + 1);
    }

    private static boolean isExtended(char letter, String mask) {
        return mask.length() > HEAD
                && mask.charAt(0) == '~'
                && mask.charAt(1) == letter
                && mask.charAt(2) == ':';
    }

    /** The account that is meant, or empty if none is. */
    public String account() {
        String plain = plain();
        return isExtended('a', plain) ? plain.substring(HEAD) : "";
    }

    /** The fingerprint of the key that is meant, or empty if none is. */
    public String key() {
        String plain = plain();
        return isExtended('z', plain) ? plain.substring(HEAD) : "";
    }

    /** As much of {@link #key()} as a person compares. */
    public String keyBeginning() {
        String key = key();
        return key.substring(0, Math.min(KEY_BEGINNING, key.length()));
    }

    /** How long it holds from when it was set, in minutes; 0 if it does not end by itself. */
    public int minutes() {
        int colon = isExtended('t', mask) ? mask.indexOf(':', HEAD) : -1;
        if (colon < 0) {
            return 0;
        }
        try {
            return Math.max(0, Integer.parseInt(mask.substring(HEAD, colon)));
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    /** When it ends by itself, or null if it does not or that is not known. */
    public @Nullable Instant ends() {
        int minutes = minutes();
        return minutes == 0 || at == null ? null : at.plus(Duration.ofMinutes(minutes));
    }

    /** The name in the mask, or empty if any name is meant. */
    public String name() {
        String plain = plain();
        int bang = plain.indexOf('!');
        String name = bang < 0 ? plain : plain.substring(0, bang);
        return name.equals("*") ? "" : name;
    }

    /** The address in the mask, or empty if any address is meant. */
    public String address() {
        String plain = plain();
        String address = plain.substring(plain.lastIndexOf('@') + 1);
        return address.equals("*") || plain.indexOf('@') < 0 ? "" : address;
    }
}
