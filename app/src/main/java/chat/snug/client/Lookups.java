package chat.snug.client;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.HistoryRead;
import chat.snug.client.ClientRequest.ReadHistory;
import chat.snug.client.ClientRequest.ReadHistory.Part;
import chat.snug.protocol.Capability;
import chat.snug.protocol.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Single pages from anywhere in a conversation's history, as somebody wants to see them (<a
 * href="https://ircv3.net/specs/extensions/chathistory">IRCv3 chathistory</a>). Unlike {@link
 * History} they change nothing of what is known, and tell again what was told. Of each conversation
 * one page is asked for after the other, so that answers need no label.
 */
final class Lookups {
    /** More wishes than this do not wait for one conversation. */
    static final int MOST_WAITING = 8;

    private static final int MOST_CONVERSATIONS = 200;
    private static final Duration ENOUGH = Duration.ofSeconds(20);

    private final Dialogue dialogue;
    private final Sayings sayings;
    private final Patience patience;
    private final Map<String, Deque<Lookup>> asked = new HashMap<>();
    private long lastNumber;

    /** A wish; the first of each conversation is on the wire. */
    private static final class Lookup {
        final ReadHistory request;
        Patience.@Nullable Since asked;
        long number;
        boolean byTime;

        Lookup(ReadHistory request) {
            this.request = request;
        }
    }

    Lookups(Dialogue dialogue, Sayings sayings, Patience patience) {
        this.dialogue = dialogue;
        this.sayings = sayings;
        this.patience = patience;
    }

    /** Whether the host can be asked for any part of a history, and by a message's id. */
    boolean available() {
        return dialogue.has("draft/chathistory")
                && dialogue.has(Capability.MESSAGE_TAGS)
                && dialogue.has("batch")
                && dialogue.traits.historyById();
    }

    /** Asks for a page, now or after those that were asked for before. */
    void ask(ReadHistory request) {
        String key = Conversations.key(request.conversation());
        Deque<Lookup> waiting = asked.get(key);
        boolean full =
                waiting == null
                        ? asked.size() >= MOST_CONVERSATIONS
                        : waiting.size() >= MOST_WAITING;
        boolean possible = available() && dialogue.online() && !dialogue.ended() && !full;
        if (!possible) {
            dialogue.tell(new HistoryRead(request, List.of(), false, true));
        } else if (waiting == null) {
            Lookup first = new Lookup(request);
            asked.put(key, new ArrayDeque<>(List.of(first)));
            send(first);
        } else if (waiting.stream().noneMatch(lookup -> lookup.request.equals(request))) {
            waiting.add(new Lookup(request));
        }
    }

    private void send(Lookup lookup) {
        lookup.asked = patience.now();
        lookup.number = nextNumber();
        ReadHistory request = lookup.request;
        String most = Integer.toString(pageSize());
        String verb =
                switch (request.part()) {
                    case NEWEST -> "LATEST";
                    case BEFORE -> "BEFORE";
                    case AFTER -> "AFTER";
                    case AROUND -> "AROUND";
                };
        dialogue.send("CHATHISTORY", verb, request.conversation(), selector(lookup), most);
    }

    /**
     * Several messages may have one time: that time comes again, and what is shown stays so. Beside
     * something without an id it does not: it would come again and again as something new.
     */
    private static String selector(Lookup lookup) {
        ReadHistory request = lookup.request;
        Instant time = request.time();
        if (request.id() != null && !lookup.byTime) {
            return "msgid=" + request.id();
        }
        if (time == null) {
            return "*";
        }
        long again = request.id() == null ? 0 : 1;
        Instant beside =
                switch (request.part()) {
                    case BEFORE -> time.plusMillis(again);
                    case AFTER -> time.minusMillis(again);
                    case AROUND, NEWEST -> time;
                };
        return "timestamp=" + Dialogue.onWire(beside);
    }

    private int pageSize() {
        int most = dialogue.traits.historyLimit();
        return most == 0 ? History.PAGE : Math.min(most, History.PAGE);
    }

