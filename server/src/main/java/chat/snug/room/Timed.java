package chat.snug.room;

import java.util.List;

/** The mutes and bans of a room that hold for a time; see {@link PersonPattern}. */
public interface Timed {
    /**
     * When the next one ends, in milliseconds of the epoch.
     *
     * @return {@link Long#MAX_VALUE} if there is none
     */
    long nextEnd();

    /** Takes those away whose time is over by then, and tells which they were. */
    List<RoomChange> end(long now);
}
