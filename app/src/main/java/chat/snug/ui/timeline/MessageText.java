package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.Said.Kind;
import chat.snug.ui.Avatar;
import chat.snug.ui.emoji.EmojiImages;
import chat.snug.ui.emoji.EmojiText;
import chat.snug.ui.emoji.EmojiView;
import chat.snug.ui.timeline.TimelineItem.Message;
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

/** A message's words, with its links and the places that name me. */
final class MessageText extends TextFlow {
    private final Consumer<URI> linkOpener;
    private final List<Text> words = new ArrayList<>();
    private final List<EmojiView> pictures = new ArrayList<>();
    private final List<Node> shown = new ArrayList<>();
    private int wordsUsed;
    private int picturesUsed;
    private String plain = "";

    MessageText(Consumer<URI> linkOpener) {
        this.linkOpener = linkOpener;
        getStyleClass().add("message-text");
    }

    /**
     * Shows the message's text.
     *
     * @param me my name if it is to stand out, or empty
     */
    void show(Message message, String me) {
        plain = IrcFormatting.strip(message.text());
        wordsUsed = 0;
        picturesUsed = 0;
        shown.clear();
        if (message.kind() == Kind.ACTION) {
            String colour = "name-" + Avatar.colour(message.from());
            words(message.from() + ' ', null, "action-name", colour);
        }
        for (TextSpan span : TextSpan.of(plain, me)) {
            switch (span) {
                case TextSpan.Plain(String text) -> plain(text);
                case TextSpan.Link(String text, URI target) -> words(text, target, "message-link");
                case TextSpan.Mention(String text) -> words(text, null, "message-mention");
            }
        }
        if (!getChildren().equals(shown)) {
            getChildren().setAll(shown);
        }
    }

    private void plain(String text) {
        for (EmojiText.Part part : EmojiText.parts(text)) {
            Image picture = part.emoji() ? EmojiImages.installed().of(part.text()) : null;
            if (picture == null) {
                words(part.text(), null, "message-plain");
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

    /** What was said, as it can be read out or copied. */
    String plain() {
        return plain;
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
