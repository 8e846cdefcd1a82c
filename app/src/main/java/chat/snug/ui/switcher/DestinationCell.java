package chat.snug.ui.switcher;

import chat.snug.ui.Avatar;
import chat.snug.ui.Messages;
import chat.snug.ui.switcher.Destination.Kind;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A place to go: what it is, its name, where it is, and whether something is unread. */
final class DestinationCell extends ListCell<@Nullable Destination> {
    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
    private static final PseudoClass CALLED = PseudoClass.getPseudoClass("called");

    private final Messages messages;
    private final Avatar avatar = new Avatar();
    private final FontIcon icon = new FontIcon("fth-hash");
    private final Label title = new Label();
    private final Label place = new Label();
    private final Label badge = new Label();
    private final HBox row = new HBox();

    DestinationCell(Messages messages) {
        this.messages = messages;
        getStyleClass().addAll("picked-cell", "switcher-cell");
        row.getStyleClass().add("side-row");
        title.getStyleClass().add("side-title");
        title.setMinWidth(0);
        place.getStyleClass().add("side-state");
        place.setMinWidth(0);
        badge.getStyleClass().add("badge");
        badge.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        row.getChildren().setAll(avatar, icon, title, gap, place, badge);
        row.getChildren().forEach(part -> part.managedProperty().bind(part.visibleProperty()));
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Destination item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        boolean person = item.kind() == Kind.TALK || item.kind() == Kind.PERSON;
        avatar.setVisible(person);
        if (person) {
            avatar.show(item.title());
        }
        icon.setVisible(!person);
        icon.setIconLiteral(icon(item.kind()));
        title.setText(item.title());
        place.setText(item.place());
        badge.setText(item.calls() > 0 ? Integer.toString(item.calls()) : "");
        badge.setVisible(item.unread() > 0);
        badge.pseudoClassStateChanged(CALLED, item.calls() > 0);
        pseudoClassStateChanged(UNREAD, item.unread() > 0);
        String spoken = messages.text("switcher.spoken", item.title(), item.place());
        setAccessibleText(
                item.unread() == 0 ? spoken : messages.text("side.unread", spoken, item.unread()));
        setGraphic(row);
    }

    private static String icon(Kind kind) {
        return switch (kind) {
            case ROOM -> "fth-hash";
            case TALK, PERSON -> "fth-user";
            case HOST -> "fth-home";
            case LATELY -> "fth-clock";
        };
    }
}
