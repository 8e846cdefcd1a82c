package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.BansListed;
import chat.snug.client.ClientEvent.Confirmed;
import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.HistoryPage;
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
import chat.snug.ui.timeline.Jumps.Jump;
import chat.snug.ui.timeline.TimelineItem.Delivered;
import chat.snug.ui.timeline.TimelineItem.Edge;
import chat.snug.ui.timeline.TimelineItem.Entry;
import chat.snug.ui.timeline.TimelineItem.Happened;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.Note;
import chat.snug.ui.timeline.TimelineItem.Undelivered;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as rows of a timeline: events go in, rows come out, nothing is shown twice.
 *
 * <p>Lives as long as the conversation, shown or not; on the JavaFX thread only. Holds at most
 * {@value MemoryLimit#ROWS} rows and {@value MemoryLimit#CHARACTERS} characters, give or take a
 * batch; what is too much is forgotten at the end that is farther from the reader.
 */
public final class TimelineViewModel {
    private final Clock clock;
    private final Dates dates;
    private final TimelineLog log;
    private final Comings comings;
    private final Paging paging;
    private final UnreadLine unread;
    private final OwnWords own;
    private final MessageMarks marks;
    private final LoadedPart part;
    private final MessageChoices choices;
    private final ShownMessages shown = new ShownMessages();
    private final BooleanProperty atEnd = new SimpleBooleanProperty(this, "atEnd", true);
    private final ReadOnlyBooleanWrapper attached =
            new ReadOnlyBooleanWrapper(this, "attached", true);
    private final ReadOnlyIntegerWrapper newBelow = new ReadOnlyIntegerWrapper(this, "newBelow", 0);
    private final Jumps jumps;
    private String me = "";
    private @Nullable Place place;
    private Consumer<TimelineRequest> onRequest = _ -> {};

    /**
     * Where somebody stopped reading, for when the conversation is shown again.
     *
     * @param key the key of the first row that was visible
     * @param offset how far its top is below the view's top, in pixels
     */
    record Place(long key, double offset) {}

    /**
     * An empty timeline.
     *
     * @param clock for what has no time from the host
     * @param zone where days begin
     * @param locale how times and days are written
     */
    public TimelineViewModel(Clock clock, ZoneId zone, Locale locale) {
        this(clock, zone, locale, MemoryLimit.USUAL);
    }

    TimelineViewModel(Clock clock, ZoneId zone, Locale locale, MemoryLimit limit) {
        this.clock = clock;
        this.dates = new Dates(clock, zone, locale);
        this.log = new TimelineLog(zone);
        this.comings = new Comings(log, zone);
        this.paging = new Paging(log, limit.rows(), request -> onRequest.accept(request));
        this.unread = new UnreadLine(log);
        this.jumps = new Jumps(shown, paging);
        this.choices = new MessageChoices(request -> onRequest.accept(request));
        this.own = new OwnWords(log, shown);
        this.marks = new MessageMarks(log, shown);
        this.part = new LoadedPart(log, shown, own, unread, marks, paging, limit, zone);
        atEnd.addListener(
                (_, _, now) -> {
                    if (now) {
                        newBelow.set(0);
                        tellRead();
                    }
                });
    }

    /** The rows, oldest first; changed only by this view-model. */
    public ObservableList<TimelineItem> items() {
        return log.rows();
    }

    /** The name that my own messages stand under until the host has confirmed them. */
    public void setMe(String name) {
        me = name;
    }

    String me() {
        return me;
    }

    Dates dates() {
        return dates;
    }

    /** Whether any part of the history can be asked for, see {@link Paging#setAnywhere}. */
    void setAnywhere(boolean now) {
        paging.setAnywhere(now);
    }

    /** Who does what the timeline asks for. */
    public void setOnRequest(Consumer<TimelineRequest> handler) {
        onRequest = handler;
    }

    /**
     * Whether the newest row is in view, and the view follows what comes. Set it to go there; the
     * view sets it as a person scrolls.
     */
    public BooleanProperty atEndProperty() {
        return atEnd;
    }

    /** Whether the last row is the newest; otherwise more of the past is to come below it. */
    ReadOnlyBooleanProperty attachedProperty() {
        return attached.getReadOnlyProperty();
    }

    /** How many messages came since the end was last in view. */
    public ReadOnlyIntegerProperty newBelowProperty() {
        return newBelow.getReadOnlyProperty();
    }

    /** The row that was asked to be seen last. */
    ReadOnlyObjectProperty<@Nullable Jump> jumpProperty() {
        return jumps.jumpProperty();
    }

    // ---- what happens

    /** Takes in events of this conversation, in order. */
    public void apply(List<? extends ConversationEvent> batch) {
        change(() -> batch.forEach(this::apply));
    }

    /** Takes in a page of what was said before. */
    void apply(Page page) {
        change(() -> load(page));
    }

    /** What was asked for of the past does not come. */
    public void historyFailed() {
        change(paging::failed);
        jumps.giveUp();
    }

    /** Adds a quiet line of the app itself, which only this person sees. */
    public void note(String text) {
        change(() -> log.addLast(new Note(log.nextKey(), clock.instant(), text)));
    }

    /** Everything that changes rows happens in here: the screen learns of it as one change. */
    private void change(Runnable changes) {
        log.begin();
        try {
            changes.run();
            comings.settle();
            part.cut(atEnd.get());
        } finally {
            log.end();
        }
        attached.set(paging.attached());
        tellRead();
        while (jumps.due()) {
            log.begin();
            try {
                jumps.goOn(atEnd);
            } finally {
                log.end();
            }
        }
    }

    private void apply(ConversationEvent event) {
        if (part.isBelow(event)) {
            if (event instanceof Said said) {
                countBelow(said);
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
            case RoomEntered _, PeopleListed _, PersonChanged _ -> {}
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
            countBelow(said);
            unread.added(index);
        }
    }

    private void countBelow(Said said) {
        if (!atEnd.get() && !said.mine()) {
            newBelow.set(newBelow.get() + 1);
        }
    }

    private void pending(Pending pending) {
        comings.settle();
        if (!paging.attached()) {
            part.startAfresh();
        }
        marks.added(own.pending(pending, me));
        // Whoever speaks wants to see it, and has seen what was new.
        unread.clear();
        atEnd.set(true);
    }

    private void confirmed(Confirmed confirmed) {
        comings.settle();
        Message sent = own.confirmed(confirmed);
        if (sent == null) {
            apply(confirmed.said());
        } else {
            me = sent.from();
            marks.added(sent);
        }
    }

    // ---- the past

    private void load(Page page) {
        if (paging.expects(page)) {
            comings.settle();
            part.load(page);
            jumps.pageCame();
            if (paging.attached()) {
                paging.takeWaiting().forEach(this::apply);
                own.putBack();
            }
        }
    }

    /** Goes to the newest message, wherever one is. */
    public void goToNewest() {
        if (!paging.attached()) {
            change(part::startAfresh);
        }
        atEnd.set(true);
    }

    /** Goes to the row with that key. */
    void show(long key) {
        atEnd.set(false);
        jumps.show(key);
    }

    /** Goes to the message with that id, which is asked for if it is not loaded. */
    void goTo(String id) {
        change(() -> jumps.want(id));
    }

    /** Rows {@code first} to {@code last} are in view now; what is near them may be asked for. */
    public void inView(int first, int last) {
        change(() -> part.inView(first, last));
    }

    /** Asks again for a page that did not come. */
    void tryAgain(Edge edge) {
        change(() -> paging.tryAgain(edge));
    }

    // ---- reading

    /** Whether somebody looks at it: the window has the focus and shows this conversation. */
    public void setLooking(boolean now) {
        change(() -> unread.setLooking(now));
    }

    private void tellRead() {
        if (atEnd.get() && attached.get()) {
            Message newest = unread.readNow();
            if (newest != null) {
                onRequest.accept(new TimelineRequest.Read(newest.id(), newest.time()));
            }
        }
    }

    /** Sends a message again that did not get there: it goes, and comes back as a new one. */
    void retry(Undelivered undelivered) {
        boolean[] there = new boolean[1];
        change(() -> there[0] = own.take(undelivered));
        if (there[0]) {
            onRequest.accept(new TimelineRequest.Again(undelivered.token()));
        }
    }

    /** What a person can do with the messages. */
    public MessageChoices choices() {
        return choices;
    }

    /** The place of the item with {@code key} among all rows; the first if it is gone. */
    int indexOf(long key) {
        for (int i = items().size() - 1; i >= 0; i--) {
            if (items().get(i).key() == key) {
                return i;
            }
        }
        return 0;
    }

    @Nullable Place place() {
        return place;
    }

    void setPlace(@Nullable Place now) {
        place = now;
    }
}
