package chat.snug.client;

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
    /** The name in the mask, or empty if any name is meant. */
    public String name() {
        int bang = mask.indexOf('!');
        String name = bang < 0 ? mask : mask.substring(0, bang);
        return name.equals("*") ? "" : name;
    }

    /** The address in the mask, or empty if any address is meant. */
    public String address() {
        String address = mask.substring(mask.lastIndexOf('@') + 1);
        return address.equals("*") || mask.indexOf('@') < 0 ? "" : address;
    }
}
