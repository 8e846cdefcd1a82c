package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.Said.Kind;
import chat.snug.ui.Avatar;
import chat.snug.ui.emoji.EmojiLabel;
import chat.snug.ui.timeline.TimelineItem.Delivered;
import chat.snug.ui.timeline.TimelineItem.Marks;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.OnItsWay;
import chat.snug.ui.timeline.TimelineItem.Undelivered;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * A message: the first of a group with avatar, name and time, the following ones as text alone,
 * with the time in the margin while the pointer is on them.
 */
final class MessageRow extends TimelineRow {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
    private static final PseudoClass MENTION = PseudoClass.getPseudoClass("mention");
    private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");
    private static final PseudoClass UNDELIVERED = PseudoClass.getPseudoClass("undelivered");
    private static final PseudoClass NOTICE = PseudoClass.getPseudoClass("notice");
    private static final PseudoClass ACTION = PseudoClass.getPseudoClass("action");
    private static final PseudoClass DELETED = PseudoClass.getPseudoClass("deleted");

    private final TimelineRows context;
    private final Avatar avatar = new Avatar();
    private final Label margin = new Label();
    private final Label name = new EmojiLabel();
    private final Label time = new Label();
    private final HBox header = new HBox(name, time);
    private final QuoteView quote;
    private final MessageBody text;
    private final ReactionBar reactions;
    private final Button again = new Button();
    private final Label reason = new Label();
    private final HBox undelivered = new HBox(reason, again);
    private String colour = "name-0";
    private @Nullable Dress dress;

    /** What the style of a message depends on that is nothing but plain words. */
    private record Dress(
            boolean headed,
            boolean first,
            boolean mention,
            Kind kind,
            boolean sent,
            String colour) {}

    MessageRow(TimelineRows context) {
        this.context = context;
        text = new MessageBody(context);
        quote = new QuoteView(context);
        reactions = new ReactionBar(context);
        getStyleClass().add("message-row");
        avatar.getStyleClass().add("large");
        margin.getStyleClass().add("message-margin");
        name.getStyleClass().addAll("message-name", colour);
        time.getStyleClass().add("message-time");
        header.getStyleClass().add("message-header");
        undelivered.getStyleClass().add("message-undelivered");
        reason.getStyleClass().add("message-reason");
        again.getStyleClass().add("message-again");
        again.setOnAction(_ -> tryAgain());
        getChildren().addAll(avatar, margin, quote, header, text, reactions, undelivered);
    }

    private void tryAgain() {
        if (item() instanceof Message message && message.delivery() instanceof Undelivered failed) {
            context.viewModel().retry(failed);
        }
    }

    @Override
    protected void update(TimelineItem item) {
        Message message = (Message) item;
        String at = context.viewModel().dates().time(message.time());
        boolean deleted = message.marks().deletion() != null;
        boolean action = message.kind() == Kind.ACTION && !deleted;
        boolean headed = message.first() && !action;
        avatar.setVisible(headed);
        header.setVisible(headed);
        margin.setVisible(!headed);
        if (headed) {
            avatar.show(message.from());
            name.setText(message.from());
            time.setText(at);
            colour(name, "name-" + Avatar.colour(message.from()));
        } else {
            margin.setText(context.viewModel().dates().clockTime(message.time()));
        }
        String words =
                deleted ? context.words().deleted(message) : IrcFormatting.strip(message.text());
        String me = message.mention() ? context.viewModel().me() : "";
        MessageText body = deleted ? MessageText.plain(words) : MessageText.of(message.text(), me);
        text.show(action ? message.from() : "", body);
        mark(message, deleted);
        marks(message.marks(), message);
        pseudoClassStateChanged(DELETED, deleted);
        pseudoClassStateChanged(FIRST, message.first());
        pseudoClassStateChanged(MENTION, message.mention());
        pseudoClassStateChanged(NOTICE, message.kind() == Kind.NOTICE);
        pseudoClassStateChanged(ACTION, action);
        pseudoClassStateChanged(PENDING, message.delivery() instanceof OnItsWay);
        pseudoClassStateChanged(UNDELIVERED, message.delivery() instanceof Undelivered);
        setAccessibleText(context.words().spoken(message, at, words));
        delivery(message);
        boolean plain = text.isPlain() && message.marks().equals(Marks.NONE);
        dress =
                plain
                        ? new Dress(
                                headed,
                                message.first(),
                                message.mention(),
                                message.kind(),
                                message.delivery() instanceof Delivered,
                                headed ? colour : "")
                        : null;
    }

