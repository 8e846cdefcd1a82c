package chat.snug.ui.composer;

import chat.snug.ui.composer.StyledText.Run;
import chat.snug.ui.composer.StyledText.Style;
import chat.snug.ui.emoji.EmojiImages;
import chat.snug.ui.emoji.EmojiText;
import chat.snug.ui.emoji.EmojiView;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.transform.Shear;
import org.jspecify.annotations.Nullable;

/**
 * Shows over a text area what that cannot: emoji, of which the toolkit draws nothing on Linux, and
 * styles. Every character stays as wide as the text area takes it to be, so that the caret and the
 * selection are where they belong: bold is drawn stronger and italic slanted, neither with a font
 * of its own. While there are styles the text area's own letters are hidden.
 */
final class FieldPaint {
    private static final PseudoClass STYLED = PseudoClass.getPseudoClass("styled");
    private static final double SLANT = -0.2;
    private static final double PICTURE = 0.86;

    private final TextArea area;
    private final Pane over = new Pane();
    private final Rectangle clip = new Rectangle();
    private final List<Node> painted = new ArrayList<>();
    private @Nullable Lie lie;

    FieldPaint(TextArea area) {
        this.area = area;
        over.getStyleClass().add("field-paint");
        over.setManaged(false);
        over.setMouseTransparent(true);
        over.setClip(clip);
    }

    /** What is to lie over the text area, and as large. */
    Node node() {
        return over;
    }

    /** Where the text lies: as long as nothing of it changes, what is painted is right. */
    private record Lie(
            StyledText written,
            double width,
            double height,
            double top,
            @Nullable Rectangle2D first,
            @Nullable Rectangle2D last) {}

    /**
     * Paints {@code written}, as far as it can be seen, unless that has been done; after the text
     * area is laid out.
     */
    void paint(StyledText written) {
        Lie now = lie(written);
        if (!now.equals(lie)) {
            lie = now;
            paintAnew(written);
        }
    }

    /** The text wraps anew, and scrolls, without the text area itself being laid out anew. */
    private Lie lie(StyledText written) {
        Rectangle2D first = null;
        Rectangle2D last = null;
        if (area.getLength() > 0
                && area.getSkin() instanceof TextAreaSkin skin
                && area.lookup(".content") instanceof Region content) {
            first = place(skin, content, 0);
            last = place(skin, content, area.getLength() - 1);
        }
        return new Lie(
                written, area.getWidth(), area.getHeight(), area.getScrollTop(), first, last);
    }

    private void paintAnew(StyledText written) {
        painted.clear();
        boolean styled = !written.isPlain();
        area.pseudoClassStateChanged(STYLED, styled);
        over.resizeRelocate(0, 0, area.getWidth(), area.getHeight());
        clip.setWidth(area.getWidth());
        clip.setHeight(area.getHeight());
        if (area.getSkin() instanceof TextAreaSkin skin
                && area.lookup(".content") instanceof Region content
                && written.text().equals(area.getText())
                && !written.text().isEmpty()) {
            paint(written, skin, content, styled);
        }
        if (!over.getChildren().equals(painted)) {
            over.getChildren().setAll(painted);
            over.applyCss();
        }
    }

    private void paint(StyledText written, TextAreaSkin skin, Region content, boolean styled) {
        String text = written.text();
        int first = Math.min(skin.getIndex(0, 0).getCharIndex(), text.length() - 1);
        int last =
                Math.min(
                        skin.getIndex(area.getWidth(), area.getHeight()).getCharIndex() + 1,
                        text.length());
        for (Run run : written.runs()) {
            int from = Math.max(first, run.start());
            int to = Math.min(last, run.end());
            int at = from;
            for (EmojiText.Part part :
                    from < to
                            ? EmojiText.parts(text.substring(from, to))
                            : List.<EmojiText.Part>of()) {
                int end = at + part.text().length();
                Image picture = part.emoji() ? EmojiImages.installed().of(part.text()) : null;
                if (picture != null) {
                    picture(picture, at, end, skin, content);
                } else if (styled) {
                    letters(text, at, end, run, skin, content);
                }
                at = end;
            }
        }
    }

