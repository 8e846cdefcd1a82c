package chat.snug.ui.timeline;

import chat.snug.ui.timeline.TimelineItem.Day;
import java.time.Instant;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Goes to rows that somebody wants to see, and waits for those that have to be loaded first. */
final class Jumps {
    private final TimelineLog log;
    private final ShownMessages shown;
    private final Paging paging;
    private final ReadOnlyObjectWrapper<@Nullable Jump> jump =
            new ReadOnlyObjectWrapper<>(this, "jump", null);
    private final ReadOnlyBooleanWrapper seeking =
            new ReadOnlyBooleanWrapper(this, "seeking", false);
    private final ReadOnlyIntegerWrapper missed = new ReadOnlyIntegerWrapper(this, "missed", 0);
    private @Nullable Wish wish;
    private boolean due;

    /**
     * What somebody wants to see: a message, or what was said from a moment on.
     *
     * @param id the message's, or null
     * @param time when it was said, or the moment; null if it is not known
     * @param flash whether the eye is to be drawn there
     */
    private record Wish(@Nullable String id, @Nullable Instant time, boolean flash) {}

    /** Somebody wants to see the row with this key; each wish is another one. */
    static final class Jump {
        private final long key;
        private final @Nullable Double top;
        private final boolean flash;

        Jump(long key, @Nullable Double top, boolean flash) {
            this.key = key;
            this.top = top;
            this.flash = flash;
        }

        long key() {
            return key;
        }

        /** How far below the view's top it is to be, in pixels; null where the eye rests. */
        @Nullable Double top() {
            return top;
        }

        /** Whether the eye is to be drawn there. */
        boolean flash() {
            return flash;
        }
    }

    Jumps(TimelineLog log, ShownMessages shown, Paging paging) {
        this.log = log;
        this.shown = shown;
        this.paging = paging;
    }

    ReadOnlyObjectProperty<@Nullable Jump> jumpProperty() {
        return jump.getReadOnlyProperty();
    }

    /** Whether something is on its way that somebody wants to see. */
    ReadOnlyBooleanProperty seekingProperty() {
        return seeking.getReadOnlyProperty();
    }

    /** How often something was wanted that is not to be had. */
    ReadOnlyIntegerProperty missedProperty() {
        return missed.getReadOnlyProperty();
    }

    void show(long key) {
        giveUp();
        jump.set(new Jump(key, null, true));
    }

    /** Puts the row where it was before, without a word. */
    void restore(long key, double top) {
        giveUp();
        jump.set(new Jump(key, top, false));
    }

    /** Somebody wants to see the message with that id, said at that time if it is known. */
    void want(String id, @Nullable Instant time, boolean flash) {
        want(new Wish(id, time, flash));
    }

    /** Somebody wants to see what was said from then on. */
    void want(Instant moment) {
        want(new Wish(null, moment, false));
    }

    private void want(Wish now) {
        giveUp();
        wish = now;
        due = true;
    }

    /** A page of history came: it may have brought what is wanted. */
    void pageCame() {
        due = wish != null && !paging.isSeeking();
    }

    /** Nobody wants to see it any more. */
    void giveUp() {
        wish = null;
        due = false;
        seeking.set(false);
        paging.seekNoMore();
    }

    /** The history does not come. */
    void failed() {
        if (wish != null) {
            giveUp();
            missed.set(missed.get() + 1);
        }
    }

    /** Whether there is something to be done, once all changes are in. */
    boolean due() {
        return due;
    }

    /** Goes there, or asks for what brings it. */
    void goOn(BooleanProperty atEnd) {
        due = false;
        Wish now = wish;
        if (now == null) {
            return;
        }
        boolean last = seeking.get() && paging.anywhere();
        Long key = now.id() == null ? rowAt(now.time(), last) : shown.ofId(now.id());
        if (key != null) {
            giveUp();
            atEnd.set(false);
            boolean day = now.id() == null;
            jump.set(day ? new Jump(key, 0.0, false) : new Jump(key, null, now.flash()));
        } else if (!last && paging.seek(now.id(), now.time())) {
            seeking.set(true);
        } else {
            failed();
        }
    }

    /**
     * The first row of that moment or later, with its day if that begins there.
     *
     * @param nearest whether the nearest there is will do; else null if it may not be loaded
     */
    private @Nullable Long rowAt(@Nullable Instant moment, boolean nearest) {
        int index = moment == null ? -1 : log.firstSince(moment);
        if (index < 0) {
            return null;
        }
        boolean above = index > log.firstHostEntry() || !paging.moreAbove();
        boolean below = index < log.size() || paging.attached();
        if (!nearest && !(above && below)) {
            return null;
        }
        int row = Math.min(index, log.size() - 1);
        return row > 0 && log.get(row - 1) instanceof Day day ? day.key() : log.get(row).key();
    }
}
