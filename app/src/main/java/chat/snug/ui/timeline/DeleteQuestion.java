package chat.snug.ui.timeline;

import chat.snug.ui.timeline.TimelineItem.Message;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Asks, over the timeline, before a message of somebody else is deleted. The safe answer has the
 * keyboard; Esc is that answer.
 */
final class DeleteQuestion {
    private static final int SHOWN = 80;

    private final StackPane over;
    private final TimelineRows context;
    private final Label title = new Label();
    private final Label text = new Label();
    private final Button no = new Button();
    private final Button yes = new Button();
    private final VBox card;
    private Runnable onClosed = () -> {};

    /** {@code over} is what it is shown in. */
    DeleteQuestion(StackPane over, TimelineRows context) {
        this.over = over;
        this.context = context;
        title.getStyleClass().add("delete-question-title");
        text.getStyleClass().add("delete-question-text");
        text.setWrapText(true);
        no.setId("delete-no");
        yes.setId("delete-yes");
        yes.getStyleClass().add("danger");
        HBox answers = new HBox(no, yes);
        answers.getStyleClass().add("delete-question-answers");
        card = new VBox(title, text, answers);
        card.setId("delete-question");
        card.getStyleClass().add("delete-question");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(card, Pos.CENTER);
        StackPane.setMargin(card, new Insets(24));
        card.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        close();
                        event.consume();
                    }
                });
        no.setOnAction(_ -> close());
    }

    /** Who gets the keyboard back. */
    void setOnClosed(Runnable handler) {
        onClosed = handler;
    }

    void ask(Message message, Runnable delete) {
        String words = IrcFormatting.strip(message.text()).replace('\n', ' ');
        String shown = words.length() <= SHOWN ? words : words.substring(0, SHOWN) + "…";
        title.setText(context.words().text("timeline.delete.title", message.from()));
        text.setText(context.words().text("timeline.delete.text", shown));
        no.setText(context.words().text("timeline.delete.no"));
        yes.setText(context.words().text("timeline.delete.yes"));
        yes.setOnAction(
                _ -> {
                    close();
                    delete.run();
                });
        if (!over.getChildren().contains(card)) {
            over.getChildren().add(card);
        }
        no.requestFocus();
    }

    void close() {
        if (over.getChildren().remove(card)) {
            onClosed.run();
        }
    }
}
