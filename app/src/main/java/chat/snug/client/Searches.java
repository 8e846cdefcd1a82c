package chat.snug.client;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.Found;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientRequest.Search;
import chat.snug.protocol.Message;
import chat.snug.protocol.Source;
import chat.snug.protocol.Tags;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Looks for what was said in the host's memory (<a
 * href="https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md">soju.im/search</a>).
 * One search after another: a host answers in order.
 */
final class Searches {
    private static final int MOST_WAITING = 20;
    private static final int MOST_FOUND = 100;
    private static final Duration ENOUGH = Duration.ofSeconds(20);

    private final Dialogue dialogue;
    private final Sayings sayings;
    private final Patience patience;
    private final Deque<Asked> asked = new ArrayDeque<>();

    private record Asked(Search search, Patience.Since at) {}

    Searches(Dialogue dialogue, Sayings sayings, Patience patience) {
        this.dialogue = dialogue;
        this.sayings = sayings;
        this.patience = patience;
    }

    void search(Search search) {
        boolean possible =
                dialogue.has("soju.im/search")
                        && dialogue.has("batch")
                        && dialogue.online()
                        && !dialogue.ended()
                        && !search.words().isBlank()
                        && asked.size() < MOST_WAITING;
        if (!possible) {
            dialogue.tell(new Found(search, List.of(), true));
            return;
        }
        Tags attributes = Tags.NONE.with("text", search.words().strip());
        if (search.conversation() != null) {
            attributes = attributes.with("in", search.conversation());
        }
        if (search.from() != null) {
            attributes = attributes.with("from", search.from());
        }
        if (search.after() != null) {
            attributes = attributes.with("after", Dialogue.onWire(search.after()));
        }
        if (search.before() != null) {
            attributes = attributes.with("before", Dialogue.onWire(search.before()));
        }
        attributes = attributes.with("limit", Integer.toString(MOST_FOUND));
        asked.add(new Asked(search, patience.now()));
        dialogue.send("SEARCH", attributes.toString());
    }

    /** The answer: messages of any conversations. */
    void finished(Batch batch) {
        Asked answered = asked.poll();
        if (answered == null) {
            return;
        }
        List<Said> said = new ArrayList<>();
        for (Message message : batch.messages) {
            ConversationEvent event = sayings.past(conversation(message), message);
            if (event instanceof Said found) {
                said.add(found);
            }
        }
        dialogue.tell(new Found(answered.search(), said, false));
    }

    private String conversation(Message message) {
        String target = dialogue.traits.withoutStatus(message.param(0));
        Source source = message.source();
        return dialogue.isMe(target) && source != null ? source.nick() : target;
    }

    /** FAIL SEARCH. */
    void refused() {
        Asked refused = asked.poll();
        if (refused != null) {
            dialogue.tell(new Found(refused.search(), List.of(), true));
        }
    }

    /** Gives up what the host passes over. */
    void tick() {
        while (!asked.isEmpty() && patience.isOver(asked.getFirst().at(), ENOUGH)) {
            refused();
        }
    }

    void lost() {
        while (!asked.isEmpty()) {
            refused();
        }
    }
}
