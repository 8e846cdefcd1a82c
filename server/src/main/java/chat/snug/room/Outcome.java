package chat.snug.room;

/** What becomes of a wish: it was accepted and is now an event, or it was refused for a reason. */
public sealed interface Outcome permits RoomEvent, Refusal {}
