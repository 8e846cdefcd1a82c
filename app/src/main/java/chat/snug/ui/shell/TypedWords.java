package chat.snug.ui.shell;

import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientRequest;
import chat.snug.client.Conversations;
import chat.snug.client.Typed;
import chat.snug.client.TypedLine;
import chat.snug.ui.Messages;
import chat.snug.ui.composer.ComposerViewModel.Answered;
import chat.snug.ui.shell.ConversationViewModel.Kind;

/** Does what a person typed into the composer of one conversation. */
final class TypedWords {
    private final ConnectionViewModel connection;
    private final HostWindow window;
    private final ConversationViewModel here;
    private final Messages words;

    TypedWords(ConnectionViewModel connection, HostWindow window, ConversationViewModel here) {
        this.connection = connection;
        this.window = window;
        this.here = here;
        this.words = connection.words();
    }

    void act(String text) {
        switch (TypedLine.parse(here.name(), text)) {
            case Typed.Say(String said, Said.Kind kind) -> say(said, kind);
            case Typed.Request(ClientRequest.Join(String room, String key)) when key == null ->
                    connection.enter(room);
            case Typed.Request(ClientRequest.ListRooms _) -> window.listRooms(connection);
            case Typed.Request(ClientRequest.Quit(String reason)) ->
                    window.leave(connection, reason);
            case Typed.Request(ClientRequest.Leave(String room, _))
                    when !Conversations.isRoom(room) ->
                    leaveWhatIsNoRoom();
            case Typed.Request(ClientRequest request) -> connection.submit(request);
            case Typed.OpenConversation(String name, String first) -> {
                connection.talkTo(name);
                if (first != null) {
                    connection.submit(new ClientRequest.Say(name, first, Said.Kind.TEXT));
                }
            }
            case Typed.Help _ -> help();
            case Typed.Bye(String reason) -> window.leave(connection, reason);
            case Typed.Unknown(String command) ->
                    here.note(words.text("note.unknown-command", command));
            case Typed.Usage(String command) -> here.note(usage(command));
        }
    }

    private void say(String said, Said.Kind kind) {
        if (here.kind() == Kind.HOST) {
            here.note(words.text("note.nobody-listens"));
        } else {
            Answered answered = here.composer().takeAnswered();
            String replyTo = answered == null ? null : answered.id();
            connection.submit(new ClientRequest.Say(here.name(), said, kind, replyTo));
        }
    }

    private void leaveWhatIsNoRoom() {
        if (here.kind() == Kind.PRIVATE) {
            connection.leave(here);
        } else {
            here.note(usage("part"));
        }
    }

    private void help() {
        TypedLine.commands().forEach(command -> here.note(usage(command)));
    }

    private String usage(String command) {
        return words.text(
                "note.command",
                words.text("composer.command." + command + ".usage"),
                words.text("composer.command." + command + ".meaning"));
    }
}
