package chat.snug.hosting;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where in a folder the rooms of this computer are kept, and what they said. */
final class DataFolder {
    private static final String ROOMS = "rooms";

    private DataFolder() {}

    /** Whether rooms were kept in a folder. Blocks for a moment. */
    static boolean hasRooms(Path folder) {
        return Files.isDirectory(folder.resolve(ROOMS));
    }

    /**
     * The folder of one room: several rooms can be open at a time, each with a server of its own.
     *
     * @param wireName the room's name with its {@code #}
     */
    static Path ofRoom(Path folder, String wireName) {
        StringBuilder name = new StringBuilder();
        for (byte b :
                wireName.substring(1).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '-';
            name.append(plain ? String.valueOf((char) b) : "%%%02x".formatted(b & 0xFF));
        }
        return folder.resolve(ROOMS).resolve(name.toString());
    }
}
