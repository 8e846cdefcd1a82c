package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.PersonJoined;
import chat.snug.client.ClientEvent.PersonLeft;
import chat.snug.client.ClientEvent.PersonRenamed;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Comings and goings as they happen: added to the last row if that tells some already, or beginning
 * such a row. The row is written anew once a batch, not once a person.
 */
final class Comings {
    private final TimelineLog log;
    private final ZoneId zone;
    private @Nullable MembershipLine line;
    private boolean changed;

    Comings(TimelineLog log, ZoneId zone) {
        this.log = log;
        this.zone = zone;
    }

    /** Takes in that somebody came, left or has another name; any other event is a mistake. */
    void apply(ConversationEvent event) {
        switch (event) {
            case PersonJoined joined -> tell(joined.time(), to -> to.joined(joined));
            case PersonLeft left -> tell(left.time(), to -> to.left(left));
            case PersonRenamed renamed -> tell(renamed.time(), to -> to.renamed(renamed));
            case ConversationEvent other ->
                    throw new IllegalArgumentException("Nobody comes or goes: " + other);
        }
    }

    private void tell(Instant time, Consumer<MembershipLine> change) {
        MembershipLine last = line;
        if (last != null && last.goesOn(time, zone) && isLast(last)) {
            change.accept(last);
            changed = true;
            return;
        }
        settle();
        last = new MembershipLine(log.nextKey());
        change.accept(last);
        int index = log.add(last.toItem());
        line = index == log.size() - 1 ? last : null;
    }

    private boolean isLast(MembershipLine last) {
        return log.size() > 0 && log.get(log.size() - 1).key() == last.key();
    }

    /** Writes the row anew if it changed; before anything else is done to the log. */
    void settle() {
        if (changed && line != null) {
            changed = false;
            log.replace(log.size() - 1, line.toItem());
        }
    }
}