    /** Undelivered ones differ in more; they are rare. */
    @Override
    protected @Nullable Object look() {
        return undelivered.isVisible() ? null : dress;
    }

    @Override
    boolean suits(TimelineItem next) {
        Dress worn = dress;
        return next instanceof Message message
                && worn != null
                && worn.headed() == message.first()
                && (!worn.headed()
                        || worn.colour().equals("name-" + Avatar.colour(message.from())));
    }

    private void mark(Message message, boolean deleted) {
        LookedFor wanted = context.viewModel().lookedForProperty().get();
        List<Hits.Hit> hits = deleted ? List.of() : Hits.in(text.text().text(), wanted.words());
        text.mark(hits, wanted.isAt(message));
    }

    /** Shows as selected what is between two places of the text. */
    void select(int start, int end) {
        text.select(start, end);
    }

    /** The place in the text that is nearest to a point in this row. */
    int placeAt(double x, double y) {
        return text.placeAt(x - text.getLayoutX(), y - text.getLayoutY());
    }

    private void marks(Marks marks, Message message) {
        quote.setVisible(marks.quote() != null);
        if (marks.quote() != null) {
            quote.show(marks.quote());
        }
        reactions.setVisible(!marks.reactions().isEmpty());
        if (reactions.isVisible()) {
            reactions.show(message);
        }
    }

    private void delivery(Message message) {
        switch (message.delivery()) {
            case Delivered _, OnItsWay _ -> undelivered.setVisible(false);
            case Undelivered failed -> {
                undelivered.setVisible(true);
                again.setText(context.words().text("timeline.try-again"));
                reason.setText(context.words().notSent(failed) + " ·");
            }
        }
    }

    private void colour(Label label, String wanted) {
        if (!colour.equals(wanted)) {
            label.getStyleClass().remove(colour);
            colour = wanted;
            label.getStyleClass().add(colour);
        }
    }

    /** Across and down: it grows with the text. */
    private double avatarSize() {
        return snapSizeX(avatar.prefWidth(-1));
    }

    /** Between the avatar and the text. */
    private double gap() {
        return snapSpaceX(avatarSize() / 3);
    }

    private double textLeft() {
        return snappedLeftInset() + avatarSize() + gap();
    }

    private double textWidth(double width) {
        return text.columnIn(width - textLeft() - snappedRightInset());
    }

    @Override
    boolean isHeavy() {
        return text.isHeavy();
    }

    @Override
    protected double measure(double width) {
        double column = textWidth(width);
        double height = text.prefHeight(column);
        if (header.isVisible()) {
            height = Math.max(avatarSize(), height + header.prefHeight(column));
        }
        if (quote.isVisible()) {
            height += quote.prefHeight(column);
        }
        if (reactions.isVisible()) {
            height += reactions.prefHeight(column);
        }
        if (undelivered.isVisible()) {
            height += undelivered.prefHeight(column);
        }
        return snappedTopInset() + height + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double left = textLeft();
        double column = textWidth(getWidth());
        double top = snappedTopInset();
        if (quote.isVisible()) {
            double above = quote.prefHeight(column);
            quote.resizeRelocate(left, top, Math.min(column, quote.prefWidth(-1)), above);
            top += above;
        }
        double start = top;
        if (header.isVisible()) {
            avatar.resizeRelocate(snappedLeftInset(), top, avatarSize(), avatarSize());
            double height = header.prefHeight(column);
            header.resizeRelocate(left, top, column, height);
            top += height;
        } else {
            double width = avatarSize() + gap() / 2;
            margin.resizeRelocate(
                    snappedLeftInset() - gap() / 4, top, width, margin.prefHeight(width));
        }
        double height = text.prefHeight(column);
        text.resizeRelocate(left, top, column, height);
        top += height;
        if (header.isVisible()) {
            top = Math.max(top, start + avatarSize());
        }
        if (reactions.isVisible()) {
            double below = reactions.prefHeight(column);
            reactions.resizeRelocate(left, top, column, below);
            top += below;
        }
        if (undelivered.isVisible()) {
            undelivered.resizeRelocate(left, top, column, undelivered.prefHeight(column));
        }
    }
}
