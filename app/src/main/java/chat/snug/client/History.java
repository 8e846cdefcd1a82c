package chat.snug.client;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.HistoryRequest.Kind;
import chat.snug.client.Shelf.Mark;
import chat.snug.protocol.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said while I was not there, on one connection (<a
 * href="https://ircv3.net/specs/extensions/chathistory">IRCv3 chathistory</a>). On arriving in a
 * conversation the latest page is asked for, or, if some of it is known, all pages since. What
 * happens live meanwhile is held back, so that everything is told in the host's order; what comes
 * twice is told once. Hosts that play back by themselves (bouncers) are heard too, and those that
 * remember nothing cost nothing.
 */
final class History {
    /** Messages in one page, if the host gives so many. */
    static final int PAGE = 100;

    /** A host that has more to tell than this is telling it in circles. */
    private static final int MOST_PAGES = 10_000;

    private static final int MOST_HELD = 2000;
    private static final int MOST_ASKED = 1000;
    private static final Duration ENOUGH = Duration.ofSeconds(20);

    private final Dialogue dialogue;
    private final Shelves shelves;
    private final Echoes echoes;
    private final Sayings sayings;
    private final PrivateTalks privates;
    private final Lookups lookups;
    private final MissedTalks missed;
    private final Patience patience;
    private final Pages pages;
    private final Map<String, HistoryRequest> asked = new HashMap<>();

    /** A live message that waits for what came before it. */
    private record Held(Message message, ConversationEvent event) {}

    History(
            Dialogue dialogue,
            Shelves shelves,
            Echoes echoes,
            Sayings sayings,
            PrivateTalks privates,
            Lookups lookups,
            MissedTalks missed,
            Patience patience) {
        this.dialogue = dialogue;
        this.shelves = shelves;
        this.echoes = echoes;
        this.sayings = sayings;
        this.privates = privates;
        this.lookups = lookups;
        this.missed = missed;
        this.patience = patience;
        pages = new Pages(dialogue, shelves);
    }

    /** Whether the host can be asked. */
    boolean available() {
        return dialogue.has("draft/chathistory") && dialogue.has("batch");
    }

    // ---- what is asked

    /** I am online: looks for private conversations that went on without me. */
    void online() {
        if (!available()) {
            echoes.giveUp();
            return;
        }
        missed.online();
        for (String conversation : echoes.doubtful()) {
            if (!dialogue.traits.isRoom(conversation)) {
                arrived(conversation);
            }
        }
    }

    /** The host let me in: by its clock it is that late. */
    void heard(Message message) {
        if (message.tags().has("time")) {
            shelves.heard(dialogue.time(message));
        }
    }

    /** I am in a conversation (again): asks for what is not known of it. */
    void arrived(String conversation) {
        if (!available()
                || asked.size() >= MOST_ASKED
                || asked.containsKey(Conversations.key(conversation))) {
            return;
        }
        Shelf shelf = shelves.of(conversation);
        Mark from = echoes.beforeDoubt(conversation, shelf.newest());
        Kind kind = from == null ? Kind.LATEST : Kind.AFTER;
        ask(new HistoryRequest(kind, conversation, from, patience.now()));
    }

    /** The person wants to see older messages. */
    void older(String conversation) {
        Shelf shelf = shelves.of(conversation);
        HistoryRequest under = asked.get(Conversations.key(conversation));
        if (under != null) {
            under.olderWanted = true;
        } else if (!available() || !dialogue.online() || shelf.atBeginning()) {
            if (dialogue.online() && !available()) {
                pages.tellNoneAbove(conversation);
            } else {
                pages.tellAbove(conversation, List.of());
            }
        } else {
            HistoryRequest request =
                    new HistoryRequest(Kind.BEFORE, conversation, shelf.oldest(), patience.now());
            request.olderWanted = true;
            ask(request);
        }
    }

