package chat.snug.server.session;

import chat.snug.protocol.Message;
import chat.snug.protocol.Tags;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a command that came with a label: nothing becomes an ACK, one message or one batch
 * gets the label, several become a batch that has it (<a
 * href="https://ircv3.net/specs/extensions/labeled-response">IRCv3 labeled-response</a>).
 */
public final class LabeledReply {
    private final String label;
    private final List<Reply> replies = new ArrayList<>(2);
    private @Nullable Batch open;
    private @Nullable Session to;

    LabeledReply(String label) {
        this.label = label;
    }

    void add(Reply reply) {
        if (open != null && to != null) {
            open.write(to, reply);
        } else {
            replies.add(reply);
        }
    }

    /**
     * Sends what was collected as a batch that has not ended, and what is added from here on at
     * once: the client has to know of it before what others do next.
     */
    void begin(ServerState server, Session asking) {
        if (open == null) {
            Batch batch = new Batch(server, "labeled-response");
            batch.open(asking, tag());
            replies.forEach(reply -> batch.write(asking, reply));
            replies.clear();
            open = batch;
            to = asking;
        }
    }

    /** Another answer takes the place of what was collected. */
    void replaceBy(Reply reply) {
        replies.clear();
        replies.add(reply);
    }

    /** The tag that the answer has. */
    Tags tag() {
        return Tags.NONE.with("label", label);
    }

    void send(ServerState server, Session to) {
        Tags labelTag = tag();
        if (open != null) {
            open.close(to);
        } else if (replies.isEmpty()) {
            Message ack = Message.of("ACK").withSource(server.source);
            server.broadcast.toOne(to, Outgoing.plain(ack, server.ids.now()), labelTag);
        } else if (replies.size() == 1) {
            switch (replies.getFirst()) {
                case Outgoing line -> server.broadcast.toOne(to, line, labelTag);
                case Batch batch -> batch.write(to, labelTag, Tags.NONE);
            }
        } else {
            Batch all = new Batch(server, "labeled-response");
            replies.forEach(all::add);
            all.write(to, labelTag, Tags.NONE);
        }
    }
}
