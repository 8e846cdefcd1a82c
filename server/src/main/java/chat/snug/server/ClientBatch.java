package chat.snug.server;

import chat.snug.net.Timer;
import chat.snug.protocol.Tags;
import chat.snug.room.RoomEvent.Speech;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch that a client has begun and not ended, with what has come of it. */
final class ClientBatch {
    final String reference;

    /** To whom the message goes. */
    final String target;

    /** What belongs to the message as a whole. */
    final Tags tags;

    /** The answer to the whole, null if it has no label. */
    final @Nullable LabeledReply labeled;

    final List<Multiline.Line> lines = new ArrayList<>();
    int bytes;
    @Nullable Speech speech;

    /** Ends it when it is left open for too long. */
    @Nullable Timer timer;

    /** The client was told that something is wrong: what else comes of it is left out. */
    boolean failed;

    ClientBatch(String reference, String target, Tags tags, @Nullable LabeledReply labeled) {
        this.reference = reference;
        this.target = target;
        this.tags = tags;
        this.labeled = labeled;
    }

    boolean isBlank() {
        for (Multiline.Line line : lines) {
            if (!line.text().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Nothing more is kept of it. */
    void fail() {
        failed = true;
        lines.clear();
        stop();
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
        }
    }
}
