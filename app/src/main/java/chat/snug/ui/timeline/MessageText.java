package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.Said.Kind;
import chat.snug.ui.Avatar;
import chat.snug.ui.timeline.TimelineItem.Message;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** A message's words, with its links and the places that name me. */
final class MessageText extends TextFlow {
    private final Consumer<URI> linkOpener;
    private final List<Text> pieces = new ArrayList<>();
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
        int count = 0;
        if (message.kind() == Kind.ACTION) {
            String colour = "name-" + Avatar.colour(message.from());
            piece(count++, message.from() + ' ', null, "action-name", colour);
        }
        for (TextSpan span : TextSpan.of(plain, me)) {
            switch (span) {
                case TextSpan.Plain(String text) -> piece(count++, text, null, "message-plain");
                case TextSpan.Link(String text, URI target) ->
                        piece(count++, text, target, "message-link");
                case TextSpan.Mention(String text) -> piece(count++, text, null, "message-mention");
            }
        }
        if (getChildren().size() != count) {
            getChildren().setAll(pieces.subList(0, count));
        }
    }

    /** What was said, as it can be read out or copied. */
    String plain() {
        return plain;
    }

    private void piece(int index, String text, @Nullable URI target, String... styles) {
        if (index == pieces.size()) {
            pieces.add(new Text());
        }
        Text piece = pieces.get(index);
        piece.setText(text);
        if (!piece.getStyleClass().equals(List.of(styles))) {
            piece.getStyleClass().setAll(styles);
        }
        piece.setUserData(target);
        piece.setAccessibleRole(target == null ? AccessibleRole.TEXT : AccessibleRole.HYPERLINK);
        piece.setOnMouseClicked(target == null ? null : this::clicked);
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY
                && event.isStillSincePress()
                && ((Node) event.getSource()).getUserData() instanceof URI target) {
            linkOpener.accept(target);
        }
    }
}
