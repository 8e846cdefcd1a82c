package chat.snug.ui.shell;

import chat.snug.client.ClientEvent.Said;
import chat.snug.client.Knock;
import chat.snug.ui.dialogs.Secret;
import chat.snug.ui.toast.Toast;
import chat.snug.ui.trust.KeyAlarm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a connection to a host asks of the window that it is shown in. JavaFX thread. */
interface HostWindow {
    /** The person asked for this conversation: show it. */
    void show(ConversationViewModel conversation);

    /** The conversation that is shown, if any. */
    @Nullable ConversationViewModel shown();

    /** A room was entered: remember it. */
    void entered(ConversationViewModel room);

    /** Something was done, and may be taken back. */
    void tell(Toast toast);

    /** Somebody said something here, just now. */
    void said(ConversationViewModel where, Said said);

    /** The message with this id was deleted. */
    void deleted(ConversationViewModel where, String id);

    /** Something goes on once the person has told this. */
    void ask(Secret wanted);

    /** Whoever answers is not the host that was met. */
    void alarm(ConnectionViewModel connection, KeyAlarm found);

    /** These wait at the door of the host, and the person is one of those who decide. */
    void knocked(ConnectionViewModel connection, List<Knock> knocks);

    /** The person wants to see which rooms there are, and go into one. */
    void listRooms(ConnectionViewModel connection);

    /** The person wants to leave this host. */
    void leave(ConnectionViewModel connection, String goodbye);
}
