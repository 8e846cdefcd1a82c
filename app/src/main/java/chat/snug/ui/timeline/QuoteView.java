package chat.snug.ui.timeline;

import chat.snug.ui.Avatar;
import chat.snug.ui.timeline.TimelineItem.Quote;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** What a message answers, in one line above it; a click goes there. */
final class QuoteView extends HBox {
    private final TimelineRows context;
    private final Label who = new Label();
    private final Label words = new Label();
    private String colour = "name-0";
    private @Nullable Quote quote;

    QuoteView(TimelineRows context) {
        this.context = context;
        getStyleClass().add("quote");
        setAccessibleRole(AccessibleRole.BUTTON);
        who.getStyleClass().addAll("quote-name", colour);
        who.setMinWidth(USE_PREF_SIZE);
        who.managedProperty().bind(who.textProperty().isNotEmpty());
        words.getStyleClass().add("quote-text");
        HBox.setHgrow(words, Priority.SOMETIMES);
        getChildren().addAll(who, words);
        setOnMouseClicked(_ -> follow());
    }

    void show(Quote shown) {
        quote = shown;
        who.setText(shown.from());
        String wanted = "name-" + Avatar.colour(shown.from());
        if (!colour.equals(wanted)) {
            who.getStyleClass().remove(colour);
            colour = wanted;
            who.getStyleClass().add(colour);
        }
        words.setText(context.words().quoted(shown));
        setAccessibleText(context.words().answers(shown));
    }

    private void follow() {
        if (quote != null) {
            context.viewModel().goTo(quote.id());
        }
    }
}
