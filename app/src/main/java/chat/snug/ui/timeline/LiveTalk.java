package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.BansListed;
import chat.snug.client.ClientEvent.Confirmed;
import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.HistoryPage;
import chat.snug.client.ClientEvent.HistoryRead;
import chat.snug.client.ClientEvent.InvitedListed;
import chat.snug.client.ClientEvent.MarkedRead;
import chat.snug.client.ClientEvent.ModesChanged;
import chat.snug.client.ClientEvent.ModesKnown;
import chat.snug.client.ClientEvent.NotSent;
import chat.snug.client.ClientEvent.Pending;
import chat.snug.client.ClientEvent.PeopleListed;
import chat.snug.client.ClientEvent.PersonChanged;
import chat.snug.client.ClientEvent.PersonJoined;
import chat.snug.client.ClientEvent.PersonLeft;
import chat.snug.client.ClientEvent.PersonRenamed;
import chat.snug.client.ClientEvent.Reacted;
import chat.snug.client.ClientEvent.Redacted;
import chat.snug.client.ClientEvent.RoomEntered;
import chat.snug.client.ClientEvent.RoomLeft;
import chat.snug.client.ClientEvent.RoomNamed;
import chat.snug.client.ClientEvent.RoomRefused;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.TopicChanged;
import chat.snug.client.ClientEvent.TypingChanged;
import chat.snug.ui.timeline.TimelineItem.Delivered;
import chat.snug.ui.timeline.TimelineItem.Entry;
import chat.snug.ui.timeline.TimelineItem.Happened;
import chat.snug.ui.timeline.TimelineItem.Message;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What happens in a conversation, event by event, as rows: in its place where the end is loaded,
 * and kept waiting where somebody reads a part of the past that ends before it.
 */
final class LiveTalk {
    private final TimelineLog log;
    private final ShownMessages shown;
    private final OwnWords own;
    private final UnreadLine unread;
    private final MessageMarks marks;
    private final Paging paging;
    private final LoadedPart part;
    private final Jumps jumps;
    private final Clock clock;
    private final Comings comings;
    private final Reader reader;
    private String me = "";

    /** Whoever reads it. */
    interface Reader {
        /** Somebody said something at the end; it may not be in view. */
        void saidBelow(Said said);

        /** I said something: whoever speaks wants to see it. */
        void spoke();
    }

    LiveTalk(
            TimelineLog log,
            ShownMessages shown,
            OwnWords own,
            UnreadLine unread,
            MessageMarks marks,
            Paging paging,
            LoadedPart part,
            Jumps jumps,
            Clock clock,
            ZoneId zone,
            Reader reader) {
        this.log = log;
        this.shown = shown;
        this.own = own;
        this.unread = unread;
        this.marks = marks;
        this.paging = paging;
        this.part = part;
        this.jumps = jumps;
        this.clock = clock;
        this.comings = new Comings(log, zone);
        this.reader = reader;
    }

    String me() {
        return me;
    }

    void setMe(String name) {
        me = name;
    }

    /** Writes down what is collected; after each batch. */
    void settle() {
        comings.settle();
    }

    void apply(ConversationEvent event) {
        if (part.isBelow(event)) {
            if (event instanceof Said said) {
                reader.saidBelow(said);
            }
            paging.keepWaiting(event);
            return;
        }
        switch (event) {
            case PersonJoined _, PersonLeft _, PersonRenamed _ -> comings.apply(event);
            case Said said -> said(said);
            case Pending pending -> pending(pending);
            case Confirmed confirmed -> confirmed(confirmed);
            case NotSent notSent -> {
                comings.settle();
                own.notSent(notSent);
            }
            case TopicChanged _, ModesChanged _ -> {
                Entry entry = Happenings.entry(event, log);
                if (entry != null) {
                    comings.settle();
                    log.add(entry);
                }
            }
            case RoomLeft _, RoomRefused _ -> {
                comings.settle();
                log.addLast(new Happened(log.nextKey(), clock.instant(), false, event));
            }
            case HistoryPage page -> load(Page.of(page));
            case HistoryRead read when read.failed() -> failed(Page.Part.of(read.request().part()));
            case HistoryRead read -> load(Page.of(read));
            case Reacted reacted -> {
                comings.settle();
                marks.reacted(reacted);
            }
            case Redacted redacted -> {
                comings.settle();
                marks.redacted(redacted);
            }
            case MarkedRead(_, Instant upTo) when upTo != null -> unread.readUpTo(upTo);
            case MarkedRead _, TypingChanged _, RoomNamed _, ModesKnown _, BansListed _ -> {}
            case InvitedListed _, RoomEntered _, PeopleListed _, PersonChanged _ -> {}
        }
    }

    private void said(Said said) {
        if (shown.ofId(said.id()) != null) {
            return;
        }
        comings.settle();
        Message message = new Message(log.nextKey(), said, new Delivered(said.id()));
        int index = log.add(message);
        if (index < 0) {
            return;
        }
        shown.add(message);
        marks.added(message);
        if (said.mine()) {
            me = said.from();
        }
        if (index == log.size() - 1) {
            reader.saidBelow(said);
            unread.added(index);
        }
    }

    private void pending(Pending pending) {
        comings.settle();
        Message message = own.pending(pending, me, paging.attached());
        if (paging.attached()) {
            marks.added(message);
        }
        // Whoever speaks has seen what was new.
        unread.clear();
        reader.spoke();
    }

    private void confirmed(Confirmed confirmed) {
        comings.settle();
        @Nullable Message sent = own.confirmed(confirmed);
        if (sent == null) {
            apply(confirmed.said());
        } else {
            me = sent.from();
            marks.added(sent);
        }
    }

    /** A page of what was said before has come, asked for or not. */
    void load(Page page) {
        if (paging.expects(page)) {
            comings.settle();
            boolean wasAttached = paging.attached();
            part.load(page);
            jumps.pageCame();
            if (paging.attached() && !wasAttached) {
                part.putBack();
                paging.takeWaiting(page).forEach(this::apply);
            }
        }
    }

    /** A page that was asked for does not come. */
    void failed(Page.Part which) {
        boolean wanted = which == Page.Part.AROUND || !paging.anywhere();
        paging.failed(which);
        if (wanted) {
            jumps.failed();
        }
    }
}
