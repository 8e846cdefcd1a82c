package chat.snug.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * All that the keyboard does beside typing. Whoever acts on keys asks here, and the table that a
 * person reads is made of these, so that both say the same. Where a key is named {@code SHORTCUT}
 * it is Command on a Mac and Ctrl elsewhere.
 */
public enum Shortcut {
    SWITCH(Place.AROUND, command(KeyCode.K)),
    PREVIOUS(Place.AROUND, alt(KeyCode.UP)),
    NEXT(Place.AROUND, alt(KeyCode.DOWN)),
    PREVIOUS_UNREAD(Place.AROUND, alt(KeyCode.UP, KeyCombination.SHIFT_DOWN)),
    NEXT_UNREAD(Place.AROUND, alt(KeyCode.DOWN, KeyCombination.SHIFT_DOWN)),
    MORE_ROOMS(Place.AROUND, command(KeyCode.J)),
    MENTIONS(Place.AROUND, command(KeyCode.A, KeyCombination.SHIFT_DOWN)),
    DOOR(Place.AROUND, command(KeyCode.D)),
    SETTINGS(Place.AROUND, command(KeyCode.COMMA)),
    KEYS(Place.AROUND, command(KeyCode.SLASH), new KeyCodeCombination(KeyCode.F1)),

    FIND(Place.ROOM, command(KeyCode.F)),
    FIND_EARLIER(Place.ROOM, new KeyCodeCombination(KeyCode.F3)),
    FIND_LATER(Place.ROOM, new KeyCodeCombination(KeyCode.F3, KeyCombination.SHIFT_DOWN)),
    NEWEST(Place.ROOM, new KeyCodeCombination(KeyCode.ESCAPE)),
    UNDO(Place.ROOM, alt(KeyCode.Z)),
    MARK_UNREAD(Place.ROOM, command(KeyCode.N, KeyCombination.SHIFT_DOWN)),
    FAVOURITE(Place.ROOM, command(KeyCode.S, KeyCombination.SHIFT_DOWN)),
    MUTE(Place.ROOM, command(KeyCode.X, KeyCombination.SHIFT_DOWN)),

    SEND(Place.WRITING, new KeyCodeCombination(KeyCode.ENTER), command(KeyCode.ENTER)),
    NEW_LINE(Place.WRITING, new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHIFT_DOWN)),
    COMPLETE(Place.WRITING, new KeyCodeCombination(KeyCode.TAB)),
    RECALL(Place.WRITING, new KeyCodeCombination(KeyCode.UP)),
    BOLD(Place.WRITING, command(KeyCode.B)),
    ITALIC(Place.WRITING, command(KeyCode.I)),
    MONOSPACE(Place.WRITING, command(KeyCode.M, KeyCombination.SHIFT_DOWN)),
    EMOJI(Place.WRITING, command(KeyCode.E)),
    UNDO_TYPING(Place.WRITING, command(KeyCode.Z)),
    REDO_TYPING(Place.WRITING, command(KeyCode.Z, KeyCombination.SHIFT_DOWN), command(KeyCode.Y));

    /** Where a shortcut belongs in the table. */
    public enum Place {
        AROUND,
        ROOM,
        WRITING;

        /** The key of its heading in the bundles. */
        public String key() {
            return "keys.place." + name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String RETURN_SIGN = "↵";

    private final Place place;

    /** A list that cannot be changed, of combinations that cannot either. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<KeyCombination> keys;

    Shortcut(Place place, KeyCombination... keys) {
        this.place = place;
        this.keys = List.of(keys);
    }

    private static KeyCombination command(KeyCode code, Modifier... more) {
        return with(KeyCombination.SHORTCUT_DOWN, code, more);
    }

    private static KeyCombination alt(KeyCode code, Modifier... more) {
        return with(KeyCombination.ALT_DOWN, code, more);
    }

    private static KeyCombination with(Modifier first, KeyCode code, Modifier... more) {
        Modifier[] all = Arrays.copyOf(more, more.length + 1);
        all[more.length] = first;
        return new KeyCodeCombination(code, all);
    }

    /** Where it belongs. */
    public Place place() {
        return place;
    }

    /** The key of what it does, in the bundles. */
    public String key() {
        return "keys." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The keys for a person to read, the usual ones first: "Ctrl+K". */
    public List<String> display() {
        return keys.stream().map(Shortcut::display).toList();
    }

    /** The sign is on some keyboards only. */
    private static String display(KeyCombination combination) {
        return combination.getDisplayText().replace(RETURN_SIGN, "Enter");
    }

    /** What it does and by which key, for the control that does the same. */
    public Tooltip tooltip(Messages messages) {
        return new Tooltip(
                messages.text("keys.tooltip", messages.text(key()), display().getFirst()));
    }

    /** The one that is pressed, of those that belong there; null for none. */
    public static @Nullable Shortcut of(KeyEvent event, Place place) {
        for (Shortcut shortcut : values()) {
            if (shortcut.place == place && shortcut.matches(event)) {
                return shortcut;
            }
        }
        return null;
    }

    /** Whether these keys are pressed, and no others with them. */
    public boolean matches(KeyEvent event) {
        return keys.stream().anyMatch(combination -> combination.match(event));
    }
}
