package chat.snug.ui.notify;

import chat.snug.ui.Messages;
import chat.snug.ui.Shaping;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The cards of a {@link NoticesViewModel} in the upper corner of what it lies over. A card goes
 * after a while, but not while the pointer or the keyboard is on it.
 */
public final class NoticeCards extends StackPane {
    private static final Duration LONG_ENOUGH = Duration.seconds(8);

    private final NoticesViewModel model;
    private final Messages messages;
    private final VBox cards = new VBox();

    /** Shows {@code model}, which lives as long as the window. */
    public NoticeCards(NoticesViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("notices");
        setPickOnBounds(false);
        setAlignment(Pos.TOP_RIGHT);
        cards.getStyleClass().add("notice-cards");
        cards.setPickOnBounds(false);
        cards.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(cards);
        model.cards().addListener((ListChangeListener<Notice>) _ -> follow());
        follow();
    }

    /** A card that stays keeps its node, and with it its time. */
    private void follow() {
        List<Node> before = List.copyOf(cards.getChildren());
        cards.getChildren()
                .setAll(
                        model.cards().stream()
                                .map(
                                        notice ->
                                                before.stream()
                                                        .filter(n -> notice.equals(n.getUserData()))
                                                        .findFirst()
                                                        .orElseGet(() -> card(notice)))
                                .toList());
    }

    private Node card(Notice notice) {
        Label title = new Label(notice.title());
        title.getStyleClass().add("notice-title");
        Label text = new Label(notice.text());
        text.getStyleClass().add("notice-text");
        Shaping.wrap(text);
        Button go = new Button();
        go.getStyleClass().addAll("icon-button", "notice-go");
        go.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        go.setGraphic(new VBox(title, text));
        go.setAccessibleText(messages.text("notify.spoken", notice.title(), notice.text()));
        go.setMaxWidth(Double.MAX_VALUE);
        go.setOnAction(_ -> model.go(notice));
        HBox.setHgrow(go, Priority.ALWAYS);
        Button close = new Button();
        close.getStyleClass().add("icon-button");
        close.setGraphic(new FontIcon("fth-x"));
        close.setAccessibleText(messages.text("notify.close"));
        close.setOnAction(_ -> model.dismiss(notice));
        HBox card = new HBox(go, close);
        card.getStyleClass().add("notice");
        card.setUserData(notice);
        PauseTransition time = new PauseTransition(LONG_ENOUGH);
        time.setOnFinished(_ -> model.dismiss(notice));
        card.hoverProperty().addListener((_, _, now) -> run(time, !now));
        card.focusWithinProperty().addListener((_, _, now) -> run(time, !now));
        card.sceneProperty().addListener((_, _, now) -> run(time, now != null));
        return card;
    }

    private static void run(PauseTransition time, boolean counts) {
        if (counts) {
            time.playFromStart();
        } else {
            time.stop();
        }
    }
}
