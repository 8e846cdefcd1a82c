package chat.snug.ui.invite;

import chat.snug.ui.Messages;
import chat.snug.ui.OpenRoom;
import chat.snug.ui.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The key in an invite, which opens a door that is not open to everybody: how many people it lets
 * in and for how long is chosen first. JavaFX thread.
 */
public final class InviteKey {
    private static final int ANY = 0;
    private static final int DAY = 24;

    private final Surroundings surroundings;
    private final @Nullable OpenRoom own;
    private final Consumer<String> made;
    private final ObjectProperty<Integer> uses = new SimpleObjectProperty<>(ANY);
    private final ObjectProperty<Integer> hours = new SimpleObjectProperty<>(DAY);
    private final ReadOnlyBooleanWrapper there = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

    /**
     * @param own the host, if it is this computer
     * @param made is given each key that is made
     */
    InviteKey(Surroundings surroundings, @Nullable OpenRoom own, Consumer<String> made) {
        this.surroundings = surroundings;
        this.own = own;
        this.made = made;
        note.set(own == null ? "" : firstNote(own));
    }

    private String firstNote(OpenRoom room) {
        if (room.door().isAsking()) {
            return words().text(room.guarded() ? "invite.asks-or-password" : "invite.asks");
        }
        return words().text(room.guarded() ? "invite.password" : "invite.open");
    }

    /** Whether there is a door of ours to open: it is not open to everybody. */
    public boolean isOfUse() {
        return own != null && (own.guarded() || own.door().isAsking());
    }

    /** How many people it is to let in, 0 for any number. */
    public ObjectProperty<Integer> usesProperty() {
        return uses;
    }

    /** For how many hours it is to be good, 0 for as long as it is not withdrawn. */
    public ObjectProperty<Integer> hoursProperty() {
        return hours;
    }

    /** The choices for {@link #usesProperty()}. */
    public List<Integer> useChoices() {
        return List.of(1, 5, 20, ANY);
    }

    /** The choices for {@link #hoursProperty()}. */
    public List<Integer> hourChoices() {
        return List.of(1, DAY, 7 * DAY, 0);
    }

    /** A choice in words. */
    public String describeUses(int number) {
        return number == ANY
                ? words().text("invite.key.anybody")
                : words().text("invite.key.people", number);
    }

    /** A choice in words. */
    public String describeHours(int number) {
        if (number == 0) {
            return words().text("invite.key.always");
        }
        return number < DAY
                ? words().text("invite.key.hours", number)
                : words().text("invite.key.days", number / DAY);
    }

    /** Whether the invite has a key. */
    public ReadOnlyBooleanProperty thereProperty() {
        return there.getReadOnlyProperty();
    }

    /** What to know about the door, or about the key; empty for nothing. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Makes a key as it was chosen; one that was made before stays good. */
    public void make() {
        if (own == null || !isOfUse()) {
            return;
        }
        Duration life = hours.get() == 0 ? null : Duration.ofHours(hours.get());
        int people = uses.get();
        own.door()
                .invite(
                        life,
                        people,
                        key -> surroundings.events().execute(() -> take(key, life, people)));
    }

    private void take(@Nullable String key, @Nullable Duration life, int people) {
        if (key == null) {
            note.set(words().text("invite.key.too-many"));
            return;
        }
        made.accept(key);
        there.set(true);
        note.set(
                life == null
                        ? words().text("invite.key.made", describeUses(people))
                        : words().text(
                                        "invite.key.made-until",
                                        describeUses(people),
                                        time(surroundings.clock().instant().plus(life))));
    }

    private String time(Instant when) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words().locale())
                .format(when.atZone(surroundings.clock().getZone()));
    }

    private Messages words() {
        return surroundings.messages();
    }
}
