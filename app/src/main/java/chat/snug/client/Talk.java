package chat.snug.client;

import chat.snug.client.ClientEvent.Reacted;
import chat.snug.client.ClientEvent.Redacted;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.Said.Kind;
import chat.snug.protocol.Message;
import chat.snug.protocol.Source;
import org.jspecify.annotations.Nullable;

/** What others say on one connection, live, and what the host sends back of my own. */
final class Talk {
    private final Dialogue dialogue;
    private final Roster roster;
    private final Echoes echoes;
    private final History history;
    private final Sayings sayings;
    private final PrivateTalks privates;
    private final TypingNotices typing;
    private final ReadMarkers markers;
    private final CtcpAnswers ctcp;

    Talk(
            Dialogue dialogue,
            Roster roster,
            Echoes echoes,
            History history,
            Sayings sayings,
            PrivateTalks privates,
            TypingNotices typing,
            ReadMarkers markers) {
        this.dialogue = dialogue;
        this.roster = roster;
        this.echoes = echoes;
        this.history = history;
        this.sayings = sayings;
        this.privates = privates;
        this.typing = typing;
        this.markers = markers;
        this.ctcp = new CtcpAnswers(dialogue);
    }

    /** PRIVMSG or NOTICE. */
    void received(Message message) {
        boolean notice = message.command().equals("NOTICE");
        SpokenText spoken = SpokenText.of(notice, message.param(1));
        Source source = message.source();
        String target = dialogue.traits.withoutStatus(message.param(0));
        if (!spoken.request().isEmpty()) {
            if (!notice && source != null && dialogue.isMe(target) && !dialogue.mine(message)) {
                ctcp.answer(source.nick(), spoken);
            }
        } else if (!spoken.isBlank()) {
            if (source == null || isServer(source)) {
                dialogue.hostSays(message, spoken.words());
            } else if (dialogue.mine(message)) {
                echoed(message, target, spoken);
            } else {
                others(message, source.nick(), target, spoken);
            }
        }
    }

    private void echoed(Message message, String target, SpokenText spoken) {
        RoomState room = roster.room(target);
        String conversation = room == null ? target : room.name();
        if (history.isRepeated(conversation, message)) {
            return;
        }
        Said said = sayings.said(conversation, message, spoken);
        if (echoes.claim(message, said)) {
            history.noteOwn(conversation, message);
        } else if (room != null || opened(conversation)) {
            history.live(conversation, message, said);
        }
    }

    private void others(Message message, String from, String target, SpokenText spoken) {
        boolean privately = dialogue.isMe(target);
        RoomState room = roster.room(target);
        boolean strangersNotice = spoken.kind() == Kind.NOTICE && !privates.has(from);
        if (privately ? strangersNotice : !dialogue.traits.isRoom(target)) {
            // Services, to everyone. In one line: a second one would look like the host's own.
            dialogue.hostSays(message, from + ": " + spoken.words().replace('\n', ' '));
        } else if (privately ? opened(from) : room != null) {
            String conversation = room == null ? from : room.name();
            typing.stopped(conversation, from);
            Said said = sayings.said(conversation, message, spoken);
            // My own, sent on a connection that the host has not found dead yet.
            if (!history.isRepeated(conversation, message) && echoes.claimByNonce(message, said)) {
                history.noteOwn(conversation, message);
            } else {
                history.live(conversation, message, said);
            }
        }
    }

    /** Whether there is a private conversation now. */
    private boolean opened(String name) {
        boolean open = privates.open(name);
        if (open) {
            markers.opened(name);
        }
        return open;
    }

    /** TAGMSG: a reaction or a notice of typing. */
    void tagged(Message message) {
        String conversation = conversation(message);
        Source source = message.source();
        if (conversation == null || source == null) {
            return;
        }
        Reacted reacted = sayings.reacted(conversation, message);
        if (reacted != null) {
            history.live(conversation, message, reacted);
        }
        String state = message.tags().get("+typing");
        if (state != null && !dialogue.mine(message)) {
            typing.heard(conversation, source.nick(), state);
        }
    }

    /** REDACT. */
    void redacted(Message message) {
        String conversation = conversation(message);
        Redacted redacted = conversation == null ? null : sayings.redacted(conversation, message);
        if (redacted != null) {
            history.live(redacted.conversation(), message, redacted);
        }
    }

    /** Where a message belongs: a room that I am in, a private conversation there is, or null. */
    private @Nullable String conversation(Message message) {
        String target = dialogue.traits.withoutStatus(message.param(0));
        Source source = message.source();
        if (dialogue.traits.isRoom(target)) {
            RoomState room = roster.room(target);
            return room == null ? null : room.name();
        }
        if (source == null || target.isEmpty()) {
            return null;
        }
        String other = dialogue.mine(message) ? target : source.nick();
        return privates.has(other) ? other : null;
    }

    private static boolean isServer(Source source) {
        boolean bare = source.user().isEmpty() && source.host().isEmpty();
        return bare && (source.nick().isEmpty() || source.nick().indexOf('.') >= 0);
    }
}
