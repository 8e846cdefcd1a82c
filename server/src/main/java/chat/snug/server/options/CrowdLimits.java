package chat.snug.server.options;

import chat.snug.room.RateLimit;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What many clients may do together, a part of {@link ServerLimits}: a crowd must not take the room
 * from those who are in it. What counts as one address is told by {@link Origin}.
 *
 * @param arrivals how fast connections may come in from everywhere; more get an ERROR
 * @param arrivalsPerAddress how fast they may come in from one address
 * @param newcomers how many may be connected at a time without having said who they are
 * @param newcomersPerAddress how many of them may be at one address
 * @param sparesLoopback whether this computer itself may connect, fail to sign in, make accounts
 *     and open rooms as often as it likes
 * @param queuedBytes the memory that all that waits to be sent may take; where it is more, the
 *     connections for which most waits are closed first
 * @param unreadBytes the memory that lines may take which have come and have to wait; where it is
 *     more, little is read at a time
 * @param roomEvents how much may be said in a room before it costs more, and how many may come and
 *     go
 * @param toPerson how much may be said to a person before it costs more
 * @param crowdPrice how many lines a line costs more, at most, where too much happens
 * @param rooms how many rooms there may be, those included that are kept while nobody is in them
 * @param newRoomsPerAddress how often somebody at one address may open a room that is not known
 * @param masks how many bans, exceptions and invitations all rooms may have together, but for the
 *     first one, which stays
 * @param masksAlways how many of them a room may have whatever the others have
 * @param renames how often a room may be given another name
 */
public record CrowdLimits(
        RateLimit arrivals,
        RateLimit arrivalsPerAddress,
        int newcomers,
        int newcomersPerAddress,
        boolean sparesLoopback,
        long queuedBytes,
        long unreadBytes,
        RateLimit roomEvents,
        RateLimit toPerson,
        int crowdPrice,
        int rooms,
        RateLimit newRoomsPerAddress,
        int masks,
        int masksAlways,
        RateLimit renames) {
    private static final long MOST_QUEUED_BYTES = 256L << 20;

    private static final CrowdLimits DEFAULTS =
            new CrowdLimits(
                    RateLimit.of(5_000, 1_000),
                    RateLimit.of(200, 20),
                    5_000,
                    200,
                    true,
                    Math.min(MOST_QUEUED_BYTES, Runtime.getRuntime().maxMemory() / 2),
                    16 << 20,
                    RateLimit.of(1_000, 200),
                    RateLimit.of(300, 100),
                    20,
                    10_000,
                    new RateLimit(200, TimeUnit.SECONDS.toNanos(30)),
                    20_000,
                    4,
                    new RateLimit(2, TimeUnit.MINUTES.toNanos(1)));

    /** What holds unless the host says otherwise. */
    public static CrowdLimits defaults() {
        return DEFAULTS;
    }

    /** These limits with others for how fast connections may come in. */
    public CrowdLimits withArrivals(RateLimit all, RateLimit perAddress) {
        return with(
                draft -> {
                    draft.arrivals = all;
                    draft.arrivalsPerAddress = perAddress;
                });
    }

    /** These limits with others for those who have not said who they are. */
    public CrowdLimits withNewcomers(int all, int perAddress) {
        return with(
                draft -> {
                    draft.newcomers = all;
                    draft.newcomersPerAddress = perAddress;
                });
    }

    /** These limits, for this computer too. */
    public CrowdLimits withoutSparingLoopback() {
        return with(draft -> draft.sparesLoopback = false);
    }

    /** These limits with another one for all that waits to be sent. */
    public CrowdLimits withQueuedBytes(long bytes) {
        return with(draft -> draft.queuedBytes = bytes);
    }

    /** These limits with another one for what happens in a room. */
    public CrowdLimits withRoomEvents(RateLimit events) {
        return with(draft -> draft.roomEvents = events);
    }

    /** These limits with another one for what is said to a person. */
    public CrowdLimits withToPerson(RateLimit lines) {
        return with(draft -> draft.toPerson = lines);
    }

    /** These limits with another number of rooms. */
    public CrowdLimits withRooms(int most) {
        return with(draft -> draft.rooms = most);
    }

    /** These limits with others for the lists of all rooms together. */
    public CrowdLimits withMasks(int all, int always) {
        return with(
                draft -> {
                    draft.masks = all;
                    draft.masksAlways = always;
                });
    }

    /** These limits with another one for how often somebody may open a room. */
    public CrowdLimits withNewRooms(RateLimit perAddress) {
        return with(draft -> draft.newRoomsPerAddress = perAddress);
    }

    /** These limits with another one for how often a room may be given another name. */
    public CrowdLimits withRenames(RateLimit limit) {
        return with(draft -> draft.renames = limit);
    }

    private CrowdLimits with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.limits();
    }

    /** The same limits, while one of them is changed. */
    private static final class Draft {
        RateLimit arrivals;
        RateLimit arrivalsPerAddress;
        int newcomers;
        int newcomersPerAddress;
        boolean sparesLoopback;
        long queuedBytes;
        long unreadBytes;
        RateLimit roomEvents;
        RateLimit toPerson;
        int crowdPrice;
        int rooms;
        RateLimit newRoomsPerAddress;
        int masks;
        int masksAlways;
        RateLimit renames;

        Draft(CrowdLimits of) {
            arrivals = of.arrivals;
            arrivalsPerAddress = of.arrivalsPerAddress;
            newcomers = of.newcomers;
            newcomersPerAddress = of.newcomersPerAddress;
            sparesLoopback = of.sparesLoopback;
            queuedBytes = of.queuedBytes;
            unreadBytes = of.unreadBytes;
            roomEvents = of.roomEvents;
            toPerson = of.toPerson;
            crowdPrice = of.crowdPrice;
            rooms = of.rooms;
            newRoomsPerAddress = of.newRoomsPerAddress;
            masks = of.masks;
            masksAlways = of.masksAlways;
            renames = of.renames;
        }

        CrowdLimits limits() {
            return new CrowdLimits(
                    arrivals,
                    arrivalsPerAddress,
                    newcomers,
                    newcomersPerAddress,
                    sparesLoopback,
                    queuedBytes,
                    unreadBytes,
                    roomEvents,
                    toPerson,
                    crowdPrice,
                    rooms,
                    newRoomsPerAddress,
                    masks,
                    masksAlways,
                    renames);
        }
    }
}
