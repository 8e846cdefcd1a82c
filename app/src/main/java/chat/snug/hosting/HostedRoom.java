package chat.snug.hosting;

import chat.snug.client.Address;
import chat.snug.client.RoomName;
import chat.snug.hosting.HostingOptions.PortChoice;
import chat.snug.key.Fingerprint;
import chat.snug.key.OwnKey;
import chat.snug.protocol.Limits;
import chat.snug.protocol.TextSplitter;
import chat.snug.server.ChatServer;
import chat.snug.server.host.Attendance;
import chat.snug.server.host.Guest;
import chat.snug.server.host.HouseRules;
import chat.snug.server.options.DoorOptions;
import chat.snug.server.options.Security;
import chat.snug.server.options.ServerOptions;
import chat.snug.store.StoreOptions;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A room that this app hosts: the embedded server, and the address to hand out. The methods may be
 * called by any thread; {@link #open} and {@link #close} block for a moment and belong off the
 * thread of the screen.
 */
public final class HostedRoom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HostedRoom.class);

    /** How many ports behind the preferred one are tried before any free one is taken. */
    private static final int NEARBY_PORTS = 20;

    private static final int ANY_PORT = 0;
    private static final int HIGHEST_PORT = 65_535;
    private static final String KEY_FILE = "host-key.pem";
    private static final String FALLBACK = "#lobby";

    private final ChatServer server;
    private final PlainRule plain;
    private final HostedDoor door;
    private final String room;
    private final String hostKey;
    private final Fingerprint fingerprint;
    private final boolean otherKey;
    private final @Nullable LocalAddress chosen;
    private final @Nullable Path folder;

    private HostedRoom(
            ChatServer server,
            String room,
            String hostKey,
            Fingerprint fingerprint,
            boolean otherKey,
            @Nullable Boolean chosenPlain,
            @Nullable LocalAddress chosen,
            @Nullable Path folder) {
        this.server = server;
        this.plain = new PlainRule(server, chosenPlain);
        this.door = new HostedDoor(server.door(), plain::asking);
        this.room = room;
        this.hostKey = hostKey;
        this.fingerprint = fingerprint;
        this.otherKey = otherKey;
        this.chosen = chosen;
        this.folder = folder;
    }

    /** Opens the room, with all that is said in memory. */
    public static HostedRoom open(HostingOptions options) throws IOException {
        return open(options, null);
    }

    /**
     * Opens the room: it can be joined when this returns.
     *
     * @param data where what rooms said is kept, and the key by which those who come in know this
     *     computer again, see {@link PlatformFolder#DATA}; null to keep both in memory
     * @throws chat.snug.store.StoreException if nothing can be kept there
     * @throws chat.snug.key.BrokenKeyException if the key's file holds something else
     * @throws PortTakenException if the person chose the port and it is taken
     * @throws IOException if there is no way to listen
     */
    public static HostedRoom open(HostingOptions options, @Nullable Path data) throws IOException {
        String room = wireName(options.room());
        String hostKey = ServerOptions.newHostKey();
        Path kept = options.kept() ? data : null;
        StoreOptions store = kept == null ? null : store(kept, room);
        boolean hostedBefore = data != null && DataFolder.hasRooms(data);
        OwnKey key = key(data);
        ChatServer server = listen(options, room, hostKey, store, key);
        LOG.info("The room {} is open at port {}", room, server.address().getPort());
        return new HostedRoom(
                server,
                room,
                hostKey,
                key.fingerprint(),
                hostedBefore && key.isNew(),
                options.plain(),
                options.shown(),
                kept == null ? null : DataFolder.ofRoom(kept, room));
    }

    /** All rooms of a computer have the same. */
    private static OwnKey key(@Nullable Path data) throws IOException {
        if (data == null) {
            return OwnKey.make();
        }
        Path file = data.resolve(KEY_FILE);
        try {
            return OwnKey.load(file);
        } catch (IOException e) {
            if (Files.exists(file)) {
                throw e;
            }
            LOG.warn("Nothing can be kept in {}, not even a key: this one is for once", data, e);
            return OwnKey.make();
        }
    }

    /** A name that the server takes, whatever was typed. */
    private static String wireName(String typed) {
        String name = RoomName.toWire(typed.replace("&", ""));
        String fitting = TextSplitter.head(name, Limits.defaults().channelLength());
        return ServerOptions.isRoomName(fitting) ? fitting : FALLBACK;
    }

    /** What was typed, if the wire cannot carry it as a name; else empty. */
    private static String title(String typed, String room) {
        String title = typed.strip().replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ");
        return title.equals(RoomName.toScreen(room)) ? "" : title;
    }

    /** A room whose disk fills up while people talk goes on; the host is told. */
    private static StoreOptions store(Path data, String room) {
        return StoreOptions.in(DataFolder.ofRoom(data, room)).withInMemoryIfNeedBe(true);
    }

    private static ChatServer listen(
            HostingOptions options,
            String room,
            String hostKey,
            @Nullable StoreOptions store,
            OwnKey key)
            throws IOException {
        PortChoice choice = options.port();
        if (choice.exact()) {
            try {
                return start(choice.port(), options, room, hostKey, store, key);
            } catch (BindException e) {
                throw isDenied(e) ? e : new PortTakenException(choice.port(), e);
            }
        }
        int last = Math.min(choice.port() + NEARBY_PORTS, HIGHEST_PORT);
        for (int port = choice.port(); port <= last; port++) {
            try {
                return start(port, options, room, hostKey, store, key);
            } catch (BindException e) {
                LOG.debug("port {}: {}", port, e.toString());
            }
        }
        return start(ANY_PORT, options, room, hostKey, store, key);
    }

    private static ChatServer start(
            int port,
            HostingOptions options,
            String room,
            String hostKey,
            @Nullable StoreOptions store,
            OwnKey key)
            throws IOException {
        String password = options.password();
        return ChatServer.start(
                ServerOptions.atPort(port)
                        .withRoom(room)
                        .withRoomTitle(title(options.room(), room))
                        .withNetwork(RoomName.toScreen(room))
                        .withHostKey(hostKey)
                        .withSecurity(new Security(key, PlainRule.atFirst(options)))
                        .withStore(store)
                        .withDoor(
                                DoorOptions.defaults()
                                        .withAsking(options.asksFirst() ? true : null))
                        .withPassword(password == null || password.isEmpty() ? null : password));
    }

    /** The low ports belong to the administrator on some systems. */
    private static boolean isDenied(BindException e) {
        String message = e.getMessage();
        return message != null && message.toLowerCase(Locale.ROOT).contains("permission");
    }

    /** The address to hand out, with the room and without the password. */
    public Address address() {
        LocalAddress shown = chosen == null ? addresses().getFirst() : chosen;
        return at(shown.host());
    }

    /** The address to hand out if it is to be this one of the computer's. */
    public Address address(LocalAddress shown) {
        return at(shown.host());
    }

    /** How the host's own app comes in, with {@link #hostKey()}: over loopback. */
    public Address hostAddress() {
        return at(InetAddress.getLoopbackAddress().getHostAddress());
    }

    /** The secret for {@code ClientOptions.withHostKey}, by which the own app moderates. */
    public String hostKey() {
        return hostKey;
    }

    /** By which those who come in know this computer again. */
    public Fingerprint fingerprint() {
        return fingerprint;
    }

    /**
     * Whether the key is new although rooms were kept here before, because its file is gone:
     * whoever knows this computer by another key is warned.
     */
    public boolean hasOtherKey() {
        return otherKey;
    }

    // ---- who is here, and what is decided

    /**
     * Looks who is here, once.
     *
     * @param most how many people are described; all are counted
     * @param seen told on the server's thread, which it must not hold up; never if the room closes
     */
    public void look(int most, Consumer<Visitors> seen) {
        try {
            server.attendance(most, now -> seen.accept(visitors(now)));
        } catch (RejectedExecutionException e) {
            LOG.debug("The room closed meanwhile: {}", e.toString());
        }
    }

    private static Visitors visitors(Attendance now) {
        List<Visitor> people = new ArrayList<>(now.guests().size());
        for (Guest guest : now.guests()) {
            people.add(
                    new Visitor(
                            guest.name(),
                            guest.address(),
                            guest.account(),
                            guest.host(),
                            guest.encrypted(),
                            guest.since(),
                            guest.idle(),
                            guest.waitingBytes(),
                            guest.rooms()));
        }
        return new Visitors(now.count(), people, now.entering());
    }

    /** Who asks to come in, and what opens the door. */
    public HouseDoor door() {
        return door;
    }

    /** Whether those who come in have to know a password. */
    public boolean isGuarded() {
        return server.isGuarded();
    }

    /** Wants another password of those who come in from now on, null for none. */
    public void password(@Nullable String password) {
        boolean guarded = password != null && !password.isEmpty();
        server.password(guarded ? password : null);
        plain.guarded(guarded);
    }

    /** Whether people may come in without encryption. */
    public boolean allowsPlain() {
        return plain.allowed();
    }

    /** Decides anew whether they may; whoever is here without has to go if not. */
    public void allowPlain(boolean on) {
        plain.choose(on);
    }

    /** What is kept at present, and who sees it. */
    public KeepingRules keeping() {
        HouseRules rules = server.rules();
        Duration age = rules.age();
        return new KeepingRules(
                rules.earlier(),
                age == null ? 0 : (int) Math.max(1, age.toDays()),
                rules.eventsPerRoom());
    }

    /** Decides what is kept; it holds for what was said before, too. */
    public void keeping(KeepingRules rules) {
        server.rules(
                new HouseRules(
                        rules.earlier(),
                        rules.days() == 0 ? null : Duration.ofDays(rules.days()),
                        rules.messages()));
    }

    /** What is on the disk, null if nothing is kept there. Blocks for a moment. */
    public @Nullable KeptData kept() throws IOException {
        return folder == null ? null : KeptData.of(folder);
    }

    /** Deletes for good what was said here, and the accounts. */
    public void forgetEverything() {
        server.forgetEverything();
    }

    /**
     * The names by which this computer is known to itself and leads to one of its addresses; blocks
     * while they are looked up.
     */
    public List<String> names() {
        return NetworkAddresses.names(addresses());
    }

    /** The address to hand out if it begins with this name. */
    public Address address(String host) {
        return at(host);
    }

    /** Every address that could be handed out, the most likely first. Asks the system anew. */
    public List<LocalAddress> addresses() {
        return NetworkAddresses.candidates();
    }

    private Address at(String host) {
        return Address.ofSnug(host, server.address().getPort(), room, fingerprint);
    }

    /**
     * Tells everyone that the host closed the room, sends what is queued, closes. Returns when that
     * is done, after some seconds at most.
     */
    @Override
    public void close() {
        server.close();
        LOG.info("The room {} is closed", room);
    }
}
