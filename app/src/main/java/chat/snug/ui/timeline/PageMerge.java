package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.PersonJoined;
import chat.snug.client.ClientEvent.PersonLeft;
import chat.snug.client.ClientEvent.PersonRenamed;
import chat.snug.client.ClientEvent.Said;
import chat.snug.ui.timeline.TimelineItem.Delivered;
import chat.snug.ui.timeline.TimelineItem.Entry;
import chat.snug.ui.timeline.TimelineItem.Message;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts a page of history among the rows: what is shown already stays where it is and is no second
 * time there, everything else goes before what follows it in the page.
 */
final class PageMerge {
    /** An entry of the page: new to the log, or the key of the row that shows it. */
    private record Place(@Nullable Entry entry, long shown) {}

    private final TimelineLog log;
    private final ShownMessages shown;
    private final ZoneId zone;
    private final List<Place> places = new ArrayList<>();
    private @Nullable MembershipLine comings;

    PageMerge(TimelineLog log, ShownMessages shown, ZoneId zone) {
        this.log = log;
        this.shown = shown;
        this.zone = zone;
    }

    /**
     * Puts them in; oldest first.
     *
     * @param limit all of them are before the row at this index
     * @return the messages that were new
     */
    List<Message> merge(List<? extends ConversationEvent> events, int limit) {
        events.forEach(this::read);
        endComings();
        List<Message> added = new ArrayList<>();
        int before = limit;
        for (Place place : places.reversed()) {
            Entry entry = place.entry();
            if (entry == null) {
                before = Math.min(before, log.indexOf(place.shown()));
            } else {
                before = log.addBefore(before, entry);
                if (entry instanceof Message message) {
                    shown.add(message);
                    added.add(message);
                }
            }
        }
        return added.reversed();
    }

    private void read(ConversationEvent event) {
        switch (event) {
            case Said said -> said(said);
            case PersonJoined joined -> comings(joined.time(), line -> line.joined(joined));
            case PersonLeft left -> comings(left.time(), line -> line.left(left));
            case PersonRenamed renamed -> comings(renamed.time(), line -> line.renamed(renamed));
            case ConversationEvent other -> {
                Entry entry = Happenings.entry(other, log);
                if (entry != null) {
                    endComings();
                    places.add(new Place(entry, 0));
                }
            }
        }
    }

    private void said(Said said) {
        endComings();
        Long row = shown.ofId(said.id());
        if (row == null) {
            Message message = new Message(log.nextKey(), said, new Delivered(said.id()));
            places.add(new Place(message, 0));
        } else {
            places.add(new Place(null, row));
        }
    }

    private void comings(Instant time, Consumer<MembershipLine> change) {
        MembershipLine line = comings;
        if (line == null || !line.goesOn(time, zone)) {
            endComings();
            line = new MembershipLine(log.nextKey());
            comings = line;
        }
        change.accept(line);
    }

    private void endComings() {
        if (comings != null) {
            places.add(new Place(comings.toItem(), 0));
            comings = null;
        }
    }
}
