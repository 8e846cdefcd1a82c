package chat.snug.ui.shell;

import chat.snug.ui.Avatar;
import chat.snug.ui.Messages;
import chat.snug.ui.RoomFacts;
import chat.snug.ui.emoji.EmojiLabel;
import chat.snug.ui.shell.ConnectionViewModel.State;
import chat.snug.ui.shell.ConversationViewModel.Kind;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row of the side bar: a host, or a conversation with what is unread in it. */
final class SideCell extends ListCell<@Nullable SideItem> {
    private static final int MOST = 99;

    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
    private static final PseudoClass CALLED = PseudoClass.getPseudoClass("called");
    private static final PseudoClass OUTSIDE = PseudoClass.getPseudoClass("outside");
    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
    private static final PseudoClass ONLINE = PseudoClass.getPseudoClass("online");

    private final Messages messages;
    private final Avatar avatar = new Avatar();
    private final Label title = new EmojiLabel();
    private final Label state = new Label();
    private final Label badge = new Label();
    private final HBox row = new HBox();
    private final FontIcon favourite = new FontIcon("fth-star");
    private final FontIcon muted = new FontIcon("fth-bell-off");
    private final Button enter = new Button(null, new FontIcon("fth-plus"));
    private final SideMenu choices;
    private final ContextMenu menu = new ContextMenu();
    private final InvalidationListener changed = _ -> refresh();
    private @Nullable SideItem shown;

    SideCell(ShellViewModel shell, Messages messages) {
        this.messages = messages;
        this.choices = new SideMenu(shell, messages);
        getStyleClass().add("side-cell");
        title.getStyleClass().add("side-title");
        title.setMinWidth(0);
        state.getStyleClass().add("side-state");
        badge.getStyleClass().add("badge");
        row.getStyleClass().add("side-row");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        state.setMinWidth(Region.USE_PREF_SIZE);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        enter.getStyleClass().addAll("icon-button", "side-enter");
        // By the keyboard it is in the menu, and has a shortcut.
        enter.setFocusTraversable(false);
        enter.setOnAction(_ -> enter(shell));
        row.getChildren().setAll(avatar, title, favourite, gap, muted, state, enter, badge);
        for (var part : row.getChildren()) {
            part.managedProperty().bind(part.visibleProperty());
        }
        menu.setOnShowing(_ -> fillMenu());
        // As wide as the list and no wider: long names end in an ellipsis.
        setPrefWidth(0);
        setText(null);
    }

    private void enter(ShellViewModel shell) {
        if (shown instanceof SideItem.HostHeading(ConnectionViewModel connection)) {
            shell.listRooms(connection);
        }
    }

    private void fillMenu() {
        SideItem item = shown;
        menu.getItems().setAll(item == null ? List.of() : choices.items(item));
    }

    @Override
    protected void updateItem(@Nullable SideItem item, boolean empty) {
        super.updateItem(item, empty);
        SideItem now = empty ? null : item;
        if (now != null && now.equals(shown)) {
            return;
        }
        letGo();
        shown = now;
        switch (now) {
            case null -> setContextMenu(null);
            case SideItem.HostHeading(ConnectionViewModel connection) -> {
                connection.titleProperty().addListener(changed);
                connection.stateProperty().addListener(changed);
                // A menu without items is never asked for.
                fillMenu();
                setContextMenu(menu);
            }
            case SideItem.PrivateHeading _ -> setContextMenu(null);
            case SideItem.Entry(ConversationViewModel conversation) -> {
                conversation.titleProperty().addListener(changed);
                conversation.unreadProperty().addListener(changed);
                conversation.callsProperty().addListener(changed);
                conversation.factsProperty().addListener(changed);
                conversation.insideProperty().addListener(changed);
                fillMenu();
                setContextMenu(menu);
            }
        }
        refresh();
    }

