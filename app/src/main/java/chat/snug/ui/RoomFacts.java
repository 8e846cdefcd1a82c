package chat.snug.ui;

/**
 * What is remembered of one room or person.
 *
 * @param level when it calls for the person
 * @param favourite whether it stands first on its host
 */
public record RoomFacts(Level level, boolean favourite) {
    /** When a room calls for the person. */
    public enum Level {
        /** As the settings say for all rooms. */
        USUAL,
        EVERYTHING,
        MENTIONS,
        /** Never, and it is not counted anywhere. */
        MUTED
    }

    /** Of a room of which nothing was said. */
    public static final RoomFacts USUAL = new RoomFacts(Level.USUAL, false);

    /** Whether it keeps quiet. */
    public boolean muted() {
        return level == Level.MUTED;
    }

    /** The same, calling at other times. */
    public RoomFacts withLevel(Level newLevel) {
        return new RoomFacts(newLevel, favourite);
    }

    /** The same, first or not. */
    public RoomFacts withFavourite(boolean newFavourite) {
        return new RoomFacts(level, newFavourite);
    }
}
