package chat.snug.ui.shell;

import chat.snug.ui.Messages;
import chat.snug.ui.RecentRoom;
import chat.snug.ui.Shortcut;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TimeWords;
import chat.snug.ui.Views;
import chat.snug.ui.dialogs.Sheets;
import chat.snug.ui.keys.KeyTable;
import chat.snug.ui.keys.KeysController;
import chat.snug.ui.mentions.MentionsController;
import chat.snug.ui.settings.SettingsController;
import chat.snug.ui.settings.SettingsViewModel;
import chat.snug.ui.switcher.SwitcherController;
import chat.snug.ui.switcher.SwitcherViewModel;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;

/**
 * Getting around by the keyboard: does what the {@link Shortcut}s of the window say, and opens the
 * sheets for it. JavaFX thread.
 */
final class Around {
    private final Surroundings surroundings;
    private final Messages messages;
    private final ShellViewModel shell;
    private final Sheets sheets;
    private final Consumer<RecentRoom> reopen;
    private final Destinations destinations;
    private boolean sheetOpen;

    Around(
            Surroundings surroundings,
            ShellViewModel shell,
            Sheets sheets,
            Consumer<RecentRoom> reopen) {
        this.surroundings = surroundings;
        this.messages = surroundings.messages();
        this.shell = shell;
        this.sheets = sheets;
        this.reopen = reopen;
        destinations = new Destinations(shell, messages, surroundings.settings());
    }

    /** Acts on a shortcut of the window, before anybody else sees the key. */
    void pressed(KeyEvent event) {
        for (Shortcut shortcut : Shortcut.values()) {
            if (shortcut.matches(event) && act(shortcut)) {
                event.consume();
                return;
            }
        }
    }

    /** Whether it was a shortcut of the window, and this the time for it. */
    private boolean act(Shortcut shortcut) {
        return switch (shortcut) {
            case SETTINGS -> open(this::settings);
            case KEYS -> open(this::keys);
            case MENTIONS -> open(this::mentions);
            case MORE_ROOMS -> inTheWindow(() -> shell.visitNetwork(NetworkDoor.Part.ROOMS));
            case SWITCH -> inside() && open(this::switcher);
            case PREVIOUS -> inTheWindow(() -> shell.showNext(-1));
            case NEXT -> inTheWindow(() -> shell.showNext(1));
            case PREVIOUS_UNREAD -> inTheWindow(() -> shell.showNextUnread(-1));
            case NEXT_UNREAD -> inTheWindow(() -> shell.showNextUnread(1));
            case DOOR -> inside() && !sheets.isVisible() && shell.answerTheDoor();
            case FIND -> withShown(Around::find);
            case FIND_EARLIER -> looking() && withShown(here -> here.finding().older());
            case FIND_LATER -> looking() && withShown(here -> here.finding().newer());
            case UNDO -> shell.toasts().act();
            case MARK_UNREAD -> withShown(ConversationViewModel::markUnread);
            case FAVOURITE -> withShown(here -> here.wishes().toggleFavourite());
            case MUTE -> withShown(here -> here.wishes().toggleMuted());
            // Where the keyboard is decides: in the field, or in the conversation.
            case NEWEST,
                    SEND,
                    NEW_LINE,
                    COMPLETE,
                    RECALL,
                    BOLD,
                    ITALIC,
                    MONOSPACE,
                    EMOJI,
                    UNDO_TYPING,
                    REDO_TYPING ->
                    false;
        };
    }

    private boolean inside() {
        return !shell.connections().isEmpty();
    }

    private boolean looking() {
        ConversationViewModel here = shell.shown();
        return here != null && here.finding().openProperty().get();
    }

    private boolean inTheWindow(Runnable action) {
        boolean now = inside() && !sheets.isVisible();
        if (now) {
            action.run();
        }
        return now;
    }

    private boolean withShown(Consumer<ConversationViewModel> action) {
        ConversationViewModel here = shell.shown();
        return here != null && inTheWindow(() -> action.accept(here));
    }

    /** A sheet comes in place of another of these, but not of one in which something is asked. */
    private boolean open(Runnable sheet) {
        boolean free = !sheets.isVisible() || sheetOpen;
        if (free) {
            sheet.run();
        }
        return free;
    }

    private void open(Parent root, Runnable focus, Runnable onClosed) {
        sheets.open(
                root,
                focus,
                () -> {
                    sheetOpen = false;
                    onClosed.run();
                });
        sheetOpen = true;
    }

    private static void find(ConversationViewModel here) {
        here.finding().openProperty().set(false);
        here.finding().openProperty().set(true);
    }

    /** Opens the settings. */
    void settings() {
        Views.Loaded<SettingsController> view = Views.SETTINGS.load(messages);
        SettingsViewModel model = new SettingsViewModel(surroundings, shell::callMe);
        view.controller().show(model, messages, sheets::close);
        open(view.root(), view.controller()::focus, model::close);
    }

    /** Opens the list of mentions. */
    void mentions() {
        Views.Loaded<MentionsController> view = Views.MENTIONS.load(messages);
        view.controller().show(shell.mentions(), messages, this::when, sheets::close);
        open(view.root(), view.controller()::focus, () -> {});
    }

    private String when(Instant time) {
        return TimeWords.time(surroundings.settings().get().appearance().time(), messages.locale())
                .format(time.atZone(surroundings.clock().getZone()));
    }

    private void switcher() {
        Views.Loaded<SwitcherController> view = Views.SWITCHER.load(messages);
        SwitcherViewModel model = new SwitcherViewModel(destinations.all(reopen));
        view.controller().show(model, messages, sheets::close);
        open(view.root(), view.controller()::focus, () -> {});
    }

    private void keys() {
        boolean sendOnEnter = surroundings.settings().get().habits().sendOnEnter();
        Views.Loaded<KeysController> view = Views.KEYS.load(messages);
        view.controller().show(KeyTable.of(messages, sendOnEnter));
        open(view.root(), view.controller()::focus, () -> {});
    }
}
