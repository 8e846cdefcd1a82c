package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.Confirmed;
import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.HistoryPage;
import chat.snug.client.ClientEvent.MarkedRead;
import chat.snug.client.ClientEvent.ModesChanged;
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
import chat.snug.ui.timeline.TimelineItem.Delivery;
import chat.snug.ui.timeline.TimelineItem.Happened;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.Note;
import chat.snug.ui.timeline.TimelineItem.OnItsWay;
import chat.snug.ui.timeline.TimelineItem.Undelivered;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as rows of a timeline: events go in, rows come out, nothing is shown twice.
 *
 * <p>Lives as long as the conversation, shown or not; on the JavaFX thread only. Keeps the newest
 * {@value #ROWS_KEPT} rows.
 */
public final class TimelineViewModel {
    /** How many rows stay when the oldest are forgotten. */
    static final int ROWS_KEPT = 10_000;

    private static final int FORGOTTEN_AT_ONCE = 1_000;

    private final Clock clock;
    private final Dates dates;
    private final TimelineLog log;
    private final Set<String> shownIds = new HashSet<>();
    private final Map<Long, Long> keysOfTokens = new HashMap<>();
    private final BooleanProperty atEnd = new SimpleBooleanProperty(this, "atEnd", true);
    private final ReadOnlyIntegerWrapper newBelow = new ReadOnlyIntegerWrapper(this, "newBelow", 0);
    private String me = "";
    private @Nullable MembershipLine comings;
    private boolean comingsChanged;
    private @Nullable Place place;
    private LongConsumer onRetry = _ -> {};

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
        this(clock, zone, locale, ROWS_KEPT, FORGOTTEN_AT_ONCE);
    }

    TimelineViewModel(Clock clock, ZoneId zone, Locale locale, int kept, int forgottenAtOnce) {
        this.clock = clock;
        this.dates = new Dates(clock, zone, locale);
        this.log = new TimelineLog(zone, kept, forgottenAtOnce);
        atEnd.addListener(
                (_, _, now) -> {
                    if (now) {
                        newBelow.set(0);
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

    /** Takes in events of this conversation, in order. */
    public void apply(List<? extends ConversationEvent> batch) {
        for (ConversationEvent event : batch) {
            apply(event);
        }
        flush();
    }

    /** Adds a quiet line of the app itself, which only this person sees. */
    public void note(String text) {
        settleComings();
        log.addLast(new Note(log.nextKey(), clock.instant(), text));
        flush();
    }

    /**
     * Whether the newest row is in view, and the view follows what comes. Set it to go there; the
     * view sets it as a person scrolls.
     */
    public BooleanProperty atEndProperty() {
        return atEnd;
    }

    /** How many messages came since the end was last in view. */
    public ReadOnlyIntegerProperty newBelowProperty() {
        return newBelow.getReadOnlyProperty();
    }

    /** Who sends a message again, by the token it was sent with. */
    public void setOnRetry(LongConsumer handler) {
        onRetry = handler;
    }

    /** Sends a message again that did not get there: it goes, and comes back as a new one. */
    void retry(Undelivered undelivered) {
        Long key = keysOfTokens.remove(undelivered.token());
        int index = key == null ? -1 : log.indexOf(key);
        if (index >= 0) {
            log.remove(index);
            flush();
            onRetry.accept(undelivered.token());
        }
    }

    /** The place of the item with {@code key}; the first if it is gone. */
    int indexOf(long key) {
        return Math.max(0, log.indexOf(key));
    }

    @Nullable Place place() {
        return place;
    }

    void setPlace(@Nullable Place now) {
        place = now;
    }

    private void apply(ConversationEvent event) {
        switch (event) {
            case PersonJoined joined -> comings(joined.time(), line -> line.joined(joined));
            case PersonLeft left -> comings(left.time(), line -> line.left(left));
            case PersonRenamed renamed -> comings(renamed.time(), line -> line.renamed(renamed));
            case Said said -> said(said);
            case Pending pending -> pending(pending);
            case Confirmed confirmed -> confirmed(confirmed);
            case NotSent notSent -> notSent(notSent);
            case TopicChanged topic -> {
                // Without a name it is the answer to entering, and the header shows it.
                if (topic.by() != null) {
                    happened(topic.time(), topic);
                }
            }
            case ModesChanged modes -> happened(modes.time(), modes);
            case RoomLeft left -> happenedHere(left);
            case RoomRefused refused -> happenedHere(refused);
            case HistoryPage page -> page.events().forEach(this::apply);
            case Reacted _, Redacted _, TypingChanged _, MarkedRead _, RoomNamed _ -> {}
            case RoomEntered _, PeopleListed _, PersonChanged _ -> {}
        }
    }

    private void said(Said said) {
        if (isShown(said)) {
            return;
        }
        settleComings();
        int index = log.add(message(log.nextKey(), said));
        if (index < 0) {
            return;
        }
        remember(said);
        if (!atEnd.get() && !said.mine() && index == log.size() - 1) {
            newBelow.set(newBelow.get() + 1);
        }
    }

    private void pending(Pending pending) {
        settleComings();
        long key = log.nextKey();
        Instant time = pending.time();
        Delivery delivery = new OnItsWay(pending.token());
        log.addLast(
                new Message(
                        key,
                        time,
                        time,
                        true,
                        me,
                        true,
                        pending.kind(),
                        pending.text(),
                        false,
                        delivery));
        keysOfTokens.put(pending.token(), key);
        // Whoever speaks wants to see it.
        atEnd.set(true);
    }

    private void confirmed(Confirmed confirmed) {
        settleComings();
        Said said = confirmed.said();
        Long key = keysOfTokens.remove(confirmed.token());
        if (key == null) {
            said(said);
            return;
        }
        int index = log.indexOf(key);
        if (index < 0) {
            return;
        }
        if (isShown(said)) {
            log.remove(index);
        } else {
            log.replace(index, message(key, said));
            remember(said);
        }
    }

    private void notSent(NotSent notSent) {
        settleComings();
        Long key = keysOfTokens.get(notSent.token());
        int index = key == null ? -1 : log.indexOf(key);
        if (index >= 0 && log.get(index) instanceof Message message) {
            log.replace(
                    index,
                    message.withDelivery(
                            new Undelivered(notSent.token(), notSent.reason(), notSent.why())));
        }
    }

    private static Message message(long key, Said said) {
        return new Message(
                key,
                said.time(),
                said.time(),
                true,
                said.from(),
                said.mine(),
                said.kind(),
                said.text(),
                said.mention(),
                new Delivered(said.id()));
    }

    private void happened(Instant time, ConversationEvent event) {
        settleComings();
        log.add(new Happened(log.nextKey(), time, true, event));
    }

    private void happenedHere(ConversationEvent event) {
        settleComings();
        log.addLast(new Happened(log.nextKey(), clock.instant(), false, event));
    }

    /** Adds to the last row if that tells comings and goings already, or begins such a row. */
    private void comings(Instant time, Consumer<MembershipLine> change) {
        MembershipLine line = comings;
        if (line != null && line.goesOn(time, dates.zone()) && isLast(line)) {
            change.accept(line);
            comingsChanged = true;
            return;
        }
        settleComings();
        line = new MembershipLine(log.nextKey());
        change.accept(line);
        int index = log.add(line.toItem());
        comings = index == log.size() - 1 ? line : null;
    }

    private boolean isLast(MembershipLine line) {
        return log.get(log.size() - 1).key() == line.key();
    }

    /** Writes the row of comings and goings anew if it changed: once a batch, not once a person. */
    private void settleComings() {
        if (comingsChanged && comings != null) {
            comingsChanged = false;
            log.replace(log.size() - 1, comings.toItem());
        }
    }

    private void flush() {
        settleComings();
        for (TimelineItem forgotten : log.flush()) {
            if (forgotten instanceof Message message) {
                forget(message.delivery());
            }
        }
    }

    private void forget(Delivery delivery) {
        switch (delivery) {
            case Delivered delivered -> {
                if (delivered.id() != null) {
                    shownIds.remove(delivered.id());
                }
            }
            case OnItsWay onItsWay -> keysOfTokens.remove(onItsWay.token());
            case Undelivered undelivered -> keysOfTokens.remove(undelivered.token());
        }
    }

    private boolean isShown(Said said) {
        return said.id() != null && shownIds.contains(said.id());
    }

    private void remember(Said said) {
        if (said.id() != null) {
            shownIds.add(said.id());
        }
        if (said.mine()) {
            me = said.from();
        }
    }
}
