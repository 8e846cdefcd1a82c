package chat.snug.ui.shell;

import chat.snug.ui.Avatar;
import chat.snug.ui.Messages;
import chat.snug.ui.Shortcut;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.fxml.FXML;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The hosts, their rooms and the private conversations; and who one is there. */
public final class SideBarController {
    @FXML private Button host;
    @FXML private Button join;
    @FXML private ListView<SideItem> list;
    @FXML private Avatar avatar;
    @FXML private Label name;
    @FXML private Label status;
    @FXML private Button mentions;
    @FXML private Label mentionsFresh;
    @FXML private Button settings;

    /**
     * Shows {@code model}, which lives as long as the window.
     *
     * @param doors what the two buttons do
     */
    void show(ShellViewModel model, Messages messages, Doors doors) {
        host.setOnAction(_ -> doors.host());
        join.setOnAction(_ -> doors.join());
        mentions.setOnAction(_ -> doors.mentions());
        mentions.setTooltip(Shortcut.MENTIONS.tooltip(messages));
        ReadOnlyIntegerProperty fresh = model.mentions().freshProperty();
        mentionsFresh.textProperty().bind(fresh.asString());
        mentionsFresh.visibleProperty().bind(fresh.greaterThan(0));
        settings.setOnAction(_ -> doors.settings());
        settings.setTooltip(Shortcut.SETTINGS.tooltip(messages));
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, model));
        list.setOnContextMenuRequested(this::menuWanted);
        list.setItems(model.sideItems());
        list.setCellFactory(_ -> new SideCell(model, messages));
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, before, now) -> selected(model, before, now));
        name.textProperty().addListener((_, _, now) -> avatar.show(now));
        model.currentProperty().addListener((_, _, now) -> follow(now, messages));
        follow(model.shown(), messages);
    }

    /** Who is told when somebody has clicked a room: the list itself has nothing to type into. */
    void setOnClicked(Runnable action) {
        list.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY
                            && list.getSelectionModel().getSelectedItem() != null) {
                        action.run();
                    }
                });
    }

    /** The language is another one. */
    void speakAgain() {
        list.refresh();
    }

    /** The buttons of the side bar. */
    interface Doors {
        void host();

        void join();

        void mentions();

        void settings();
    }

    private void pressed(KeyEvent event, ShellViewModel model) {
        if (event.getCode() == KeyCode.DELETE
                && list.getSelectionModel().getSelectedItem()
                        instanceof SideItem.Entry(ConversationViewModel conversation)) {
            event.consume();
            model.leave(conversation);
        }
    }

    /** By the keyboard the list is asked, and not the row that is meant. */
    private void menuWanted(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            event.consume();
            list.lookupAll(".side-cell").stream()
                    .filter(SideCell.class::isInstance)
                    .map(SideCell.class::cast)
                    .filter(cell -> cell.isSelected() && cell.getContextMenu() != null)
                    .findFirst()
                    .ifPresent(cell -> cell.getContextMenu().show(cell, Side.BOTTOM, 0, 0));
        }
    }

    private void selected(ShellViewModel model, @Nullable SideItem before, @Nullable SideItem now) {
        switch (now) {
            case null -> {}
            case SideItem.Entry(ConversationViewModel conversation) -> model.show(conversation);
            case SideItem.HostHeading(ConnectionViewModel connection) ->
                    model.show(connection.page());
            case SideItem.PrivateHeading _ -> stepOver(before, now);
        }
    }

    /** Nothing to see under this heading itself: on in the direction in which one went. */
    private void stepOver(@Nullable SideItem before, SideItem heading) {
        int here = list.getItems().indexOf(heading);
        int from = list.getItems().indexOf(before);
        list.getSelectionModel().select(from > here ? here - 1 : here + 1);
    }

    private void follow(@Nullable ConversationViewModel now, Messages messages) {
        if (now == null) {
            list.getSelectionModel().clearSelection();
        } else {
            ConnectionViewModel here = now.connection();
            name.textProperty().bind(here.meProperty());
            status.textProperty()
                    .bind(
                            Bindings.createStringBinding(
                                    () ->
                                            messages.text(
                                                    here.awayProperty().get()
                                                            ? "side.away"
                                                            : "side.available"),
                                    here.awayProperty(),
                                    messages.localeProperty()));
            list.getSelectionModel()
                    .select(
                            now.kind() == ConversationViewModel.Kind.HOST
                                    ? new SideItem.HostHeading(now.connection())
                                    : new SideItem.Entry(now));
        }
    }
}
