package chat.snug.client;

import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.Said.Kind;
import chat.snug.client.PendingMessages.Pending;
import chat.snug.protocol.Capability;
import chat.snug.protocol.Message;
import chat.snug.protocol.Source;
import chat.snug.protocol.Tags;
import chat.snug.protocol.TextSplitter;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said on one connection, both ways. A message of one's own waits for its echo, found by
 * its label or its text (IRCv3 echo-message, labeled-response). Where the host has no labels, a
 * PING goes behind it: the host answers in order, so what it has not refused by the PONG it has
 * taken.
 */
final class Talk {
    /** A text of more bytes or lines than this would overrun the send queue. */
    static final int MOST_BYTES = 64 * 1024;

    static final int MOST_LINES = 1000;

    private static final int LINE_BYTES = 510;
    private static final int LONGEST_TARGET = 200;
    private static final int SHORTEST_PART = 16;
    private static final int REMEMBERED_IDS = 1024;
    private static final int CTCP_ANSWERS = 3;
    private static final Duration CTCP_WINDOW = Duration.ofSeconds(10);
    private static final int LONGEST_CTCP = 100;
    private static final String LABEL = "s";
    private static final String BARRIER = "snug-sent-";

    private final Dialogue dialogue;
    private final Roster roster;
    private final PendingMessages pending;
    private final PrivateTalks privates;
    private final Set<String> seen = new LinkedHashSet<>();

    /** What the PONG that is awaited confirms; empty while none is. */
    private List<Long> behindBarrier = List.of();

    private int barriers;
    private Instant ctcpWindow = Instant.EPOCH;
    private int ctcpAnswers;

    Talk(Dialogue dialogue, Roster roster, PendingMessages pending, PrivateTalks privates) {
        this.dialogue = dialogue;
        this.roster = roster;
        this.pending = pending;
        this.privates = privates;
    }

    // ---- what the person says

    void say(String conversation, String text, Kind kind) {
        if (isTooLong(text)) {
            Refusal why = Refusal.TOO_LONG;
            dialogue.tell(new ClientEvent.Refused(conversation, verb(kind), "", why, conversation));
            return;
        }
        if (!dialogue.traits.isRoom(conversation)) {
            privates.open(conversation);
        }
        int room = roomForText(conversation, kind);
        for (String line : text.split("\\R", -1)) {
            String plain = SpokenText.plain(line);
            if (plain.isBlank()) {
                continue;
            }
            for (String part : TextSplitter.split(plain, room)) {
                Pending message = new Pending(conversation, kind, part);
                transmit(pending.add(message), message);
            }
        }
    }

    private static boolean isTooLong(String text) {
        return text.length() > MOST_BYTES
                || Dialogue.bytes(text) > MOST_BYTES
                || text.lines().limit(MOST_LINES + 1L).count() > MOST_LINES;
    }

    void retry(long token) {
        Pending message = pending.again(token);
        if (message != null) {
            transmit(token, message);
        }
    }

    /** What is left of a line for text once the host has put our source in front of it. */
    private int roomForText(String conversation, Kind kind) {
        int frame = verb(kind).length() + 1 + Dialogue.bytes(conversation) + 2;
        int taken = dialogue.sourceBytes() + frame + SpokenText.frameBytes(kind);
        return Math.max(SHORTEST_PART, LINE_BYTES - taken);
    }

    private void transmit(long token, Pending message) {
        String conversation = message.conversation();
        dialogue.tell(
                new ClientEvent.Pending(
                        conversation, dialogue.now(), token, message.kind(), message.text()));
        if (!dialogue.online() || dialogue.ended()) {
            notSent(token, "", Refusal.NOT_CONNECTED);
            return;
        }
        if (!isTarget(conversation)) {
            boolean room = dialogue.traits.isRoom(conversation);
            notSent(token, "", room ? Refusal.NO_SUCH_ROOM : Refusal.NO_SUCH_PERSON);
            return;
        }
        boolean labels = dialogue.has(Capability.LABELED_RESPONSE);
        Message line =
                Message.of(
                        verb(message.kind()),
                        conversation,
                        SpokenText.onWire(message.kind(), message.text()));
        dialogue.send(labels ? line.withTags(Tags.NONE.with("label", LABEL + token)) : line);
        if (!labels && behindBarrier.isEmpty()) {
            raiseBarrier();
        }
    }

    private static boolean isTarget(String name) {
        boolean word = !name.isEmpty() && name.indexOf(' ') < 0 && name.indexOf(',') < 0;
        return word && name.charAt(0) != ':' && name.length() <= LONGEST_TARGET;
    }

    private static String verb(Kind kind) {
        return kind == Kind.NOTICE ? "NOTICE" : "PRIVMSG";
    }

    /** One at a time: what is said meanwhile waits for the next. */
    private void raiseBarrier() {
        behindBarrier = pending.tokens();
        if (!behindBarrier.isEmpty()) {
            dialogue.send("PING", BARRIER + ++barriers);
        }
    }

    // ---- what becomes of it

    /** PONG: what was sent before its PING and not refused since is with the host. */
    void pong(Message message) {
        if (behindBarrier.isEmpty() || !message.trailing().equals(BARRIER + barriers)) {
            return;
        }
        for (long token : behindBarrier) {
            confirm(token, message, null);
        }
        raiseBarrier();
    }

