package chat.snug.server.options;

import chat.snug.protocol.Limits;
import chat.snug.room.RateLimit;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Every limit of a server in one place; those of lines and names are in {@link Limits}.
 *
 * @param wire what lines and names may hold
 * @param connections how many connections there may be at a time; more get an ERROR
 * @param connectionsPerAddress how many from one address, the own computer excepted
 * @param queueBytes what may wait to be sent to one connection before it is closed
 * @param lines how many lines a client may send before the next ones have to wait
 * @param registration how long a new connection may take to say who it is
 * @param silence after which a client that did not answer a PING is dropped
 * @param pingAfter the silence after which the PING is sent
 * @param eventsPerRoom how many events of a room are kept in memory
 * @param logBytes about how many bytes the events of all rooms may take together
 * @param pastPeople how many of those who are gone WHOWAS knows
 * @param history what of the past may be asked for
 * @param monitored how many names one client may have on its MONITOR list
 * @param accounts the limits of accounts
 * @param metadata those of METADATA
 * @param crowd what many clients may do together
 * @param entry what is done for those who have only just connected
 * @param places what is kept of the rooms of a person
 */
public record ServerLimits(
        Limits wire,
        int connections,
        int connectionsPerAddress,
        int queueBytes,
        RateLimit lines,
        Duration registration,
        Duration silence,
        Duration pingAfter,
        int eventsPerRoom,
        int logBytes,
        int pastPeople,
        HistoryLimits history,
        int monitored,
        AccountLimits accounts,
        MetadataLimits metadata,
        CrowdLimits crowd,
        EntryLimits entry,
        PlaceLimits places) {
    private static final ServerLimits DEFAULTS =
            new ServerLimits(
                    Limits.defaults(),
                    20_000,
                    1_000,
                    1 << 20,
                    RateLimit.of(60, 8),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(90),
                    Duration.ofSeconds(60),
                    1_000,
                    16 << 20,
                    512,
                    HistoryLimits.defaults(),
                    100,
                    AccountLimits.defaults(),
                    MetadataLimits.defaults(),
                    CrowdLimits.defaults(),
                    EntryLimits.defaults(),
                    PlaceLimits.defaults());

    /** What holds unless the host says otherwise. */
    public static ServerLimits defaults() {
        return DEFAULTS;
    }

    /** These limits, and lines as fast as clients like. */
    public ServerLimits withoutThrottle() {
        return withLines(RateLimit.none())
                .withMetadata(metadata.withChanges(RateLimit.none()))
                .withCrowd(
                        crowd.withRoomEvents(RateLimit.none())
                                .withToPerson(RateLimit.none())
                                .withRenames(RateLimit.none()));
    }

    /** These limits with another one for lines. */
    public ServerLimits withLines(RateLimit newLines) {
        return with(draft -> draft.lines = newLines);
    }

    /** These limits with others for the number of connections. */
    public ServerLimits withConnections(int all, int perAddress) {
        return with(
                draft -> {
                    draft.connections = all;
                    draft.connectionsPerAddress = perAddress;
                });
    }

    /** These limits with another one for what may wait to be sent. */
    public ServerLimits withQueueBytes(int bytes) {
        return with(draft -> draft.queueBytes = bytes);
    }

    /** These limits with another one for the names that a client monitors. */
    public ServerLimits withMonitored(int names) {
        return with(draft -> draft.monitored = names);
    }

    /** These limits with others for accounts. */
    public ServerLimits withAccounts(AccountLimits newAccounts) {
        return with(draft -> draft.accounts = newAccounts);
    }

    /** These limits with others for METADATA. */
    public ServerLimits withMetadata(MetadataLimits newMetadata) {
        return with(draft -> draft.metadata = newMetadata);
    }

    /** These limits with others for what of the past may be asked for. */
    public ServerLimits withHistory(HistoryLimits newHistory) {
        return with(draft -> draft.history = newHistory);
    }

    /** These limits with others for what many may do together. */
    public ServerLimits withCrowd(CrowdLimits newCrowd) {
        return with(draft -> draft.crowd = newCrowd);
    }

    /** These limits with another time for a new connection to say who it is. */
    public ServerLimits withRegistration(Duration time) {
        return with(draft -> draft.registration = time);
    }

    /** These limits with others for those who have only just connected. */
    public ServerLimits withEntry(EntryLimits newEntry) {
        return with(draft -> draft.entry = newEntry);
    }

    /** These limits with others for what is kept of the rooms of a person. */
    public ServerLimits withPlaces(PlaceLimits newPlaces) {
        return with(draft -> draft.places = newPlaces);
    }

    private ServerLimits with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.limits();
    }

    /** The same limits, while one of them is changed. */
    private static final class Draft {
        Limits wire;
        int connections;
        int connectionsPerAddress;
        int queueBytes;
        RateLimit lines;
        Duration registration;
        Duration silence;
        Duration pingAfter;
        int eventsPerRoom;
        int logBytes;
        int pastPeople;
        HistoryLimits history;
        int monitored;
        AccountLimits accounts;
        MetadataLimits metadata;
        CrowdLimits crowd;
        EntryLimits entry;
        PlaceLimits places;

        Draft(ServerLimits of) {
            wire = of.wire;
            connections = of.connections;
            connectionsPerAddress = of.connectionsPerAddress;
            queueBytes = of.queueBytes;
            lines = of.lines;
            registration = of.registration;
            silence = of.silence;
            pingAfter = of.pingAfter;
            eventsPerRoom = of.eventsPerRoom;
            logBytes = of.logBytes;
            pastPeople = of.pastPeople;
            history = of.history;
            monitored = of.monitored;
            accounts = of.accounts;
            metadata = of.metadata;
            crowd = of.crowd;
            entry = of.entry;
            places = of.places;
        }

        ServerLimits limits() {
            return new ServerLimits(
                    wire,
                    connections,
                    connectionsPerAddress,
                    queueBytes,
                    lines,
                    registration,
                    silence,
                    pingAfter,
                    eventsPerRoom,
                    logBytes,
                    pastPeople,
                    history,
                    monitored,
                    accounts,
                    metadata,
                    crowd,
                    entry,
                    places);
        }
    }
}
