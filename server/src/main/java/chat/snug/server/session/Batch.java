package chat.snug.server.session;

import chat.snug.protocol.Capability;
import chat.snug.protocol.Message;
import chat.snug.protocol.Tags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lines to one client that belong together, and batches within it (<a
 * href="https://ircv3.net/specs/extensions/batch">IRCv3 batch</a>). A client that did not negotiate
 * the capability is sent the lines alone.
 */
public final class Batch implements Reply {
    private final ServerState server;
    private final String reference;
    private final String[] typeAndParams;
    private final @Nullable Outgoing opening;
    private final @Nullable Outgoing closing;
    private final List<Reply> content = new ArrayList<>();

    /** An empty one of a type, with the parameters that the type has. */
    public Batch(ServerState server, String type, String... params) {
        this.server = server;
        this.reference = server.nextBatch();
        this.typeAndParams =
                Stream.concat(Stream.of(type), Arrays.stream(params)).toArray(String[]::new);
        this.opening = null;
        this.closing = null;
    }

    /** An empty one that begins and ends with lines that say more than usual. */
    public Batch(ServerState server, String reference, Outgoing opening, Outgoing closing) {
        this.server = server;
        this.reference = reference;
        this.typeAndParams = new String[0];
        this.opening = opening;
        this.closing = closing;
    }

    public void add(Reply reply) {
        content.add(reply);
    }

    /** Adds what is said now. */
    public void add(Message message) {
        add(Outgoing.plain(message, server.ids.now()));
    }

    /**
     * Sends it all, past everything that may hold a line up.
     *
     * @param first tags of its first line
     * @param last tags of its last line
     */
    public void write(Session to, Tags first, Tags last) {
        boolean framed = to.has(Capability.BATCH);
        Tags inside = framed ? inside() : Tags.NONE;
        if (framed) {
            open(to, first);
        }
        for (Reply reply : content) {
            switch (reply) {
                case Outgoing line -> server.broadcast.toOne(to, line, inside);
                case Batch batch -> batch.write(to, inside, inside);
            }
        }
        if (framed) {
            server.broadcast.toOne(to, last(), last);
        }
    }

    /** Sends the first line alone, to a client that negotiated the capability. */
    void open(Session to, Tags first) {
        server.broadcast.toOne(to, first(), first);
    }

    /** Sends a part of it alone, after its first line. */
    void write(Session to, Reply part) {
        switch (part) {
            case Outgoing line -> server.broadcast.toOne(to, line, inside());
            case Batch batch -> batch.write(to, inside(), inside());
        }
    }

    /** What the lines have that are sent between the first and the last one. */
    Tags inside() {
        return Tags.NONE.with("batch", reference);
    }

    /** Sends the last line alone. */
    void close(Session to) {
        server.broadcast.toOne(to, last(), Tags.NONE);
    }

    /** Its lines, from the first to the last; it must not hold other batches. */
    public List<Outgoing> lines() {
        List<Outgoing> lines = new ArrayList<>(content.size() + 2);
        lines.add(first());
        for (Reply reply : content) {
            switch (reply) {
                case Outgoing line -> lines.add(line.within(reference));
                case Batch _ -> throw new IllegalStateException("a batch within a batch");
            }
        }
        lines.add(last());
        return lines;
    }

    private Outgoing first() {
        return opening == null ? frame("+" + reference, typeAndParams) : opening;
    }

    private Outgoing last() {
        return closing == null ? frame("-" + reference) : closing;
    }

    private Outgoing frame(String signed, String... more) {
        String[] params =
                Stream.concat(Stream.of(signed), Arrays.stream(more)).toArray(String[]::new);
        return Outgoing.plain(
                Message.of("BATCH", params).withSource(server.source), server.ids.now());
    }
}
