package chat.snug.server.session;

import chat.snug.net.Connection;
import chat.snug.protocol.Capability;
import chat.snug.protocol.MessageWriter;
import chat.snug.protocol.Tags;
import chat.snug.web.FrameType;
import chat.snug.web.FrameWriter;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends a line to many. It is encoded once for each set of tags that somebody in the room
 * negotiated, in the frames of a WebSocket or without, and each {@link Group} hands those bytes to
 * its members. Whoever did what is told is left out and gets their own copy by {@link
 * Session#send(Outgoing)}, because it may have a label.
 *
 * <p>Belongs to the loop's thread.
 */
public final class Broadcast {
    private final MessageWriter writer;
    private final FrameWriter frames = new FrameWriter();
    private final ServerTime times;
    private final Monitors monitors;
    private final CrowdPace pace;
    private long round;

    Broadcast(MessageWriter writer, ServerTime times, Monitors monitors, CrowdPace pace) {
        this.writer = writer;
        this.times = times;
        this.monitors = monitors;
        this.pace = pace;
    }

    /** Sends to all in the channel but one. */
    public void toOthers(Channel channel, Outgoing line, @Nullable Session except) {
        toOthers(channel, line, except, 0, 0);
    }

    /**
     * Sends to those in the channel but one whose profile has the bits of {@code with} and none of
     * {@code without}.
     */
    public void toOthers(
            Channel channel, Outgoing line, @Nullable Session except, int with, int without) {
        Connection left = except == null ? null : except.connection;
        List<Group> groups = channel.groups();
        int mask = line.tagBits() | Profile.FRAME_BITS;
        for (long used = used(groups, mask, with, without); used != 0; used &= used - 1) {
            int bits = Long.numberOfTrailingZeros(used);
            ByteBuffer bytes = encode(line, Tags.NONE, bits);
            for (int i = 0; i < groups.size(); i++) {
                Group group = groups.get(i);
                if ((group.profile & mask) == bits && concerns(group, with, without)) {
                    group.send(bytes, left);
                }
            }
        }
    }

    /**
     * Sends once to everyone who is in a channel with somebody, and has the bits of {@code with}.
     */
    public void toPeers(Session of, Outgoing line, int with) {
        round++;
        of.visited = round;
        List<Seat> seats = of.places.seats();
        int mask = line.tagBits() | Profile.FRAME_BITS;
        long used = 0;
        for (int s = 0; s < seats.size(); s++) {
            used |= used(seats.get(s).channel.groups(), mask, with, 0);
        }
        for (; used != 0; used &= used - 1) {
            int bits = Long.numberOfTrailingZeros(used);
            ByteBuffer bytes = encode(line, Tags.NONE, bits);
            for (int s = 0; s < seats.size(); s++) {
                List<Group> groups = seats.get(s).channel.groups();
                for (int i = 0; i < groups.size(); i++) {
                    Group group = groups.get(i);
                    if ((group.profile & mask) == bits && concerns(group, with, 0)) {
                        group.sendOnce(bytes, round);
                    }
                }
            }
        }
    }

    /**
     * Sends once to everyone who is in a channel with somebody or monitors them, and has the bits
     * of {@code with} (IRCv3 extended-monitor). It counts among what happens in those channels.
     */
    public void toFollowers(Session of, Outgoing line, int with) {
        toPeers(of, line, with);
        for (Seat seat : of.places.seats()) {
            pace.told(seat.channel);
        }
        for (Session follower : monitors.followers(of)) {
            if (follower.visited != round
                    && (follower.profile() & with) == with
                    && follower.has(Capability.EXTENDED_MONITOR)) {
                follower.visited = round;
                toOne(follower, line, Tags.NONE);
                pace.told(follower);
            }
        }
    }

    /** Sends to one, past everything that may hold a line up. */
    void toOne(Session session, Outgoing line, Tags first) {
        if (session.canBeTold()) {
            session.connection.send(encode(line, first, session.profile()));
        }
    }

    /** The ways in which somebody is to get a line: a bit for each value of the bits. */
    private static long used(List<Group> groups, int mask, int with, int without) {
        long used = 0;
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            if (concerns(group, with, without)) {
                used |= 1L << (group.profile & mask);
            }
        }
        return used;
    }

    private static boolean concerns(Group group, int with, int without) {
        return (group.profile & with) == with && (group.profile & without) == 0;
    }

    private ByteBuffer encode(Outgoing line, Tags first, int profile) {
        ByteBuffer bytes = writer.write(line.tags(first, profile, times), line.message());
        if ((profile & Profile.FRAME_BITS) == 0) {
            return bytes;
        }
        return frames.line(
                (profile & Profile.TEXT_FRAMES) != 0 ? FrameType.TEXT : FrameType.BINARY, bytes);
    }
}
