package chat.snug.ui.people;

import chat.snug.client.Person;
import chat.snug.ui.Avatar;
import chat.snug.ui.emoji.EmojiLabel;
import chat.snug.ui.people.PeopleRow.Entry;
import chat.snug.ui.people.PeopleRow.Heading;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** Somebody with avatar, name and badge, or the heading of a section. */
final class PersonCell extends ListCell<PeopleRow> {
    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final PseudoClass UNPROVED = PseudoClass.getPseudoClass("unproved");
    private static final PseudoClass ME = PseudoClass.getPseudoClass("me");

    private final ResourceBundle resources;
    private final Avatar avatar = new Avatar();
    private final Label name = new EmojiLabel();
    private final Label badge = new Label();
    private final Tooltip guestTip;
    private final HBox person = new HBox(avatar, name, badge);
    private final Label heading = new Label();

    PersonCell(ResourceBundle resources, Consumer<Entry> onChosen) {
        this.resources = resources;
        guestTip = new Tooltip(resources.getString("people.guest.tip"));
        getStyleClass().add("person-cell");
        person.getStyleClass().add("person");
        name.getStyleClass().add("person-name");
        badge.getStyleClass().add("person-badge");
        heading.getStyleClass().add("people-heading");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        badge.setMinWidth(USE_PREF_SIZE);
        // As wide as the list: a long name is cut rather than scrolled.
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY
                            && getItem() instanceof Entry entry) {
                        onChosen.accept(entry);
                    }
                });
    }

    @Override
    protected void updateItem(@Nullable PeopleRow row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(HEADING, row instanceof Heading);
        pseudoClassStateChanged(ME, row instanceof Entry entry && entry.me());
        pseudoClassStateChanged(AWAY, row instanceof Entry entry && entry.person().away());
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (row) {
            case Heading shown -> {
                heading.setText(heading(shown));
                setAccessibleText(heading.getText());
                setGraphic(heading);
            }
            case Entry shown -> {
                show(shown);
                setGraphic(person);
            }
        }
    }

    private void show(Entry entry) {
        Person shown = entry.person();
        avatar.show(shown.name());
        name.setText(shown.name());
        boolean unproved = entry.isUnproved();
        String role =
                switch (entry.role()) {
                    case HOST -> resources.getString("people.badge.host");
                    case MODERATOR -> resources.getString("people.badge.moderator");
                    case GUEST -> unproved ? resources.getString("people.badge.guest") : "";
                };
        badge.setText(role);
        badge.setTooltip(unproved ? guestTip : null);
        badge.pseudoClassStateChanged(UNPROVED, unproved);
        badge.setVisible(!role.isEmpty());
        badge.setManaged(!role.isEmpty());
        setAccessibleText(spoken(entry));
    }

    private String spoken(Entry entry) {
        String key =
                switch (entry.role()) {
                    case HOST -> "people.spoken.host";
                    case MODERATOR -> "people.spoken.moderator";
                    case GUEST ->
                            entry.isUnproved() ? "people.spoken.unknown" : "people.spoken.guest";
                };
        String words = format(key, entry.person().name());
        return entry.person().away() ? format("people.spoken.away", words) : words;
    }

    private String heading(Heading shown) {
        return switch (shown.section()) {
            case HOST -> resources.getString("people.host");
            case HERE -> format("people.here", shown.count());
            case AWAY -> format("people.away", shown.count());
        };
    }

    private String format(String key, Object argument) {
        Locale locale = Locale.getDefault(Locale.Category.FORMAT);
        return new MessageFormat(resources.getString(key), locale).format(new Object[] {argument});
    }
}
