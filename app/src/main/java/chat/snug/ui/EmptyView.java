package chat.snug.ui;

import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What stands in the place of a list that has nothing to show: an icon, a line, and a button where
 * there is something to do about it. For FXML: {@code <EmptyView icon="fth-users" text="%…"/>}.
 */
public final class EmptyView extends VBox {
    private final FontIcon icon = new FontIcon();
    private final Label text = new Label();
    private final Button action = new Button();

    /** Nothing yet; also for FXML. */
    public EmptyView() {
        getStyleClass().add("empty-view");
        StackPane circle = new StackPane(icon);
        circle.getStyleClass().add("empty-circle");
        circle.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        text.getStyleClass().add("empty-text");
        Shaping.wrap(text);
        text.setMinHeight(Region.USE_PREF_SIZE);
        action.getStyleClass().add("outline");
        action.visibleProperty().bind(action.textProperty().isNotEmpty());
        action.managedProperty().bind(action.visibleProperty());
        getChildren().addAll(circle, text, action);
    }

    /** The icon's name in the pack, such as {@code fth-users}. */
    public String getIcon() {
        return icon.getIconLiteral();
    }

    /** The icon's name in the pack, such as {@code fth-users}. */
    public void setIcon(String literal) {
        icon.setIconLiteral(literal);
    }

    /** The line. */
    public String getText() {
        return text.getText();
    }

    /** The line. */
    public void setText(String line) {
        text.setText(line);
    }

    /** The line. */
    public StringProperty textProperty() {
        return text.textProperty();
    }

    /** What the button says; empty for no button. */
    public String getAction() {
        return action.getText();
    }

    /** What the button says; empty for no button. */
    public void setAction(String words) {
        action.setText(words);
    }

    /** What the button says; empty for no button. */
    public StringProperty actionProperty() {
        return action.textProperty();
    }

    /** What the button does. */
    public @Nullable EventHandler<ActionEvent> getOnAction() {
        return action.getOnAction();
    }

    /** What the button does. */
    public void setOnAction(@Nullable EventHandler<ActionEvent> handler) {
        action.setOnAction(handler);
    }
}
