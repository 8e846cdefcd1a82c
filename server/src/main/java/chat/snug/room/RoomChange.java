package chat.snug.room;

import org.jspecify.annotations.Nullable;

/** One change of a room's settings, as wanted and, in {@link RoomEvent.Changed}, as done. */
public sealed interface RoomChange {
    /** Switches something on or off. */
    record FlagSet(Flag flag, boolean on) implements RoomChange {}

    /** Sets the key that newcomers must know, or takes it away. */
    record KeySet(@Nullable String key) implements RoomChange {
        /** Without the key. */
        @Override
        public String toString() {
            return key == null ? "KeySet[none]" : "KeySet[]";
        }
    }

    /** Sets how many may be in the room; 0 takes the limit away. */
    record LimitSet(int limit) implements RoomChange {}

    /** Adds a mask to a list or takes it off. */
    record MaskSet(MaskKind kind, String mask, boolean added) implements RoomChange {}

    /** Gives a member a rank or takes it away. */
    record RankSet(Rank rank, String nick, boolean given) implements RoomChange {}
}
