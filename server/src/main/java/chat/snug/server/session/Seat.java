package chat.snug.server.session;

import chat.snug.room.Member;
import org.jspecify.annotations.Nullable;

/** A session's place in a channel, and in the group of those who are sent the same bytes there. */
public final class Seat {
    final Session session;
    public final Channel channel;
    public final Member member;

    /** The id of the event of coming in. */
    public final String since;

    /** Set by {@link Group} while the seat is in it. */
    @Nullable Group group;

    int index;

    Seat(Session session, Channel channel, Member member, String since) {
        this.session = session;
        this.channel = channel;
        this.member = member;
        this.since = since;
    }
}
