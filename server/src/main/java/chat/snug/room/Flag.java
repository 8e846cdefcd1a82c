package chat.snug.room;

/** What can be switched on and off in a room. */
public enum Flag {
    /** Only the invited come in. */
    INVITE_ONLY,
    /** Only those with a {@link Rank} speak. */
    MODERATED,
    /** Only members speak. */
    MEMBERS_ONLY,
    /** The room is hidden from everyone who is not in it. */
    SECRET,
    /** Only operators change the topic. */
    TOPIC_LOCKED,
    /** Nobody asks programs something behind people's backs: CTCP other than ACTION. */
    NO_CTCP
}
