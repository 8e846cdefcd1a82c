package chat.snug.server.session;

import chat.snug.net.SelectorLoop;
import chat.snug.protocol.Capability;
import chat.snug.protocol.CaseMapping;
import chat.snug.protocol.MessageWriter;
import chat.snug.protocol.Source;
import chat.snug.room.EventIds;
import chat.snug.server.accounts.Accounts;
import chat.snug.server.accounts.Attempts;
import chat.snug.server.accounts.Passwords;
import chat.snug.server.names.NameRules;
import chat.snug.server.options.AccountLimits;
import chat.snug.server.options.ServerLimits;
import chat.snug.server.options.ServerOptions;
import chat.snug.store.Store;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/** All that one running server is made of. Belongs to the loop's thread. */
public final class ServerState {
    public static final CaseMapping CASE_MAPPING = CaseMapping.ASCII;

    /** What is of no use where nothing that is said is kept. */
    private static final Set<Capability> OF_HISTORY =
            EnumSet.of(
                    Capability.CHATHISTORY,
                    Capability.EVENT_PLAYBACK,
                    Capability.MESSAGE_REDACTION,
                    Capability.SEARCH);

    public final ServerOptions options;
    public final ServerLimits limits;
    public final SelectorLoop loop;
    public final EventIds ids;
    public final NameRules names;

    /** The server as the author of a message. */
    public final Source source;

    /** Milliseconds of the epoch. */
    public final long startedAt;

    /** What clients may ask for. */
    public final Set<Capability> offered =
            EnumSet.of(
                    Capability.ACCOUNT_NOTIFY,
                    Capability.ACCOUNT_REGISTRATION,
                    Capability.ACCOUNT_TAG,
                    Capability.AWAY_NOTIFY,
                    Capability.BATCH,
                    Capability.CAP_NOTIFY,
                    Capability.CHATHISTORY,
                    Capability.ECHO_MESSAGE,
                    Capability.EVENT_PLAYBACK,
                    Capability.CHANNEL_RENAME,
                    Capability.CHGHOST,
                    Capability.DRAFT_NO_IMPLICIT_NAMES,
                    Capability.EXTENDED_ISUPPORT,
                    Capability.EXTENDED_JOIN,
                    Capability.EXTENDED_MONITOR,
                    Capability.INVITE_NOTIFY,
                    Capability.LABELED_RESPONSE,
                    Capability.MESSAGE_REDACTION,
                    Capability.MESSAGE_TAGS,
                    Capability.MULTILINE,
                    Capability.METADATA_2,
                    Capability.METADATA_3,
                    Capability.MULTI_PREFIX,
                    Capability.NO_IMPLICIT_NAMES,
                    Capability.PRE_AWAY,
                    Capability.SASL,
                    Capability.READ_MARKER,
                    Capability.SEARCH,
                    Capability.SERVER_TIME,
                    Capability.SETNAME,
                    Capability.STANDARD_REPLIES,
                    Capability.USERHOST_IN_NAMES);

    public final CapabilityValues capabilityValues;

    /** What must not be forgotten. */
    public final Store store;

    public final Monitors monitors;
    public final Accounts accounts;
    public final Passwords passwords;

    /** Who failed to prove who they are, who made an account, and who opened a room. */
    public final Attempts failedLogins;

    public final Attempts registrations;
    public final Attempts newRooms;
    public final Broadcast broadcast;
    public final Replies replies;
    public final People people;
    public final Rooms rooms;
    public final CrowdPace pace;
    public final Departure departure;
    public final HostDesk desk;
    public final Privacy privacy;
    public final DoorDesk door;
    public final CommandDispatcher dispatcher;

    /** Those who keep more about people and rooms. */
    public final List<Observer> observers = new ArrayList<>();

    private long batches;

    /**
     * @param store what must not be forgotten
     * @param millis the wall clock, in milliseconds of the epoch
     * @param random makes ids differ from those of another run
     */
    public ServerState(
            ServerOptions options,
            SelectorLoop loop,
            Store store,
            LongSupplier millis,
            int random) {
        this.options = options;
        this.limits = options.limits();
        this.loop = loop;
        this.store = store;
        this.ids = new EventIds(millis, random);
        ids.startAfter(store.lastTime());
        this.names = new NameRules(limits.wire());
        this.source = Source.server(options.serverName());
        this.startedAt = ids.now();
        if (!options.history()) {
            offered.removeAll(OF_HISTORY);
        }
        this.capabilityValues = new CapabilityValues(options);
        AccountLimits accountLimits = limits.accounts();
        this.accounts =
                new Accounts(store.table("account"), this::fold, accountLimits.iterations());
        this.passwords = new Passwords(accountLimits.waiting());
        boolean sparesLoopback = limits.crowd().sparesLoopback();
        this.failedLogins =
                new Attempts(accountLimits.failuresPerAddress(), loop::nanoTime, sparesLoopback);
        this.registrations =
                new Attempts(
                        accountLimits.registrationsPerAddress(), loop::nanoTime, sparesLoopback);
        this.newRooms =
                new Attempts(limits.crowd().newRoomsPerAddress(), loop::nanoTime, sparesLoopback);
        this.monitors = new Monitors(this);
        this.pace = new CrowdPace(limits.crowd(), loop::nanoTime);
        this.broadcast =
                new Broadcast(new MessageWriter(limits.wire()), new ServerTime(), monitors, pace);
        this.replies = new Replies(source);
        this.people = new People(limits.pastPeople());
        this.rooms = new Rooms(this);
        this.departure = new Departure(this);
        this.desk = new HostDesk(this);
        this.privacy = new Privacy(this);
        this.door = new DoorDesk(this);
        this.dispatcher = new CommandDispatcher(replies);
        store.onFailure(new StoreAlarm(this));
    }

    /** What makes names equal that are the same. */
    public String fold(String name) {
        return CASE_MAPPING.fold(name);
    }

    /** A reference for a new batch. */
    String nextBatch() {
        return Long.toString(++batches, Character.MAX_RADIX);
    }
}
