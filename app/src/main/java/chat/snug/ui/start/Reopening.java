package chat.snug.ui.start;

import chat.snug.client.Address;
import chat.snug.client.AddressException;
import chat.snug.client.ClientRequest;
import chat.snug.client.Identity;
import chat.snug.client.RoomName;
import chat.snug.ui.Arrival;
import chat.snug.ui.RecentRoom;
import chat.snug.ui.Surroundings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Goes back into all rooms that were open when the app was closed: one connection to each host, and
 * from there into its other rooms. A host that cannot be reached keeps nobody from the others; its
 * rooms stay among those of lately. JavaFX thread.
 */
final class Reopening {
    private final Surroundings surroundings;
    private final Supplier<@Nullable Identity> who;
    private final Consumer<Arrival> onArrived;
    private final BiConsumer<RecentRoom, String> onFailed;

    /**
     * Not begun yet.
     *
     * @param onFailed told which rooms cannot be gone back to, and why
     */
    Reopening(
            Surroundings surroundings,
            Supplier<@Nullable Identity> who,
            Consumer<Arrival> onArrived,
            BiConsumer<RecentRoom, String> onFailed) {
        this.surroundings = surroundings;
        this.who = who;
        this.onArrived = onArrived;
        this.onFailed = onFailed;
    }

    /** Those of {@code open} that can be gone back to: a password is not remembered. */
    static List<RecentRoom> possible(List<RecentRoom> open) {
        return open.stream().filter(room -> !room.guarded()).toList();
    }

    /** Goes into all of them. */
    void begin(List<RecentRoom> rooms) {
        Map<String, List<RecentRoom>> byHost = new LinkedHashMap<>();
        for (RecentRoom room : rooms) {
            byHost.computeIfAbsent(host(room), _ -> new ArrayList<>()).add(room);
        }
        byHost.values().forEach(this::enter);
    }

    private static String host(RecentRoom room) {
        if (room.hosted()) {
            return "";
        }
        try {
            return Address.parse(room.link()).withRoom(null).link();
        } catch (AddressException e) {
            return room.link(); // told by whoever goes there
        }
    }

    private void enter(List<RecentRoom> rooms) {
        RecentRoom first = rooms.getFirst();
        Consumer<Arrival> onIn = arrival -> goOn(arrival, rooms.subList(1, rooms.size()));
        if (first.hosted()) {
            HostViewModel host = new HostViewModel(surroundings, "", who, onIn);
            watch(host.errorProperty(), rooms);
            watch(host.portErrorProperty(), rooms);
            host.openAgain(first.nameToHost());
        } else {
            JoinViewModel join = new JoinViewModel(surroundings, who, onIn);
            join.addressProperty().set(first.link());
            watch(join.errorProperty(), rooms);
            watch(join.passwordErrorProperty(), rooms);
            watch(join.nameErrorProperty(), rooms);
            join.join();
        }
    }

    private void watch(ReadOnlyStringProperty error, List<RecentRoom> rooms) {
        error.addListener(
                (_, _, why) -> {
                    if (!why.isEmpty()) {
                        rooms.forEach(room -> onFailed.accept(room, why));
                    }
                });
    }

    private void goOn(Arrival arrival, List<RecentRoom> others) {
        onArrived.accept(arrival);
        for (RecentRoom room : others) {
            String wire = wireName(room);
            if (wire != null) {
                arrival.visit().link().submit(new ClientRequest.Join(wire, null));
            }
        }
    }

    private static @Nullable String wireName(RecentRoom room) {
        if (room.hosted()) {
            return RoomName.toWire(room.nameToHost());
        }
        try {
            return Address.parse(room.link()).room();
        } catch (AddressException e) {
            return null; // it was never a way into a room
        }
    }
}