    private void letGo() {
        switch (shown) {
            case SideItem.HostHeading(ConnectionViewModel connection) -> {
                connection.titleProperty().removeListener(changed);
                connection.stateProperty().removeListener(changed);
            }
            case SideItem.Entry(ConversationViewModel conversation) -> {
                conversation.titleProperty().removeListener(changed);
                conversation.unreadProperty().removeListener(changed);
                conversation.callsProperty().removeListener(changed);
                conversation.factsProperty().removeListener(changed);
                conversation.insideProperty().removeListener(changed);
            }
            case SideItem.PrivateHeading _ -> {}
            case null -> {}
        }
    }

    private void refresh() {
        SideItem item = shown;
        setGraphic(item == null ? null : row);
        boolean entry = item instanceof SideItem.Entry;
        pseudoClassStateChanged(HEADING, item != null && !entry);
        avatar.setVisible(false);
        state.setVisible(false);
        enter.setVisible(false);
        badge.setVisible(false);
        favourite.setVisible(false);
        muted.setVisible(false);
        boolean quiet = false;
        boolean unread = false;
        boolean called = false;
        boolean outside = false;
        switch (item) {
            case null -> {}
            case SideItem.PrivateHeading _ -> {
                title.setText(messages.text("side.private"));
                setAccessibleText(title.getText());
            }
            case SideItem.HostHeading(ConnectionViewModel connection) -> show(connection);
            case SideItem.Entry(ConversationViewModel conversation) -> {
                show(conversation);
                quiet = conversation.factsProperty().get().muted();
                unread = !quiet && conversation.unreadProperty().get() > 0;
                called = !quiet && conversation.calledProperty().get();
                outside = !conversation.insideProperty().get();
            }
        }
        pseudoClassStateChanged(UNREAD, unread);
        pseudoClassStateChanged(QUIET, quiet);
        pseudoClassStateChanged(OUTSIDE, outside);
        badge.pseudoClassStateChanged(CALLED, called);
    }

    private void show(ConnectionViewModel connection) {
        State now = connection.stateProperty().get();
        title.setText(connection.titleProperty().get());
        state.setText(messages.text(stateWords(now, connection.hosted() != null)));
        state.setVisible(true);
        state.pseudoClassStateChanged(ONLINE, now == State.ONLINE);
        enter.setVisible(now == State.ONLINE);
        String words = messages.text("side.enter-room", title.getText());
        enter.setAccessibleText(words);
        enter.setTooltip(new Tooltip(words));
        setAccessibleText(title.getText() + ", " + state.getText());
    }

    private static String stateWords(State state, boolean own) {
        return switch (state) {
            case CONNECTING -> "side.state.connecting";
            case ONLINE -> own ? "side.state.open" : "side.state.online";
            case KNOCKING -> "side.state.knocking";
            case WAITING, GONE -> "side.state.gone";
        };
    }

    private void show(ConversationViewModel conversation) {
        RoomFacts facts = conversation.factsProperty().get();
        int count = facts.muted() ? 0 : conversation.unreadProperty().get();
        int calls = conversation.callsProperty().get();
        favourite.setVisible(facts.favourite());
        muted.setVisible(facts.muted());
        title.setText(conversation.titleProperty().get());
        if (conversation.kind() == Kind.PRIVATE) {
            avatar.show(conversation.titleProperty().get());
            avatar.setVisible(true);
        }
        // A number for what is meant for the person, a dot for the rest.
        badge.setText(calls > MOST ? MOST + "+" : calls > 0 ? Integer.toString(calls) : "");
        badge.setVisible(count > 0);
        setAccessibleText(spoken(facts, count, calls));
    }

    private String spoken(RoomFacts facts, int count, int calls) {
        String spoken = title.getText();
        if (facts.muted()) {
            return messages.text("side.muted", spoken);
        }
        if (count > 0) {
            spoken = messages.text("side.unread", spoken, count);
        }
        return calls > 0 ? messages.text("side.calls", spoken, calls) : spoken;
    }
}
