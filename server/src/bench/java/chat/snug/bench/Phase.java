package chat.snug.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of talk: sends, waits until everything has arrived, and says whether it did.
 *
 * <p>In a closed loop each sender has at most a window of messages that the room's observer, the
 * last member that reads, has not seen. In an open loop the messages are due at fixed times, and
 * their stamps say so however late they go out.
 */
final class Phase {
    private static final long SECOND = 1_000_000_000;
    private static final long LONGEST_WAIT = SECOND / 50;

    /** When nothing has arrived for so long after the last sending, the rest is lost. */
    private static final long DRAIN = 3 * SECOND;

    private final Swarm swarm;
    private final Rooms rooms;
    private final Plan plan;
    private final @Nullable Long server;
    private final Ledger ledger;
    private final ByteBuffer lines = ByteBuffer.allocateDirect(64 * 1024);
    private final byte[][] templates;
    private final int[][] observers;
    private final List<Long> rssEachSecond = new ArrayList<>();
    private long begin;
    private long sendUntil;
    private long sentInAll;

    /**
     * @param number tells this phase's stamps from those of others of the run, from 0 to 63
     * @param server the process to account for, or null
     */
    Phase(Swarm swarm, Rooms rooms, Plan plan, int number, @Nullable Long server) {
        this.swarm = swarm;
        this.rooms = rooms;
        this.plan = plan;
        this.server = server;
        List<LoadClient> clients = swarm.clients();
        ledger =
                new Ledger(
                        number,
                        rooms,
                        client -> !clients.get(client).stalls,
                        client -> clients.get(client).echoed);
        templates = new byte[rooms.count()][];
        observers = new int[rooms.count()][];
        for (int room = 0; room < templates.length; room++) {
            String text = LineReader.FILLER.repeat(plan.payload());
            String line = "PRIVMSG " + rooms.names()[room] + " :" + text + "\r\n";
            templates[room] = line.getBytes(StandardCharsets.US_ASCII);
            observers[room] = observersOf(rooms.members(room));
        }
    }

    /** The last reader; with mixed capabilities the last of each kind. */
    private int[] observersOf(int[] members) {
        int last = members.length - 1;
        return plan.mixed()
                ? new int[] {members[last], members[last - 1]}
                : new int[] {members[last]};
    }

    Ledger ledger() {
        return ledger;
    }

    /** What the server used at the end of each second; empty where that cannot be known. */
    List<Long> rssEachSecond() {
        return rssEachSecond;
    }

    /** Seconds from the first sending to the last arrival. */
    double seconds() {
        return (double) (ledger.lastArrival() - begin) / SECOND;
    }

    Figures.Span span() {
        long endMillis =
                System.currentTimeMillis() - (Stamp.now() - ledger.lastArrival()) / 1_000_000;
        return new Figures.Span(
                endMillis - (long) (seconds() * 1000), endMillis, ledger.messages());
    }

    /** Talks for so long and waits for the rest to arrive. */
    void run(double length) {
        swarm.reader().talk(new LineReader.Talk(ledger, plan.payload()));
        begin = Stamp.now();
        sendUntil = begin + (long) (length * SECOND);
        swarm.betweenEvents(this::sendDue);
        long nextSample = begin + SECOND;
        while (true) {
            boolean sending = sendDue();
            long now = Stamp.now();
            if (!sending && ledger.complete()) {
                break;
            }
            boolean waiting = !sending || plan.rate() == 0;
            if (waiting && now - Math.max(begin, ledger.lastArrival()) > DRAIN) {
                break;
            }
            if (server != null && now > nextSample) {
                nextSample += SECOND;
                ProcessUsage usage = ProcessUsage.of(server);
                rssEachSecond.add(usage == null ? 0 : usage.rssBytes());
            }
            swarm.poll(
                    sending && plan.rate() > 0
                            ? Math.min(due() - now, LONGEST_WAIT)
                            : LONGEST_WAIT);
        }
        swarm.betweenEvents(() -> {});
    }

    /** Ends the phase behind a barrier, so that a copy too many cannot come later unseen. */
    @Nullable String verdict() throws StuckException {
        swarm.barrier();
        swarm.reader().talk(null);
        String loss = swarm.loss();
        return loss == null ? ledger.verdict() : loss;
    }

    /** Sends what may go out now; returns whether there will be more. */
    private boolean sendDue() {
        return plan.rate() > 0 ? sendPaced() : sendWindows();
    }

    private boolean sendWindows() {
        long now = Stamp.now();
        if (plan.messages() == 0 && now > sendUntil) {
            return false;
        }
        boolean more = plan.messages() == 0;
        for (int stream = 0; stream < rooms.streams(); stream++) {
            int sent = ledger.sent(stream);
            int upTo = seen(stream) + plan.window();
            if (plan.messages() > 0) {
                upTo = Math.min(upTo, plan.messages());
                more |= sent < plan.messages();
            }
            if (sent < upTo) {
                send(stream, upTo - sent, now);
            }
        }
        return more;
    }

    private int seen(int stream) {
        int least = Integer.MAX_VALUE;
        for (int observer : observers[rooms.roomOf(stream)]) {
            least = Math.min(least, ledger.seenBy(observer, stream));
        }
        return least;
    }

    /** When the next message is meant to go out. */
    private long due() {
        return begin + (long) (sentInAll * SECOND / plan.rate());
    }

    private boolean sendPaced() {
        long now = Stamp.now();
        for (long due = due(); due <= now; due = due()) {
            if (due > sendUntil) {
                return false;
            }
            send((int) (sentInAll % rooms.streams()), 1, due);
        }
        return true;
    }

    private void send(int stream, int count, long time) {
        int room = rooms.roomOf(stream);
        byte[] template = templates[room];
        int stampAt = template.length - 2 - plan.payload();
        long head = Stamp.head(ledger.phase(), room, stream % rooms.senders());
        lines.clear();
        for (int i = 0; i < count && lines.remaining() >= template.length; i++) {
            int at = lines.position();
            lines.put(template);
            Stamp.write(lines, at + stampAt, head, ledger.sending(stream), time);
            sentInAll++;
        }
        LoadClient sender = swarm.clients().get(rooms.clientOf(stream));
        swarm.act(sender, () -> sender.send(lines.flip()));
    }
}
