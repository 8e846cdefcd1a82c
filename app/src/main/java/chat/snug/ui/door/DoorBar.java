package chat.snug.ui.door;

import chat.snug.ui.Avatar;
import chat.snug.ui.Messages;
import chat.snug.ui.Shaping;
import chat.snug.ui.Shortcut;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The question about who waits, in a line above whatever is shown; none if nobody waits. */
public final class DoorBar extends HBox {
    private final Avatar avatar = new Avatar();
    private final Label question = new Label();
    private final Label details = new Label();
    private final Label others = new Label();
    private final Button notNow = new Button();
    private final Button letIn = new Button();
    private @Nullable DoorViewModel model;
    private @Nullable Ring shown;

    /** Shows nothing yet. */
    public DoorBar() {
        setId("door-bar");
        getStyleClass().add("door-bar");
        setAccessibleRole(AccessibleRole.TEXT);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        question.setId("door-question");
        question.getStyleClass().add("door-question");
        Shaping.wrap(question);
        details.setId("door-details");
        details.getStyleClass().add("caption");
        others.setId("door-others");
        others.getStyleClass().add("caption");
        others.setMinWidth(USE_PREF_SIZE);
        notNow.setId("door-not-now");
        notNow.getStyleClass().add("outline");
        notNow.setMinWidth(USE_PREF_SIZE);
        letIn.setId("door-let-in");
        letIn.getStyleClass().add("accent");
        letIn.setMinWidth(USE_PREF_SIZE);
        VBox words = new VBox(question, details);
        words.getStyleClass().add("door-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(avatar, words, others, notNow, letIn);
    }

    /** Shows {@code now}, which lives as long as the window. */
    public void show(DoorViewModel now, Messages messages) {
        model = now;
        letIn.setOnAction(_ -> now.letIn());
        notNow.setOnAction(_ -> now.notNow());
        now.firstProperty().addListener((_, _, ring) -> follow(ring));
        now.rings().subscribe(() -> others.setText(now.others()));
        speakAgain(messages);
    }

    /** The language is another one. */
    public void speakAgain(Messages messages) {
        letIn.setText(messages.text("door.let-in"));
        letIn.setTooltip(Shortcut.DOOR.tooltip(messages));
        notNow.setText(messages.text("door.not-now"));
        if (model != null) {
            follow(model.firstProperty().get());
        }
    }

    private void follow(@Nullable Ring ring) {
        DoorViewModel now = model;
        setVisible(ring != null && now != null);
        boolean isOther = shown == null || ring == null || !ring.isOf(shown);
        shown = ring;
        if (ring == null || now == null) {
            return;
        }
        avatar.show(now.name(ring));
        question.setText(now.question(ring));
        details.setText(now.details(ring));
        others.setText(now.others());
        letIn.setAccessibleText(letIn.getText() + ": " + question.getText());
        notNow.setAccessibleText(notNow.getText() + ": " + question.getText());
        setAccessibleText(question.getText() + ", " + details.getText());
        if (isOther) {
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    /** Where the keyboard answers, if somebody waits. */
    public boolean focus() {
        if (isVisible()) {
            letIn.requestFocus();
        }
        return isVisible();
    }
}
