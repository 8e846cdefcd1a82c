package chat.snug.room;

import org.jspecify.annotations.Nullable;

/** Who may speak in a room, and what. */
final class Floor {
    private static final char CTCP = '\u0001';
    private static final String ACTION = "ACTION";

    private final RoomSettings settings;

    Floor(RoomSettings settings) {
        this.settings = settings;
    }

    /**
     * Why somebody may not say something, null if they may.
     *
     * @param member null if they are not in the room
     */
    @Nullable Refusal refusal(Person person, @Nullable Member member, String text) {
        if (member == null && settings.has(Flag.MEMBERS_ONLY)) {
            return Refusal.MEMBERS_ONLY;
        }
        if (member == null || !member.hasAnyRank()) {
            if (settings.has(Flag.MODERATED)) {
                return Refusal.MODERATED;
            }
            if (settings.isBanned(person)) {
                return Refusal.BANNED_FROM_SPEAKING;
            }
            if (settings.isQuieted(person)) {
                return Refusal.QUIETED;
            }
        }
        return settings.has(Flag.NO_CTCP) && isCtcp(text) ? Refusal.NO_CTCP : null;
    }

    /**
     * Why somebody may not have another name while they are in the room, null if they may: whoever
     * is banned or muted keeps the name by which they are, and nobody takes one that is.
     *
     * @param renamed as whom they would be known
     */
    @Nullable Refusal refusal(Member member, Person renamed) {
        if (member.hasAnyRank()) {
            return null;
        }
        if (isSilenced(member.person())) {
            return Refusal.NAME_HELD;
        }
        return isSilenced(renamed) ? Refusal.NAME_BANNED : null;
    }

    /** Whether somebody in the room is banned or muted in it. */
    boolean isSilenced(Member member) {
        return !member.hasAnyRank() && isSilenced(member.person());
    }

    private boolean isSilenced(Person person) {
        return settings.isBanned(person) || settings.isQuieted(person);
    }

    /** Whether a text is CTCP and not ACTION, which is somebody speaking of themselves. */
    private static boolean isCtcp(String text) {
        return !text.isEmpty()
                && text.charAt(0) == CTCP
                && !ACTION.equals(text.substring(1).split("[ " + CTCP + "]", 2)[0]);
    }
}
