package chat.snug.ui.timeline;

import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One visible row of a {@link TimelineList}. Builds its nodes once and is then only given items.
 * Its height for the width at hand is remembered until its content changes.
 */
abstract class TimelineRow extends Region {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final Duration FLASH = Duration.millis(1_200);

    private final PauseTransition flash = new PauseTransition(FLASH);

    private @Nullable TimelineItem item;
    private @Nullable Object dressedAs;
    private int dressedIn = -1;
    private double measuredWidth = -1;
    private double measuredHeight;

    TimelineRow() {
        getStyleClass().add("timeline-row");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        flash.setOnFinished(_ -> pseudoClassStateChanged(FOUND, false));
    }

    /** Fills the nodes with what {@code item} holds. */
    protected abstract void update(TimelineItem item);

    /** The height that the content needs in {@code width}, insets and all. */
    protected abstract double measure(double width);

    /** All that its style depends on, of what it shows now; null if that is too much to say. */
    protected @Nullable Object look() {
        return null;
    }

    /** Whether it needs no other style, or hardly, to show {@code next}. */
    boolean suits(TimelineItem next) {
        return true;
    }

    /**
     * Applies its style so that it can be measured, unless it has been already: that costs more
     * than all else.
     *
     * @param fashion a number for the stylesheets there are
     */
    final void dress(int fashion) {
        Object look = look();
        if (look == null || !look.equals(dressedAs) || fashion != dressedIn) {
            applyCss();
            dressedAs = look;
            dressedIn = fashion;
        }
    }

    /** Whether it is so large that it had better not be kept for another item. */
    boolean isHeavy() {
        return false;
    }

    /** What Enter does on it. */
    void act() {}

    final void show(TimelineItem shown) {
        if (item == null || item.key() != shown.key()) {
            flash.stop();
            pseudoClassStateChanged(FOUND, false);
        }
        item = shown;
        update(shown);
        requestLayout();
    }

    final TimelineItem item() {
        return Objects.requireNonNull(item, "a row in use shows an item");
    }

    final void setCurrent(boolean current) {
        pseudoClassStateChanged(CURRENT, current);
    }

    /** Draws the eye here for a moment: this is what was looked for. */
    final void flash() {
        pseudoClassStateChanged(FOUND, true);
        flash.playFromStart();
    }

    final double heightFor(double width) {
        if (width != measuredWidth) {
            measuredHeight = prefHeight(width);
            measuredWidth = width;
        }
        return measuredHeight;
    }

    @Override
    public void requestLayout() {
        measuredWidth = -1;
        super.requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(measure(width));
    }
}
