package chat.snug.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Looks at everything that a screen shows, as a person would who cannot overlook anything: cut
 * words, things outside the window, words too faint on what they stand on, and controls that a
 * screen reader has no name for. On the JavaFX thread, after a layout.
 */
public final class Inspection {
    /** WCAG 2.2, 1.4.3: text under 18 px; 1.4.11: what is not text. */
    private static final double TEXT_CONTRAST = 4.5;

    private static final double ICON_CONTRAST = 3;

    /** What is long by nature may end in an ellipsis: it is whole elsewhere, or in a tooltip. */
    private static final Set<String> MAY_END_EARLY =
            Set.of(
                    "header-title",
                    "header-topic",
                    "side-title",
                    "side-name",
                    "quote-text",
                    "quote-name",
                    "composer-answer-text",
                    "person-name",
                    "message-name",
                    "notice-title",
                    "notice-text",
                    "command-meaning",
                    "chip-title",
                    "chip-place");

    private final Parent root;
    private final List<String> problems = new ArrayList<>();
    private final Set<Node> named = new HashSet<>();

    private Inspection(Parent root) {
        this.root = root;
    }

    /** Everything that is wrong with what {@code root} shows; empty if nothing is. */
    public static List<String> of(Parent root) {
        Inspection inspection = new Inspection(root);
        inspection.collectNamed(root);
        inspection.look(root, false, false);
        return inspection.problems;
    }

    private void collectNamed(Node node) {
        if (node instanceof Label label && label.getLabelFor() != null) {
            named.add(label.getLabelFor());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::collectNamed);
        }
    }

    /**
     * @param clipped whether an ancestor scrolls, so that parts may lie outside
     * @param faint whether an ancestor is disabled or dimmed, which is meant to be faint
     */
    private void look(Node node, boolean clipped, boolean faint) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        boolean dimmed = faint || node.isDisabled() || node.getOpacity() < 1;
        names(node);
        if (node instanceof Labeled labeled) {
            cut(labeled);
        }
        if (!clipped && (node instanceof Labeled || node instanceof TextInputControl)) {
            outside(node);
        }
        if (node instanceof Text text && !dimmed) {
            contrast(text);
        }
        boolean scrolls =
                clipped
                        || node instanceof ScrollPane
                        || node instanceof ListView<?>
                        || node.getStyleClass().contains("timeline-list")
                        || node.getClip() != null;
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                look(child, scrolls, dimmed);
            }
        }
    }

    private void names(Node node) {
        String spoken = node.getAccessibleText();
        boolean silent = spoken == null || spoken.isBlank();
        boolean cell = node instanceof IndexedCell<?> row && !row.isEmpty();
        boolean message = node.getStyleClass().contains("timeline-row");
        if (silent && (cell || message || node.isFocusTraversable())) {
            boolean says =
                    node instanceof Labeled labeled
                            && labeled.getText() != null
                            && !labeled.getText().isBlank();
            if (!says && !named.contains(node) && !(node instanceof ScrollPane)) {
                problems.add("no accessible text: " + place(node));
            }
        }
    }

    private void cut(Labeled labeled) {
        String words = labeled.getText();
        if (words == null || words.isBlank()) {
            return;
        }
        if (words.contains("???") || words.matches(".*\\{\\d.*") || words.startsWith("%")) {
            problems.add("missing words: " + place(labeled));
        }
        boolean mayEnd = labeled.getStyleClass().stream().anyMatch(MAY_END_EARLY::contains);
        if (!mayEnd
                && labeled.lookup(".text") instanceof Text shown
                && !(shown instanceof FontIcon)
                && shown.getText().endsWith(labeled.getEllipsisString())
                && !words.endsWith(labeled.getEllipsisString())) {
            problems.add("cut: " + place(labeled) + " to " + shown.getText());
        }
    }

    private void outside(Node node) {
        Bounds at = node.localToScene(node.getLayoutBounds());
        boolean inside =
                at.getMinX() >= -1
                        && at.getMinY() >= -1
                        && at.getMaxX() <= root.getLayoutBounds().getWidth() + 1
                        && at.getMaxY() <= root.getLayoutBounds().getHeight() + 1;
        if (!inside) {
            problems.add("outside: " + place(node) + " at " + at);
        }
    }

    private void contrast(Text text) {
        if (text.getText().isBlank() || !(text.getFill() instanceof Color ink)) {
            return;
        }
        Color ground = ground(text);
        boolean icon = text instanceof FontIcon;
        double ratio = ground == null || ink.getOpacity() < 1 ? 21 : ratio(ink, ground);
        if (ratio < (icon ? ICON_CONTRAST : TEXT_CONTRAST)) {
            problems.add(
                    String.format(
                            Locale.ROOT,
                            "faint, %.2f: %s on %s in %s",
                            ratio,
                            ink,
                            ground,
                            place(text)));
        }
    }

    /** The colour that {@code node} stands on, or null if it is a gradient or none. */
    private static @Nullable Color ground(Node node) {
        Color over = Color.TRANSPARENT;
        for (Parent up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof Region region && region.getBackground() != null) {
                List<BackgroundFill> fills = region.getBackground().getFills();
                for (BackgroundFill fill : fills.reversed()) {
                    if (!(fill.getFill() instanceof Color colour)) {
                        return null;
                    }
                    over = blend(over, colour);
                    if (over.getOpacity() > 0.99) {
                        return over;
                    }
                }
            }
        }
        return null;
    }

    private static Color blend(Color over, Color under) {
        double a = over.getOpacity();
        double b = under.getOpacity() * (1 - a);
        double all = a + b;
        return all == 0
                ? Color.TRANSPARENT
                : new Color(
                        (over.getRed() * a + under.getRed() * b) / all,
                        (over.getGreen() * a + under.getGreen() * b) / all,
                        (over.getBlue() * a + under.getBlue() * b) / all,
                        all);
    }

    /** The contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio). */
    public static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static String place(Node node) {
        StringBuilder path = new StringBuilder();
        for (Node up = node; up != null && path.length() < 120; up = up.getParent()) {
            if (up.getId() != null || !up.getStyleClass().isEmpty()) {
                path.append(up.getId() == null ? "" : '#' + up.getId())
                        .append(up.getStyleClass())
                        .append(' ');
            }
        }
        if (node instanceof Labeled labeled && !(node instanceof ButtonBase)) {
            path.append('“').append(labeled.getText()).append('”');
        }
        if (node instanceof Text text) {
            path.append('“').append(text.getText()).append('”');
        }
        return path.toString();
    }
}
