package chat.snug.room;

/** Why a room did not do what somebody wanted. */
public enum Refusal implements Outcome {
    ALREADY_IN("You are in this room already"),
    BANNED("You are banned from this room"),
    FULL("The room is full"),
    WRONG_KEY("The room has a key, and this is not it"),
    INVITE_ONLY("The room is open to invited people only"),
    NOT_IN_ROOM("You are not in this room"),
    THEY_ARE_NOT_IN_ROOM("They are not in this room"),
    THEY_ARE_IN_ROOM("They are in this room already"),
    NOT_OPERATOR("Only a moderator of the room can do this"),
    HOST_STAYS("The host of the room cannot be removed or demoted"),
    MEMBERS_ONLY("Only people in the room can speak in it"),
    MODERATED("The room is moderated, and you have no voice in it"),
    BANNED_FROM_SPEAKING("You are banned from speaking in this room"),
    QUIETED("A moderator of the room has muted you"),
    NAME_HELD("You cannot change your name while you are banned or muted in this room"),
    NAME_BANNED("This name is banned or muted in this room"),
    NO_CTCP("Programs may not be asked anything in this room"),
    MASKS_FULL("The list is full"),
    ALL_MASKS_FULL("There are too many bans, exceptions and invitations in all rooms together"),
    NOTHING_CHANGED("That is how it is already");

    private final String reason;

    Refusal(String reason) {
        this.reason = reason;
    }

    /** The reason as a sentence for a person. */
    public String reason() {
        return reason;
    }
}
