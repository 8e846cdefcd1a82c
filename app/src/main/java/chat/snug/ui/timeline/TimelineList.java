package chat.snug.ui.timeline;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A virtualised column of rows of any height that keeps still what is being read.
 *
 * <p>It knows one row and where that row's top is, and lays out upwards and downwards from there:
 * nothing that is added or taken away elsewhere can move it. While it follows, that row is the last
 * one, with its bottom at the bottom. Only visible rows have nodes, and a layout costs what is
 * visible, however long the list is. Few rows sit at the bottom.
 *
 * <p>(The JDK's {@code ListView} adds up the heights of all rows in each layout, lands some rows
 * short of the end where it has only estimated them, and moves what is read when the first rows are
 * taken away.)
 */
public final class TimelineList extends Region {
    /** A turn of the wheel or a page never hides the line that was read last. */
    private static final double KEPT_OF_PAGE = 40;

    private static final int MOST_ROUNDS = 3;

    private final ListChangeListener<TimelineItem> onChange = this::itemsChanged;
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following", true);
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(this, "current", -1);
    private final ScrollBar bar = new ScrollBar();
    private final Rectangle clip = new Rectangle();
    private List<TimelineRow> visible = List.of();
    private ObservableList<TimelineItem> items = FXCollections.observableArrayList();
    private @Nullable RowPool pool;
    private @Nullable SpareRows spares;
    private final Anchor anchor = new Anchor();
    private boolean attached = true;
    private boolean placing;
    private boolean changedMeanwhile;
    private Placed onPlaced = (_, _) -> {};
    private boolean movingBar;
    private boolean marking;

    /** Told which rows are in view, after each layout; may change the items. */
    @FunctionalInterface
    interface Placed {
        void placed(int first, int last);
    }

    /** An empty list; also for FXML. */
    public TimelineList() {
        getStyleClass().add("timeline-list");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setFocusTraversable(true);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setMax(1);
        bar.setFocusTraversable(false);
        bar.valueProperty().addListener((_, _, value) -> barMoved(value.doubleValue()));
        getChildren().add(bar);
        setClip(clip);
        following.addListener(_ -> requestLayout());
        setOnScroll(
                event -> {
                    scrollBy(-event.getDeltaY());
                    event.consume();
                });
        setOnMousePressed(
                event -> {
                    requestFocus();
                    visible.stream()
                            .filter(
                                    row ->
                                            row.getBoundsInParent()
                                                    .contains(event.getX(), event.getY()))
                            .findFirst()
                            .ifPresent(this::makeCurrent);
                });
        focusedProperty().addListener(_ -> markCurrent());
    }

    /** Who makes the row for a class of items; set once. */
    void setRowFactory(Function<Class<?>, TimelineRow> factory) {
        RowPool made = new RowPool(getChildren(), factory);
        made.dressFor(sceneProperty());
        pool = made;
        spares = new SpareRows(this, made);
    }

    void setOnPlaced(Placed receiver) {
        onPlaced = receiver;
    }

    /** Whether the last row is the newest; otherwise the list never follows it. */
    void setAttached(boolean now) {
        attached = now;
        requestLayout();
    }

    /** Shows another list from its end, following it. */
    void setItems(ObservableList<TimelineItem> list) {
        items.removeListener(onChange);
        items = list;
        items.addListener(onChange);
        // The keys of another conversation mean other rows.
        pool().parkAllBut(List.of());
        visible = List.of();
        anchor.placed(0, 0);
        current.set(-1);
        following.set(true);
        requestLayout();
    }

    ObservableList<TimelineItem> items() {
        return items;
    }

    /** Whether the last row is in view and the list stays with it. */
    BooleanProperty followingProperty() {
        return following;
    }

    /** The row that the keyboard is on, or −1. */
    ReadOnlyIntegerProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The rows that have a part in view, from above. */
    List<TimelineRow> visibleRows() {
        return visible;
    }

    /** Moves the view by {@code pixels}, downwards if positive. */
    void scrollBy(double pixels) {
        if (pixels != 0 && !items.isEmpty()) {
            if (pixels < 0) {
                following.set(false);
            }
            if (!following.get()) {
                anchor.scroll(pixels);
                requestLayout();
            }
        }
    }

    /** Moves by most of what is in view. */
    void scrollByPages(int pages) {
        scrollBy(pages * Math.max(KEPT_OF_PAGE, getHeight() - KEPT_OF_PAGE));
    }

    /** Puts the top of the row at {@code index} at {@code top} below the view's top. */
    void showAt(int index, double top) {
        anchor.seek(index, top);
        following.set(false);
        requestLayout();
    }

    /** Makes {@code index} the current row and brings it where the eye rests. */
    void goTo(int index) {
        int target = Math.clamp(index, 0, items.size() - 1);
        current.set(target);
        marking = false;
        showAt(target, snapPositionY(getHeight() / 3));
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }

    /** The row in view that shows the item with that key; null if it is not in view. */
    @Nullable TimelineRow rowOf(long key) {
        return visible.stream().filter(row -> row.item().key() == key).findFirst().orElse(null);
    }

    /** Fills the rows in view anew: what they show besides their item has changed. */
    void refresh() {
        visible.forEach(row -> row.show(row.item()));
        requestLayout();
    }

    /** The first row in view, or −1. */
    int firstVisible() {
        return items.isEmpty() ? -1 : Math.min(anchor.index(), items.size() - 1);
    }

