package chat.snug.server;

import chat.snug.protocol.Message;
import chat.snug.protocol.Tags;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer to a command that came with a label: nothing becomes an ACK, one message gets the
 * label, several become a batch that has it (<a
 * href="https://ircv3.net/specs/extensions/labeled-response">IRCv3 labeled-response</a>).
 */
final class LabeledReply {
    private final String label;
    private final List<Outgoing> lines = new ArrayList<>(2);

    LabeledReply(String label) {
        this.label = label;
    }

    void add(Outgoing line) {
        lines.add(line);
    }

    void send(ServerState server, Session to) {
        Tags labelTag = Tags.NONE.with("label", label);
        switch (lines.size()) {
            case 0 -> server.broadcast.toOne(to, batch(server, "ACK"), labelTag);
            case 1 -> server.broadcast.toOne(to, lines.getFirst(), labelTag);
            default -> {
                String reference = server.nextBatch();
                Tags batchTag = Tags.NONE.with("batch", reference);
                server.broadcast.toOne(
                        to, batch(server, "BATCH", "+" + reference, "labeled-response"), labelTag);
                for (Outgoing line : lines) {
                    server.broadcast.toOne(to, line, batchTag);
                }
                server.broadcast.toOne(to, batch(server, "BATCH", "-" + reference), Tags.NONE);
            }
        }
    }

    private static Outgoing batch(ServerState server, String command, String... params) {
        return Outgoing.plain(
                Message.of(command, params).withSource(server.source), server.ids.now());
    }
}
