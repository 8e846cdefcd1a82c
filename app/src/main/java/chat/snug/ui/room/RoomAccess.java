package chat.snug.ui.room;

/** Who may come into a room. */
public enum RoomAccess {
    /** Whoever has the address. */
    ANYONE,
    /** Whoever knows the password. */
    PASSWORD,
    /** Whoever the host lets in, who is asked; and whoever knows the password, if there is one. */
    ASK,
    /** Whoever was invited. */
    INVITED
}
