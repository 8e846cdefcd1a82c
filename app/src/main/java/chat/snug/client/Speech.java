package chat.snug.client;

import chat.snug.client.ClientEvent.Said.Kind;
import chat.snug.client.PendingMessages.Pending;
import chat.snug.protocol.Capability;
import chat.snug.protocol.Message;
import chat.snug.protocol.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the person says on one connection. A message waits for its echo (IRCv3 echo-message,
 * labeled-response). Where the host has no labels, a PING goes behind it: the host answers in
 * order, so what it has not refused by the PONG it has taken.
 */
final class Speech {
    private static final int LINE_BYTES = 510;
    private static final int LONGEST_TARGET = 200;
    private static final int SHORTEST_PART = 16;
    private static final String BARRIER = "snug-sent-";
    private static final String MULTILINE = "draft/multiline";

    private final Dialogue dialogue;
    private final PendingMessages pending;
    private final Echoes echoes;
    private final History history;
    private final Shelves shelves;
    private final PrivateTalks privates;

    /** What the PONG that is awaited confirms; empty while none is. */
    private List<Long> behindBarrier = List.of();

    private int barriers;

    Speech(
            Dialogue dialogue,
            PendingMessages pending,
            Echoes echoes,
            History history,
            Shelves shelves,
            PrivateTalks privates) {
        this.dialogue = dialogue;
        this.pending = pending;
        this.echoes = echoes;
        this.history = history;
        this.shelves = shelves;
        this.privates = privates;
    }

    // ---- what the person says

    void say(String conversation, String text, Kind kind, @Nullable String replyTo) {
        if (isTooLong(text)) {
            Refusal why = Refusal.TOO_LONG;
            dialogue.tell(new ClientEvent.Refused(conversation, verb(kind), "", why, conversation));
            return;
        }
        if (!dialogue.traits.isRoom(conversation)) {
            privates.open(conversation);
        }
        for (Composition part : compose(conversation, text, kind)) {
            Pending message =
                    new Pending(
                            conversation,
                            kind,
                            part.text(),
                            replyTo,
                            shelves.before(conversation, dialogue.now()));
            transmit(pending.add(message), message);
        }
    }

    private static boolean isTooLong(String text) {
        return text.length() > MessageLimit.MOST_BYTES
                || Dialogue.bytes(text) > MessageLimit.MOST_BYTES
                || text.lines().limit(MessageLimit.MOST_LINES + 1L).count()
                        > MessageLimit.MOST_LINES;
    }

    void retry(long token) {
        Pending message = pending.again(token);
        if (message != null) {
            transmit(token, message);
        }
    }

    /** What the host takes as one message at present. */
    MessageLimit limit() {
        Composition.Limit several = limit(Kind.TEXT);
        return several.equals(Composition.Limit.ONE_LINE)
                ? new MessageLimit(roomForText("", Kind.TEXT), 1)
                : new MessageLimit(several.bytes(), several.lines());
    }

    private Composition.Limit limit(Kind kind) {
        boolean several = kind == Kind.TEXT && dialogue.has(MULTILINE) && dialogue.has("batch");
        return several
                ? Composition.Limit.of(dialogue.capabilityValues.getOrDefault(MULTILINE, ""))
                : Composition.Limit.ONE_LINE;
    }

    private List<Composition> compose(String conversation, String text, Kind kind) {
        return Composition.of(text, roomForText(conversation, kind), limit(kind));
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
                        conversation,
                        dialogue.now(),
                        token,
                        message.kind(),
                        message.text(),
                        message.replyTo()));
        if (!dialogue.online() || dialogue.ended()) {
            echoes.notSent(token, "", Refusal.NOT_CONNECTED);
            return;
        }
        if (!isTarget(conversation)) {
            boolean room = dialogue.traits.isRoom(conversation);
            Refusal why = room ? Refusal.NO_SUCH_ROOM : Refusal.NO_SUCH_PERSON;
            echoes.notSent(token, "", why);
            return;
        }
        List<Composition> parts = compose(conversation, message.text(), message.kind());
        if (parts.size() == 1 && parts.getFirst().lines().size() > 1) {
            sendBatch(token, message, parts.getFirst().lines());
        } else {
            sendLines(token, message, parts);
        }
        boolean labels = dialogue.has(Capability.LABELED_RESPONSE);
        if (!labels && behindBarrier.isEmpty()) {
            raiseBarrier();
        }
    }

    /** As a rule one line; a message of several from a host that took them when it was said. */
    private void sendLines(long token, Pending message, List<Composition> parts) {
        Tags tags = tags(token, message);
        for (Composition part : parts) {
            for (Composition.Line line : part.lines()) {
                dialogue.send(
                        Message.of(
                                        verb(message.kind()),
                                        message.conversation(),
                                        SpokenText.onWire(message.kind(), line.text()))
                                .withTags(tags));
                tags = Tags.NONE;
            }
        }
    }

    /** Client tags belong to the opening of the batch, no others to its lines. */
    private void sendBatch(long token, Pending message, List<Composition.Line> lines) {
        String reference = "m" + token;
        String target = message.conversation();
        dialogue.send(
                Message.of("BATCH", '+' + reference, MULTILINE, target)
                        .withTags(tags(token, message)));
        Tags in = Tags.NONE.with("batch", reference);
        for (Composition.Line line : lines) {
            Tags tags = line.goesOn() ? in.with("draft/multiline-concat", "") : in;
            dialogue.send(Message.of("PRIVMSG", target, line.text()).withTags(tags));
        }
        dialogue.send("BATCH", '-' + reference);
    }

    private Tags tags(long token, Pending message) {
        Tags tags = Tags.NONE;
        if (dialogue.has(Capability.LABELED_RESPONSE)) {
            tags = tags.with("label", Echoes.label(token));
        }
        String replyTo = message.replyTo();
        if (replyTo != null) {
            tags = dialogue.withReply(tags, replyTo);
        }
        if (history.available() && dialogue.passesOn(Tags.NONCE.substring(1))) {
            tags = tags.with(Tags.NONCE, pending.nonce(token));
        }
        return tags;
    }

    static boolean isTarget(String name) {
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
            echoes.confirm(token, message);
        }
        raiseBarrier();
    }

    /** ACK: a labelled message was taken and has no other answer. */
    void acknowledged(Message message) {
        echoes.confirm(echoes.token(message), message);
    }

    /** A labelled refusal; whether it was of a message that waits. */
    boolean refused(Message message, String reason, Refusal why) {
        return echoes.notSent(echoes.token(message), reason, why);
    }

    /** A refusal without a label that names a target; whether a message to it waits. */
    boolean refused(String target, String reason, Refusal why) {
        long token = pending.oldestIn(dialogue.traits.withoutStatus(target));
        return echoes.notSent(token, reason, why);
    }
}
