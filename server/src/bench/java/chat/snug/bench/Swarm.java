package chat.snug.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All connections of the generator on one selector and one thread.
 *
 * <p>The phases before the talk are here: connecting, registering, joining, and the barrier between
 * them. Each keeps a window of clients under way, and gives up when nothing moves any more.
 */
final class Swarm implements AutoCloseable {
    private static final long MILLISECOND = 1_000_000;

    /** When nothing has moved for so long, it never will. */
    private static final long STUCK = 20_000 * MILLISECOND;

    private static final int EVENTS_BETWEEN_SENDINGS = 256;

    private final InetSocketAddress server;
    private final Selector selector = Selector.open();
    private final List<LoadClient> clients = new ArrayList<>();
    private final Dialogue dialogue = new Dialogue();
    private final LineReader reader = new LineReader(dialogue);
    private Runnable betweenEvents = () -> {};
    private int events;
    private int gone;
    private int goneBeforeRegistering;
    private @Nullable String loss;

    Swarm(InetSocketAddress server) throws IOException {
        this.server = server;
    }

    Dialogue dialogue() {
        return dialogue;
    }

    LineReader reader() {
        return reader;
    }

    List<LoadClient> clients() {
        return Collections.unmodifiableList(clients);
    }

    /** Why the first client that had to stay was lost, or null. */
    @Nullable String loss() {
        return loss;
    }

    /** Called after every few hundred events, so that a sender does not wait for all readers. */
    void betweenEvents(Runnable action) {
        betweenEvents = action;
    }

    /** Which clients ask for capabilities and which will stall. */
    interface Kind {
        boolean is(int client);
    }

    /** Connects and registers until there are {@code count} clients, {@code window} at a time. */
    void connect(int count, int window, Kind asking, Kind stalling) throws StuckException {
        await(
                "registering",
                () -> {
                    while (clients.size() < count && underWay() < window) {
                        open(asking, stalling);
                    }
                    return clients.size() == count && underWay() == 0;
                },
                () -> clients.size() - underWay());
    }

    private int underWay() {
        return clients.size() - dialogue.registered() - goneBeforeRegistering;
    }

    private void open(Kind asking, Kind stalling) {
        int index = clients.size();
        try {
            LoadClient client =
                    new LoadClient(index, asking.is(index), stalling.is(index), selector);
            clients.add(client);
            act(client, () -> client.connect(server));
        } catch (IOException e) {
            throw new IllegalStateException("connection " + index + " could not be opened", e);
        }
    }

    /**
     * Sends everybody into their rooms in the order of the clients, {@code window} at a time; into
     * the second one when all are in the first.
     */
    void join(Rooms rooms, int window) throws StuckException {
        join(rooms.names(), rooms.first(), window);
        if (rooms.count() > 1) {
            join(rooms.names(), rooms.second(), window);
        }
    }

    private void join(String[] names, int[] roomOf, int window) throws StuckException {
        int before = dialogue.roomsEntered();
        int[] asked = {0};
        await(
                "joining",
                () -> {
                    int entered = dialogue.roomsEntered() - before;
                    for (; asked[0] < roomOf.length && asked[0] - entered < window; asked[0]++) {
                        LoadClient joiner = clients.get(asked[0]);
                        String name = names[roomOf[asked[0]]];
                        act(joiner, () -> joiner.send("JOIN " + name + "\r\n"));
                    }
                    return entered == roomOf.length;
                },
                dialogue::roomsEntered);
    }

    /** Waits until clients have been told of so many JOINs, their own among them. */
    void awaitJoins(int count) throws StuckException {
        await(
                "waiting for the announcements of JOINs",
                () -> dialogue.joinsSeen() >= count,
                dialogue::joinsSeen);
    }

    /**
     * Every client pings and waits for the answer, before which the server must have told it all
     * that happened before.
     */
    void barrier() throws StuckException {
        int before = dialogue.pongs();
        int asked = 0;
        for (LoadClient client : clients) {
            if (!client.gone && client.registered && client.isReading()) {
                act(client, () -> client.send("PING :barrier\r\n"));
                asked++;
            }
        }
        int all = asked;
        int goneBefore = gone;
        await(
                "waiting for PONG",
                () -> dialogue.pongs() - before + (gone - goneBefore) >= all,
                dialogue::pongs);
    }

    /** Hangs up on all clients from this one on. */
    void hangUpFrom(int first) {
        for (LoadClient client : clients.subList(first, clients.size())) {
            close(client);
        }
        poll(0); // closed channels leave the selector, and with that the kernel, in its next turn
    }

    /** Reads for so long, whatever happens. */
    void idle(long nanos) {
        long end = Stamp.now() + nanos;
        for (long left = nanos; left > 0; left = end - Stamp.now()) {
            poll(left);
        }
    }

    private interface Progress {
        int value();
    }

    private void await(String what, BooleanSupplier done, Progress progress) throws StuckException {
        long moved = Stamp.now();
        int known = progress.value();
        while (!done.getAsBoolean()) {
            poll(20 * MILLISECOND);
            if (progress.value() != known) {
                known = progress.value();
                moved = Stamp.now();
            } else if (Stamp.now() - moved > STUCK) {
                throw new StuckException(what, known, dialogue.refusal(), loss);
            }
        }
    }

    /**
     * Handles what is ready, waiting for it at most so long; under a millisecond it never sleeps.
     */
    void poll(long nanos) {
        try {
            if (nanos < MILLISECOND) {
                selector.selectNow(this::handle);
            } else {
                selector.select(this::handle, nanos / MILLISECOND);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the selector failed", e);
        }
    }

    private void handle(SelectionKey key) {
        LoadClient client = (LoadClient) key.attachment();
        try {
            if (!client.gone) {
                serve(client, key);
            }
        } catch (IOException e) {
            lost(client, String.valueOf(e.getMessage()));
        }
        if (++events % EVENTS_BETWEEN_SENDINGS == 0) {
            betweenEvents.run();
        }
    }

    private void serve(LoadClient client, SelectionKey key) throws IOException {
        if (key.isConnectable()) {
            client.connected();
            return;
        }
        if (key.isWritable()) {
            client.flush();
        }
        if (key.isReadable() && !reader.read(client)) {
            lost(client, "the server closed the connection");
        }
    }

    /** Something done on a socket, whose failure means that the client is lost. */
    interface SocketAction {
        void run() throws IOException;
    }

    /** Does something for a client; if its connection fails, the client is gone. */
    void act(LoadClient client, SocketAction action) {
        try {
            action.run();
        } catch (IOException e) {
            lost(client, String.valueOf(e.getMessage()));
        }
    }

    private void lost(LoadClient client, String why) {
        if (!client.registered) {
            goneBeforeRegistering++;
        }
        if (loss == null && !client.stalls) {
            String told = client.lastError == null ? "" : " (" + client.lastError + ")";
            loss = "client " + client.index + " was lost: " + why + told;
        }
        close(client);
    }

    private void close(LoadClient client) {
        if (client.gone) {
            return;
        }
        gone++;
        try {
            client.close();
        } catch (IOException e) {
            throw new IllegalStateException("a socket could not be closed", e);
        }
    }

    @Override
    public void close() throws IOException {
        hangUpFrom(0);
        selector.close();
    }
}
