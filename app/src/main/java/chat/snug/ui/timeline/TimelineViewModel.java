package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.Said;
import chat.snug.ui.Settings.TimeChoice;
import chat.snug.ui.timeline.TimelineItem.Edge;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.Note;
import chat.snug.ui.timeline.TimelineItem.Undelivered;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
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
    private final LiveTalk live;
    private final Paging paging;
    private final UnreadLine unread;
    private final OwnWords own;
    final LoadedPart part;
    private final MessageChoices choices;
    private final ShownMessages shown = new ShownMessages();
    private final BooleanProperty atEnd = new SimpleBooleanProperty(this, "atEnd", true);
    private final ReadOnlyBooleanWrapper attached =
            new ReadOnlyBooleanWrapper(this, "attached", true);
    private final ReadOnlyIntegerWrapper newBelow = new ReadOnlyIntegerWrapper(this, "newBelow", 0);
    private final ObjectProperty<LookedFor> lookedFor =
            new SimpleObjectProperty<>(this, "lookedFor", LookedFor.NOTHING);
    private final ReadOnlyObjectWrapper<Emptiness> emptiness =
            new ReadOnlyObjectWrapper<>(this, "emptiness", Emptiness.NONE);
    final Jumps jumps;
    private Function<String, @Nullable String> nameOfKey = _ -> null;
    private boolean unfound;
    private int cameBelow;
    private boolean toEnd;
    private @Nullable Place place;
    private Consumer<TimelineRequest> onRequest = _ -> {};

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
        this.paging = new Paging(log, limit.rows(), request -> onRequest.accept(request));
        this.unread = new UnreadLine(log);
        this.jumps = new Jumps(log, shown, paging);
        this.choices = new MessageChoices(request -> onRequest.accept(request));
        this.own = new OwnWords(log, shown);
        MessageMarks marks = new MessageMarks(log, shown);
        this.part = new LoadedPart(log, shown, own, unread, marks, paging, limit, zone);
        this.live =
                new LiveTalk(
                        log, shown, own, unread, marks, paging, part, jumps, clock, zone, reader());
        atEnd.addListener(
                (_, _, now) -> {
                    if (now) {
                        newBelow.set(0);
                        tellRead();
                    }
                });
    }

    private LiveTalk.Reader reader() {
        return new LiveTalk.Reader() {
            @Override
            public void saidBelow(Said said) {
                if (!atEnd.get() && !said.mine()) {
                    cameBelow++;
                }
            }

            @Override
            public void spoke() {
                jumps.giveUp();
                if (paging.attached()) {
                    atEnd.set(true);
                } else {
                    paging.askNewest();
                }
            }
        };
    }

    /** The rows, oldest first; changed only by this view-model. */
    public ObservableList<TimelineItem> items() {
        return log.rows();
    }

    /** The name that my own messages stand under until the host has confirmed them. */
    public void setMe(String name) {
        live.setMe(name);
    }

    String me() {
        return live.me();
    }

    Dates dates() {
        return dates;
    }

    /** Who tells how somebody is called who is meant by a key; null for whoever is unknown. */
    public void setNameOfKey(Function<String, @Nullable String> names) {
        nameOfKey = names;
    }

    /** The quiet lines in the language of {@code bundle}. */
    TimelineWords words(ResourceBundle bundle) {
        return new TimelineWords(bundle, dates.locale(), key -> nameOfKey.apply(key));
    }

    /** Whether any part of the history can be asked for, not only what is earlier. */
    public void setAnywhere(boolean now) {
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

    /** What somebody looks for, to be marked. */
    ObjectProperty<LookedFor> lookedForProperty() {
        return lookedFor;
    }

    /** Whether there is nothing to show, and why. */
    ReadOnlyObjectProperty<Emptiness> emptinessProperty() {
        return emptiness.getReadOnlyProperty();
    }

    /** Says whether what is looked for is nowhere. */
    void setUnfound(boolean now) {
        unfound = now;
        lookWhetherEmpty();
    }

    private void lookWhetherEmpty() {
        emptiness.set(Emptiness.of(log, paging.attached(), unfound));
    }

    // ---- what happens

    /** Takes in events of this conversation, in order. */
    public void apply(List<? extends ConversationEvent> batch) {
        change(() -> batch.forEach(live::apply));
    }

    /** Takes in a page of what was said before. */
    void apply(Page page) {
        change(() -> live.load(page));
    }

    /** Nothing comes any more of what was asked for of the past. */
    public void historyFailed() {
        change(
                () -> {
                    for (Page.Part part : Page.Part.values()) {
                        live.failed(part);
                    }
                });
    }

    /** Adds a quiet line of the app itself, which only this person sees. */
    public void note(String text) {
        Note note = new Note(log.nextKey(), clock.instant(), text);
        change(
                () -> {
                    if (paging.attached()) {
                        log.addLast(note);
                    } else {
                        own.setAside(note);
                    }
                });
    }

    /** Everything that changes rows happens in here: the screen learns of it as one change. */
    private void change(Runnable changes) {
        log.begin();
        try {
            changes.run();
            live.settle();
            part.cut(atEnd.get());
        } finally {
            log.end();
        }
        if (cameBelow > 0) {
            // Once for all of them: each time costs the screen new words.
            newBelow.set(newBelow.get() + cameBelow);
            cameBelow = 0;
        }
        attached.set(paging.attached());
        lookWhetherEmpty();
        if (toEnd && paging.attached()) {
            atEnd.set(true);
        }
        toEnd = paging.askedNewest();
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

    // ---- going somewhere

    /** Goes to the newest message, wherever one is. */
    public void goToNewest() {
        jumps.giveUp();
        if (paging.attached()) {
            atEnd.set(true);
        } else {
            change(paging::askNewest);
        }
    }

    /** What days and times are written for from now on, in rows that are shown anew. */
    public void setLocale(Locale locale) {
        dates.setLocale(locale);
    }

    /** How times are written from now on, in rows that are shown anew. */
    public void setTime(TimeChoice choice) {
        dates.setTime(choice);
    }

    /** Goes to the row with that key. */
    void show(long key) {
        atEnd.set(false);
        jumps.show(key);
    }

    /** Goes to the message with that id, which is asked for if it is not loaded. */
    void goTo(String id) {
        goTo(id, null);
    }

    /** Goes to the message with that id; {@code time} is when it was said, if that is known. */
    public void goTo(String id, @Nullable Instant time) {
        change(() -> jumps.want(id, time, true));
    }

    /** Goes to what was said on that day, or next after it. */
    void goTo(LocalDate day) {
        Instant start = day.atStartOfDay(dates.zone()).toInstant();
        change(() -> jumps.want(start));
    }

    /** Where the reader is now, to go back to. */
    Position position() {
        return atEnd.get() ? Position.END : Position.of(place, log);
    }

    /** Goes back to where the reader was. */
    void goBack(Position to) {
        String id = to.id();
        if (to.equals(Position.END)) {
            goToNewest();
        } else if (log.indexOf(to.key()) >= 0) {
            jumps.restore(to.key(), to.offset());
        } else if (id != null) {
            change(() -> jumps.want(id, to.time(), false));
        }
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

    /** Reads on from there another time: it is unread again, in this app. */
    void markUnread(Message message) {
        int[] messages = new int[1];
        change(
                () -> {
                    if (log.indexOf(message.key()) >= 0) {
                        messages[0] = unread.markFrom(message);
                    }
                });
        if (messages[0] > 0) {
            onRequest.accept(new TimelineRequest.Unread(messages[0]));
        }
    }

    /** Whether it is on the screen; else it holds less of what the host keeps anyway. */
    void setShown(boolean now) {
        change(() -> part.setShown(now));
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
        return log.rowOf(key);
    }

    @Nullable Place place() {
        return place;
    }

    void setPlace(@Nullable Place now) {
        place = now;
    }
}