    /** ACK: a labelled message was taken and has no other answer. */
    void acknowledged(Message message) {
        long token = token(message);
        if (token != 0) {
            confirm(token, message, null);
        }
    }

    /** A labelled refusal; whether it was of a message that waits. */
    boolean refused(Message message, String reason, Refusal why) {
        return notSent(token(message), reason, why);
    }

    /** A refusal without a label that names a target; whether a message to it waits. */
    boolean refused(String target, String reason, Refusal why) {
        return notSent(pending.oldestIn(dialogue.traits.withoutStatus(target)), reason, why);
    }

    /** The connection is gone: nothing that waits will be confirmed. */
    void lost() {
        for (long token : pending.tokens()) {
            notSent(token, "", Refusal.NOT_CONNECTED);
        }
    }

    private boolean notSent(long token, String reason, Refusal why) {
        Pending message = pending.notSent(token);
        if (message != null) {
            dialogue.tell(new ClientEvent.NotSent(message.conversation(), token, reason, why));
        }
        return message != null;
    }

    private void confirm(long token, Message message, @Nullable Said echo) {
        Pending confirmed = pending.confirmed(token);
        if (confirmed != null) {
            String conversation = confirmed.conversation();
            Kind kind = confirmed.kind();
            Said said = echo == null ? own(message, conversation, kind, confirmed.text()) : echo;
            dialogue.tell(new ClientEvent.Confirmed(conversation, token, said));
        }
    }

    private Said own(Message message, String conversation, Kind kind, String text) {
        String id = message.tags().get("msgid");
        String me = dialogue.me();
        return new Said(conversation, dialogue.time(message), id, me, true, kind, text, false);
    }

    /** The token in the label of the request that is answered, or 0. */
    private long token(Message message) {
        String label = dialogue.label(message);
        if (label == null || !label.startsWith(LABEL) || label.length() > 20) {
            return 0;
        }
        try {
            return Long.parseLong(label.substring(LABEL.length()));
        } catch (NumberFormatException _) {
            return 0; // not one of our labels
        }
    }

    // ---- what others say

    /** PRIVMSG or NOTICE. */
    void received(Message message) {
        boolean notice = message.command().equals("NOTICE");
        SpokenText spoken = SpokenText.of(notice, message.param(1));
        Source source = message.source();
        String target = dialogue.traits.withoutStatus(message.param(0));
        String id = message.tags().get("msgid");
        if (id != null && !isNew(id)) {
            return;
        }
        if (!spoken.request().isEmpty()) {
            if (!notice && source != null && dialogue.isMe(target) && !dialogue.mine(message)) {
                answer(source.nick(), spoken);
            }
        } else if (!spoken.text().isBlank()) {
            if (source == null || isServer(source)) {
                hostSays(message, spoken.text());
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
        Said said = own(message, conversation, spoken.kind(), spoken.text());
        long token = token(message);
        if (!pending.waits(token)) {
            token = pending.saying(new Pending(conversation, spoken.kind(), spoken.text()));
        }
        if (token != 0) {
            confirm(token, message, said);
        } else if (room != null || privates.open(conversation)) {
            dialogue.tell(said);
        }
    }

    private void others(Message message, String from, String target, SpokenText spoken) {
        boolean privately = dialogue.isMe(target);
        RoomState room = roster.room(target);
        boolean strangersNotice = spoken.kind() == Kind.NOTICE && !privates.has(from);
        if (privately ? strangersNotice : !dialogue.traits.isRoom(target)) {
            hostSays(message, from + ": " + spoken.text()); // services, and words to everyone
        } else if (privately ? privates.open(from) : room != null) {
            dialogue.tell(
                    new Said(
                            room == null ? from : room.name(),
                            dialogue.time(message),
                            message.tags().get("msgid"),
                            from,
                            false,
                            spoken.kind(),
                            spoken.text(),
                            Mention.names(spoken.text(), dialogue.me())));
        }
    }

    private void hostSays(Message message, String text) {
        dialogue.tell(new ClientEvent.HostNotice(dialogue.time(message), text));
    }

    private static boolean isServer(Source source) {
        boolean bare = source.user().isEmpty() && source.host().isEmpty();
        return bare && (source.nick().isEmpty() || source.nick().indexOf('.') >= 0);
    }

    private boolean isNew(String id) {
        if (!seen.add(id)) {
            return false;
        }
        if (seen.size() > REMEMBERED_IDS) {
            Iterator<String> oldest = seen.iterator();
            oldest.next();
            oldest.remove();
        }
        return true;
    }

    /** CTCP: VERSION and PING have an answer, a few at a time; nothing else has. */
    private void answer(String nick, SpokenText spoken) {
        String reply =
                switch (spoken.request()) {
                    case "VERSION" -> "VERSION Snug";
                    case "PING" -> "PING " + TextSplitter.head(spoken.text(), LONGEST_CTCP);
                    default -> "";
                };
        Instant now = dialogue.now();
        if (ctcpWindow.plus(CTCP_WINDOW).isBefore(now)) {
            ctcpWindow = now;
            ctcpAnswers = 0;
        }
        if (!reply.isEmpty() && isTarget(nick) && ctcpAnswers < CTCP_ANSWERS) {
            ctcpAnswers++;
            dialogue.send("NOTICE", nick, '\u0001' + reply + '\u0001');
        }
    }
}
