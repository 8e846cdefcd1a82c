package chat.snug.ui.timeline;

import chat.snug.ui.Avatar;
import chat.snug.ui.emoji.EmojiImages;
import chat.snug.ui.emoji.EmojiText;
import chat.snug.ui.emoji.EmojiView;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** Words in lines, with links to click, my name where it is to stand out, and emoji. */
final class RichText extends TextFlow {
    /** No column is narrower, however narrow the window. */
    private static final double NARROW = 40;

    private final String plainStyle;
    private final Consumer<URI> linkOpener;
    private final List<Text> words = new ArrayList<>();
    private final List<EmojiView> pictures = new ArrayList<>();
    private final List<Node> shown = new ArrayList<>();
    private int wordsUsed;
    private int picturesUsed;

    /** {@code plainStyle} is the style class of what is neither a link nor my name. */
    RichText(String plainStyle, Consumer<URI> linkOpener) {
        this.plainStyle = plainStyle;
        this.linkOpener = linkOpener;
        getStyleClass().add("rich-text");
    }

    /**
     * Shows {@code text}.
     *
     * @param actor who does what the text says, before it and in their colour; empty for talk
     * @param me my name if it is to stand out, or empty
     */
    void show(String actor, String text, String me) {
        wordsUsed = 0;
        picturesUsed = 0;
        shown.clear();
        if (!actor.isEmpty()) {
            words(actor + ' ', null, "action-name", "name-" + Avatar.colour(actor));
        }
        for (TextSpan span : TextSpan.of(text, me)) {
            switch (span) {
                case TextSpan.Plain(String part) -> plain(part);
                case TextSpan.Link(String part, URI target) -> words(part, target, "message-link");
                case TextSpan.Mention(String part) -> words(part, null, "message-mention");
            }
        }
        if (!getChildren().equals(shown)) {
            getChildren().setAll(shown);
        }
    }

    /** How wide the words stand where there is {@code room}: longer lines are tiring to read. */
    double columnIn(double room) {
        return Math.max(NARROW, getMaxWidth() > 0 ? Math.min(room, getMaxWidth()) : room);
    }

    private void plain(String text) {
        for (EmojiText.Part part : EmojiText.parts(text)) {
            Image picture = part.emoji() ? EmojiImages.installed().of(part.text()) : null;
            if (picture == null) {
                words(part.text(), null, plainStyle);
            } else {
                picture(part.text(), picture);
            }
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

    private void words(String text, @Nullable URI target, String... styles) {
        if (wordsUsed == words.size()) {
            words.add(new Text());
        }
        Text piece = words.get(wordsUsed++);
        piece.setText(text);
        if (!piece.getStyleClass().equals(List.of(styles))) {
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
}
