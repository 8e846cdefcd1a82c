package chat.snug.ui.shell;

import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.ConnectionEvent;
import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.Conversations;
import chat.snug.client.Failure;
import chat.snug.client.Feature;
import chat.snug.client.Knock;
import chat.snug.client.MessageLimit;
import chat.snug.client.RoomName;
import chat.snug.client.Secrecy;
import chat.snug.ui.FailureWords;
import chat.snug.ui.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes in what happens on a connection, in order, and hands it over to what it is about: one
 * conversation, how the connection stands, the terms with the host, or the person there. What is
 * about nothing else becomes a quiet line. JavaFX thread.
 */
final class HostEvents {
    private final ConnectionViewModel connection;
    private final HostConversations conversations;
    private final Standing standing;
    private final HostTerms terms;

    HostEvents(
            ConnectionViewModel connection,
            HostConversations conversations,
            Standing standing,
            HostTerms terms) {
        this.connection = connection;
        this.conversations = conversations;
        this.standing = standing;
        this.terms = terms;
    }

    /** Takes in what came together; what is about one conversation in a row comes to it at once. */
    void apply(List<ClientEvent> batch) {
        List<ConversationEvent> together = new ArrayList<>();
        for (ClientEvent event : batch) {
            switch (event) {
                case ConversationEvent said -> {
                    if (!together.isEmpty() && !sameConversation(together.getLast(), said)) {
                        deliver(together);
                    }
                    together.add(said);
                }
                case ConnectionEvent changed -> {
                    deliver(together);
                    apply(changed);
                }
            }
        }
        deliver(together);
        connection.network().flush();
    }

    private static boolean sameConversation(ConversationEvent one, ConversationEvent other) {
        return Conversations.key(one.conversation())
                .equals(Conversations.key(other.conversation()));
    }

    /** Hands a run of events over to their conversation, and empties the list. */
    private void deliver(List<ConversationEvent> together) {
        if (!together.isEmpty()) {
            conversations.deliver(List.copyOf(together));
            together.clear();
        }
    }

    private void apply(ConnectionEvent event) {
        if (connection.network().apply(event)) {
            return;
        }
        switch (event) {
            case ClientEvent.Connecting _ -> standing.connecting();
            case ClientEvent.WaitingForHost _ -> standing.knocking();
            case ClientEvent.SecrecyChanged(Secrecy now) -> terms.setSecrecy(now);
            case ClientEvent.Connected connected -> connected(connected);
            case ClientEvent.ConnectFailed(Failure why, _) -> standing.gone(why);
            case ClientEvent.Disconnected(Failure why) -> standing.gone(why);
            case ClientEvent.Reconnecting again -> standing.waiting(again.delay());
            case ClientEvent.MyNameChanged(_, String to) -> connection.setMe(to);
            case ClientEvent.MyAwayChanged(boolean now) -> connection.setAway(now);
            case ClientEvent.HostNotice notice -> connection.page().note(notice.text());
            case ClientEvent.Refused refused -> refused(refused);
            case ClientEvent.KnocksChanged(List<Knock> now) -> connection.knocked(now);
            case ClientEvent.Invited(_, String room, String by) ->
                    connection.noteHere(words().text("note.invited", by, RoomName.toScreen(room)));
            case ClientEvent.FeaturesChanged(Set<Feature> now) -> {
                terms.setFeatures(now);
                conversations.forEach(conversation -> conversation.setFeatures(now));
            }
            case ClientEvent.LimitChanged(MessageLimit now) -> {
                terms.setLimit(now);
                conversations.forEach(conversation -> conversation.setLimit(now));
            }
            case ClientEvent.Found found -> found(found);
            case ClientEvent.AccountChanged(String account, boolean byItself)
                    when account != null && !byItself ->
                    connection.noteHere(words().text("note.signed-in", account));
            case ClientEvent.SignInFailed failed ->
                    connection.noteHere(new FailureWords(words()).of(failed));
            case ClientEvent.AccountChanged _, ClientEvent.VerificationNeeded _ -> {}
            // Nobody looks at the list any more.
            case ClientEvent.RoomListed _, ClientEvent.RoomListEnd _ -> {}
        }
    }

    private Messages words() {
        return connection.words();
    }

    private void connected(ClientEvent.Connected connected) {
        connection.setMe(connected.me());
        // A Snug calls itself after its room, which stands in the line below anyway.
        if (connection.hosted() == null
                && !connected.selfHosted()
                && !connected.network().isBlank()) {
            connection.setTitle(connected.network());
        }
        standing.online();
    }

    private void refused(ClientEvent.Refused refused) {
        String text =
                new FailureWords(words()).of(refused.why(), refused.subject(), refused.text());
        String name = refused.conversation();
        ConversationViewModel concerned = name == null ? null : conversations.find(name);
        if (concerned == null) {
            connection.noteHere(text);
        } else {
            concerned.note(text);
        }
    }

    private void found(ClientEvent.Found found) {
        String name = found.search().conversation();
        ConversationViewModel concerned = name == null ? null : conversations.find(name);
        if (concerned != null) {
            concerned.finding().found(found);
        }
    }
}
