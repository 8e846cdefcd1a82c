package chat.snug.ui.hosting;

import chat.snug.ui.Avatar;
import chat.snug.ui.Messages;
import chat.snug.ui.WholeText;
import chat.snug.ui.people.ActMenu;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Somebody who is here: who, from where, since when, how far behind, and what can be done. */
final class VisitorCell extends ListCell<@Nullable VisitorRow> {
    private final HostingViewModel model;
    private final Messages messages;
    private final Avatar avatar = new Avatar();
    private final Label name = new Label();
    private final Label where = new Label();
    private final Label idle = new Label();
    private final Label behind = new Label();
    private final Button more = new Button(null, new FontIcon("fth-more-horizontal"));
    private final HBox row;

    VisitorCell(HostingViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("visitor-cell");
        name.getStyleClass().add("visitor-name");
        where.getStyleClass().add("caption");
        idle.getStyleClass().add("caption");
        behind.getStyleClass().addAll("caption", "visitor-behind");
        more.getStyleClass().add("icon-button");
        more.setFocusTraversable(false); // the list's own keys open the menu
        more.setOnAction(_ -> openMenu());
        VBox left = new VBox(name, where);
        VBox right = new VBox(idle, behind);
        left.getStyleClass().add("visitor-left");
        right.getStyleClass().add("visitor-right");
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        row = new HBox(avatar, left, right, more);
        row.getStyleClass().add("visitor");
        right.setMinWidth(USE_PREF_SIZE);
        setPrefWidth(0);
        WholeText.tell(this, name, where);
        setOnContextMenuRequested(
                event -> {
                    event.consume();
                    openMenu();
                });
    }

    @Override
    protected void updateItem(@Nullable VisitorRow shown, boolean empty) {
        super.updateItem(shown, empty);
        if (empty || shown == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        avatar.show(shown.visitor().name());
        name.setText(shown.visitor().name());
        where.setText(shown.where() + " · " + shown.since());
        idle.setText(shown.idle());
        behind.setText(shown.behind());
        behind.setVisible(!shown.behind().isEmpty());
        behind.setManaged(!shown.behind().isEmpty());
        more.setVisible(!shown.visitor().host());
        more.setAccessibleText(messages.text("hosting.more", shown.visitor().name()));
        setAccessibleText(
                String.join(", ", name.getText(), where.getText(), idle.getText())
                        + (shown.behind().isEmpty() ? "" : ", " + shown.behind()));
        setGraphic(row);
    }

    /** What can be done about whoever is in this row; nothing about oneself. */
    void openMenu() {
        VisitorRow shown = getItem();
        if (shown == null || shown.visitor().host()) {
            return;
        }
        ActMenu menu =
                new ActMenu(
                        messages.bundle(),
                        "visitor-",
                        () -> model.write(shown),
                        () -> model.actsOn(shown),
                        act -> model.act(act, shown));
        model.whatTellsOf(shown).forEach(menu::follow);
        model.lookAt(shown);
        menu.show(more, Side.BOTTOM, 0, 0);
    }
}