    /** The person has left a conversation, and nothing of it is shown any more. */
    void forget(String conversation) {
        shelves.forget(conversation);
        HistoryRequest forgotten = asked.remove(Conversations.key(conversation));
        if (forgotten != null) {
            letGo(forgotten);
        }
        lookups.forget(conversation);
    }

    private void ask(HistoryRequest request) {
        request.asked = patience.now();
        request.overflown = false;
        request.pages++;
        request.number = lookups.nextNumber();
        asked.put(Conversations.key(request.conversation), request);
        dialogue.send(request.message(dialogue.traits, pageSize()));
    }

    private int pageSize() {
        int most = dialogue.traits.historyLimit();
        return most == 0 ? PAGE : Math.min(most, PAGE);
    }

    // ---- what is live

    /**
     * Something that was said or done in a conversation, now: told, or held back until its turn.
     */
    void live(String conversation, Message message, ConversationEvent event) {
        if (isRepeated(conversation, message)) {
            return;
        }
        HistoryRequest under = asked.get(Conversations.key(conversation));
        if (under == null || !under.isCatchingUp()) {
            note(conversation, message);
            dialogue.tell(event);
            return;
        }
        int weight = 2 * Weight.of(message); // the event holds as much again
        if (under.held.size() < MOST_HELD && dialogue.allowance.take(weight)) {
            under.heldWeight += weight;
            under.held.add(() -> release(conversation, new Held(message, event)));
        } else {
            // The host has it in its memory too.
            letGo(under);
            under.overflown = true;
        }
    }

    private void letGo(HistoryRequest request) {
        request.held.clear();
        dialogue.allowance.giveBack(request.heldWeight);
        request.heldWeight = 0;
    }

    private void release(String conversation, Held held) {
        if (!shelves.of(conversation).has(held.message())) {
            note(conversation, held.message());
            dialogue.tell(held.event());
        }
    }

    /** Whether it was told already: by its id, or because a bouncer plays it back. */
    boolean isRepeated(String conversation, Message message) {
        if (message.tags().has("msgid")) {
            return shelves.of(conversation).has(message);
        }
        Instant lostAt = shelves.lostAt();
        return lostAt != null
                && message.tags().has("time")
                && !dialogue.time(message).isAfter(lostAt)
                && shelves.of(conversation).has(message);
    }

    /** Something live was told at once: it will not be told again. */
    void note(String conversation, Message message) {
        Shelf shelf = shelves.of(conversation);
        shelf.add(message);
        if (!message.tags().has("msgid") && !message.tags().has("time")) {
            return;
        }
        Instant time = dialogue.time(message);
        shelves.heard(time);
        HistoryRequest under = asked.get(Conversations.key(conversation));
        if (under == null || !under.isCatchingUp()) {
            shelf.reaches(new Mark(message.tags().get("msgid"), time));
        }
    }

    /**
     * My own was told at once, though what comes before it may still be read. What the host does
     * otherwise meanwhile must not push it out, so only what I said is kept here.
     */
    void noteOwn(String conversation, Message message) {
        HistoryRequest under = asked.get(Conversations.key(conversation));
        if (under != null && under.isCatchingUp()) {
            under.own.add(message);
        }
        note(conversation, message);
    }

    // ---- what comes back

    /** A batch of history, asked for or not. */
    void finished(Batch batch) {
        if (batch.isTargets()) {
            missed.answered(batch, this::arrived);
            return;
        }
        String conversation = batch.param(0);
        if (conversation.isEmpty() || conversation.equals("*")) {
            return;
        }
        List<Message> messages = batch.ascending(dialogue);
        if (lookups.isNext(conversation, asked.get(Conversations.key(conversation)))) {
            lookups.answered(conversation, messages);
            return;
        }
        HistoryRequest request = asked.remove(Conversations.key(conversation));
        if (request != null) {
            conversation = request.conversation;
        }
        List<ConversationEvent> events = new ArrayList<>();
        for (Message message : messages) {
            ConversationEvent event =
                    request != null && request.own.has(message)
                            ? null
                            : fresh(conversation, message);
            if (event != null) {
                events.add(event);
            }
        }
        if (!dialogue.traits.isRoom(conversation) && !events.isEmpty()) {
            privates.open(conversation);
        }
        if (request == null) {
            pages.extend(conversation, messages);
            pages.tellFound(conversation, events);
        } else {
            answered(request, messages, events);
        }
    }

