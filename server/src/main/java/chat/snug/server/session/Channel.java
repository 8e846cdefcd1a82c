package chat.snug.server.session;

import chat.snug.net.SegmentPool;
import chat.snug.room.Flag;
import chat.snug.room.Member;
import chat.snug.room.Room;
import chat.snug.room.RoomEvent;
import chat.snug.room.RoomLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A room as it is on the wire: the {@link Room} with its rules, the log of what happened, the
 * sessions of those who are in it, grouped by what they are sent, and their names ready for
 * newcomers.
 */
public final class Channel {
    /** Says that somebody is writing, which is of no use later. */
    private static final Set<String> FLEETING = Set.of("+typing");

    public final Room room;
    public final RoomLog log;
    public final NamesBlock names;

    /** Whether the room stays when nobody is in it. */
    public final boolean stays;

    private final SegmentPool segments;
    private final CrowdPace pace;
    private final Consumer<Channel> changed;

    /** How much was said of late; belongs to the pace. */
    long talkState;

    /** How many came and went; belongs to the pace. */
    long comingState;

    /** How often it was given another name of late. */
    public long renameState;

    /** Whether something was said since it was opened. */
    private boolean known;

    private final List<Group> groups = new ArrayList<>(2);
    private String last = "";

    /**
     * @param pace is told of everything that happens
     * @param changed is told when something is different that outlasts the members
     */
    Channel(
            Room room,
            boolean stays,
            RoomLog log,
            NamesBlock names,
            SegmentPool segments,
            CrowdPace pace,
            Consumer<Channel> changed) {
        this.room = room;
        this.stays = stays;
        this.log = log;
        this.names = names;
        this.segments = segments;
        this.pace = pace;
        this.talkState = pace.start();
        this.comingState = talkState;
        this.renameState = talkState;
        this.changed = changed;
    }

    public String name() {
        return room.name();
    }

    /** Whether somebody may know that the room is there. */
    public boolean isVisibleTo(Session session) {
        return !room.has(Flag.SECRET) || session.places.in(this) != null;
    }

    public List<Group> groups() {
        return groups;
    }

    /**
     * Gives a new member a place among those who are sent what happens.
     *
     * @param since the id of the event of coming in
     */
    public Seat seat(Session session, Member member, String since) {
        Seat seat = new Seat(session, this, member, since);
        group(session.profile()).add(seat);
        names.added(member);
        return seat;
    }

    /** Takes a member's place away. */
    public void unseat(Seat seat) {
        leaveGroup(seat);
        names.changed();
    }

    /** The session of the seat has another profile now. */
    void regroup(Seat seat) {
        leaveGroup(seat);
        group(seat.session.profile()).add(seat);
    }

    /** The id of what happened last, empty if nothing did. */
    String last() {
        return last;
    }

    /** Keeps what happened. */
    public void keep(RoomEvent event) {
        last = event.id();
        pace.happened(this, event);
        if (!isFleeting(event)) {
            log.append(event);
            if (outlasts(event)) {
                changed.accept(this);
            }
        }
    }

    /** Whether an event is of no use to anybody later. */
    public static boolean isFleeting(RoomEvent event) {
        return event instanceof RoomEvent.Said said
                && said.speech() == RoomEvent.Speech.TAGS
                && FLEETING.containsAll(said.tags().keySet());
    }

    /** Whether the room is another one from now on for those who come when all have left. */
    private boolean outlasts(RoomEvent event) {
        return switch (event) {
            case RoomEvent.Said said -> {
                boolean isFirst = !known && said.speech() != RoomEvent.Speech.TAGS;
                known |= isFirst;
                yield isFirst;
            }
            case RoomEvent.Joined _ -> room.size() == 1;
            case RoomEvent.TopicChanged _, RoomEvent.Changed _ -> true;
            case RoomEvent.Parted _,
                    RoomEvent.Quit _,
                    RoomEvent.Kicked _,
                    RoomEvent.Renamed _,
                    RoomEvent.Redacted _ ->
                    false;
        };
    }

    private void leaveGroup(Seat seat) {
        Group group = seat.group;
        if (group == null) {
            throw new IllegalStateException("the seat is in no group");
        }
        group.remove(seat);
        if (group.size() == 0) {
            groups.remove(group);
            group.close();
        }
    }

    private Group group(int profile) {
        for (Group group : groups) {
            if (group.profile == profile) {
                return group;
            }
        }
        Group group = new Group(profile, segments);
        groups.add(group);
        return group;
    }
}
