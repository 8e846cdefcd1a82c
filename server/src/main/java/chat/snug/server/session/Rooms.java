package chat.snug.server.session;

import chat.snug.protocol.Skeleton;
import chat.snug.protocol.Source;
import chat.snug.room.MaskPlaces;
import chat.snug.room.Person;
import chat.snug.room.Room;
import chat.snug.server.names.NameRules;
import chat.snug.server.options.CrowdLimits;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rooms there are, by name. */
public final class Rooms {
    /** What stands around the name, the person asked and the names in RPL_NAMREPLY. */
    private static final int NAMES_FRAME_BYTES = ": 353  =  :\r\n".length();

    private final ServerState server;
    private final RoomRecords records;
    private final TimedMasks timed;

    /** Those of all rooms but the one that stays, also of the empty ones that are known. */
    private final MaskPlaces places;

    private final Map<String, Channel> byName = new LinkedHashMap<>();

    /** The names of all rooms, also of those that are empty and known, by what they look like. */
    private final Map<String, String> bySkeleton = new HashMap<>();

    Rooms(ServerState server) {
        this.server = server;
        this.records = new RoomRecords(server.store);
        this.timed = new TimedMasks(server);
        CrowdLimits crowd = server.limits.crowd();
        this.places = new MaskPlaces(crowd.masks(), crowd.masksAlways());
        for (String name : records.names()) {
            bySkeleton.putIfAbsent(Skeleton.of(name), name);
            places.take(records.masks(server.fold(name)));
        }
        String first = server.options.room();
        if (first != null) {
            open(first, server.options.hostKey() != null, true);
        }
    }

    public @Nullable Channel called(String name) {
        return byName.get(server.fold(NameRules.visible(name)));
    }

    /** Whether there is a room, or one that would be there again if somebody came. */
    public boolean isKnown(String name) {
        return called(name) != null || records.name(server.fold(NameRules.visible(name))) != null;
    }

    /** A room whose name looks like this one and is another, or null. */
    public @Nullable String looksLike(String name) {
        String visible = NameRules.visible(name);
        String model = bySkeleton.get(Skeleton.of(visible));
        return model == null || server.fold(model).equals(server.fold(visible)) ? null : model;
    }

    /**
     * Opens a room that is not there yet: as it was if it is known from before, and otherwise a new
     * one, whose first visitor will be its operator.
     *
     * @param name one that a room may have
     */
    public Channel open(String name) {
        return open(name, false, false);
    }

    private Channel open(String wanted, boolean belongsToHost, boolean stays) {
        String folded = server.fold(wanted);
        String known = records.name(folded);
        String name = known == null ? wanted : known;
        Room room =
                new Room(
                        name,
                        belongsToHost,
                        server.ids,
                        server::fold,
                        server.limits.wire().listEntries(),
                        stays ? MaskPlaces.unshared() : places);
        places.take(-records.masks(folded)); // those that are restored are counted by the room
        records.restore(folded, room);
        var _ = room.timed().end(server.ids.now()); // nobody is there who would have to be told
        Channel channel =
                new Channel(
                        room,
                        stays,
                        server.store.log(folded),
                        new NamesBlock(room, namesBytes()),
                        server.loop.segments(),
                        server.pace,
                        this::changed);
        byName.put(folded, channel);
        bySkeleton.putIfAbsent(Skeleton.of(name), name);
        timed.look(channel);
        return channel;
    }

    /**
     * Gives a room another name, and all that is kept of it.
     *
     * @param name one that no other room has
     */
    public void rename(Channel channel, String name) {
        String before = channel.name();
        String from = server.fold(before);
        String to = server.fold(name);
        byName.remove(from, channel);
        channel.room.rename(name);
        byName.put(to, channel);
        bySkeleton.remove(Skeleton.of(before), before);
        bySkeleton.putIfAbsent(Skeleton.of(name), name);
        if (!from.equals(to)) {
            server.store.renameLog(from, to);
            records.forget(from);
            server.observers.forEach(observer -> observer.renamed(from, to));
        }
        records.forget(to);
        changed(channel);
    }

    /** Something about a room that outlasts its members is not as it was. */
    private void changed(Channel channel) {
        records.save(server.fold(channel.name()), channel);
        timed.look(channel);
    }

    /** Forgets what was said in a room, and a room that is not open altogether. */
    public void forget(String name) {
        String folded = server.fold(NameRules.visible(name));
        Channel open = byName.get(folded);
        if (open == null) {
            String known = records.name(folded);
            String shown = known == null ? NameRules.visible(name) : known;
            bySkeleton.remove(Skeleton.of(shown), shown);
            server.store.forget(folded);
            places.take(-records.masks(folded));
            records.forget(folded);
            server.observers.forEach(observer -> observer.forgotten(folded));
        } else {
            open.log.clear();
        }
    }

    /**
     * Closes a room that nobody is in, unless it is one that stays. If it is worth it, what was
     * said and what it was set to are there again as soon as somebody comes.
     */
    public void closeIfEmpty(Channel channel) {
        if (channel.room.size() == 0 && !channel.stays) {
            String folded = server.fold(channel.name());
            byName.remove(folded, channel);
            places.take(records.masks(folded) - channel.room.entries());
            if (!records.isWorthIt(channel)) {
                forget(channel.name());
            }
            for (Person guest : channel.room.invited()) {
                ((Session) guest).places.uninvited(channel);
            }
        }
    }

    /** All that was kept is gone: there is nothing but what is open. */
    void forgotten() {
        bySkeleton.clear();
        places.clear();
        for (Channel channel : byName.values()) {
            bySkeleton.putIfAbsent(Skeleton.of(channel.name()), channel.name());
            places.take(channel.stays ? 0 : channel.room.entries());
        }
    }

    public Collection<Channel> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    public int count() {
        return byName.size();
    }

    /** Whether there is no place for a room that is not known yet. */
    public boolean isFull() {
        return bySkeleton.size() >= server.limits.crowd().rooms();
    }

    private int namesBytes() {
        return server.limits.wire().lineBytes()
                - NAMES_FRAME_BYTES
                - NameRules.bytes(Source.server(server.options.serverName()).toString())
                - server.limits.wire().nickLength()
                - server.limits.wire().channelLength();
    }
}