    /** How far the top of the first row in view is below the view's top; mostly negative. */
    double firstVisibleTop() {
        return anchor.top();
    }

    /** Makes {@code index} the current row and brings all of it into view. */
    void moveTo(int index) {
        layout();
        int target = Math.clamp(index, 0, items.size() - 1);
        current.set(target);
        marking = true;
        markCurrent();
        int row = target - anchor.index();
        if (row < 0) {
            showAt(target, 0);
        } else if (row >= visible.size()) {
            showAt(target, getHeight() - row(target).heightFor(rowWidth()));
        } else {
            Node node = visible.get(row);
            double below = node.getLayoutY() + node.getLayoutBounds().getHeight() - getHeight();
            if (node.getLayoutY() < 0) {
                scrollBy(node.getLayoutY());
            } else if (below > 0) {
                scrollBy(below);
            }
        }
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }

    /** The rows may be those of the last layout, with items gone since. */
    private void makeCurrent(TimelineRow row) {
        long key = row.item().key();
        int index = items.size() - 1;
        while (index >= 0 && items.get(index).key() != key) {
            index--;
        }
        current.set(index);
        marking = false;
        markCurrent();
    }

    private void itemsChanged(ListChangeListener.Change<? extends TimelineItem> change) {
        int selected = anchor.follow(change, current.get());
        current.set(selected);
        if (!following.get()) {
            anchor.holdOneOf(visible, items);
        }
        changedMeanwhile = placing;
        requestLayout();
    }

    private void barMoved(double value) {
        if (movingBar || items.isEmpty()) {
            return;
        }
        if (value >= bar.getMax() && attached) {
            following.set(true);
            return;
        }
        double top = value * Math.max(0, items.size() - visibleShare());
        int index = Math.clamp((int) top, 0, items.size() - 1);
        showAt(index, -(top - index) * row(index).heightFor(rowWidth()));
    }

    /** How many rows fit into the view, counting parts of rows as such. */
    private double visibleShare() {
        double share = 0;
        for (TimelineRow row : visible) {
            double top = Math.max(0, row.getLayoutY());
            double bottom = Math.min(getHeight(), row.getLayoutY() + row.getHeight());
            share += Math.max(0, bottom - top) / Math.max(1, row.getHeight());
        }
        return share;
    }

    private double rowWidth() {
        return Math.max(0, getWidth() - bar.prefWidth(-1));
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        int rounds = 0;
        do {
            changedMeanwhile = false;
            visible = items.isEmpty() ? List.of() : place();
            pool().parkAllBut(visible);
            double top = anchor.top();
            for (TimelineRow row : visible) {
                double height = row.heightFor(rowWidth());
                row.resizeRelocate(0, top, rowWidth(), height);
                top += height;
            }
            tellPlaced();
        } while (changedMeanwhile && ++rounds < MOST_ROUNDS);
        markCurrent();
        layoutBar();
        if (spares != null) {
            spares.makeUp();
        }
    }

    /** Whoever hears it may add rows at once; those are placed in another round. */
    private void tellPlaced() {
        if (!visible.isEmpty()) {
            placing = true;
            onPlaced.placed(anchor.index(), anchor.index() + visible.size() - 1);
            placing = false;
        }
    }

    /** Finds the rows in view and sets the anchor to the first of them. */
    private List<TimelineRow> place() {
        RowWindow window = new RowWindow(items, pool(), rowWidth(), getHeight());
        if (following.get()) {
            window.fillFromEnd();
        } else {
            int start = Math.clamp(anchor.index(), 0, items.size() - 1);
            window.fillAround(start, snapPositionY(anchor.top()));
        }
        anchor.placed(window.first(), window.top());
        boolean atEnd = attached && window.endsWithLast();
        if (atEnd != following.get()) {
            following.set(atEnd);
        }
        return window.rows();
    }

    private TimelineRow row(int index) {
        return pool().rowFor(items.get(index));
    }

    private RowPool pool() {
        return Objects.requireNonNull(pool, "a list that shows items has a row factory");
    }

    private void layoutBar() {
        double share = visibleShare();
        double hidden = items.size() - share;
        boolean needed = hidden > 0.001;
        bar.setVisible(needed);
        double width = bar.prefWidth(-1);
        bar.resizeRelocate(getWidth() - width, 0, width, getHeight());
        if (needed) {
            TimelineRow top = visible.getFirst();
            double value = (anchor.index() - anchor.top() / Math.max(1, top.getHeight())) / hidden;
            movingBar = true;
            bar.setVisibleAmount(share / items.size());
            bar.setBlockIncrement(share / hidden);
            // A thumb under the pointer stays where the person holds it.
            if (!bar.isPressed()) {
                bar.setValue(following.get() ? 1 : Math.clamp(value, 0, 1));
            }
            movingBar = false;
        }
    }

    private void markCurrent() {
        for (int i = 0; i < visible.size(); i++) {
            // A click needs no mark: the pointer shows where it was.
            visible.get(i)
                    .setCurrent(marking && isFocused() && anchor.index() + i == current.get());
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 600;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 400;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> items.size();
            case ITEM_AT_INDEX -> visibleRow((Integer) parameters[0]);
            case FOCUS_ITEM -> visibleRow(current.get());
            case VERTICAL_SCROLLBAR -> bar;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private @Nullable TimelineRow visibleRow(int index) {
        int row = index - anchor.index();
        return row >= 0 && row < visible.size() ? visible.get(row) : null;
    }
}
