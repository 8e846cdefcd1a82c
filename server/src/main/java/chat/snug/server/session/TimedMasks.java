package chat.snug.server.session;

import chat.snug.net.Timer;
import chat.snug.room.RoomChange;
import chat.snug.server.host.Act;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Takes bans and mutes away that were set for a time, and tells so, when that time is over. It
 * passes while the server does not run, too. Belongs to the loop's thread.
 */
final class TimedMasks {
    /** A wall clock may be set; it is looked at again after so long. */
    private static final long LONGEST_SLEEP_MILLIS = 60_000;

    private final ServerState server;
    private final Publisher publisher;
    private final Map<Channel, Timer> timers = new WeakHashMap<>();

    TimedMasks(ServerState server) {
        this.server = server;
        this.publisher = new Publisher(server.broadcast);
    }

    /** The lists of a room may be others. */
    void look(Channel channel) {
        Timer before = timers.remove(channel);
        if (before != null) {
            before.cancel();
        }
        long ends = channel.room.timed().nextEnd();
        if (ends != Long.MAX_VALUE) {
            long millis = Math.clamp(ends - server.ids.now(), 0, LONGEST_SLEEP_MILLIS);
            timers.put(
                    channel,
                    server.loop
                            .timers()
                            .schedule(TimeUnit.MILLISECONDS.toNanos(millis), () -> end(channel)));
        }
    }

    private void end(Channel channel) {
        timers.remove(channel);
        if (!channel.equals(server.rooms.called(channel.name()))) {
            return; // nobody is in it; it is looked at when it is opened again
        }
        List<RoomChange> ended = channel.room.timed().end(server.ids.now());
        if (ended.isEmpty()) {
            look(channel);
            return;
        }
        publisher.changed(server, channel, ended);
        for (RoomChange change : ended) {
            if (change instanceof RoomChange.MaskSet set) {
                server.door.noteIn(channel, null, Act.LIFTED, set.mask(), "");
            }
        }
    }
}
