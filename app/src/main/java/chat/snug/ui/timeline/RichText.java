package chat.snug.ui.timeline;

import chat.snug.ui.Avatar;
import chat.snug.ui.Shaping;
import chat.snug.ui.emoji.EmojiImages;
import chat.snug.ui.emoji.EmojiText;
import chat.snug.ui.emoji.EmojiView;
import chat.snug.ui.timeline.MessageText.Piece;
import chat.snug.ui.timeline.MessageText.Role;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Words in lines, with links to click, my name where it is to stand out, emoji, and what is painted
 * behind them: code, colours, what was found and what is selected.
 */
final class RichText extends TextFlow {
    /** No column is narrower, however narrow the window. */
    private static final double NARROW = 40;

    /** Of text that has to be taken apart, no more is shown: each piece is a node. */
    private static final int MOST_PIECES = 2_000;

    private static final int HEAVY = 100;
    private static final int MOST_SPARE = 20;
    private static final Logger LOG = LoggerFactory.getLogger(RichText.class);

    private final String plainStyle;
    private final Consumer<URI> linkOpener;
    private final List<Text> words = new ArrayList<>();
    private final List<EmojiView> pictures = new ArrayList<>();
    private final List<Node> shown = new ArrayList<>();
    private final FlowPlaces places = new FlowPlaces();
    private final PaintedRanges painted = new PaintedRanges(this);
    private Runnable content = () -> {};
    private Care care = Care.NONE;
    private int wordsUsed;
    private int picturesUsed;

    /** Into what text is taken apart so that it can be brought into lines, see {@link Shaping}. */
    private enum Care {
        NONE,
        WORDS,
        LETTERS,
        /** The toolkit cannot draw it at all. */
        BOXES;

        Care more() {
            return switch (this) {
                case NONE -> WORDS;
                case WORDS -> LETTERS;
                case LETTERS, BOXES -> BOXES;
            };
        }
    }

    /** {@code plainStyle} is the style class of what is neither a link nor my name. */
    RichText(String plainStyle, Consumer<URI> linkOpener) {
        this.plainStyle = plainStyle;
        this.linkOpener = linkOpener;
        getStyleClass().add("rich-text");
    }

    /** Shows a line of the app's own, with its links. */
    void show(String text) {
        show(text, () -> line(text));
    }

    private void line(String text) {
        int at = 0;
        for (TextSpan span : TextSpan.of(text, "")) {
            URI target = span instanceof TextSpan.Link link ? link.target() : null;
            Role role = target == null ? Role.WORDS : Role.LINK;
            int end = at + span.text().length();
            piece(text, new Piece(at, end, role, TextStyle.PLAIN, target));
            at = end;
        }
    }

    /**
     * Shows a part of a message.
     *
     * @param actor who does what the text says, before it and in their colour; empty for talk
     */
    void show(String actor, String text, List<Piece> pieces) {
        show(actor + text, () -> part(actor, text, pieces));
    }

    private void part(String actor, String text, List<Piece> pieces) {
        if (!actor.isEmpty()) {
            List<String> styles = List.of("action-name", "name-" + Avatar.colour(actor));
            places.skip(words(actor + ' ', null, styles));
        }
        for (Piece piece : pieces) {
            piece(text, piece);
        }
    }

    private void show(String all, Runnable now) {
        content = now;
        care = Shaping.isNeeded(all) ? Care.WORDS : Care.NONE;
        fill();
    }

    private void fill() {
        begin();
        content.run();
        end();
    }

    /** Whether it is nothing but words in one style. */
    boolean isPlain() {
        return shown.size() == 1
                && wordsUsed == 1
                && words.getFirst().getStyleClass().equals(List.of(plainStyle))
                && painted.isPlain();
    }

    /** Whether it is made of very many nodes. */
    boolean isHeavy() {
        return shown.size() > HEAVY;
    }

    /** How wide the words stand where there is {@code room}: longer lines are tiring to read. */
    double columnIn(double room) {
        return column(this, room);
    }

    /** How wide a region with words is where there is {@code room}. */
    static double column(Region words, double room) {
        double most = words.getMaxWidth();
        return Math.max(NARROW, most > 0 ? Math.min(room, most) : room);
    }

    private void begin() {
        wordsUsed = 0;
        picturesUsed = 0;
        shown.clear();
        places.clear();
        painted.clear();
    }

    private void end() {
        forget(words, wordsUsed);
        forget(pictures, picturesUsed);
        List<Node> all = new ArrayList<>(painted.nodes());
        all.addAll(shown);
        if (!getChildren().equals(all)) {
            getChildren().setAll(all);
        }
        requestLayout();
    }