    /** One picture where the text area left the place of a character free. */
    private void picture(Image image, int start, int end, TextAreaSkin skin, Region content) {
        Rectangle2D place = place(skin, content, start);
        if (place == null) {
            return;
        }
        Rectangle2D behind = end < area.getLength() ? place(skin, content, end) : null;
        boolean sameLine = behind != null && !isBelow(behind, place);
        double width =
                sameLine && behind != null
                        ? behind.getMinX() - place.getMinX()
                        : lastWidth(skin, content, start, end, place);
        double height = PICTURE * place.getHeight();
        EmojiView view = new EmojiView();
        view.setImage(image);
        view.setFitHeight(Math.min(height, width <= 0 ? height : Math.max(width, 8)));
        view.setX(place.getMinX() + Math.max(0, (width - view.getFitHeight()) / 2));
        view.setY(place.getMinY() + (place.getHeight() - view.getFitHeight()) / 2);
        painted.add(view);
    }

    private double lastWidth(
            TextAreaSkin skin, Region content, int start, int end, Rectangle2D place) {
        double width = place.getWidth();
        for (int i = start + 1; i < end; i++) {
            Rectangle2D next = place(skin, content, i);
            if (next != null && !isBelow(next, place)) {
                width = Math.max(width, next.getMaxX() - place.getMinX());
            }
        }
        return width;
    }

    /** Letters of one style, a piece for each line that they are on. */
    private void letters(
            String text, int start, int end, Run run, TextAreaSkin skin, Region content) {
        int from = start;
        Rectangle2D begin = place(skin, content, start);
        Rectangle2D before = begin;
        for (int i = start; i < end; i++) {
            Rectangle2D here = place(skin, content, i);
            boolean lineEnd = text.charAt(i) == '\n';
            boolean wrapped = here != null && before != null && isBelow(here, before);
            if (lineEnd || wrapped) {
                piece(text.substring(from, i), begin, before, run);
                from = lineEnd ? i + 1 : i;
                begin = from < end ? place(skin, content, from) : null;
                before = begin;
            } else if (here != null) {
                before = here;
            }
        }
        piece(text.substring(from, end), begin, before, run);
    }

    private void piece(
            String letters, @Nullable Rectangle2D begin, @Nullable Rectangle2D last, Run run) {
        if (letters.isEmpty() || begin == null || last == null) {
            return;
        }
        if (run.has(Style.MONOSPACE)) {
            Rectangle ground =
                    new Rectangle(
                            begin.getMinX() - 1,
                            begin.getMinY(),
                            last.getMaxX() - begin.getMinX() + 2,
                            begin.getHeight());
            ground.getStyleClass().add("field-code");
            painted.add(ground);
        }
        Text drawn = new Text(letters);
        drawn.setFont(area.getFont());
        drawn.getStyleClass().add(run.has(Style.BOLD) ? "field-bold" : "field-letters");
        drawn.setX(begin.getMinX());
        double baseline = begin.getMinY() + drawn.getBaselineOffset();
        drawn.setY(baseline);
        if (run.has(Style.ITALIC)) {
            drawn.getTransforms().add(new Shear(SLANT, 0, begin.getMinX(), baseline));
        }
        painted.add(drawn);
    }

    /** Lines may overlap by a hair. */
    private static boolean isBelow(Rectangle2D one, Rectangle2D other) {
        return one.getMinY() > other.getMinY() + other.getHeight() / 2;
    }

    /** Where the character at {@code index} stands, in the text area's own coordinates. */
    private @Nullable Rectangle2D place(TextAreaSkin skin, Region content, int index) {
        Rectangle2D at = skin.getCharacterBounds(index);
        if (at == null) {
            return null;
        }
        Point2D here =
                area.sceneToLocal(
                        content.localToScene(
                                at.getMinX() + area.getScrollLeft(),
                                at.getMinY() + area.getScrollTop()));
        return here == null
                ? null
                : new Rectangle2D(here.getX(), here.getY(), at.getWidth(), at.getHeight());
    }
}