    /** Numbers all questions about the history in their order. */
    long nextNumber() {
        return ++lastNumber;
    }

    /**
     * Whether an answer about this conversation is for a wish here.
     *
     * @param other what else was asked about it, or null
     */
    boolean isNext(String conversation, @Nullable HistoryRequest other) {
        Deque<Lookup> waiting = asked.get(Conversations.key(conversation));
        return waiting != null && (other == null || waiting.getFirst().number < other.number);
    }

    /** The page has come; {@code found} are oldest first. */
    void answered(String conversation, List<Message> found) {
        Lookup lookup = next(conversation);
        if (found.isEmpty() && goesByTime(lookup)) {
            send(lookup);
            return;
        }
        List<Message> messages = lookup.byTime ? beyond(lookup.request, found) : found;
        List<ConversationEvent> events = new ArrayList<>();
        for (Message message : messages) {
            ConversationEvent event = sayings.past(lookup.request.conversation(), message);
            if (event != null) {
                events.add(event);
            }
        }
        boolean more = !messages.isEmpty();
        HistoryRead.Mark first = more ? mark(messages.getFirst()) : null;
        HistoryRead.Mark last = more ? mark(messages.getLast()) : null;
        done(lookup, new HistoryRead(lookup.request, events, first, last, more, false));
    }

    /** Asked by time, the known message comes again, and with it what is on its other side. */
    private static List<Message> beyond(ReadHistory request, List<Message> found) {
        for (int i = 0; request.id() != null && i < found.size(); i++) {
            if (request.id().equals(found.get(i).tags().get("msgid"))) {
                return switch (request.part()) {
                    case BEFORE -> found.subList(0, i);
                    case AFTER -> found.subList(i + 1, found.size());
                    case AROUND, NEWEST -> found;
                };
            }
        }
        return found;
    }

    private HistoryRead.Mark mark(Message message) {
        return new HistoryRead.Mark(message.tags().get("msgid"), dialogue.time(message));
    }

    private Lookup next(String conversation) {
        return queue(conversation).getFirst();
    }

    private Deque<Lookup> queue(String conversation) {
        Deque<Lookup> waiting = asked.get(Conversations.key(conversation));
        return Objects.requireNonNull(waiting, "only what was asked is answered");
    }

    /** The host may not know the message any more: its time is as good. */
    private static boolean goesByTime(Lookup lookup) {
        boolean changes =
                !lookup.byTime
                        && lookup.request.id() != null
                        && lookup.request.time() != null
                        && lookup.request.part() != Part.NEWEST;
        lookup.byTime = true;
        return changes;
    }

    /** The host has no such page. */
    void refused(String conversation) {
        Lookup lookup = next(conversation);
        if (goesByTime(lookup)) {
            send(lookup);
        } else {
            fail(lookup);
        }
    }

    private void fail(Lookup lookup) {
        done(lookup, new HistoryRead(lookup.request, List.of(), false, true));
    }

    private void done(Lookup lookup, HistoryRead answer) {
        Deque<Lookup> waiting = queue(lookup.request.conversation());
        waiting.remove();
        if (waiting.isEmpty()) {
            asked.remove(Conversations.key(lookup.request.conversation()));
        } else {
            send(waiting.getFirst());
        }
        dialogue.tell(answer);
    }

    /** Gives up what the host passes over. */
    void tick() {
        for (Deque<Lookup> waiting : List.copyOf(asked.values())) {
            Lookup first = waiting.getFirst();
            if (first.asked != null && patience.isOver(first.asked, ENOUGH)) {
                fail(first);
            }
        }
    }

    /** I have left the conversation. */
    void forget(String conversation) {
        asked.remove(Conversations.key(conversation));
    }

    /** The connection is gone: nothing of it comes any more. */
    void lost() {
        for (Deque<Lookup> waiting : asked.values()) {
            for (Lookup lookup : waiting) {
                dialogue.tell(new HistoryRead(lookup.request, List.of(), false, true));
            }
        }
        asked.clear();
    }
}
