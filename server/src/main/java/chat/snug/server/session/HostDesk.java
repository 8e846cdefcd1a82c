package chat.snug.server.session;

import chat.snug.protocol.TextSplitter;
import chat.snug.server.host.Attendance;
import chat.snug.server.host.Guest;
import chat.snug.server.host.HouseRules;
import chat.snug.server.options.ServerOptions;
import chat.snug.store.KeptTable;
import chat.snug.store.StoreOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the host sees of everybody, and decides for all rooms: the password at the door, and what is
 * kept. Belongs to the loop's thread, but for {@link #rules()} and {@link #isGuarded()}.
 */
public final class HostDesk {
    private static final String TABLE = "house";
    private static final String OWNER = "rules";
    private static final String EARLIER = "earlier";
    private static final String AGE = "age";
    private static final String EVENTS = "events";
    private static final String DISPLAY_NAME = "display-name";

    private final ServerState server;
    private volatile HouseRules rules;
    private volatile @Nullable String password;

    /** The rules that were kept hold, unless the start says otherwise. */
    HostDesk(ServerState server) {
        this.server = server;
        ServerOptions options = server.options;
        this.password = options.password();
        this.rules = initial(options);
        StoreOptions store = options.store();
        if (store == null || (store.age() == null && store.eventsPerLog() == 0)) {
            server.store.keepFor(rules.age(), rules.eventsPerRoom());
        }
        String room = options.room();
        if (room != null && !options.roomTitle().isBlank()) {
            title(room, options.roomTitle());
        }
    }

    private HouseRules initial(ServerOptions options) {
        StoreOptions store = options.store();
        boolean told = store != null && (store.age() != null || store.eventsPerLog() > 0);
        Map<String, String> kept = server.store.table(TABLE).of(OWNER);
        boolean earlier =
                options.limits().history().earlier() && !"false".equals(kept.get(EARLIER));
        if (store != null && told) {
            return new HouseRules(earlier, store.age(), store.eventsPerLog());
        }
        String seconds = kept.get(AGE);
        return new HouseRules(
                earlier,
                seconds == null ? null : Duration.ofSeconds(Long.parseLong(seconds)),
                Integer.parseInt(kept.getOrDefault(EVENTS, "0")));
    }

    private void title(String room, String title) {
        server.store
                .table(MetadataState.TABLE)
                .put(server.fold(room), DISPLAY_NAME, fitting(title.strip()));
    }

    private String fitting(String title) {
        return TextSplitter.head(title, server.limits.metadata().valueBytes());
    }

    // ---- the door

    /** What those who come in have to know, null for nothing. */
    public @Nullable String password() {
        return password;
    }

    /** Whoever is in stays in. */
    public void password(@Nullable String secret) {
        password = secret;
        if (secret == null && !server.door.isAsking()) {
            server.door.waiting.considerAll();
        }
    }

    public boolean isGuarded() {
        return password != null;
    }

    // ---- who is here

    /**
     * Who is here.
     *
     * @param most how many people are described, those who came first; all are counted
     */
    public Attendance attendance(int most) {
        List<Session> people = new ArrayList<>(server.people.registered());
        people.sort(
                Comparator.comparingLong((Session session) -> session.signedOnSeconds)
                        .thenComparing(Session::foldedNick));
        List<Guest> guests = new ArrayList<>();
        for (Session session : people.subList(0, Math.min(most, people.size()))) {
            guests.add(guest(session));
        }
        return new Attendance(people.size(), guests, server.people.unknown());
    }

    private Guest guest(Session session) {
        List<String> rooms = new ArrayList<>();
        for (Seat seat : session.places.seats()) {
            rooms.add(seat.channel.name());
        }
        return new Guest(
                session.nick(),
                session.realAddress,
                session.account(),
                session.isHost(),
                session.isEncrypted(),
                Instant.ofEpochSecond(session.signedOnSeconds),
                Duration.ofNanos(Math.max(0, server.loop.nanoTime() - session.activeNanos)),
                session.connection.queuedBytes(),
                rooms);
    }

    // ---- what is kept

    public HouseRules rules() {
        return rules;
    }

    public void rules(HouseRules wanted) {
        rules = wanted;
        keepRules();
        server.store.keepFor(wanted.age(), wanted.eventsPerRoom());
    }

    private void keepRules() {
        KeptTable table = server.store.table(TABLE);
        HouseRules now = rules;
        Duration age = now.age();
        table.put(OWNER, EARLIER, Boolean.toString(now.earlier()));
        table.put(OWNER, EVENTS, Integer.toString(now.eventsPerRoom()));
        if (age == null) {
            table.remove(OWNER, AGE);
        } else {
            table.put(OWNER, AGE, Long.toString(age.toSeconds()));
        }
    }

    /** What the open rooms are called and the rules are no part of what is forgotten. */
    public void forgetEverything() {
        KeptTable metadata = server.store.table(MetadataState.TABLE);
        Map<String, String> titles = new LinkedHashMap<>();
        for (Channel channel : server.rooms.all()) {
            String folded = server.fold(channel.name());
            String title = metadata.get(folded, DISPLAY_NAME);
            if (title != null) {
                titles.put(folded, title);
            }
        }
        server.store.forgetEverything();
        server.accounts.forgotten();
        server.rooms.all().forEach(channel -> channel.room.disown());
        server.rooms.forgotten();
        server.door.forgotten();
        titles.forEach((room, title) -> metadata.put(room, DISPLAY_NAME, title));
        keepRules();
    }
}
