package chat.snug.ui;

import chat.snug.client.Address;
import chat.snug.client.ClientEvent;
import chat.snug.client.ClientRequest;
import chat.snug.client.Identity;
import chat.snug.client.WireLog;
import chat.snug.hosting.HostingOptions;
import chat.snug.hosting.KeepingRules;
import chat.snug.hosting.KeptData;
import chat.snug.hosting.LocalAddress;
import chat.snug.hosting.Visitors;
import chat.snug.key.Fingerprint;
import chat.snug.trust.KnownHosts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A world that does what the test says: links that note what is asked, rooms that open or not. */
public final class FakeDoorway implements Doorway {
    /** What is known of hosts: nothing at first. */
    public KnownHosts knownHosts = KnownHosts.inMemory();

    /** All links, in the order in which they were made. */
    public final List<Link> links = new ArrayList<>();

    /** All rooms that were opened. */
    public final List<Room> rooms = new ArrayList<>();

    /** Thrown by the next opening of a room, if not null. */
    public @Nullable IOException refusal;

    /** Whether the next room has another key than those who were here before know. */
    public boolean otherKey;

    /** What the computer's addresses are. */
    public List<LocalAddress> addresses = List.of();

    @Override
    public HostLink link(
            Address address,
            Identity identity,
            @Nullable String hostKey,
            Consumer<ClientEvent> events) {
        Link link = new Link(address, identity, hostKey, events);
        links.add(link);
        return link;
    }

    @Override
    public OpenRoom open(HostingOptions options) throws IOException {
        if (refusal != null) {
            throw refusal;
        }
        Room room = new Room(options, addresses);
        room.otherKey = otherKey;
        rooms.add(room);
        return room;
    }

    @Override
    public KnownHosts knownHosts() {
        return knownHosts;
    }

    @Override
    public List<LocalAddress> localAddresses() {
        return addresses;
    }

    /** The newest link. */
    public Link link() {
        return links.getLast();
    }

    /** One link, with everything that was asked of it. */
    public static final class Link implements HostLink {
        public final Address address;
        public final Identity identity;
        public final @Nullable String hostKey;
        public final List<String> calls = new ArrayList<>();
        public final List<ClientRequest> requests = new ArrayList<>();
        public final WireLog wireLog = new WireLog(TestSurroundings.FRIDAY);
        private final Consumer<ClientEvent> events;

        private Link(
                Address address,
                Identity identity,
                @Nullable String hostKey,
                Consumer<ClientEvent> events) {
            this.address = address;
            this.identity = identity;
            this.hostKey = hostKey;
            this.events = events;
        }

        /** The host does something. */
        public void happen(ClientEvent... happened) {
            for (ClientEvent event : happened) {
                events.accept(event);
            }
        }

        /** These lines have come over the wire. */
        public void wire(String... lines) {
            for (String line : lines) {
                wireLog.received(StandardCharsets.UTF_8.encode(line));
            }
        }

        @Override
        public void connect() {
            calls.add("connect");
        }

        @Override
        public void cancel() {
            calls.add("cancel");
        }

        @Override
        public void retryNow() {
            calls.add("retryNow");
        }

        @Override
        public void password(String password) {
            calls.add("password " + password);
        }

        @Override
        public WireLog wireLog() {
            return wireLog;
        }

        @Override
        public void submit(ClientRequest request) {
            requests.add(request);
        }

        @Override
        public void pauseReading() {
            calls.add("pauseReading");
        }

        @Override
        public void resumeReading() {
            calls.add("resumeReading");
        }

        @Override
        public void close(String goodbye) {
            calls.add("close");
        }
    }

    /** One hosted room. */
    public static final class Room implements OpenRoom {
        public final HostingOptions options;
        public boolean closed;
        public boolean forgotten;
        public @Nullable String password;
        public final FakeDoor door = new FakeDoor();
        public @Nullable Boolean plain;

        /** By what this computer is known; null for a room without a key, as tests mostly want. */
        public @Nullable Fingerprint pin;

        public boolean otherKey;

        public KeepingRules keeping = KeepingRules.DEFAULT;
        public @Nullable KeptData kept = new KeptData(Path.of("/data/rooms/friday"), 3_400_000);
        public @Nullable IOException unreadable;

        /** Who looked and was not told yet. */
        public final List<Consumer<Visitors>> looks = new ArrayList<>();

        private final List<LocalAddress> addresses;

        private Room(HostingOptions options, List<LocalAddress> addresses) {
            this.options = options;
            this.addresses = addresses;
            this.password = options.password();
            this.door.asking = options.asksFirst();
            this.plain = options.plain();
        }

        @Override
        public boolean hasOtherKey() {
            return otherKey;
        }

        @Override
        public Address address() {
            return Address.ofSnug("192.168.1.20", options.port().port(), wireName(), pin);
        }

        @Override
        public Address hostAddress() {
            return Address.ofSnug("127.0.0.1", options.port().port(), wireName(), pin);
        }

        private String wireName() {
            return '#' + options.room().replace(' ', '-');
        }

        @Override
        public List<LocalAddress> addresses() {
            return addresses;
        }

        @Override
        public List<String> names() {
            return List.of("mei-laptop");
        }

        @Override
        public Address address(String host) {
            return Address.ofSnug(host, options.port().port(), wireName(), pin);
        }

        @Override
        public void look(int most, Consumer<Visitors> seen) {
            looks.add(seen);
        }

        @Override
        public void password(@Nullable String newPassword) {
            password = newPassword;
        }

        @Override
        public boolean allowsPlain() {
            return plain == null ? password == null && !door.asking : plain;
        }

        @Override
        public void allowPlain(boolean on) {
            plain = on;
        }

        @Override
        public KeepingRules keeping() {
            return keeping;
        }

        @Override
        public void keeping(KeepingRules rules) {
            keeping = rules;
        }

        @Override
        public @Nullable KeptData kept() throws IOException {
            if (unreadable != null) {
                throw unreadable;
            }
            return kept;
        }

        @Override
        public void forgetEverything() {
            forgotten = true;
            kept = new KeptData(Path.of("/data/rooms/friday"), 20_480);
        }

        @Override
        public String hostKey() {
            return "secret";
        }

        @Override
        public FakeDoor door() {
            return door;
        }

        @Override
        public boolean guarded() {
            return password != null;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
