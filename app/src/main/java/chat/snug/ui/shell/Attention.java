package chat.snug.ui.shell;

import chat.snug.client.ClientEvent.Said;
import chat.snug.ui.Messages;
import chat.snug.ui.Settings;
import chat.snug.ui.SettingsStore;
import chat.snug.ui.mentions.Mention;
import chat.snug.ui.mentions.MentionsViewModel;
import chat.snug.ui.notify.Calling;
import chat.snug.ui.notify.Notice;
import chat.snug.ui.notify.NoticesViewModel;
import chat.snug.ui.shell.ConversationViewModel.Kind;
import javafx.collections.ListChangeListener;

/**
 * Decides of each message that comes in whether the person should know of it now: it may go into
 * the list of mentions, and it may call. What was said before one came, or while one was away from
 * a host, does neither. JavaFX thread.
 */
final class Attention {
    private static final int TEXT = 300;

    private final ShellViewModel shell;
    private final Messages messages;
    private final SettingsStore settings;
    private final MentionsViewModel mentions = new MentionsViewModel();
    private final NoticesViewModel notices;

    Attention(
            ShellViewModel shell,
            Messages messages,
            SettingsStore settings,
            NoticesViewModel notices) {
        this.shell = shell;
        this.messages = messages;
        this.settings = settings;
        this.notices = notices;
        shell.sideItems().addListener((ListChangeListener<SideItem>) _ -> forgetWhatIsGone());
    }

    MentionsViewModel mentions() {
        return mentions;
    }

    NoticesViewModel notices() {
        return notices;
    }

    /** Somebody said something, just now. */
    void said(ConversationViewModel where, Said said) {
        if (said.mine() || where.kind() == Kind.HOST) {
            return;
        }
        boolean written = where.kind() == Kind.PRIVATE && said.kind() != Said.Kind.NOTICE;
        boolean focused = shell.focusedProperty().get();
        boolean shown = shell.shown() == where;
        if (said.mention() && where.kind() == Kind.ROOM) {
            mentions.add(mention(where, said), focused && shown);
        }
        Settings now = settings.get();
        Calling how =
                Calling.of(
                        now.notifying(),
                        where.factsProperty().get(),
                        said.mention() || written,
                        focused,
                        shown);
        if (how != Calling.QUIET) {
            notices.call(notice(where, said), how);
        }
    }

    /** Somebody waits at the door of this computer's rooms: whoever looks sees it there. */
    void rung(ConversationViewModel page, String question, String details) {
        boolean focused = shell.focusedProperty().get();
        if (!focused && !settings.get().notifying().doNotDisturb()) {
            notices.call(
                    new Notice(page, question, details, () -> shell.show(page)), Calling.DESKTOP);
        }
    }

    /** A message was deleted. */
    void deleted(ConversationViewModel where, String id) {
        mentions.remove(where, id);
    }

    /** The person looks at this conversation. */
    void lookedAt(ConversationViewModel where) {
        notices.forget(where);
    }

    /** Nothing leads to a conversation that is not open any more. */
    private void forgetWhatIsGone() {
        notices.keepIf(this::isThere);
        mentions.keepIf(this::isThere);
    }

    private boolean isThere(Object where) {
        return where instanceof ConversationViewModel conversation && shell.isThere(conversation);
    }

    private Mention mention(ConversationViewModel where, Said said) {
        String place =
                messages.text(
                        "mentions.place",
                        where.titleProperty().get(),
                        where.connection().titleProperty().get());
        return new Mention(
                where,
                said.id(),
                said.time(),
                said.from(),
                place,
                Notice.plain(said.words(), TEXT),
                () -> go(where, said));
    }

    private Notice notice(ConversationViewModel where, Said said) {
        boolean direct = where.kind() == Kind.PRIVATE;
        String title =
                direct
                        ? said.from()
                        : messages.text("notify.title", said.from(), where.titleProperty().get());
        return new Notice(where, title, said.words(), () -> go(where, said));
    }

    private void go(ConversationViewModel where, Said said) {
        if (shell.isThere(where)) {
            shell.show(where);
            String id = said.id();
            if (id != null) {
                where.timeline().goTo(id, said.time());
            }
        }
    }
}