    /** One long message leaves nothing behind in a row that is used again. */
    private static void forget(List<?> spare, int used) {
        if (spare.size() > used + MOST_SPARE) {
            spare.subList(used + MOST_SPARE, spare.size()).clear();
        }
    }

    private void piece(String text, Piece piece) {
        List<String> styles = new ArrayList<>(piece.style().classes());
        styles.addFirst(
                switch (piece.role()) {
                    case WORDS -> plainStyle;
                    case LINK -> "message-link";
                    case MENTION -> "message-mention";
                    case CODE -> "message-code";
                });
        int start = places.length();
        String words = text.substring(piece.start(), piece.end());
        if (piece.role() == Role.WORDS) {
            withEmoji(words, piece.start(), styles);
        } else {
            places.add(piece.start(), piece.end(), words(words, piece.target(), styles));
        }
        if (piece.role() == Role.CODE) {
            painted.fill(start, places.length(), "code-back");
        } else if (piece.style().isFilled()) {
            painted.fill(start, places.length(), piece.style().fillClass());
        }
    }

    private void withEmoji(String text, int start, List<String> styles) {
        int at = start;
        for (EmojiText.Part part : EmojiText.parts(text)) {
            int length = part.text().length();
            Image picture = part.emoji() ? EmojiImages.installed().of(part.text()) : null;
            if (picture == null) {
                places.add(at, at + length, words(part.text(), null, styles));
            } else {
                picture(part.text(), picture);
                places.add(at, at + length, 1);
            }
            at += length;
        }
    }

    private void picture(String emoji, Image image) {
        if (picturesUsed == pictures.size()) {
            pictures.add(new EmojiView());
        }
        EmojiView picture = pictures.get(picturesUsed++);
        picture.setImage(image);
        picture.setAccessibleText(emoji);
        shown.add(picture);
    }

    /** Adds words; how long they are in the flow, where the end of very many is left out. */
    private int words(String text, @Nullable URI target, List<String> styles) {
        int length = 0;
        for (String piece : apart(text)) {
            if (wordsUsed < MOST_PIECES || care == Care.NONE || care == Care.BOXES) {
                word(piece, target, styles);
                length += piece.length();
            }
        }
        return length;
    }

    private List<String> apart(String text) {
        return switch (care) {
            case NONE -> List.of(text);
            case WORDS -> Shaping.words(text);
            case LETTERS -> Shaping.letters(text);
            case BOXES -> List.of(Shaping.boxes(text));
        };
    }

    private void word(String text, @Nullable URI target, List<String> styles) {
        if (wordsUsed == words.size()) {
            words.add(new Text());
        }
        Text piece = words.get(wordsUsed++);
        piece.setText(text);
        if (!piece.getStyleClass().equals(styles)) {
            piece.getStyleClass().setAll(styles);
        }
        piece.setUserData(target);
        piece.setAccessibleRole(target == null ? AccessibleRole.TEXT : AccessibleRole.HYPERLINK);
        piece.setOnMouseClicked(target == null ? null : this::clicked);
        shown.add(piece);
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY
                && event.isStillSincePress()
                && ((Node) event.getSource()).getUserData() instanceof URI target) {
            linkOpener.accept(target);
        }
    }

    /**
     * Marks what was found.
     *
     * @param hits places in the message's text
     * @param current whether it is this message that one is at
     */
    void mark(List<Hits.Hit> hits, boolean current) {
        painted.mark(
                hits.stream()
                        .map(
                                hit ->
                                        new Hits.Hit(
                                                places.inFlow(hit.start()),
                                                places.inFlow(hit.end())))
                        .toList(),
                current);
    }

    /** Shows as selected what is between two places of the message's text; none if equal. */
    void select(int start, int end) {
        painted.select(places.inFlow(start), places.inFlow(end));
    }

    /** The place in the message's text that is nearest to a point in here. */
    int placeAt(double x, double y) {
        return places.inText(getHitInfo(new Point2D(x, y)).getInsertionIndex());
    }

    @Override
    protected double computePrefHeight(double width) {
        while (care != Care.BOXES) {
            try {
                return super.computePrefHeight(width);
            } catch (IndexOutOfBoundsException e) {
                care = care.more();
                LOG.debug("A line cannot be broken there; taken apart into {}", care, e);
                fill();
            }
        }
        return super.computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        painted.paint();
    }
}