    /** The message as an event, or null if it was told, is a pending one of mine, or is nothing. */
    private @Nullable ConversationEvent fresh(String conversation, Message message) {
        if (!shelves.of(conversation).add(message)) {
            return null;
        }
        ConversationEvent event = sayings.past(conversation, message);
        boolean mine = event instanceof Said said && echoes.claim(message, said);
        return mine ? null : event;
    }

    private void answered(
            HistoryRequest request, List<Message> messages, List<ConversationEvent> events) {
        Shelf shelf = shelves.of(request.conversation);
        switch (request.kind) {
            case BEFORE -> {
                if (messages.isEmpty()) {
                    shelf.reachedBeginning();
                } else {
                    boolean fresh = shelf.newest() == null;
                    shelf.begins(pages.mark(messages.getFirst()));
                    if (fresh) {
                        shelf.reaches(pages.mark(messages.getLast()));
                    }
                }
                request.olderWanted = false;
                pages.tellAbove(request.conversation, events);
                done(request);
            }
            case LATEST -> {
                if (messages.isEmpty()) {
                    shelf.reachedBeginning();
                }
                pages.extend(request.conversation, messages);
                pages.tellLatest(request.conversation, messages, events);
                if (request.overflown && shelf.newest() != null) {
                    readOn(request);
                } else {
                    done(request);
                }
            }
            case AFTER -> {
                pages.tellFound(request.conversation, events);
                Mark last = messages.isEmpty() ? null : pages.mark(messages.getLast());
                pages.extend(request.conversation, messages);
                if (last != null) {
                    echoes.notUpTo(request.conversation, last);
                }
                goOn(request, last);
            }
        }
    }

    /** What was too much to wait is in the pages behind the latest that there was. */
    private void readOn(HistoryRequest request) {
        letGo(request);
        arrived(request.conversation);
        if (request.olderWanted) {
            older(request.conversation);
        }
    }

    /** The next page, until there is none. */
    private void goOn(HistoryRequest request, @Nullable Mark last) {
        boolean more = last != null && !last.equals(request.from) && request.pages < MOST_PAGES;
        Mark from = last == null ? request.from : last;
        if (more || request.overflown) {
            request.from = from;
            ask(request);
        } else if (request.pages == 1 && request.byTime()) {
            // The host may have forgotten the message that we know.
            ask(request);
        } else {
            done(request);
        }
    }

    private void done(HistoryRequest request) {
        asked.remove(Conversations.key(request.conversation));
        echoes.giveUp(request.conversation);
        request.held.forEach(Runnable::run);
        letGo(request);
        if (request.olderWanted) {
            older(request.conversation);
        }
    }

    // ---- what does not come back

    /** FAIL CHATHISTORY code subcommand target …: the request that it ends is given up. */
    void refused(Message fail) {
        for (int i = 2; i < fail.params().size() - 1; i++) {
            HistoryRequest request = asked.get(Conversations.key(fail.param(i)));
            if (lookups.isNext(fail.param(i), request)) {
                lookups.refused(fail.param(i));
                return;
            }
            if (request != null) {
                if (request.byTime()) {
                    ask(request);
                } else {
                    fail(request);
                }
                return;
            }
        }
    }

    /** Gives up what the host passes over. */
    void tick() {
        for (HistoryRequest request : List.copyOf(asked.values())) {
            if (patience.isOver(request.asked, ENOUGH)) {
                fail(request);
            }
        }
    }

    private void fail(HistoryRequest request) {
        if (request.kind == Kind.BEFORE) {
            request.olderWanted = false;
            pages.tellAbove(request.conversation, List.of());
        }
        done(request);
    }
}
