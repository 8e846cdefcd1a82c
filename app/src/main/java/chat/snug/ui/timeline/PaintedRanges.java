package chat.snug.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.shape.Path;
import javafx.scene.text.TextFlow;

/**
 * What is painted behind the words of a flow. The paths are children of the flow that it does not
 * lay out; they are drawn anew once the words have their places.
 */
final class PaintedRanges {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final TextFlow flow;
    private final List<Fill> fills = new ArrayList<>();
    private final List<Path> fillPaths = new ArrayList<>();
    private final Path found = path("found-back");
    private final Path selected = path("selected-back");
    private List<Hits.Hit> hits = List.of();
    private int selectedFrom;
    private int selectedTo;

    private record Fill(int start, int end, String style) {}

    PaintedRanges(TextFlow flow) {
        this.flow = flow;
    }

    private static Path path(String... styles) {
        Path path = new Path();
        path.setManaged(false);
        path.setMouseTransparent(true);
        path.setStroke(null);
        path.getStyleClass().setAll(styles);
        return path;
    }

    /** Nothing is painted. */
    void clear() {
        fills.clear();
        hits = List.of();
        selectedFrom = 0;
        selectedTo = 0;
    }

    /** Paints a colour behind a part of the flow. */
    void fill(int start, int end, String style) {
        if (end > start) {
            fills.add(new Fill(start, end, style));
        }
    }

    void mark(List<Hits.Hit> now, boolean current) {
        if (!hits.equals(now)) {
            hits = List.copyOf(now);
            flow.requestLayout();
        }
        found.pseudoClassStateChanged(CURRENT, current);
    }

    void select(int from, int to) {
        if (selectedFrom != from || selectedTo != to) {
            selectedFrom = from;
            selectedTo = to;
            flow.requestLayout();
        }
    }

    /** Whether nothing is painted but what was found or selected. */
    boolean isPlain() {
        return fills.isEmpty();
    }

    /** What has to be among the flow's children, under the words. */
    List<Node> nodes() {
        while (fillPaths.size() < fills.size()) {
            fillPaths.add(path("fill-back"));
        }
        List<Node> nodes = new ArrayList<>(fillPaths.subList(0, fills.size()));
        nodes.add(found);
        nodes.add(selected);
        return nodes;
    }

    /** Draws them where the words are now. */
    void paint() {
        for (int i = 0; i < fills.size(); i++) {
            Fill fill = fills.get(i);
            Path path = fillPaths.get(i);
            if (!path.getStyleClass().equals(List.of(fill.style()))) {
                path.getStyleClass().setAll(fill.style());
            }
            path.getElements().setAll(flow.getRangeShape(fill.start(), fill.end(), false));
        }
        found.getElements().clear();
        for (Hits.Hit hit : hits) {
            found.getElements().addAll(flow.getRangeShape(hit.start(), hit.end(), false));
        }
        selected.getElements().clear();
        if (selectedTo > selectedFrom) {
            selected.getElements().addAll(flow.getRangeShape(selectedFrom, selectedTo, true));
        }
    }
}
