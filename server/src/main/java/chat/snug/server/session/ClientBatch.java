package chat.snug.server.session;

import chat.snug.net.Timer;
import chat.snug.protocol.Tags;
import chat.snug.room.RoomEvent.Speech;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch that a client has begun and not ended, with what has come of it. */
public final class ClientBatch {
    public final String reference;

    /** To whom the message goes. */
    public final String target;

    /** What belongs to the message as a whole. */
    public final Tags tags;

    /** The answer to the whole, null if it has no label. */
    public final @Nullable LabeledReply labeled;

    public final List<Multiline.Line> lines = new ArrayList<>();
    public int bytes;
    public @Nullable Speech speech;

    /** Ends it when it is left open for too long. */
    public @Nullable Timer timer;

    /** The client was told that something is wrong: what else comes of it is left out. */
    public boolean failed;

    public ClientBatch(String reference, String target, Tags tags, @Nullable LabeledReply labeled) {
        this.reference = reference;
        this.target = target;
        this.tags = tags;
        this.labeled = labeled;
    }

    public boolean isBlank() {
        for (Multiline.Line line : lines) {
            if (!line.text().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Nothing more is kept of it. */
    public void fail() {
        failed = true;
        lines.clear();
        stop();
    }

    public void stop() {
        if (timer != null) {
            timer.cancel();
        }
    }
}
