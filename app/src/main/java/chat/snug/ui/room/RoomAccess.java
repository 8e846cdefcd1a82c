package chat.snug.ui.room;

/** Who may come into a room. Whoever is to be asked first would be one more of these. */
public enum RoomAccess {
    /** Whoever has the address. */
    ANYONE,
    /** Whoever knows the password. */
    PASSWORD,
    /** Whoever was invited. */
    INVITED
}
